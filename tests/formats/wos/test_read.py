"""Plain text of the Web of Science."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

FILE = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Roe, JM
   van Poe, A
AF Roe, Jane M.
   van Poe, Anna
TI Tide gauges of
   the North
SO COASTAL LETTERS
LA English
DT Article
DE tides; gauges
ID SEA LEVEL
AB First.
C1 [Roe, Jane M.] Univ Kiel, Kiel, Germany.
OI Roe, Jane M./0000-0002-1825-0097
SN 0378-5955
EI 2434-561X
J9 COAST LETT
JI Coast. Lett.
PD FEB 7
PY 2012
VL 3
IS 4
BP 11
EP 19
AR e12
DI 10.1234/tide
PU QUAY
PI KIEL
PM 123
TC 5
UT WOS:000000000000001
ER

EF
"""


def test_an_article() -> None:
    record = read_record("wos", FILE)
    assert (record.type, record.place.line) == ("article-journal", 3)
    assert record.fields == {
        "author": [
            {"family": "Roe", "given": "Jane M."},
            {"family": "Poe", "given": "Anna", "non-dropping-particle": "van"},
        ],
        "title": "Tide gauges of the North",
        "container-title": "COASTAL LETTERS",
        "container-title-short": "Coast. Lett.",
        "language": "en",
        "keyword": "tides, gauges, SEA LEVEL",
        "abstract": "First.",
        "ISSN": "0378-5955, 2434-561X",
        "issued": {"date-parts": [[2012, 2, 7]]},
        "volume": "3",
        "issue": "4",
        "page": "11-19",
        "number": "e12",
        "DOI": "10.1234/tide",
        "publisher": "QUAY",
        "publisher-place": "Kiel",
        "PMID": "123",
    }
    assert record.custom["ris"] == {"AN": "WOS:000000000000001"}
    assert record.custom["wos"] == {
        "C1": "[Roe, Jane M.] Univ Kiel, Kiel, Germany.", "TC": "5", "J9": "COAST LETT",
    }  # fmt: skip
    [known, nothing] = record.custom["contributors"]["author"]
    assert (known, nothing) == ({"ORCID": "https://orcid.org/0000-0002-1825-0097"}, {})


def wos(*lines: str) -> Record:
    return read_record("wos", "\n".join([*lines, "ER", "", "EF"]))


@pytest.mark.parametrize(
    ("lines", "type_"),
    [
        (["PT J"], "article-journal"),
        (["PT B"], "book"),
        (["PT S"], "chapter"),
        (["PT P", "DT Patent"], "patent"),
        (["PT B", "DT Article; Book Chapter"], "chapter"),
        (["PT B", "DT Proceedings Paper"], "paper-conference"),
        (["PT J", "DT Article; Proceedings Paper"], "article-journal"),
        (["PT J", "DT Book Review"], "review-book"),
        (["PT X"], "article-journal"),
    ],
)
def test_the_type_is_that_of_the_document(lines: list[str], type_: str) -> None:
    assert wos(*lines).type == type_


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (["PT J", "PD SPR", "PY 2011"], {"issued": {"date-parts": [[2011]], "season": 1}}),
        (["PT J", "BP 82", "EP 82"], {"page": "82"}),
        (["PT J", "PS 221-230"], {"page": "221-230"}),
        (["PT J", "J9 COAST LETT"], {"container-title-short": "COAST LETT"}),
        (["PT J", "D2 10.1234/book"], {"DOI": "10.1234/book"}),
        (["PT J", "PN 2"], {"part-number": "2"}),
        (["PT B", "BF Roe, J"], {"container-author": [{"family": "Roe", "given": "J"}]}),
        (["PT B", "SO Tides"], {"title": "Tides"}),
        (["PT B", "BN 978-3-16-148410-0"], {"ISBN": "978-3-16-148410-0"}),
        (["PT J", "DT Poetry"], {"genre": "Poetry"}),
        (["PT J", "DT Article; Early Access"], {"genre": "Early Access"}),
        (["PT J", "DT Article; Proceedings Paper"], {}),
        (["PT J", "PI ST LOUIS"], {"publisher-place": "St Louis"}),
        (["PT J", "PI Bad Ems"], {"publisher-place": "Bad Ems"}),
        (["PT B", "CT Tidal 2020", "CL Kiel", "CY FEB 21-23, 2005"],
         {"event-title": "Tidal 2020", "event-place": "Kiel",
          "event-date": {"date-parts": [[2005, 2, 21], [2005, 2, 23]]}}),
        (["PT P", "PN US 1", "AE Quay Inc", "PC USA", "DG June 28, 2011", "PD X", "PY 2011"],
         {"number": "US 1", "publisher": "Quay Inc", "publisher-place": "USA",
          "issued": {"date-parts": [[2011, 6, 28]]}}),
        (["PT J", "AU Roe, Jane (j@roe.org)", "Poe, Ann"],
         {"author": [{"family": "Roe", "given": "Jane"}, {"family": "Poe", "given": "Ann"}]}),
        (["PT J", "CA Tidal Group"], {"author": [{"literal": "Tidal Group"}]}),
    ],
)  # fmt: skip
def test_fields(lines: list[str], fields: dict[str, object]) -> None:
    assert wos(*lines).fields == fields


def test_two_dois_are_that_of_the_article_and_one_that_is_kept() -> None:
    record = wos("PT J", "DI 10.1234/a", "D2 10.1234/b")
    assert (record.fields, record.custom) == ({"DOI": "10.1234/a"}, {"wos": {"D2": "10.1234/b"}})


def test_a_tag_that_the_web_of_science_has_not_is_kept_and_said() -> None:
    record = read_record(
        "wos", "PT J\nAU Ng, A.\nTI Tides\nSO SEAS\nQQ new\nQQ newer\nPY 2011\nER\n"
    )
    assert record.fields["container-title"] == "SEAS"
    assert record.custom["wos"] == {"QQ": ["new", "newer"]}
    assert [str(one) for one in record.problems] == [
        f"refs:{line}:1: notice unknown-field: QQ is no tag of wos: its value is kept as it is"
        for line in (5, 6)
    ]


def test_a_line_outside_of_any_record_and_an_empty_file_are_problems() -> None:
    [outside] = read_file("wos", "TI A\n")
    assert isinstance(outside, Problem) and outside.rule.name == "tagged-syntax"
    [problem] = read_file("wos", "FN x\nVR 1\nEF\n")
    assert isinstance(problem, Problem) and problem.rule.name == "no-entries"


PIECES = ["PT J\n", "ER\n", "EF\n", "TI ", "AU ", "   ", "a", "\n", "PY 2011\n", "SN ", "(a@b)"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_pieces_are_read(text: str) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("wos", text))


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("wos", b"PT J\n" + data))
