"""The tagged format of RefWorks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

FILE = """\
RT Book, Section
SR Electronic(1)
ID 206
A1 Roe,Jane
A1 van Poe,Ann
T1 Tide gauges
YR 2002
FD Feb 7
VO 1
SP 101
OP 123
K1 Tides
K1 Sea level
AB A chapter
that goes on
NO A note
A2 Doe,J.
T2 The sea
T3 Seas
PB Quay
PP Kiel, DE
SN 3161484100 (paperback)
AD U Kiel
AN 2002-1
LA English
LK https://example.org/a
DO doi:10.1234/a

RT Journal Article
T1 Next
JF Coastal Letters
JO Coast. Lett.
SN 0378-5955
"""


def test_a_chapter_and_an_article() -> None:
    chapter, article = read_file("refworks", FILE)
    assert isinstance(chapter, Record) and isinstance(article, Record)
    assert chapter.fields == {
        "author": [
            {"family": "Roe", "given": "Jane"},
            {"family": "Poe", "given": "Ann", "non-dropping-particle": "van"},
        ],
        "title": "Tide gauges",
        "issued": {"date-parts": [[2002, 2, 7]]},
        "volume": "1",
        "page": "101-123",
        "keyword": "Tides, Sea level",
        "abstract": "A chapter that goes on",
        "note": "A note",
        "editor": [{"family": "Doe", "given": "J."}],
        "container-title": "The sea",
        "collection-title": "Seas",
        "publisher": "Quay",
        "publisher-place": "Kiel, DE",
        "ISBN": "3161484100",
        "language": "en",
        "URL": "https://example.org/a",
        "DOI": "10.1234/a",
    }
    assert chapter.custom == {
        "refworks": {"SR": "Electronic(1)", "ID": "206", "AD": "U Kiel"}, "ris": {"AN": "2002-1"},
    }  # fmt: skip
    assert (article.type, article.place.line) == ("article-journal", 29)
    assert article.fields == {
        "title": "Next", "container-title": "Coastal Letters",
        "container-title-short": "Coast. Lett.", "ISSN": "0378-5955",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "type_", "fields"),
    [
        (["RT Book, Whole", "T2 Series", "SP 340"], "book",
         {"collection-title": "Series", "number-of-pages": "340"}),
        (["RT Book, Edited", "A1 Roe,J"], "book", {"editor": [{"family": "Roe", "given": "J"}]}),
        (["RT Report", "SN WP 12"], "report", {"number": "WP 12"}),
        (["RT Journal, Electronic", "JO Letters"], "article-journal",
         {"container-title": "Letters"}),
        (["RT Journal Article", "DB PubMed", "AN 123"], "article-journal",
         {"source": "PubMed", "PMID": "123"}),
        (["RT Web Page", "WT Site", "RD 2020/01/02"], "webpage",
         {"container-title": "Site", "accessed": {"date-parts": [[2020, 1, 2]]}}),
        (["RT Whatever", "T1 A"], "document", {"title": "A"}),
    ],
)  # fmt: skip
def test_fields(lines: list[str], type_: str, fields: dict[str, object]) -> None:
    record = read_record("refworks", "\n".join(lines))
    assert (record.type, record.fields) == (type_, fields)


PIECES = ["RT Report\n", "T1 ", "A1 ", "SN ", "a", "\n", "YR 2011\n", "SP 1\n", "OP 2\n", "LK "]


def test_a_tag_that_refworks_has_not_is_kept_and_said() -> None:
    record = read_record(
        "refworks", "RT Journal Article\nA1 Ng,A.\nT1 Tides\nYR 2002\nQZ new\nVO 3\n"
    )
    assert (record.fields["issued"], record.fields["volume"]) == ({"date-parts": [[2002]]}, "3")
    assert record.custom["refworks"] == {"QZ": "new"}
    assert [one.rule.name for one in record.problems] == ["unknown-field"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_pieces_are_read(text: str) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("refworks", text))


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    found = read_file("refworks", b"RT Report\n" + data)
    assert all(isinstance(one, Record | Problem) for one in found)


def test_a_link_into_a_database_is_kept() -> None:
    record = read_record("refworks", "RT Book, Whole\nT1 A\nLK <Go to ISI>://WOS:1\n")
    assert "URL" not in record.fields
    assert record.custom == {"refworks": {"LK": "<Go to ISI>://WOS:1"}}
