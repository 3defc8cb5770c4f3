"""What the agencies of DOIs answer is read as what it means, whatever way they write it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportcite.record.model import Record
from tests.formats.files import read_record


def read(**members: Any) -> Record:
    """The record in an item of Crossref, `_` for `-`, in a file of CSL-JSON."""
    item = {name.replace("_", "-"): value for name, value in members.items()}
    return read_record("csl-json", json.dumps({"type": "journal-article", "title": ["A"], **item}))


def date(*parts: int | None) -> dict[str, Any]:
    return {"date-parts": [[*parts]]}


def test_lists_are_texts_and_texts_have_the_markup_of_csl() -> None:
    found = read(
        title=["The <i>E. coli</i> report &amp; more"],
        subtitle=["A <jats:bold>view</jats:bold>"],
        abstract="<jats:title>Abstract</jats:title><jats:p>Soil is old.</jats:p>",
        container_title=["Field &amp; Notes"],
        short_container_title=["Field Not."],
    )
    assert found.type == "article-journal"
    assert found.fields == {
        "title": "The <i>E. coli</i> report & more",
        "subtitle": "A <b>view</b>",
        "abstract": "Soil is old.",
        "container-title": "Field & Notes",
        "container-title-short": "Field Not.",
    }


def test_a_service_that_preserves_a_work_is_no_archive_that_is_cited() -> None:
    found = read(archive=["CLOCKSS", "Portico"])
    assert "archive" not in found.fields
    assert found.custom["crossref"] == {"archive": ["CLOCKSS", "Portico"]}
    assert read(archive="HU").fields["archive"] == "HU"


def test_a_text_in_an_item_of_another_program_is_what_it_is() -> None:
    found = read_record("csl-json", '{"id": "a", "type": "book", "title": "A &amp; <p>b</p>"}')
    assert found.fields["title"] == "A &amp; <p>b</p>"


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        ({"issued": date(2020), "published-print": date(2021)}, 2020),
        ({"issued": date(None), "published-print": date(2021, 5), "created": date(2019)}, 2021),
        ({"issued": {"date-parts": [[]]}, "published-online": date(2022), "posted": date(1)}, 2022),
        ({"posted": date(2018, 1, 2), "created": date(2019)}, 2018),
        ({"created": {"date-parts": [[2019, 1]], "timestamp": 1, "date-time": "x"}}, 2019),
    ],
)
def test_the_best_date_that_there_is_counts(dates: dict[str, Any], year: int) -> None:
    issued = read(**dates).fields["issued"]
    assert isinstance(issued, dict) and issued["date-parts"][0][0] == year


def test_without_any_date_it_is_undated() -> None:
    found = read(issued=date(None), created={"date-parts": [[None]]})
    assert "issued" not in found.fields and "issued" in found.stated_none


@pytest.mark.parametrize("typed", ["2020", {"raw": "2020"}, date(2020)])
def test_a_date_may_be_written_in_other_ways(typed: Any) -> None:
    year = {"date-parts": [[2020]]}
    assert read(published_print=typed).fields["issued"] == read(issued=year).fields["issued"]
    event = read(type="proceedings-article", event={"name": "Tidal", "start": typed})
    assert event.fields["event-date"] == read(issued=year).fields["issued"]
    assert "event-date" not in read(event={"name": "Tidal", "start": date(None)}).fields


def test_names_in_capitals_and_organizations() -> None:
    found = read(
        author=[
            {"family": "RATZ", "given": "NORA", "sequence": "first", "affiliation": []},
            {"name": "UNESCO", "sequence": "additional"},
        ]
    )
    assert found.fields["author"] == [{"family": "Ratz", "given": "Nora"}, {"literal": "UNESCO"}]
    assert [problem for problem in found.problems if problem.rule.name == "unknown-key"] == []


def test_numbers_are_no_uris() -> None:
    found = read(
        DOI="http://dx.doi.org/10.1234/abc",
        ISBN=["http://id.crossref.org/isbn/9783948289829", "978-0-306-40615-7"],
        ISSN=["http://id.crossref.org/issn/0028-0836"],
    )
    assert found.fields["DOI"] == "10.1234/abc"
    assert found.fields["ISBN"] == "9783948289829, 978-0-306-40615-7"
    assert found.fields["ISSN"] == "0028-0836"


@pytest.mark.parametrize(
    ("url", "resource", "expected"),
    [
        ("http://dx.doi.org/10.1234/a", None, None),
        ("https://doi.org/10.1234/A", {"primary": {"URL": "https://x.org/a"}}, "https://x.org/a"),
        ("https://y.org/", {"primary": {"URL": "https://x.org/a"}}, "https://y.org/"),
        (None, {"primary": {"URL": "https://x.org/a"}}, "https://x.org/a"),
        ("https://y.org/", None, "https://y.org/"),
    ],
)
def test_the_page_counts_and_no_link_of_the_doi(
    url: str | None, resource: Any, expected: str | None
) -> None:
    found = read(DOI="10.1234/a", URL=url, resource=resource)
    assert found.fields.get("URL") == expected


def test_a_chapter_is_in_a_book_which_is_in_a_series() -> None:
    both = ["Lecture Notes", "Seeing Soil"]
    found = read(type="book-chapter", container_title=both).fields
    assert (found["container-title"], found["collection-title"]) == ("Seeing Soil", "Lecture Notes")
    journal = read(container_title=both)
    assert journal.fields["container-title"] == "Lecture Notes"
    assert next(one.rule.name for one in journal.problems) == "several-values"


def test_a_subtitle_that_the_title_has_is_given_once() -> None:
    assert "subtitle" not in read(title=["Soil: A View"], subtitle=["A view"]).fields


def test_a_thesis_and_a_preprint_come_from_an_institution() -> None:
    place = [{"name": "Uni Bern", "place": ["Bern"], "department": ["Soil"]}]
    thesis = read(type="dissertation", institution=place, degree=["PhD"], publisher="X")
    assert thesis.type == "thesis"
    assert thesis.fields["publisher"] == "Uni Bern"
    assert thesis.fields["publisher-place"] == "Bern"
    assert thesis.fields["genre"] == "PhD"
    preprint = read(type="posted-content", institution=[{"name": "bioRxiv"}], publisher="CSHL")
    assert (preprint.type, preprint.fields["publisher"]) == ("article", "bioRxiv")
    report = read(type="report", institution=place, publisher="X")
    assert report.fields["publisher"] == "X" and "publisher-place" not in report.fields
    assert read(type="report", institution=place).fields["publisher"] == "Uni Bern"


def test_an_event_has_a_title_a_place_and_dates() -> None:
    event = {
        "name": "Tidal",
        "location": "Kiel",
        "start": date(2015, 11, 15),
        "end": date(2015, 11, 20),
    }
    found = read(type="proceedings-article", event=event).fields
    assert found["event-title"] == "Tidal" and found["event-place"] == "Kiel"
    assert found["event-date"] == {"date-parts": [[2015, 11, 15], [2015, 11, 20]]}
    one_day = read(event={"start": date(2015), "end": date(2015)}).fields
    assert one_day["event-date"] == {"date-parts": [[2015]]}


def test_what_csl_has_no_variable_for_is_kept_and_the_rest_named() -> None:
    found = read(
        funder=[{"name": "SNF"}], license=[{"URL": "https://x.org/by"}], score=1, indexed={"a": 1},
        custom={"mine": 1}, relation={}, language="en",
    )  # fmt: skip
    assert found.custom["mine"] == 1
    assert found.custom["crossref"]["funder"] == [{"name": "SNF"}]
    assert found.custom["crossref"]["license"] == [{"URL": "https://x.org/by"}]
    assert found.fields["license"] == "https://x.org/by"
    assert "relation" not in found.custom["crossref"]
    [named] = [one for one in found.problems if one.rule.name == "other-data"]
    assert "“score” and “indexed”" in named.message or "score" in named.message


def test_an_item_whose_id_is_its_doi_is_one_of_datacite() -> None:
    item = {
        "id": "https://doi.org/10.5/A",
        "DOI": "10.5/a",
        "type": "dataset",
        "title": "A &amp; b",
    }
    assert read_record("csl-json", json.dumps(item)).fields["title"] == "A & b"
    other = item | {"DOI": "10.5/b"}
    assert read_record("csl-json", json.dumps(other)).fields["title"] == "A &amp; b"
