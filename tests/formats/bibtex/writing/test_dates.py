"""Dates as year, month and day, or in EDTF, and what is said where neither can tell them."""

from __future__ import annotations

import pytest

from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.record.fields import Value
from reportcite.values.shapes import Date
from tests.formats.bibtex.writing.test_entry import lines, losses
from tests.formats.files import a_report


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ({"date-parts": [[2024]], "circa": True}, {"year": "{2024}", "date": "{2024~}"}),
        ({"date-parts": [[2023], [2024]]}, {"year": "{2023}", "date": "{2023/2024}"}),
        ({"date-parts": [[-44]]}, {"date": "{-0043}"}),
        ({"literal": "in press"}, {"year": "{in press}"}),
    ],
)
def test_dates_that_year_and_month_cannot_say(date: Value, fields: dict[str, str]) -> None:
    record = a_report(issued=date)
    found = lines(record)
    assert {field: found[field] for field in ("year", "date") if field in found} == fields
    assert losses(record) == {}


def test_of_a_date_that_no_calendar_has_the_year_is_written() -> None:
    record = a_report(
        accessed={"date-parts": [[2024, 2, 30]], "circa": True},
        original_date={"date-parts": [[10**5], [-44, 3, 32]]},
        event_date={"date-parts": [[0, 1]]},
    )
    written = lines(record)
    assert (written["urldate"], written["origdate"]) == ("{2024}", "{-0043}")
    assert "eventdate" not in written
    assert losses(record) == {
        "accessed": "changed", "original-date": "changed", "event-date": "dropped"
    }  # fmt: skip


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_a_day_that_no_calendar_has_is_reported(name: str) -> None:
    write = format_named(name).write
    assert write is not None
    fields = Fields(a_report(available_date={"date-parts": [[2000, 9, 31]]}))
    write(fields, "k")
    assert [loss.field for loss in fields.losses()] == ["available-date"]


def test_of_a_text_that_is_read_as_no_date_of_edtf_the_year_is_written() -> None:
    assert lines(a_report(issued={"literal": "1/-9999"}))["year"] == "{1}"
    assert "date" not in lines(a_report(issued={"literal": "1/-9999"}))


@pytest.mark.parametrize(
    ("point", "fields"),
    [
        ([2024], {"year": "{2024}"}),
        ([2024, 1], {"year": "{2024}", "month": "jan"}),
        ([2024, 12, 7], {"year": "{2024}", "month": "dec", "day": "{7}"}),
    ],
)
def test_a_plain_date_is_year_month_and_day(point: list[int], fields: dict[str, str]) -> None:
    found = lines(a_report(issued={"date-parts": [point]}))
    there = {field: found[field] for field in ("year", "month", "day", "date") if field in found}
    assert there == fields


def test_what_a_text_says_is_only_looked_for_as_a_year_where_it_is_the_date_of_issue() -> None:
    text: Date = {"literal": "2024-05"}
    assert lines(a_report(issued=text)) == lines(a_report(issued={"date-parts": [[2024, 5]]}))
    assert lines(a_report(accessed=text))["urldate"] == "{2024-05}"
    assert lines(a_report(accessed={"literal": "spring 2024"}))["urldate"] == "{2024-21}"
    assert losses(a_report(issued={"literal": "none"})) == {"issued": "dropped"}
    assert losses(a_report(issued={"date-parts": [[2024]], "literal": "2024"})) == {
        "issued": "changed"
    }
