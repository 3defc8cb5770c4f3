"""Entries filled into a template, all texts at once or value by value: the same entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.writing.templates import (
    Stands,
    Surround,
    Template,
    families_and_givens,
    fill_for_frame,
    fill_template,
    make_template,
    write_key,
)
from reportcite.record.fields import Value
from reportcite.record.frame import Frame
from reportcite.record.model import Record


def _text(fields: Fields, variable: str, tag: str, value: Any) -> str:
    return f"{tag}={value.replace('&', '&amp;')}\n"


def _count(fields: Fields, variable: str, tag: str, value: Any) -> str:
    return f"{tag}#{variable}:{len(value)}\n"


def _stands(variable: str, tag: str, kind: str) -> Stands | None:
    return (lambda text: text != "ambiguous") if variable == "note" and tag == "N" else None


def template(*targets: tuple[str, str, str]) -> Template:
    writers = {"text": _text, "count": _count}
    surround = Surround("<", ">\n", "end\n")
    return make_template(surround, targets, writers, {"text": "{}=%s\n"}, _stands)


def entry(one: Template, values: dict[str, Value], *, verbatim: bool) -> tuple[str, Fields]:
    fields = Fields(Record("r1", "report", values, Place("x")))
    looked_at: list[Sequence[str]] = []

    def need_no_escaping(record: Record, texts: Sequence[str]) -> bool:
        looked_at.append(texts)
        return verbatim

    text = fill_template(one, fields, "key", need_no_escaping)
    assert len(looked_at) == 1
    return text, fields


VALUES: dict[str, Value] = {"title": "Ab", "author": [{"literal": "B"}], "note": "C", "genre": "D"}


@pytest.mark.parametrize("verbatim", [True, False])
@pytest.mark.parametrize(
    ("targets", "lines"),
    [
        ([], ""),
        ([("title", "T", "text")], "T=Ab\n"),
        ([("author", "A", "count")], "A#author:1\n"),
        ([("author", "A", "count"), ("title", "T", "text")], "A#author:1\nT=Ab\n"),
        (
            [("title", "T", "text"), ("author", "A", "count"), ("note", "N", "text"),
             ("genre", "G", "text")],
            "T=Ab\nA#author:1\nN=C\nG=D\n",
        ),
    ],
)  # fmt: skip
def test_lines_stand_in_the_order_of_the_targets(
    verbatim: bool, targets: list[tuple[str, str, str]], lines: str
) -> None:
    text, fields = entry(template(*targets), VALUES, verbatim=verbatim)
    assert text == f"<key>\n{lines}end\n"
    assert all(fields.is_carried(variable) for variable, _, _ in targets)


def test_a_text_that_must_be_escaped_is_written_by_its_writer() -> None:
    one = template(("title", "T", "text"), ("note", "N", "text"))
    values: dict[str, Value] = {"title": "R&D", "note": "plain"}
    assert entry(one, values, verbatim=False)[0] == "<key>\nT=R&amp;D\nN=plain\nend\n"
    assert entry(one, values, verbatim=True)[0] == "<key>\nT=R&D\nN=plain\nend\n"


def test_a_percent_sign_in_a_value_is_no_place_of_a_value() -> None:
    one = template(("title", "T", "text"), ("note", "N", "text"))
    assert "T=100 %s\n" in entry(one, {"title": "100 %s", "note": "{}"}, verbatim=True)[0]


def test_a_text_that_would_be_read_as_something_else_is_written_by_its_writer() -> None:
    """Then all of the entry is: what needs no escaping is not even asked for."""
    one = template(("title", "T", "text"), ("note", "N", "text"))
    values: dict[str, Value] = {"title": "R&D", "note": "ambiguous"}
    fields = Fields(Record("r1", "report", values, Place("x")))
    assert fill_template(one, fields, "key", _never_asked).startswith("<key>\nT=R&amp;D\nN=amb")


def _never_asked(record: Record, texts: Sequence[str]) -> bool:
    raise AssertionError(texts)


def test_a_key_has_no_line_and_what_it_loses_is_declared() -> None:
    for key, kinds in (("beck1986", []), ("beck,1986}", ["changed"])):
        fields = Fields(Record("r1", "report", {"citation-key": key}, Place("x")))
        fields.carry("citation-key")
        assert write_key(fields, "citation-key", "", key) == ""
        assert [loss.kind for loss in fields.losses()] == kinds


def test_many_entries_are_filled_in_as_one_is() -> None:
    one = template(("note", "N", "text"), ("title", "T", "text"), ("author", "A", "count"))
    notes = ["plain"] * 20 + ["ambiguous"] + ["plain"] * 19
    records = [
        Record(f"r{n}", "report", {"note": note, "title": f"{n}&", "author": [{}] * n}, Place("x"))
        for n, note in enumerate(notes)
    ]
    columns = {name: [r.fields[name] for r in records] for name in records[0].fields}
    frame = Frame("report", range(40), records, columns)
    asked: list[int] = []

    def lines(variable: str, tag: str, column: Sequence[Any]) -> Sequence[str] | None:
        asked.append(len(column))
        return None if [] in column else [f"{tag}#{variable}:{len(one)}\n" for one in column]

    for need in (_verbatim, _escaped):
        expected = [fill_template(one, Fields(record), "key", need) for record in records]
        assert expected == fill_for_frame(one, frame, "key", need, {})
        assert expected == fill_for_frame(one, frame, "key", need, {_count: lines})
    assert asked == [10, 10, 10]  # those around the one that is written by itself


def _verbatim(record: Record, texts: Sequence[str]) -> bool:
    return True


def _escaped(record: Record, texts: Sequence[str]) -> bool:
    return False


def test_persons_have_two_parts() -> None:
    first, second = {"family": "a", "given": "b"}, {"given": "d", "family": "c"}
    found = families_and_givens([[first], [second]])  # type: ignore[list-item]
    assert found == (["a", "c"], ["b", "d"])
    assert families_and_givens([[{"family": "a", "given": "b"}, {"family": "a"}]]) is None
