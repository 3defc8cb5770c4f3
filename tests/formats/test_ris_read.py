"""RIS of either specification, as programs and databases export it, and what is broken in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.errors import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

FILE = """\

1.
TY  - RPRT
ID  - key1
T1  - A title that a program has
wrapped onto a second line
A1  - Ratzmann, Nora
AU  - van der Berg, Jan, Jr.
AU  - Humboldt, Alexander von
AU  - DeZIM Institut
PB  - DeZIM Institut
CY  - Berlin
Y1  - 2024/03/07/
SN  - 978-3-948289-82-9
SN  - WP 12/2024
T2  - Working papers
M1  - Series Number: 12
M3  - Working paper
SP  - 47
KW  - a
KW  - b, c
N2  - First paragraph.
N2  - Second paragraph.
N1  - One note
N1  - Another note
N1  - Event Title: Berlin: a conference
DO  - 10.5555/12345678
UR  - https://example.org/a
UR  - https://example.org/b
Y2  - 2024/11/22/
LA  - de
C5  - something
ER  - 

TY  - JOUR
TI  - An article
JO  - The Journal
PY  - 2020
DA  - March 7
SP  - 12
EP  - 34
VL  - 3
IS  - 2
SN  - 0378-5955
ER  -
"""  # noqa: W291 - the blank after ER belongs to the format


def test_both_specifications() -> None:
    report, article = (one for one in read_file("ris", FILE) if isinstance(one, Record))
    assert (report.id, report.type, report.place.line) == ("key1", "report", 3)
    assert report.fields == {
        "citation-key": "key1",
        "title": "A title that a program has wrapped onto a second line",
        "author": [
            {"family": "Ratzmann", "given": "Nora"},
            {"non-dropping-particle": "van der", "family": "Berg", "given": "Jan", "suffix": "Jr."},
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            {"literal": "DeZIM Institut"},
        ],
        "publisher": "DeZIM Institut",
        "publisher-place": "Berlin",
        "issued": {"date-parts": [[2024, 3, 7]]},
        "ISBN": "978-3-948289-82-9",
        "number": "WP 12/2024",
        "collection-title": "Working papers",
        "collection-number": "12",
        "genre": "Working paper",
        "number-of-pages": "47",
        "keyword": "a, b, c",
        "abstract": "First paragraph. Second paragraph.",
        "note": "One note\nAnother note",
        "event-title": "Berlin: a conference",
        "DOI": "10.5555/12345678",
        "URL": "https://example.org/a",
        "accessed": {"date-parts": [[2024, 11, 22]]},
        "language": "de",
    }
    assert [(one.rule, one.place.line) for one in report.problems] == [
        ("second-value", 29), ("unknown-field", 32),
    ]  # fmt: skip
    assert article.fields == {
        "title": "An article",
        "container-title": "The Journal",
        "issued": {"date-parts": [[2020, 3, 7]]},
        "page": "12-34",
        "volume": "3",
        "issue": "2",
        "ISSN": "0378-5955",
    }
    assert article.id == "anon2020article"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_ending(encoding: str, ending: str) -> None:
    data = ending.join(["TY  - GEN", "TI  - Größe", "ER  - ", ""]).encode(encoding)
    record = read_record("ris", data)
    assert record.fields["title"] == "Größe"
    assert [one.rule for one in record.problems] == (["encoding"] if encoding == "cp1252" else [])


def test_a_missing_end_is_noticed_and_costs_nothing() -> None:
    first, second = read_file("ris", "TY  - GEN\nTI  - A\nTY  - GEN\nTI  - B")
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.fields["title"], second.fields["title"]) == ("A", "B")
    assert [one.rule for one in first.problems] == ["ris-unclosed"]


def test_what_stands_outside_a_reference_is_named_and_the_others_come_through() -> None:
    text = (
        "TY  - BOOK\nTI  - A\nER  - \nTI  - lost\nAU  - lost\nER  - \nTY  - BOOK\nTI  - B\nER  - "
    )
    first, problem, last = read_file("ris", text)
    assert isinstance(first, Record) and isinstance(last, Record)
    assert isinstance(problem, Problem) and problem.place.line == 4


@pytest.mark.parametrize("data", ["", "no RIS at all", b"\x00\xff\x00"])
def test_a_file_without_references_is_a_problem(data: str | bytes) -> None:
    [problem] = read_file("ris", data)
    assert isinstance(problem, Problem) and problem.rule == "no-entries"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2024"], {"date-parts": [[2024]]}),
        (["PY  - 2024///"], {"date-parts": [[2024]]}),
        (["PY  - 1998///Spring"], {"date-parts": [[1998]], "season": 1}),
        (["PY  - 2024", "DA  - 2024/05//"], {"date-parts": [[2024, 5]]}),
        (["PY  - 2024", "DA  - 2023/05/01/"], {"date-parts": [[2024]]}),
        (["DA  - 2024-05-07"], {"date-parts": [[2024, 5, 7]]}),
        (["PY  - 2024", "M1  - Issued: 2024/2025"], {"date-parts": [[2024], [2025]]}),
        (["PY  - in press"], {"literal": "in press"}),
    ],
)
def test_dates(lines: list[str], date: object) -> None:
    text = "\n".join(["TY  - RPRT", *lines, "ER  - "])
    assert read_record("ris", text).fields["issued"] == date


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("ris", data))


PIECES = ["TY  - RPRT\n", "ER  - \n", "TI  - ", "M1  - ", "AU  - ", "PY  - ", "a", "\n", ",", ":",
          "2024", "Type: ", "/", " || "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_pieces_of_references(text: str) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("ris", text))


BOMBS = {
    "no end": "TY  - RPRT\n" + "TI  - x\n" * 200_000,
    "wrapped lines": "TY  - RPRT\nTI  - x\n" + "x\n" * 300_000,
    "one long line": "TY  - RPRT\nTI  - " + "x" * 5_000_000,
    "keywords": "TY  - RPRT\n" + "KW  - x\n" * 100_000 + "ER  - \n",
    "notes": "TY  - RPRT\n" + "N1  - x\n" * 100_000 + "ER  - \n",
    "references": "TY  - RPRT\n" * 50_000,
    "commas": "TY  - RPRT\nAU  - " + "a, " * 200_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_input_made_to_be_slow_is_read_to_its_end(name: str) -> None:
    """Each takes about a second; were the reader quadratic, some would take hours."""
    assert read_file("ris", BOMBS[name])


def test_tags_with_single_blanks_are_taken() -> None:
    proper = "TY  - BOOK\nTI  - A\nER  - \n"
    loose = "TY - BOOK\nTI - B\nAU - Smith, Jo\nUR -\nAB - One - two\nthree\nER -\n"
    first, second = read_file("ris", proper + loose)
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.fields["title"], second.fields["title"]) == ("A", "B")
    assert second.fields["author"] == [{"family": "Smith", "given": "Jo"}]
    assert second.fields["abstract"] == "One - two three"
    assert (second.type, second.place.line) == ("book", 4)
    assert len(read_file("ris", loose + loose)) == 2


def test_a_wrapped_line_that_looks_loosely_tagged_belongs_to_its_text() -> None:
    record = read_record("ris", "TY  - BOOK\nAB  - Plan\nAB - or plan B\nER  - ")
    assert record.fields["abstract"] == "Plan AB - or plan B"


def test_a_type_nobody_knows_is_a_warning() -> None:
    record = read_record("ris", "TY  - XYZW\nTI  - A\nER  - ")
    assert record.type == "document"
    [problem] = record.problems
    assert (problem.rule, problem.severity) == ("unknown-type", "warning")
    assert "XYZW" in problem.message


def test_an_empty_file_says_what_was_expected() -> None:
    [problem] = read_file("ris", "")
    assert isinstance(problem, Problem) and "TY  - BOOK" in problem.suggestion
