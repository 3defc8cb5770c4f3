"""Elements read as a stream and found by path."""

from __future__ import annotations

import io

import pytest
from lxml import etree

from reportcite.formats.reading.xml import (
    found_at,
    indexed,
    line_of,
    line_text,
    marked_text,
    read_elements,
    steps,
    text_at,
    text_of,
)
from reportcite.problems import Problem


def test_a_path_is_tags_with_attributes() -> None:
    assert steps("a type=x_y b=/c") == (("a", {"type": "x y", "b": ""}), ("c", {}))


ROOT = etree.fromstring(
    '<r xmlns="urn:x">\n<a type="s">1</a><a>2</a><b><c>3</c><c u="v">4<i>5</i>6</c></b></r>'
)


@pytest.mark.parametrize("root", [ROOT, indexed(ROOT)], ids=["element", "indexed"])
@pytest.mark.parametrize(
    ("path", "texts"),
    [("a", ["1", "2"]), ("a type=s", ["1"]), ("a type=", ["2"]), ("b/c", ["3", "456"]),
     ("b/c u=v", ["456"]), ("x", []), ("b/x", []), ("b/*", ["3", "456"])],
)  # fmt: skip
def test_elements_are_found_in_any_namespace(root: object, path: str, texts: list[str]) -> None:
    assert [text_of(one) for one in found_at(root, path)] == texts  # type: ignore[arg-type]
    assert text_at(root, path) == (texts[0] if texts else "")  # type: ignore[arg-type]


def test_no_element_has_no_text() -> None:
    assert text_of(None) == ""
    assert text_of(etree.Element("a")) == ""
    assert line_of(ROOT[0]) == 2 and line_of(etree.Element("a")) == 0


def read(text: str) -> list[str | Problem]:
    found = read_elements(io.BytesIO(text.encode()), "x.xml", ("{*}a",), "MODS")
    return [one if isinstance(one, Problem) else text_of(one) for one in found]


def test_elements_are_read_one_after_another() -> None:
    assert read("<r><a>1</a><b/><a><c>2</c></a></r>") == ["1", "2"]


def test_a_file_without_a_record_is_a_problem() -> None:
    [problem] = read("<r/>")
    assert isinstance(problem, Problem)
    assert problem.message == "there is no record of MODS in this file"
    assert problem.place is not None and problem.place.line == 1


def test_what_stands_before_a_mistake_is_read() -> None:
    first, problem = read("<r><a>1</a>\n<b></r>")
    assert first == "1" and isinstance(problem, Problem)
    assert problem.message.startswith("this is not well-formed XML: ")
    assert problem.place is not None and problem.place.line == 2
    hint = "export it anew if it is cut off, or fix it at this place"
    assert problem.suggestion == f"what stands before this place was read; {hint}"
    [nothing] = read("<r><a>")
    assert isinstance(nothing, Problem) and nothing.suggestion == hint


def test_an_entity_is_never_resolved() -> None:
    text = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]><r><a>1&e;2</a></r>'
    assert read(text) == ["12"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<t>On <i>Mytilus</i>\n  sp.</t>", "On <i>Mytilus</i> sp."),
        ("<t>H<sub>2</sub>O</t>", "H<sub>2</sub>O"),
        ("<t><italic>a</italic><bold>b</bold></t>", "<i>a</i><b>b</b>"),
        ("<t><sc>a</sc></t>", '<span style="font-variant:small-caps;">a</span>'),
        ("<t><x:i xmlns:x='u'>a <b>b</b></x:i></t>", "<i>a <b>b</b></i>"),
        ("<t><u>a</u><!-- c -->b</t>", "ab"),
        ("<t><i> </i>a</t>", "a"),
    ],
)
def test_marks_that_csl_knows_are_kept(xml: str, text: str) -> None:
    assert marked_text(etree.fromstring(xml)) == text


def test_no_element_has_no_text_on_a_line() -> None:
    assert (marked_text(None), line_text(None)) == ("", "")
