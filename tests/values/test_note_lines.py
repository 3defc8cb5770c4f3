"""Variables that reference managers, for want of a field, keep in the note."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.values.note_lines import line_of, variables_in_note
from tests.csl.style_xml import printed


@pytest.mark.parametrize(
    ("note", "found", "rest"),
    [
        ("original-title: Air", {"original-title": "Air"}, ""),
        ("DOI: 10.1/2\nstatus: in press", {"DOI": "10.1/2", "status": "in press"}, ""),
        ("original-title: Air\nA remark.", {"original-title": "Air"}, "A remark."),
        ("{:original-title: Air} A remark.", {"original-title": "Air"}, "A remark."),
        ("event-date: 2004-10", {"event-date": {"raw": "2004-10"}}, ""),
        ("original_date: 1900", {"original-date": {"raw": "1900"}}, ""),
        ("type: dataset", {"type": "dataset"}, ""),
        ("container-title-short: J.", {"container-title-short": "J."}, ""),
    ],
)
def test_variables_stand_in_lines_or_in_braces(note: str, found: dict[str, Any], rest: str) -> None:
    assert variables_in_note(note) == (found, rest)


def test_names_stand_one_to_a_line() -> None:
    found, _ = variables_in_note("director: Doe || Jane\ndirector: DeZIM Institut")

    assert found == {
        "director": [{"family": "Doe", "given": "Jane"}, {"literal": "DeZIM Institut"}]
    }


@pytest.mark.parametrize(
    "note",
    ["A remark.", "Warning: hot", "Note: with appendices", "Title: Air",
     "A remark.\noriginal-title: Air", "see http://example.org", "a:b",
     "{:no such: Air}", "{:warning: hot}"],
)  # fmt: skip
def test_other_text_is_left_alone(note: str) -> None:
    assert variables_in_note(note) == ({}, note)


def test_they_print_like_any_other() -> None:
    layout = '<group delimiter=" | "><text variable="title"/><text variable="note"/></group>'
    original = '<text variable="original-title" prefix=" &lt;"/>'

    assert printed(layout + original, title="Air", note="original-title: Luft\nA remark.") == (
        "Air | A remark. <Luft"
    )


def test_a_variable_of_the_item_itself_wins() -> None:
    assert printed('<text variable="title"/>', title="Air", note="title: Fire") == "Air"


def test_a_type_in_the_note_is_what_the_item_is() -> None:
    layout = '<choose><if type="dataset"><text value="data"/></if></choose><text value="."/>'

    assert printed(layout, note="type: dataset") == "data."


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("original-title: Air", ("original-title", "Air")),
        (" DOI:10.1/2 ", ("DOI", "10.1/2")),
        ("container_title: a: b", ("container_title", "a: b")),
        ("A remark: yes", None),
        ("-title: Air", None),
        ("title-: Air", None),
        ("title:", None),
    ],
)
def test_a_line_has_a_name_before_its_colon(line: str, parts: tuple[str, str] | None) -> None:
    assert line_of(line) == parts
