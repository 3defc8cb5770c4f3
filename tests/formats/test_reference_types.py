"""EndNote's reference types: which fields a type has, and what they are called in CSL."""

from __future__ import annotations

import pytest

from reportcite.formats.reference_types import (
    REFERENCE_TYPES,
    WRITTEN_AS,
    endnote_type,
    expected_number,
    read_accession,
    read_proceedings,
    ris_type,
    tags_of,
    type_named,
)
from reportcite.record.fields import FIELDS
from reportcite.vocabulary import ITEM_TYPES


def test_every_type_of_csl_is_written_as_one_that_is_known() -> None:
    assert WRITTEN_AS.keys() == ITEM_TYPES
    assert set(WRITTEN_AS.values()) <= REFERENCE_TYPES.keys()
    assert ris_type("zine") == endnote_type("zine") == "GEN"
    assert all(REFERENCE_TYPES[endnote_type(one)].name for one in ITEM_TYPES)


@pytest.mark.parametrize(
    ("number", "database", "read"),
    [
        ("12", "PubMed", {"PMID": "12"}),
        ("12", "MEDLINE (Ovid)", {"PMID": "12"}),
        ("12", "Medline", {"PMID": "12"}),
        ("12", "NLM", {"PMID": "12"}),
        ("12a", "PubMed", {}),
        ("PMC12", "PMC", {"PMCID": "PMC12"}),
        ("12", "PMC", {}),
        ("PMC12", "PubMed", {}),
        ("ED12", "ERIC", {"archive": "ERIC", "archive_location": "ED12"}),
        ("", "ERIC", {}),
        ("12", "", {}),
    ],
)
def test_works_are_cited_by_the_numbers_of_a_few_databases(
    number: str, database: str, read: dict[str, str]
) -> None:
    assert read_accession(number, database) == read


def test_sn_holds_the_number_that_a_type_is_known_by() -> None:
    assert expected_number("RPRT") == expected_number("PAT") == "number"
    assert expected_number("JOUR") == expected_number("JFULL") == "ISSN"
    assert expected_number("BOOK") == "ISBN"


def test_names_and_numbers_are_those_of_one_type_each() -> None:
    named = [one for one in REFERENCE_TYPES.values() if one.name]
    assert len({one.name for one in named}) == len({one.number for one in named}) == len(named)
    for ris, one in REFERENCE_TYPES.items():
        assert one.csl_type in ITEM_TYPES
        if one.name:
            assert type_named(one.name) == type_named("", str(one.number)) == ris


@pytest.mark.parametrize(
    ("name", "ris"),
    [("journal article", "JOUR"), ("Electronic Source", "ELEC"), ("Zine", ""), ("Serial", "SER")],
)
def test_types_are_known_by_the_names_of_other_versions(name: str, ris: str) -> None:
    assert type_named(name, "27") == ris


@pytest.mark.parametrize("ris", sorted(REFERENCE_TYPES))
def test_every_field_is_a_variable_and_none_is_written_twice(ris: str) -> None:
    known = REFERENCE_TYPES[ris].variables
    assert set(filter(None, known.values())) <= FIELDS
    for present in ((), FIELDS):
        tags = tags_of(ris, present)
        assert len(set(tags.values())) == len(tags)
        assert all(known[tag] == variable or ris == "CONF" for variable, tag in tags.items())


@pytest.mark.parametrize(
    ("ris", "variable", "tag"),
    [
        ("BOOK", "editor", "A3"), ("BOOK", "collection-number", "M1"), ("CHAP", "editor", "A2"),
        ("RPRT", "number", "SN"), ("PAT", "number", "SN"), ("PAT", "call-number", "M1"),
        ("COMP", "version", "ET"), ("STAT", "number", "M1"), ("BILL", "authority", "T3"),
        ("THES", "division", "T2"), ("CASE", "container-title", "A2"), ("MAP", "scale", "C1"),
        ("CASE", "authority", "PB"), ("JOUR", "page", "SP"), ("JOUR", "number", "C7"),
        ("HEAR", "section", "T2"), ("ART", "dimensions", "C3"), ("MPCT", "medium", "C5"),
        ("MANSCPT", "archive", "PB"), ("DATA", "genre", "M3"), ("PCOMM", "recipient", "A2"),
    ],
)  # fmt: skip
def test_what_endnote_has_in_a_field_of_a_type(ris: str, variable: str, tag: str) -> None:
    assert tags_of(ris)[variable] == tag


def test_a_paper_that_is_in_no_proceedings_is_a_conference_paper() -> None:
    assert ris_type("paper-conference") == "CONF"
    assert ris_type("paper-conference", {"event-title"}) == "CPAPER"
    assert ris_type("paper-conference", {"event-title", "container-title"}) == "CONF"


def test_the_only_title_and_place_of_proceedings_are_those_of_the_book() -> None:
    both = tags_of("CONF", {"event-title", "container-title", "event-place", "publisher-place"})
    assert (both["event-title"], both["container-title"]) == ("T2", "C3")
    assert (both["event-place"], both["publisher-place"]) == ("CY", "C1")
    alone = tags_of("CONF", {"container-title", "publisher-place"})
    assert (alone["container-title"], alone["publisher-place"]) == ("T2", "CY")
    assert "event-place" not in tags_of("CONF", {"event-place", "container-title"})
    fields = {"event-title": "A", "event-place": "B", "publisher-place": "C"}
    read_proceedings("CPAPER", fields)
    assert "container-title" not in fields
    read_proceedings("CONF", fields)
    assert fields == {"container-title": "A", "event-place": "B", "publisher-place": "C"}


def test_editors_of_a_series_have_a_place_where_a_reader_takes_them_for_such() -> None:
    assert "collection-editor" not in tags_of("BOOK", {"collection-editor", "title"})
    for beside in ("author", "editor", "collection-title"):
        assert tags_of("BOOK", {"collection-editor", beside})["collection-editor"] == "A2"
