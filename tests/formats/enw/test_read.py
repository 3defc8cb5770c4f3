"""ENW, as EndNote, library catalogues and refer write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

FILE = """\
%0 Journal Article
%A Roe, Jane
%A Tidal Group,
%T Tide gauges
%J Coastal Letters
%O Coast. Lett.
%D 2012
%8 Feb 7
%V 3
%N 4
%P 11-19
%@ 0378-5955
%K tides
gauges
%X First line
and second.
%U https://example.org/a
%R 10.1234/tide
%G eng
%F Roe12
%+ Univ Kiel
%1 A note of the law
%Z A note

%0 Report
%T Next
%A et al.
"""


def test_an_article_and_a_report() -> None:
    article, report = read_file("enw", FILE)
    assert isinstance(article, Record) and isinstance(report, Record)
    assert (article.id, article.type, article.place.line) == ("Roe12", "article-journal", 1)
    assert article.fields == {
        "author": [{"family": "Roe", "given": "Jane"}, {"literal": "Tidal Group"}],
        "title": "Tide gauges",
        "container-title": "Coastal Letters",
        "container-title-short": "Coast. Lett.",
        "issued": {"date-parts": [[2012, 2, 7]]},
        "volume": "3",
        "issue": "4",
        "page": "11-19",
        "ISSN": "0378-5955",
        "keyword": "tides, gauges",
        "abstract": "First line and second.",
        "URL": "https://example.org/a",
        "DOI": "10.1234/tide",
        "language": "en",
        "note": "A note",
    }
    assert article.places["title"] == (4, 1)
    assert article.custom == {"ris": {"AD": "Univ Kiel", "C1": "A note of the law"}}
    assert (report.type, report.id, report.place.line) == ("report", "anonndnext", 25)


@pytest.mark.parametrize(
    ("lines", "type_", "fields"),
    [
        (["%T A", "%A Roe, J", "%I Kiel : Quay", "%D 1891"], "book",
         {"title": "A", "author": [{"family": "Roe", "given": "J"}], "publisher": "Kiel : Quay",
          "issued": {"date-parts": [[1891]]}}),
        (["%T A", "%B B"], "chapter", {"title": "A", "container-title": "B"}),
        (["%T A", "%J J"], "article-journal", {"title": "A", "container-title": "J"}),
        (["%T A"], "document", {"title": "A"}),
        (["%0 Zine", "%T A"], "document", {"title": "A"}),
        (["%0 Report", "%@ WP 12", "%P 47"], "report", {"number": "WP 12",
                                                        "number-of-pages": "47"}),
        (["%0 Report", "%R WP 12"], "report", {"number": "WP 12"}),
        (["%0 Report", "%P 1-9"], "report", {"page": "1-9"}),
        (["%0 Book", "%A A, B", "%E C, D", "%Y E, F"], "book",
         {"author": [{"family": "A", "given": "B"}],
          "collection-editor": [{"family": "C", "given": "D"}],
          "editor": [{"family": "E", "given": "F"}]}),
        (["%0 Book", "%E C, D"], "book", {"editor": [{"family": "C", "given": "D"}]}),
        (["%0 Edited Book", "%A A, B"], "book", {"editor": [{"family": "A", "given": "B"}]}),
        (["%0 Computer Program", "%7 2.1"], "software", {"version": "2.1"}),
        (["%0 Journal Article", "%2 PMC1", "%] e12", "%9 Article"], "article-journal",
         {"PMCID": "PMC1", "number": "e12"}),
        (["%0 Journal Article", "%7 second"], "article-journal", {"edition": "second"}),
        (["%0 Book", "%U doi:10.1234/a"], "book", {"DOI": "10.1234/a"}),
        (["%0 Book", "%[ 2024-01-02"], "book", {"accessed": {"date-parts": [[2024, 1, 2]]}}),
        (["%0 Book", "%T %20 is a space", "%< remember"], "book",
         {"title": "%20 is a space", "annote": "remember"}),
        (["%0 Journal Article", "%M 123", "%~ PubMed"], "article-journal",
         {"source": "PubMed", "PMID": "123"}),
        (["%0 Journal Article", "%M 123", "%W NLM"], "article-journal",
         {"source": "NLM", "PMID": "123"}),
        (["%0 Journal Article", "%M 123", "%~ Scopus"], "article-journal", {"source": "Scopus"}),
        (["%0 Report", "%M ED12", "%~ ERIC"], "report",
         {"source": "ERIC", "archive": "ERIC", "archive_location": "ED12"}),
        (["%0 Conference Proceedings", "%B Proc."], "paper-conference",
         {"container-title": "Proc."}),
    ],
)  # fmt: skip
def test_fields(lines: list[str], type_: str, fields: dict[str, object]) -> None:
    record = read_record("enw", "\n".join(lines))
    assert (record.type, record.fields) == (type_, fields)


def test_references_without_their_type_are_parted_by_blank_lines() -> None:
    found = read_file("enw", "%T A\n%A B\n\n\n%T C\n")
    assert [isinstance(one, Record) and one.fields["title"] for one in found] == ["A", "C"]


def test_the_number_of_another_database_is_kept() -> None:
    record = read_record("enw", "%0 Journal Article\n%M 123\n%M 124\n%~ Scopus\n")
    assert record.custom == {"ris": {"AN": ["123", "124"]}}
    record = read_record("enw", "%0 Journal Article\n%M 123\n%M 124\n%~ PubMed\n")
    assert (record.fields["PMID"], record.custom) == ("123", {"ris": {"AN": "124"}})


def test_a_tag_that_nobody_knows_is_kept() -> None:
    assert read_record("enw", "%0 Book\n%= x").custom == {"enw": {"%=": "x"}}


def test_a_file_without_references_is_a_problem() -> None:
    [problem] = read_file("enw", "nothing")
    assert isinstance(problem, Problem) and problem.rule.name == "no-entries"


PIECES = ["%0 Report\n", "%0 Book\n", "%T ", "%A ", "%E ", "%@ ", "%< title: ", "a", "\n", ",",
          "%D 2011\n", "%8 ", "%R ", "%P 1", "%2 "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_pieces_are_read(text: str) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("enw", text))


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("enw", b"%0 Book\n" + data))


def test_a_link_into_a_database_is_kept() -> None:
    record = read_record("enw", "%0 Book\n%T A\n%U <Go to ISI>://WOS:1\n")
    assert "URL" not in record.fields and record.custom == {"ris": {"UR": "<Go to ISI>://WOS:1"}}
