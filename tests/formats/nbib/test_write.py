"""NBIB, written for programs that read what PubMed exports."""

from __future__ import annotations

import pytest

from reportcite.record.fields import Value
from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, read_file, read_record

ARTICLE: dict[str, Value] = {
    "title": "Tide gauges",
    "subtitle": "A review",
    "author": [{"family": "Roe", "given": "Jane M"}, {"literal": "Tidal Group"}],
    "container-title": "Coastal letters",
    "container-title-short": "Coast Lett",
    "volume": "75",
    "issue": "1",
    "page": "125-136",
    "issued": {"date-parts": [[1993, 10, 8]]},
    "ISSN": "0378-5955",
    "DOI": "10.1234/tide",
    "PMID": "12345678",
    "keyword": "tides, gauges",
    "language": "en",
}


def article(**more: Value) -> Record:
    fields = {**ARTICLE, **{name.replace("_", "-"): value for name, value in more.items()}}
    return Record("r1", "article-journal", fields, a_report().place)


def test_an_article() -> None:
    text, [losses] = file_of("nbib", article())
    assert text.split("\n") == [
        "PMID- 12345678", "IS  - 0378-5955", "VI  - 75", "IP  - 1", "DP  - 1993 Oct 8",
        "TI  - Tide gauges: A review.", "JT  - Coastal letters", "PG  - 125-136",
        "LID - 10.1234/tide [doi]", "FAU - Roe, Jane M", "CN  - Tidal Group", "LA  - en",
        "TA  - Coast Lett", "OT  - tides", "OT  - gauges", "PT  - Journal Article", "", "",
    ]  # fmt: skip
    assert [(one.field, one.kind) for one in losses] == [("subtitle", "changed")]
    back = read_record("nbib", text)
    assert {name for name in ARTICLE if back.fields.get(name) != ARTICLE[name]} == {
        "title", "subtitle",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("issued", {"date-parts": [[1993]]}, "DP  - 1993"),
        ("issued", {"date-parts": [[1993, 2]]}, "DP  - 1993 Feb"),
        ("issued", {"date-parts": [[1993], [1994]]}, "DP  - 1993-1994"),
        ("issued", {"date-parts": [[1993, 12], [1994, 1]]}, "DP  - 1993 Dec-1994 Jan"),
        ("available_date", {"date-parts": [[2022, 10, 7]]}, "DEP - 20221007"),
        ("title", "Why?", "TI  - Why? A review."),
        ("note", "A note", "GN  - A note"),
        ("PMCID", "PMC1", "PMC - PMC1"),
        ("URL", "https://example.org/a", "LID - https://example.org/a"),
    ],
)
def test_fields(field: str, value: Value, line: str) -> None:
    assert line in file_of("nbib", article(**{field: value}))[0].split("\n")


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("genre", "Paper", "dropped"),
        ("issued", {"date-parts": [[1993]], "circa": True}, "dropped"),
        ("issued", {"date-parts": [[1993], []]}, "dropped"),
        ("DOI", "none", "dropped"),
        ("ISSN", "978-3-16-148410-0", "dropped"),
        ("publisher_place", "Kiel", "dropped"),
        ("language", "ger", "changed"),
        ("page", "125-36", "changed"),
        ("keyword", "a,b", "changed"),
        ("note", "A &amp; B", "changed"),
        ("author", [{"literal": "A &amp; B"}], "changed"),
        ("abstract", "one\ntwo", "changed"),
        ("author", [{"family": "Plato"}], "changed"),
        ("editor", [{"literal": "\ud800"}], "dropped"),
    ],
)
def test_what_is_lost_is_reported(field: str, value: Value, kind: str) -> None:
    _, [losses] = file_of("nbib", article(**{field: value}))
    name = field.replace("_", "-")
    found = {one.field: one.kind for one in losses}
    assert found.get(name) in (kind, "changed") and name in found


def test_what_a_reader_kept_is_written_again() -> None:
    text = "PMID- 1\nTI  - A.\nFAU - Roe, Jane\nPT  - Journal Article\n"
    more = "AD  - Kiel\nAUID- ORCID: 0000-0002-1825-0097\n"
    record = read_record("nbib", text.replace("PT  -", f"{more}PT  -") + "JID - 9\nSTAT- MEDLINE\n")
    again, [losses] = file_of("nbib", record)
    assert {"JID - 9", "STAT- MEDLINE", *more.split("\n")[:2]} <= set(again.split("\n"))
    assert [one for one in losses if one.field != "issued"] == []
    odd = record._replace(custom={"nbib": {"TI": "x", "zz": "y"}})
    assert {one.field for one in file_of("nbib", odd)[1][0]} >= {"custom/nbib/TI", "custom/nbib/zz"}


def test_a_type_that_nbib_does_not_know_is_reported() -> None:
    _, [losses] = file_of("nbib", a_report()._replace(type="map"))
    assert ("type", "changed") in [(one.field, one.kind) for one in losses]


@pytest.mark.parametrize("literal", [",", ",,"])
def test_of_commas_alone_no_name_is_written(literal: str) -> None:
    assert "FED" not in file_of("nbib", article(editor=[{"literal": literal}]))[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author", [{"family": ",0"}]),
        ("author", [{"given": ",and,\u00a0", "suffix": "de "}]),
        ("editor", [{"family": "others"}]),
        ("title", "A &amp; B"),
    ],
)
def test_it_is_written_as_it_will_be_once_it_was_read(field: str, value: Value) -> None:
    text, _ = file_of("nbib", article(**{field: value}))
    assert file_of("nbib", read_record("nbib", text)._replace(id="r1"))[0] == text


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        ({"keyword": "Mice, Inbred, Mice, Knockout"}, {"keyword"}),
        ({"URL": "https://x.org/doi/10.1234/tide"}, set()),
        ({"URL": "https://doi.org/10.1234/tide"}, {"URL"}),
    ],
)
def test_what_is_written_again_is_the_same(more: dict[str, str], lost: set[str]) -> None:
    text, [losses] = file_of("nbib", article(**more))
    assert {one.field for one in losses} == {"subtitle", *lost}
    back = read_record("nbib", text)
    assert file_of("nbib", back._replace(id="r1"))[0] == text
    assert back.fields.get("URL") == (None if lost else more["URL"])


def test_records_with_and_without_a_number_of_pubmed_stay_apart() -> None:
    without = Record("r2", "book", {"title": "Dunes", "ISBN": "9783161484100"}, a_report().place)
    text, _ = file_of("nbib", article(), without, article(), without)
    found = [one for one in read_file("nbib", text) if isinstance(one, Record)]
    assert [one.fields["title"] for one in found] == ["Tide gauges: A review", "Dunes"] * 2
    assert ["PMID" in one.fields for one in found] == [True, False] * 2


@pytest.mark.parametrize(
    ("csl_type", "number", "more", "written"),
    [
        ("article-journal", "EJ1", {}, True),
        ("report", "ED1", {}, True),
        ("book", "ED1", {"publisher": "Quay"}, True),
        # Of a document, ERIC would have the publisher there, and no article.
        ("chapter", "ED1", {"container-title": "Seas"}, False),
        ("article-journal", "ED1", {}, False),
        ("map", "ED1", {}, False),
        ("article-journal", "EJ1", {"container-title": "Seas"}, True),
    ],
)
def test_a_number_of_eric_comes_back(
    csl_type: str, number: str, more: dict[str, Value], written: bool
) -> None:
    fields: dict[str, Value] = {"title": "Dunes", "archive": "ERIC", "archive_location": number}
    record = Record("r2", csl_type, fields | more, a_report().place)
    text, [losses] = file_of("nbib", record)
    lost = {"archive", "archive_location"} <= {one.field for one in losses}
    assert (f"OWN - ERIC\nOID - {number}\n" in text, lost) == (written, not written)
    if written:
        back = read_record("nbib", text)
        assert (back.type, back.fields) == (csl_type, fields | more)


def test_a_number_of_another_archive_is_none_of_eric() -> None:
    text, _ = file_of("nbib", article(archive="Quay", archive_location="ED1"))
    assert "OID" not in text
