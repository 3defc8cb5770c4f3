"""Fields of an entry that say one thing together."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.reading.joined import (
    csl_type_of,
    raw_of,
    read_eprint,
    read_issued,
    read_options,
    read_stated_language,
    rename_together,
    text_of,
)
from reportcite.formats.bibtex.reading.parse import ParsedEntry, Value


def source(**fields: str) -> dict[str, Value]:
    return {name: Value(text, 1) for name, text in fields.items()}


def test_a_field_is_read_as_latex_or_as_text_and_a_missing_one_is_empty() -> None:
    fields = source(note=r"Caf\'e \&amp; Bar")
    assert raw_of(fields, "note") == r"Caf\'e \&amp; Bar"
    assert text_of(fields, "note") == "Café &amp; Bar"
    assert (raw_of(fields, "title"), text_of(fields, "title")) == ("", "")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (source(date="1986-05", year="1985"), ("date", "1986-05")),
        (source(date=" ", year="1985"), ("year", {"year": "1985", "month": "", "day": ""})),
        (source(year="1985", month="may", day="3"),
         ("year", {"year": "1985", "month": "may", "day": "3"})),
        (source(year=" ", month="may"), None),
        (source(month="may"), None),
    ],
)  # fmt: skip
def test_the_date_is_biblatexs_or_else_made_of_year_month_and_day(
    fields: dict[str, Value], expected: object
) -> None:
    assert read_issued(fields) == expected


@pytest.mark.parametrize(
    ("fields", "field_name", "tag"),
    [
        (source(language="german"), "language", "de"),
        (source(language="german and english"), "language", "de"),
        (source(language="en", langid="british"), "language", "en-GB"),
        (source(langid="ngerman", hyphenation="english"), "langid", "de"),
        (source(hyphenation="english"), "hyphenation", "en"),
    ],
)
def test_a_language_is_stated_by_name_or_as_babel_calls_it(
    fields: dict[str, Value], field_name: str, tag: str
) -> None:
    found = read_stated_language(fields)
    assert found is not None
    assert (found[0].field_name, found[1]) == (field_name, tag)


def test_an_entry_without_any_of_these_fields_states_no_language() -> None:
    assert read_stated_language(source(title="German")) is None


@pytest.mark.parametrize(
    ("raw", "drops", "others"),
    [
        ("useprefix=false", True, ""),
        ("useprefix=true", False, ""),
        ("skipbib, UsePrefix = False, maxnames=3", True, "skipbib,maxnames=3"),
        ("skipbib=true", False, "skipbib=true"),
        ("", False, ""),
    ],
)
def test_options_say_whether_particles_drop_and_the_others_are_left(
    raw: str, drops: bool, others: str
) -> None:
    assert read_options(raw) == (drops, others)


def test_an_eprint_has_an_archive_a_place_in_it_and_an_address() -> None:
    fields = source(eprint="arXiv:2301.01234", archiveprefix="arXiv", primaryclass="hep-th")
    assert [*read_eprint(fields, {})] == [
        ("eprint", "archive_location", "arXiv:2301.01234"),
        ("archiveprefix", "archive", "arXiv"),
        ("primaryclass", "archive_collection", "hep-th"),
        ("eprint", "URL", "https://arxiv.org/abs/2301.01234"),
    ]


def test_biblatex_calls_the_same_eprinttype_and_eprintclass() -> None:
    fields = source(eprint="12345", eprinttype="jstor", eprintclass="x")
    assert [*read_eprint(fields, {})] == [
        ("eprint", "archive_location", "12345"),
        ("eprinttype", "archive", "jstor"),
        ("eprintclass", "archive_collection", "x"),
        ("eprint", "URL", "https://www.jstor.org/stable/12345"),
    ]


def test_arxivid_by_itself_names_the_archive_too() -> None:
    assert [*read_eprint(source(arxivid="2301.01234"), {"URL"})] == [
        ("arxivid", "archive_location", "2301.01234"),
        ("arxivid", "archive", "arXiv"),
    ]


def test_beside_eprint_arxivid_says_nothing_more() -> None:
    found = [*read_eprint(source(eprint="1", arxivid="2"), {})]
    assert found == [("eprint", "archive_location", "1")]


def test_the_number_that_pubmed_gave_is_a_pmid() -> None:
    fields = source(eprint="123", eprinttype="PubMed")
    assert [*read_eprint(fields, {})] == [("eprint", "PMID", "123")]
    assert [*read_eprint(fields, {"PMID"})] == []


def test_what_is_known_is_not_said_again_and_a_doi_is_address_enough() -> None:
    fields = source(eprint="2301.01234", eprinttype="arxiv")
    assert [*read_eprint(fields, {"DOI", "archive"})] == [
        ("eprint", "archive_location", "2301.01234")
    ]


@pytest.mark.parametrize(
    ("entry_type", "fields", "csl_type"),
    [
        ("book", source(), "book"),
        ("article", source(entrysubtype="magazine"), "article-magazine"),
        ("article", source(entrysubtype="Newspaper"), "article-newspaper"),
        ("misc", source(entrysubtype="song"), "song"),
        ("misc", source(entrysubtype="unheard of"), "document"),
        ("unpublished", source(eventtitle="A Day"), "speech"),
        ("unpublished", source(), "manuscript"),
        ("song", source(), "song"),
        ("whatsit", source(), "document"),
    ],
)
def test_the_type_is_what_entrysubtype_names_or_else_what_the_entry_type_says(
    entry_type: str, fields: dict[str, Value], csl_type: str
) -> None:
    assert csl_type_of(ParsedEntry(entry_type, "key", 1, fields, [])) == csl_type


def renamed(csl_type: str, **fields: str) -> dict[str, str]:
    found = source(**fields)
    rename_together(found, csl_type)
    return {name: value.text for name, value in found.items()}


@pytest.mark.parametrize(
    ("csl_type", "fields", "expected"),
    [
        ("paper-conference", {"address": "New York", "location": "Oslo"},
         {"address": "New York", "venue": "Oslo"}),
        ("book", {"address": "New York", "location": "Oslo"},
         {"address": "New York", "location": "Oslo"}),
        ("article-journal", {"fjournal": "Journal of Soil", "journal": "J. Soil"},
         {"journaltitle": "Journal of Soil", "shortjournal": "J. Soil"}),
        ("chapter", {"maintitle": "Works", "mainsubtitle": "All", "booktitle": "Essays"},
         {"csl-volume-title": "Essays", "booktitle": "Works: All"}),
        ("article-journal", {"number": "3", "issue": "Spring"}, {"number": "3, Spring"}),
        ("article-journal", {"number": "3", "issue": "3"}, {"number": "3"}),
        ("article-journal", {"issue": "3"}, {"number": "3"}),
        ("report", {"issue": "3"}, {"issue": "3"}),
        ("book", {"series": "3"}, {"number": "3"}),
        ("book", {"series": "3", "number": "4"}, {"series": "3", "number": "4"}),
        ("book", {"series": "1984"}, {"series": "1984"}),
        ("report", {"series": "3"}, {"series": "3"}),
        ("article-journal", {"series": "3"}, {"series": "3rd series"}),
        ("article-journal", {"series": "12", "langid": "english"},
         {"series": "12th series", "langid": "english"}),
        ("article-journal", {"series": "3", "langid": "german"},
         {"series": "3", "langid": "german"}),
        ("article-journal", {"series": "newseries"}, {"series": "New series"}),
        ("periodical", {"title": "Soil", "subtitle": "A Journal", "issuetitle": "Clay",
                        "issuesubtitle": "Wet"},
         {"journaltitle": "Soil: A Journal", "title": "Clay", "subtitle": "Wet"}),
        ("periodical", {"title": "Soil", "subtitle": "A Journal"},
         {"title": "Soil", "subtitle": "A Journal"}),
    ],
)  # fmt: skip
def test_fields_are_called_by_what_they_mean_beside_others(
    csl_type: str, fields: dict[str, str], expected: dict[str, str]
) -> None:
    assert renamed(csl_type, **fields) == expected
