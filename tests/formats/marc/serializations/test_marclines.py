"""MARC as lines of text, as MarcEdit, Aleph, yaz-marcdump and catalogues write and show it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path, PurePath

import pytest

from reportcite.formats.marc.serializations.marclines import FORMAT, read
from reportcite.formats.registry import names_of
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record
from tests.formats.marc.catalogue import iso2709

MARCEDIT = r"""=LDR  00000nam a2200000 a 4500
=001  a1
=008  940501s1993\\\\dcu\\\\\\\\\\\000\0\eng\d
=100  1\$aM{uml}uller, J{acute}anos,$d1930-
=245  14$aThe price of {dollar}5 :$ba {lcub}story{rcub}
=650  \4$aTides
"""
ALEPH = """000000001 FMT   L BK
000000001 LDR   L ^^^^^nam^a22^^^^^^a^4500
000000001 008   L 200101s1993^^^^xx^^^^^^^^^^^^000^0^eng^d
000000001 1001  L $$aMüller, János
000000001 24514 L $$aThe <<high>> tides :$$ba story
000000002 LDR   L 00000nam^a2200000^a^4500
000000002 001   L b2
000000002 24500 L $$aMore
"""
YAZ = """00881nam a22002294a 4500
001 a1
008 940501s1993    dcu           000 0 eng d
100 1  $a Müller, János
245 14 $a The high tides for $9 : $b a story
650  0 $a Tides
"""
CATALOGUE = """000 00881nam a22002294a 4500
001 a1
020 __ |a 0306406152
100 1_ |a Müller, János, |d 1930-
245 1 4 |a The high tides : |b a story of
       the sea
"""
PERL = """LDR 00000nam  22002538a 4500
001     a1
100 1  _aMüller, János.
245 14 _aThe high tides :
       _ba story_c
"""


def ids(data: bytes | str) -> list[str]:
    """The id of each record, or the rule and the line of each problem."""
    return [
        one.id if isinstance(one, Record) else f"{one.rule.name} {one.place and one.place.line}"
        for one in read_file("marc-lines", data)
    ]


def test_a_record_of_marcedit() -> None:
    record = read_record("marc-lines", MARCEDIT)
    assert (record.id, record.type) == ("a1", "book")
    assert record.fields["title"] == "The price of $5"
    assert record.fields["subtitle"] == "a {story}"
    assert record.fields["author"] == [{"family": "Müller", "given": "János"}]
    assert record.fields["issued"] == {"date-parts": [[1993]]}
    assert record.fields["language"] == "en"
    assert record.custom["marc"]["650"] == [" 4‡aTides"]


def test_a_record_of_aleph_ends_where_another_number_begins() -> None:
    first, second = read_file("marc-lines", ALEPH)
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.id, second.id) == ("000000001", "b2")
    assert first.fields["title"] == "The high tides"
    assert first.fields["issued"] == {"date-parts": [[1993]]}
    assert first.custom["marc"]["FMT"] == ["BK"]


@pytest.mark.parametrize("data", [YAZ, CATALOGUE, PERL])
def test_lines_as_programs_show_them(data: str) -> None:
    record = read_record("marc-lines", data)
    assert record.id == "a1"
    assert str(record.fields["title"]).startswith("The high tides")
    assert str(record.fields["subtitle"]).startswith("a story")
    assert record.fields["author"] == [{"family": "Müller", "given": "János"}]


def test_a_mark_within_a_text_begins_no_subfield_where_codes_have_spaces_round_them() -> None:
    assert read_record("marc-lines", YAZ).fields["title"] == "The high tides for $9"


def test_behind_an_underscore_stands_one_subfield_to_a_line() -> None:
    record = read_record("marc-lines", f"{PERL}856 40 _uhttps://example.org/my_page_2\n")
    assert record.fields["URL"] == "https://example.org/my_page_2"


def test_subfields_have_no_spaces_round_them() -> None:
    assert read_record("marc-lines", YAZ).custom["marc"]["650"] == [" 0‡aTides"]


def test_a_line_without_a_tag_goes_on_with_the_one_before() -> None:
    assert read_record("marc-lines", CATALOGUE).fields["subtitle"] == "a story of the sea"


def test_records_are_parted_by_blank_lines_or_leaders() -> None:
    assert ids(f"\n{MARCEDIT}\n\n{MARCEDIT}") == ["a1", "a1"]
    assert ids(MARCEDIT + MARCEDIT.replace("a1", "a2")) == ["a1", "a2"]
    assert ids("=245  00$aTides\n\n=245  00$aMore\n") == ["refs", "refs-2"]
    assert ids(MARCEDIT.replace("\n", "\r\n").encode("utf-16")) == ["a1"]


def test_what_is_no_field_before_a_record_is_named() -> None:
    assert ids("Results\n\n" + YAZ) == ["tagged-syntax 1", "a1"]
    assert ids("") == ["no-records 1"]


def test_text_that_is_not_utf8_is_read_and_named() -> None:
    record = read_record("marc-lines", YAZ.encode("windows-1252"))
    assert record.fields["author"] == [{"family": "Müller", "given": "János"}]
    assert [problem.rule.name for problem in record.problems if problem.place][:1] == ["encoding"]


@pytest.mark.parametrize(
    "more", ["=500  \\\\$a" + "x" * 900, "=500  \\\\$ax\n" + "yyyyyyyyy\n" * 99]
)
def test_a_record_that_is_too_large_is_named(more: str) -> None:
    data = f"{MARCEDIT}{more}\n\n{MARCEDIT}".encode()
    problem, record = read(io.BytesIO(data), "refs", Limits(800))
    assert isinstance(problem, Problem) and problem.rule.name == "too-large"
    assert isinstance(record, Record) and record.id == "a1"


@pytest.mark.programs
@pytest.mark.skipif(not shutil.which("yaz-marcdump"), reason="yaz-marcdump is not installed")
def test_what_yaz_marcdump_shows_is_the_record(tmp_path: Path) -> None:
    data = iso2709(
        "001 a1", "008 940501s1993    dcu           000 0 eng d", "020 ## $a0306406152 (pbk.)",
        "245 14 $aThe tides :$ba story /$cby Ann Ng.", "100 1# $aNg, Ann,$d1930-",
    )  # fmt: skip
    path = tmp_path / "refs.mrc"
    path.write_bytes(data + data)
    command = ["yaz-marcdump", "-o", "line", str(path)]
    lines = subprocess.run(command, check=True, capture_output=True).stdout
    first, second = read_file("marc-lines", lines)
    assert isinstance(first, Record) and isinstance(second, Record)
    [expected] = read_file("marc", data)
    assert isinstance(expected, Record)
    assert first.fields == second.fields == expected.fields
    kept = {tag: texts for tag, texts in first.custom["marc"].items() if tag != "LDR"}
    assert kept == {tag: texts for tag, texts in expected.custom["marc"].items() if tag != "LDR"}


@pytest.mark.parametrize("name", ["refs.mrk", "refs.mrk8", "refs.alephseq.gz"])
def test_it_is_known_by_its_suffixes(name: str) -> None:
    assert names_of(PurePath(name)) == ["marc-lines"]


def test_it_is_read_and_not_written() -> None:
    assert (FORMAT.read is not None, FORMAT.write) == (True, None)
