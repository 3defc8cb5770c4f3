"""NBIB, as PubMed and ERIC export it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, read_record

PUBMED = """\

PMID- 12345678
OWN - NLM
STAT- MEDLINE
IS  - 0378-5955 (Print)
IS  - 2434-561X (Electronic)
VI  - 75
IP  - 1
DP  - 1993 Oct 8
TI  - Tide gauges
      of the North.
PG  - 125-36
LID - S0378-5955(93)0 [pii]
LID - 10.1234/tide [doi]
AB  - First line
      and second.
CI  - Copyright (c) Quay.
FAU - Roe, Jane M
AUID- ORCID: 0000-0002-1825-0097
AU  - Roe JM
AD  - Univ Kiel, Germany.
FAU - Poe, Ann
AU  - Poe A
AU  - et al.
CN  - Tidal Group
LA  - eng
PT  - Case Reports
PT  - Journal Article
TA  - Coast Lett
JT  - Coastal letters
MH  - Tides/*analysis
OT  - gauge
PMC - PMC123
AID - S0378-5955(93)0 [pii]
AID - 10.1234/tide [doi]
SO  - Coast Lett. 1993 Oct 8;75(1):125-36.
"""


def test_an_article_of_pubmed() -> None:
    record = read_record("nbib", PUBMED)
    assert (record.id, record.type, record.place.line) == ("pmid12345678", "article-journal", 2)
    assert record.fields == {
        "PMID": "12345678",
        "ISSN": "0378-5955, 2434-561X",
        "volume": "75",
        "issue": "1",
        "issued": {"date-parts": [[1993, 10, 8]]},
        "title": "Tide gauges of the North",
        "page": "125-136",
        "DOI": "10.1234/tide",
        "abstract": "First line and second.",
        "license": "Copyright (c) Quay.",
        "author": [
            {"family": "Roe", "given": "Jane M"},
            {"family": "Poe", "given": "Ann"},
            {"literal": "Tidal Group"},
        ],
        "language": "en",
        "container-title-short": "Coast Lett",
        "container-title": "Coastal letters",
        "keyword": "Tides/analysis, gauge",
        "PMCID": "PMC123",
    }
    assert record.truncated == {"author"}
    [roe, poe, group] = record.custom["contributors"]["author"]
    assert roe == {
        "ORCID": "https://orcid.org/0000-0002-1825-0097", "affiliation": "Univ Kiel, Germany.",
    }  # fmt: skip
    assert (poe, group) == ({}, {})
    assert record.custom["nbib"] == {
        "OWN": "NLM", "STAT": "MEDLINE", "AID": "S0378-5955(93)0 [pii]", "PT": "Case Reports",
        "MH": "Tides/*analysis",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        ("LID - 310 [pii]\n", "310"),
        ("LID - e0193972 [pii]\n", "e0193972"),
        ("PG  - 17\nLID - 310 [pii]\n", "17"),
        ("LID - S1080-6032(22)00139-9 [pii]\n", None),
        ("AID - 310 [pii]\n", None),
        ("LID - ijms [pii]\n", None),
    ],
)
def test_an_article_without_pages_has_a_number(lines: str, page: str | None) -> None:
    record = read_record("nbib", f"PMID- 1\nTI  - A.\nVI  - 3\n{lines}")
    assert record.fields.get("page") == page


def test_a_heading_that_is_a_main_one_comes_out_again() -> None:
    lines = "MH  - *Education, Higher\nMH  - Adult\nOT  - tides*\n"
    record = read_record("nbib", f"PMID- 1\nTI  - A.\n{lines}")
    assert record.fields["keyword"] == "Education, Higher; Adult; tides*"
    text, _ = file_of("nbib", record)
    back = read_record("nbib", text)
    assert (back.fields["keyword"], back.custom) == (record.fields["keyword"], record.custom)
    assert record.custom["nbib"] == {"MH": "*Education, Higher"}


ERIC = """\
OWN - ERIC
TI  - A study
AU  - van Poe, Ann
JT  - Quay Press
OID - ED123456
DP  - Apr 2019
LID - http://eric.ed.gov/?id=ED123456
PT  - Reports - Research

OWN - ERIC
TI  - An article.
JT  - Coastal Letters
OID - EJ123456
DP  - Article 10 2019
ISSN - EISSN-2434-561X
PT  - Journal Articles
"""


def test_reports_and_articles_of_eric() -> None:
    report, article = read_file("nbib", ERIC)
    assert isinstance(report, Record) and isinstance(article, Record)
    assert report.type == "report"
    assert report.fields == {
        "title": "A study",
        "author": [{"family": "Poe", "given": "Ann", "non-dropping-particle": "van"}],
        "publisher": "Quay Press",
        "issued": {"date-parts": [[2019, 4]]},
        "URL": "http://eric.ed.gov/?id=ED123456",
        "archive": "ERIC",
        "archive_location": "ED123456",
    }
    assert (article.type, article.place.line) == ("article-journal", 10)
    assert article.fields == {
        "title": "An article", "container-title": "Coastal Letters", "number": "10",
        "issued": {"date-parts": [[2019]]}, "ISSN": "2434-561X",
        "archive": "ERIC", "archive_location": "EJ123456",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "type_", "fields"),
    [
        (["PT  - Book Chapter", "TI  - A.", "BTI - B", "PL  - Kiel"], "chapter",
         {"title": "A", "container-title": "B", "publisher-place": "Kiel"}),
        (["PT  - Book", "BTI - B", "ISBN- 9783161484100"], "book",
         {"title": "B", "ISBN": "9783161484100"}),
        (["BTI - B", "TI  - A."], "chapter", {"title": "A", "container-title": "B"}),
        (["DP  - 2019 Apr-May"], "article-journal",
         {"issued": {"date-parts": [[2019, 4], [2019, 5]]}}),
        (["DP  - 1982-1984"], "article-journal", {"issued": {"date-parts": [[1982], [1984]]}}),
        (["DP  - 0001 Jan-0002 Jan"], "article-journal",
         {"issued": {"date-parts": [[1, 1], [2, 1]]}}),
        (["DP  - 2020-05-03"], "article-journal", {"issued": {"date-parts": [[2020, 5, 3]]}}),
        (["DP  - 2020 -"], "article-journal", {"issued": {"date-parts": [[2020]]}}),
        (["DP  - soon"], "article-journal", {"issued": {"literal": "soon"}}),
        (["DEP - 20221007"], "article-journal",
         {"available-date": {"date-parts": [[2022, 10, 7]]}}),
        (["AU  - Roe JM"], "article-journal", {"author": [{"family": "Roe", "given": "JM"}]}),
        (["FED - Roe, Jane"], "article-journal", {"editor": [{"family": "Roe", "given": "Jane"}]}),
        (["AID - https://example.org/a"], "article-journal", {"URL": "https://example.org/a"}),
        (["AID - https://doi.org/10.1234/a"], "article-journal", {"DOI": "10.1234/a"}),
        (["LID - 10.1234/a [doi]", "LID - https://x.org/doi/10.1234/a"], "article-journal",
         {"DOI": "10.1234/a", "URL": "https://x.org/doi/10.1234/a"}),
        (["GN  - A note", "GN  - more"], "article-journal", {"note": "A note\nmore"}),
        (["TI  - Why?"], "article-journal", {"title": "Why?"}),
    ],
)  # fmt: skip
def test_fields(lines: list[str], type_: str, fields: dict[str, object]) -> None:
    record = read_record("nbib", "\n".join(["PMID- 1", *lines]))
    assert (record.type, record.fields) == (type_, {**fields, "PMID": "1"})


def test_another_doi_is_kept() -> None:
    record = read_record("nbib", "PMID- 1\nLID - 10.1234/a [doi]\nAID - 10.1234/b [doi]\n")
    assert record.fields["DOI"] == "10.1234/a"
    assert record.custom == {"nbib": {"AID": "10.1234/b [doi]"}}


def test_a_line_of_nothing_is_a_problem() -> None:
    [problem] = read_file("nbib", "nothing")
    assert isinstance(problem, Problem) and problem.rule.name == "no-entries"


PIECES = ["PMID- 1\n", "OWN - ERIC\n", "TI  - ", "FAU - ", "AU  - ", "AD  - ", "a", "\n", ".",
          "DP  - 2011 ", "LID - ", "10.1/a [doi]", "      "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_pieces_are_read(text: str) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("nbib", text))


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("nbib", b"PMID- 1\n" + data))


def test_a_number_without_a_space_before_it_begins_a_record() -> None:
    found = read_file("nbib", "PMID-12\nTI  - Tides in\nDNA-rich seas\n\nPMID-13\nTI  - Ebb\n")
    titles = [(one.fields["PMID"], one.fields["title"]) for one in found if isinstance(one, Record)]
    assert titles == [("12", "Tides in DNA-rich seas"), ("13", "Ebb")]


@pytest.mark.parametrize(
    ("name", "given", "suffix"),
    [
        ("King, Martin L Jr", "Martin L", "Jr"),
        ("King, Martin 3rd", "Martin", "3rd"),
        ("King, III", "III", None),
        ("King, Martin V", "Martin V", None),
    ],
)
def test_a_suffix_stands_behind_the_given_names(name: str, given: str, suffix: str | None) -> None:
    record = read_record("nbib", f"PMID- 12\nTI  - Tides.\nFAU - {name}\n")
    parts = {"family": "King", "given": given} | ({"suffix": suffix} if suffix else {})
    assert record.fields["author"] == [parts]
    assert "FAU - King" in file_of("nbib", record)[0]
    assert read_record("nbib", file_of("nbib", record)[0]).fields == record.fields
