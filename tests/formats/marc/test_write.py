"""MARC in three layouts; other programs read it as it was meant."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pymarc
import pytest

from reportcite.formats.registry import format_named
from tests.formats.files import a_report, file_of, read_record, reports
from tests.formats.marc.catalogue import record_from

# pymarc says of these no types.
_xml_records: Any = pymarc.parse_xml_to_array
_json_records: Any = pymarc.parse_json_to_array
_xml_of: Any = pymarc.record_to_xml

REPORT = a_report(
    "Äpfel & <Birnen>", author=[{"family": "Ng", "given": "Ann"}], keyword="a, b", note="x" * 3000
)


def test_lengths_are_those_of_bytes() -> None:
    data = file_of("marc", REPORT)[0].encode()
    assert int(data[:5]) == len(data)
    assert data[int(data[12:17]) - 1 : int(data[12:17])] == b"\x1e"
    problems = [one.rule.name for one in read_record("marc", data).problems]
    assert "marc-structure" not in problems


@pytest.mark.parametrize("name", ["marc", "marcxml", "marc-json"])
def test_reports_come_back(name: str) -> None:
    for report in reports():
        back = read_record(name, file_of(name, report)[0])
        assert back.fields == report.fields
        assert back.stated_none == report.stated_none


def test_what_iso2709_cannot_count_is_read_all_the_same() -> None:
    long = a_report(abstract="x y " * 30_000)
    back = read_record("marc", file_of("marc", long)[0])
    assert back.fields["abstract"] == long.fields["abstract"]


def test_pymarc_reads_iso2709() -> None:
    text, _ = file_of("marc", *reports(), REPORT)
    records = list(pymarc.MARCReader(text.encode()))
    assert all(record is not None for record in records)
    titles = [record["245"]["a"] for record in records if record]
    assert titles == [report.fields["title"] for report in [*reports(), REPORT]]


def test_pymarc_reads_the_other_layouts_alike() -> None:
    [iso] = list(pymarc.MARCReader(file_of("marc", REPORT)[0].encode()))
    [xml] = _xml_records(io.BytesIO(file_of("marcxml", REPORT)[0].encode()))
    [jsons] = _json_records(io.StringIO(file_of("marc-json", REPORT)[0]))
    assert iso is not None
    assert xml is not None
    texts = [[str(field) for field in one.fields] for one in (iso, xml, jsons)]
    assert texts[0] == texts[1] == texts[2]


def test_what_pymarc_writes_is_read() -> None:
    [record] = list(pymarc.MARCReader(file_of("marc", REPORT)[0].encode()))
    assert record is not None
    for name, data in (("marc", record.as_marc()), ("marc-json", record.as_json()),
                       ("marcxml", _xml_of(record, namespace=True))):  # fmt: skip
        assert read_record(name, data).fields == REPORT.fields


@pytest.mark.programs
def test_yaz_marcdump_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "refs.mrc"
    path.write_text(file_of("marc", *reports(), REPORT)[0], encoding="utf-8", newline="")
    dumped = subprocess.run(
        ["yaz-marcdump", "-i", "marc", "-o", "json", str(path)],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert not dumped.stderr.strip()
    decoder, text, titles = json.JSONDecoder(), dumped.stdout.strip(), []
    while text:
        record, end = decoder.raw_decode(text)
        text = text[end:].strip()
        [title] = [one["245"] for one in record["fields"] if "245" in one]
        titles.append(title["subfields"][0]["a"])
    assert titles == [report.fields["title"] for report in [*reports(), REPORT]]


def test_a_catalogue_record_comes_back_in_any_layout() -> None:
    record = record_from("001 a1", "245 10 $aTide /$cAnn Ng", "505 0# $a1 ‡ 2 $t3")
    for name in ("marc", "marcxml", "marc-json"):
        text, [losses] = file_of(name, record)
        assert losses == []
        assert read_record(name, text).custom == record.custom


def test_only_iso2709_can_be_appended_to() -> None:
    names = ("marc", "marcxml", "marc-json")
    assert [format_named(name).appendable for name in names] == [True, False, False]
