"""Sample files of others, read as pymarc reads them and written as yaz-marcdump wants them.

`.ci/run` unpacks what pymarc's source distribution and Debian's libcatmandu-ris-perl have of them.
"""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path
from typing import Final

import pymarc
import pytest

from reportcite.formats.marc.serializations.marc8 import decode_marc8
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.conftest import ROOT
from tests.formats.files import file_of, read_file

pytestmark = pytest.mark.programs

SAMPLES: Final = ROOT / "build" / "samples"
WHOLE: Final = {
    "pymarc/marc.dat": 20, "pymarc/test.dat": 10, "pymarc/one.dat": 1, "pymarc/alphatag.dat": 1,
    "pymarc/multi_isbn.dat": 1, "pymarc/regression45.dat": 12, "pymarc/diacritic.dat": 1,
    "pymarc/marc8.dat": 1, "pymarc/marc8-to-unicode.dat": 1, "pymarc/testunimarc.dat": 1,
    "pymarc/utf8_with_leader_flag.dat": 1, "pymarc/utf8_without_leader_flag.dat": 1,
    "catmandu/camel.usmarc": 10,
}  # fmt: skip
"""Files, and how many records are in each."""
JSON: Final = {"pymarc/batch.json": 2, "pymarc/one.json": 1}
XML: Final = {"pymarc/batch.xml": 2, "pymarc/utf8.xml": 1}


def sample(name: str) -> bytes:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"{path} is not there: unpack it as .ci/run does")
    return path.read_bytes()


def records_in(name: str, data: bytes) -> list[Record]:
    found = read_file(name, data)
    assert all(isinstance(one, Record) for one in found)
    return [one for one in found if isinstance(one, Record)]


@pytest.mark.parametrize(("name", "count"), WHOLE.items())
def test_whole_files_are_read_as_pymarc_reads_them(name: str, count: int) -> None:
    data = sample(name)
    records = records_in("marc", data)
    judges = [one for one in pymarc.MARCReader(data) if one is not None]
    assert len(records) == len(judges) == count
    for record, judge in zip(records, judges, strict=True):
        assert "marc-structure" not in {problem.rule.name for problem in record.problems}
        title = judge.get_fields("245", "200")[0]
        assert loose(title["a"]).startswith(loose(record.fields["title"]))


@pytest.mark.parametrize(("name", "count"), [*JSON.items(), *XML.items()])
def test_other_layouts_are_read(name: str, count: int) -> None:
    records = records_in("marc-json" if name in JSON else "marcxml", sample(name))
    assert len(records) == count
    assert all(record.fields["title"] for record in records)


def test_broken_records_are_named_and_the_next_is_read() -> None:
    found = read_file("marc", sample("pymarc/bad_records.mrc"))
    broken = [one for one in found if isinstance(one, Problem)]
    assert [one.message.partition(":")[0] for one in broken] == [
        *("record 7 cannot be read", "record 9 cannot be read"),
    ]
    assert len(found) == 9


@pytest.mark.parametrize("name", ["bad_eacc_encoding.dat", "1251.dat"])
def test_characters_that_are_none_are_named(name: str) -> None:
    records = records_in("marc", sample(f"pymarc/{name}"))
    assert any(problem.rule.name == "marc-characters" for problem in records[0].problems)


def test_lines_in_marc8_are_those_in_utf8() -> None:
    old = sample("pymarc/test_marc8.txt").split(b"\n")
    new = sample("pymarc/test_utf8.txt").decode().split("\n")
    for marc8, utf8 in zip(old, new, strict=True):
        assert decode_marc8(marc8) == (unicodedata.normalize("NFC", utf8), ())


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_written_of_them_is_whole(name: str, tmp_path: Path) -> None:
    records = records_in("marc", sample(name))
    path = tmp_path / "written.mrc"
    path.write_text(file_of("marc", *records)[0], encoding="utf-8", newline="")
    dumped = subprocess.run(
        ["yaz-marcdump", "-i", "marc", "-o", "line", str(path)],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert not dumped.stderr.strip()
    assert dumped.stdout.count("\n245 ") == len(records)
    again = records_in("marc", path.read_bytes())
    assert [one.fields for one in again] == [one.fields for one in records]


def loose(value: object) -> str:
    text = unicodedata.normalize("NFKD", str(value)).casefold()
    return "".join([one for one in text if one.isalnum()])
