"""What T2 of a thesis means."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.record.model import Record
from tests.formats.files import file_of, read_record

THESIS = "TY  - THES\r\nT1  - Urban heat\r\nT2  - {}\r\n{}ER  - \r\n"


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("from the city to its houses", "subtitle"),
        ("From the City Averages to Single Houses of Kiel", "subtitle"),
        ("Department of the History of the Cities of Kiel", "division"),
        ("Electrical Engineering and Computer Science", "division"),
        ("Physics", "division"),
        ("PhD Series", "collection-title"),
        ("Acta Kilonensia", "collection-title"),
    ],
)
def test_it_is_a_department_or_what_pure_and_others_have_there(text: str, variable: str) -> None:
    record = read_record("ris", THESIS.format(text, ""))
    assert record.fields == {"title": "Urban heat", variable: text}


def test_beside_a_series_it_is_no_series() -> None:
    fields = read_record("ris", THESIS.format("PhD Series", "T3  - Bricks\r\n")).fields
    assert (fields["collection-title"], fields["division"]) == ("Bricks", "PhD Series")


@pytest.mark.parametrize(
    ("division", "written"),
    [
        ("Physics", "T2  - Physics\r\n"),
        ("of Physics", "M1  - Division: of Physics\r\n"),
        ("Acta", "M1  - Division: Acta\r\n"),
        ("a: b", "N1  - Division: a: b\r\n"),
    ],
)
def test_a_department_that_would_be_taken_for_these_is_named(division: str, written: str) -> None:
    record = Record("r1", "thesis", {"title": "A", "division": division}, Place("x"))
    text, [losses] = file_of("ris", record)
    assert written in text and losses == []
    assert read_record("ris", text).fields["division"] == division
