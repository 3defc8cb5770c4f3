"""How BibTeX writes values: names and dates in LaTeX, languages by babel's names."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.notation import notation
from reportcite.record.model import Record
from reportcite.record.untyped import Untyped
from tests.formats.files import read_file

NOTATION = notation("non-dropping-particle")
HUMBOLDT = {"family": "Humboldt", "given": "Alexander"}


def test_a_von_part_is_the_kind_of_particle_that_the_entry_says() -> None:
    for particle in ("dropping-particle", "non-dropping-particle"):
        names, _, _ = notation(particle).names("author", "von Humboldt, Alexander")
        assert names == [{**HUMBOLDT, particle: "von"}]


def test_a_list_that_ends_in_and_others_goes_on() -> None:
    assert NOTATION.names("editor", "Humboldt, Alexander and others") == ([HUMBOLDT], [], True)
    assert NOTATION.names("editor", "Humboldt, Alexander") == ([HUMBOLDT], [], False)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("2024~", {"date-parts": [[2024]], "circa": True}),
        ("2024-05/2024-06", {"date-parts": [[2024, 5], [2024, 6]]}),
        ("5~May 2024", {"date-parts": [[2024, 5, 5]]}),
        ({"year": "2024", "month": "may", "day": "5"}, {"date-parts": [[2024, 5, 5]]}),
        ({"year": "2024", "month": "", "day": ""}, {"date-parts": [[2024]]}),
    ],
)
def test_a_date_is_edtf_or_words_or_three_fields(value: Untyped, date: object) -> None:
    reading = NOTATION.date("issued", value)
    assert (reading.date, reading.problem) == (date, None)


@pytest.mark.parametrize(
    ("variable", "value", "text"),
    [
        ("edition", "Second", "2"),
        ("ISBN", "978-3-16-148410-0 3161484100", "978-3-16-148410-0, 3161484100"),
        ("ISSN", "0378-5955 1234-5678", "0378-5955, 1234-5678"),
        ("keyword", "a; b", "a, b"),
        ("language", {"language": "en", "langid": "american"}, "en-US"),
        ("language", {"language": "", "langid": "ngerman"}, "de"),
    ],
)
def test_texts_that_are_read_as_what_they_mean(variable: str, value: object, text: str) -> None:
    assert NOTATION.texts[variable](value) == text


def test_bibtex_states_nothing_to_be_none() -> None:
    assert NOTATION.states_none is False
    assert notation("dropping-particle") is notation("dropping-particle")


@pytest.mark.parametrize("author", ["others", "and others", " and "])
def test_a_list_that_names_nobody_is_reported_like_a_missing_one(author: str) -> None:
    entry = f"@book{{a, author={{{author}}}, title={{T}}, date={{2024}}, publisher={{X}}}}"
    [record] = read_file("bibtex", entry)
    assert isinstance(record, Record)
    assert record.stated_none == {"author"}
    assert "recommended-field" in [problem.rule.name for problem in record.problems]
