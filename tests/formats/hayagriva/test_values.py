"""Texts, names and dates as Hayagriva writes them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.hayagriva.values import (
    NOTATION,
    read_text,
    write_date,
    write_name,
    write_text,
)


@given(st.text(alphabet="ab{}$\\ >"))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert read_text(write_text(text)) == text.strip()


def test_markup_is_left_out_and_protection_of_case_is_none_of_the_text() -> None:
    assert write_text("<i>E. coli</i> a < b") == "E. coli a < b"
    assert read_text("The {NASA} report") == "The NASA report"
    assert read_text({"value": "A", "verbatim": "true"}) == read_text({"name": "A"}) == "A"
    assert read_text(None) == ""


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"family": "Doe", "given": "Jane"}, "Doe, Jane"),
        ({"literal": "UNICEF"}, "UNICEF"),
        ({"literal": "Doe, Roe and Sons"}, {"name": "Doe, Roe and Sons"}),
        ({"literal": "the team"}, {"name": "the team"}),
        ({"family": "Leyen", "given": "Ursula", "non-dropping-particle": "von der"},
         {"name": "Leyen", "given-name": "Ursula", "prefix": "von der"}),
        ({"family": "Doe", "given": "Max", "suffix": "Jr."},
         {"name": "Doe", "given-name": "Max", "suffix": "Jr."}),
        ({"family": "doe", "given": "max"}, {"name": "doe", "given-name": "max"}),
        ({"family": "Doe", "given": "a, b"}, {"name": "Doe", "given-name": "a, b"}),
    ],
)  # fmt: skip
def test_a_name_is_one_text_where_that_is_read_as_the_same(
    name: dict[str, str], written: Any
) -> None:
    assert write_name(name) == written  # type: ignore[arg-type]
    assert NOTATION.names("author", written).names == [name]


def test_names_that_others_write() -> None:
    def read(value: Any) -> list[Any]:
        return NOTATION.names("author", value).names

    assert read("von der Leyen, Ursula") == [
        {"family": "Leyen", "given": "Ursula", "non-dropping-particle": "von der"}
    ]
    assert read("Luther King, Martin, Jr.")[0]["suffix"] == "Jr."
    assert read({"name": "Watkins", "given-name": "Gloria", "alias": "bell hooks"})[0]["alias"]
    assert read("") == read({}) == read({"given-name": "A"}) == []


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ({"date-parts": [[2024, 3, 7]]}, "2024-03-07"),
        ({"date-parts": [[44]]}, "0044"),
        ({"date-parts": [[2024]], "circa": True}, "~2024"),
        ({"date-parts": [[-44]]}, ""),
        ({"date-parts": [[2023, 5], [2024]]}, "2023-05"),
        ({"date-parts": [[], [2024]]}, ""),
        ({"literal": "soon"}, ""),
    ],
)
def test_a_date_is_a_day_month_or_year_of_our_era(date: Any, text: str) -> None:
    assert write_date(date) == text
