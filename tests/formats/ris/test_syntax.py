"""The lines of a RIS file made into references: tags, values that go on, and where they end."""

from __future__ import annotations

import io

import pytest

from reportcite.formats.reading.numbered_lines import numbered_lines
from reportcite.formats.reading.tagged import Field, Tagged, tagged_records
from reportcite.formats.ris.syntax import SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem


def parsed(text: str, limits: Limits = LIMITS) -> list[Tagged | Problem]:
    lines = numbered_lines(io.BytesIO(text.encode()))
    return list(tagged_records(lines, "a.ris", SYNTAX, limits))


def fields(*lines: str) -> list[tuple[str, str]]:
    """Tag and text of each field in one reference of these lines."""
    [found] = parsed("\n".join(["TY  - BOOK", *lines, "ER  - "]))
    assert isinstance(found, Tagged)
    return [(one.tag, one.text) for one in found.fields()][1:]


def test_a_reference_has_its_line_and_its_values_have_theirs() -> None:
    [found] = parsed("\n1.\nTY  - BOOK\nTI  - A\n\nPY  - 2020\nER  - \n")
    assert isinstance(found, Tagged)
    assert (found.line, found.closed, found.loose, found.not_utf8_line) == (3, True, False, 0)
    assert found.fields() == [Field("TY", 3, "BOOK"), Field("TI", 4, "A"), Field("PY", 6, "2020")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("PY  - 2020", [("PY", "2020")]),
        ("C1  - x", [("C1", "x")]),
        ("PB  -", [("PB", "")]),
        ("PB  -x", []),
        ("PB - x", []),
        ("1A  - x", []),
        ("pb  - x", []),
    ],
)
def test_a_tag_is_two_capitals_two_spaces_and_a_hyphen(
    line: str, found: list[tuple[str, str]]
) -> None:
    assert [one for one in fields("TI  - A", line) if one[0] != "TI"] == found


@pytest.mark.parametrize("begin", ["TY - BOOK", "TY-\tBOOK ", "TY\t-\tBOOK", "TY   - BOOK"])
def test_a_reference_that_begins_loosely_has_loose_tags(begin: str) -> None:
    [found] = parsed(f"{begin}\nTI - A\nPY -\nER -\n")
    assert isinstance(found, Tagged)
    assert found.loose and found.closed
    assert [(one.tag, one.text) for one in found.fields()] == [
        ("TY", "BOOK"),
        ("TI", "A"),
        ("PY", ""),
    ]


def test_a_value_goes_on_in_the_next_line_with_one_space() -> None:
    assert fields("TI  - A title", "that goes", "  on") == [("TI", "A title that goes on")]
    assert fields("TI  - R&amp;D") == [("TI", "R&D")]


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (("KW  - a", "b"), 2),
        (("SN  - 1", "2"), 2),
        (("AU  - Ng, A", "Roe, B"), 2),
        (("A1  - Ng, A", "Roe, B"), 2),
        (("ED  - Ng, A", "Roe, B"), 2),
        (("AU  - Centre for", "Migration"), 1),
        (("KW  - a", " b"), 1),
        (("KW  - a", "\tb"), 1),
        (("KW  - a", ""), 1),
        (("UR  - https://a.de", "HTTP://b.de"), 2),
        (("UR  - https://a.de", "www.b.de"), 2),
        (("UR  - https://a.de", "ftp://b.de"), 2),
        (("UR  - https://a.de/", "b,c"), 1),
        (("AB  - a", "b, c"), 1),
    ],
)
def test_a_line_without_a_tag_is_another_value_where_values_are_listed(
    lines: tuple[str, ...], values: int
) -> None:
    assert len(fields(*lines)) == values


def test_a_further_value_has_the_tag_before_and_its_own_line() -> None:
    [found] = parsed("TY  - BOOK\nKW  - a\nb\nER  - \n")
    assert isinstance(found, Tagged)
    assert found.fields()[1:] == [Field("KW", 2, "a"), Field("KW", 3, "b")]


def test_a_reference_ends_where_the_next_begins() -> None:
    first, second = parsed("TY  - BOOK\nTI  - A\nTY  - RPRT\nTI  - B\n")
    assert isinstance(first, Tagged) and isinstance(second, Tagged)
    assert (first.closed, second.closed, second.line) == (False, False, 3)


def test_values_outside_any_reference_are_reported_once() -> None:
    lines = ["TI  - A", "PY  - 2020", "TY  - BOOK", "ER  - ", "TI  - B", "EF  - "]
    before, reference, behind = parsed("\n".join(lines))
    says = f"error ris-syntax: a value stands outside any RIS reference ({SYNTAX.hint})"
    assert (str(before), str(behind)) == (f"a.ris:1:1: {says}", f"a.ris:5:1: {says}")
    assert isinstance(reference, Tagged) and reference.line == 3
    assert [type(one) for one in parsed("EF  - \nTY  - BOOK\n")] == [Tagged]


def test_ovid_says_behind_a_reference_where_it_is_from() -> None:
    between = (
        "NL  - Ann Sea\n\nLink to the full text: http://a.org\n\nC1  - Database: Embase\n\n"
        "Search:\n---\n\n2. \n"
    )
    found = parsed(f"1. \nTY  - JOUR\nTI  - A\nER  - \n{between}TY  - JOUR\nTI  - B\nER  - \n")
    assert [type(one) for one in found] == [Tagged, Tagged]
    [within] = parsed("TY  - JOUR\nC1  - 12\nER  - \n")
    assert isinstance(within, Tagged) and "C1" in [tag for tag, _ in within.tags]


def test_a_line_that_is_not_utf8_is_remembered_by_its_first() -> None:
    data = b"TY  - BOOK\nTI  - A\nAU  - M\xfcller\nPB  - M\xfcller\nER  - \n"
    [found] = tagged_records(numbered_lines(io.BytesIO(data)), "a.ris", SYNTAX)
    assert isinstance(found, Tagged) and found.not_utf8_line == 3


def test_a_reference_is_as_large_as_allowed_and_no_larger() -> None:
    text = "TY  - BOOK\nTI  - A\nER  - \n"
    size = len("TY  - BOOK\nTI  - A\n")
    [found] = parsed(text, Limits(size))
    assert isinstance(found, Tagged) and found.size == size
    [problem] = parsed(text, Limits(size - 1))
    assert isinstance(problem, Problem)
    assert (problem.rule.name, problem.place) == ("too-large", ("a.ris", 1, 1))


def test_a_file_without_references_says_how_one_begins() -> None:
    for text in ("", "some text\n"):
        [problem] = parsed(text)
        assert isinstance(problem, Problem)
        assert (problem.rule.name, problem.place) == ("no-entries", ("a.ris", 0, 0))
