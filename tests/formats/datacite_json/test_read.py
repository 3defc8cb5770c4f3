"""DOIs of DataCite come out of every kind of answer with all that they hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportcite.record.model import Record
from tests.formats.files import read_record

DOI: dict[str, Any] = {
    "doi": "10.1234/soil",
    "types": {"resourceTypeGeneral": "Report"},
    "creators": [{"name": "Doe, Jane", "nameType": "Personal"}],
    "titles": [{"title": "Soil"}, {"title": "A view", "titleType": "Subtitle"}],
    "publisher": {"name": "Alder"},
    "publicationYear": 2021,
}


def read(**members: Any) -> Record:
    return read_record("datacite-json", json.dumps(DOI | members))


@pytest.mark.parametrize(
    "answer",
    [
        DOI,
        [DOI],
        {"data": {"id": "10.1234/soil", "type": "dois", "attributes": DOI}},
        {"data": [{"id": "10.1234/soil", "attributes": DOI}], "meta": {"total": 1}},
        {"id": "10.1234/soil", "attributes": DOI},
    ],
)
def test_a_doi_is_found_in_every_answer(answer: Any) -> None:
    found = read_record("datacite-json", json.dumps(answer))
    assert (found.id, found.type) == ("10.1234/soil", "report")
    assert found.fields == {
        "title": "Soil",
        "subtitle": "A view",
        "author": [{"family": "Doe", "given": "Jane"}],
        "publisher": "Alder",
        "issued": {"date-parts": [[2021]]},
        "DOI": "10.1234/soil",
    }


@pytest.mark.parametrize(
    ("dates", "year", "issued"),
    [
        ([("Issued", "2021-05-07")], 2021, [2021, 5, 7]),
        ([("Issued", "2020"), ("Issued", "2019")], 2021, [2020]),
        ([("Available", "2021-03"), ("Created", "2021")], 2021, [2021, 3]),
        ([("Available", "2019-03"), ("Created", "2021-01")], 2021, [2021, 1]),
        ([("Updated", "2022")], 2021, [2021]),
        ([("Available", "2019-03")], None, None),
    ],
)
def test_the_date_of_issue_or_the_fullest_of_its_year(
    dates: list[tuple[str, str]], year: int | None, issued: list[int] | None
) -> None:
    given = [{"dateType": kind, "date": date} for kind, date in dates]
    found = read(dates=given, publicationYear=year).fields.get("issued")
    assert found == (issued and {"date-parts": [issued]})


def test_other_dates_have_variables_of_their_own() -> None:
    dates = [{"dateType": kind, "date": "2020"} for kind in ("Submitted", "Available", "Valid")]
    found = read(dates=dates).fields
    assert found["submitted"] == found["available-date"] == {"date-parts": [[2020]]}


def test_a_translated_title_counts_where_there_is_no_other() -> None:
    translated = {"title": "Boden", "titleType": "TranslatedTitle"}
    assert read(titles=[translated]).fields["title"] == "Boden"
    assert read(titles=[translated, {"title": "Soil"}]).fields["title"] == "Soil"
    assert read(titles=None).fields.get("title") is None


def test_the_abstract_in_the_language_of_the_work_counts_and_has_no_html() -> None:
    several = [
        {"description": "Soil", "descriptionType": "Abstract", "lang": "en"},
        {"description": "<p>Boden &amp; Luft</p>", "descriptionType": "Abstract", "lang": "de"},
        {"description": "How", "descriptionType": "Methods"},
    ]
    assert read(descriptions=several, language="de").fields["abstract"] == "Boden & Luft"
    found = read(descriptions=several)
    assert found.fields["abstract"] == "Soil"
    assert found.custom["datacite"]["descriptions"] == several[2:]


@pytest.mark.parametrize(
    ("sizes", "field", "value"),
    [
        (["42-79 Seiten"], "page", "42-79"),
        (["12 MB", "pp. 3 – 9"], "page", "3–9"),
        (["120 pages"], "number-of-pages", "120"),
        (["12 MB"], "page", None),
        ("7 p.", "number-of-pages", "7"),
    ],
)
def test_a_size_in_pages_is_pages(sizes: Any, field: str, value: str | None) -> None:
    assert read(sizes=sizes).fields.get(field) == value


def test_numbers_keywords_and_rights() -> None:
    found = read(
        identifiers=[{"identifier": "978-0-306-40615-7", "identifierType": "ISBN"}],
        alternateIdentifiers=[
            {"alternateIdentifier": "R 5", "alternateIdentifierType": "Report Number"}
        ],
        subjects=[{"subject": "soil"}, {"subject": "air"}],
        rightsList=[{"rights": "CC BY"}, {"rightsUri": "https://x.org"}],
    )
    assert found.fields["ISBN"] == "978-0-306-40615-7"
    assert found.fields["number"] == "R 5"
    assert found.fields["keyword"] == "soil, air"
    assert found.fields["license"] == "CC BY, https://x.org"


def test_what_csl_has_no_variable_for_is_kept_and_the_rest_named() -> None:
    found = read(fundingReferences=[{"funderName": "SNF"}], state="findable", sizes=[])
    assert found.custom["datacite"]["fundingReferences"] == [{"funderName": "SNF"}]
    [named] = found.problems
    assert named.rule.name == "other-data" and "“state”" in named.message


def test_fields_have_their_places() -> None:
    text = '{"data": {"attributes": {\n"doi": "10.1/a",\n "titles": [{"title": "A"}]}}}'
    found = read_record("datacite-json", text)
    assert found.places["title"] == (3, 2) and found.places["DOI"] == (2, 1)


@pytest.mark.parametrize(
    "odd", [{"creators": "x"}, {"dates": {}}, {"types": None}, {"titles": [1]}]
)
def test_members_of_another_shape_do_no_harm(odd: dict[str, Any]) -> None:
    assert read(**odd).id == "10.1234/soil"
