"""A line of a list says whose a record is, of when, and what it is called."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite import Record
from reportcite.cli.listed import row_of
from reportcite.vocabulary import CREATORS

KALT, ROE, POE = ({"family": one, "given": "A."} for one in ("Kalt", "Roe", "Poe"))


def record(**fields: Any) -> Record:
    return Record.from_fields(id="x", title="Tides", **fields)


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([KALT], "Kalt"),
        ([KALT, ROE, POE], "Kalt, Roe, Poe"),
        ([KALT, ROE, POE, {"literal": "DeZIM"}], "Kalt et al."),
        ([{"literal": "DeZIM"}], "DeZIM"),
        ([{"given": "Madonna"}], "Madonna"),
    ],
)
def test_three_names_are_shown_at_most(names: list[dict[str, str]], shown: str) -> None:
    assert row_of(record(author=names)).author == shown


@pytest.mark.parametrize("role", CREATORS)
def test_whoever_made_it_is_shown_where_nobody_before_is_named(role: str) -> None:
    later = CREATORS[CREATORS.index(role) + 1 :]
    names = {role: [KALT], **{one: [ROE] for one in later}}
    found = record(**{name.replace("-", "_"): value for name, value in names.items()})
    assert row_of(found).author == "Kalt"


def test_of_a_range_the_first_year_is_shown_and_titles_are_whole() -> None:
    row = row_of(record(issued="1998/2001", subtitle="On <i>Sea</i>"))
    assert (row.key, row.year, row.title) == ("x", "1998", "Tides: On Sea")
    assert row_of(record()).year == ""
