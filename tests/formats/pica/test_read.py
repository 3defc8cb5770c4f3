"""PICA+ in three layouts."""

from __future__ import annotations

import io

from reportcite.formats.pica.read import read
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

PLAIN = "002@ $0Aau\n003@ $0{}\n021A $aPreis: 5 $$$dein @Test\n010@ $ager\n011@ $a2001\n"
XML = """<record xmlns="info:srw/schema/5/picaXML-v1.0">
<datafield tag="003@"><subfield code="0">1</subfield></datafield>
<datafield tag="028B" occurrence="01"><subfield code="a">Ng</subfield></datafield></record>"""


def ids(data: str) -> list[str]:
    return [one.id if isinstance(one, Record) else one.rule.name for one in read_file("pica", data)]


def test_a_plain_record() -> None:
    record = read_record("pica", PLAIN.format(1))
    assert (record.id, record.fields["title"]) == ("1", "Preis: 5 $")
    assert record.fields["language"] == "de"
    assert record.fields["issued"] == {"date-parts": [[2001]]}


def test_plain_records_are_parted_by_blank_lines() -> None:
    assert ids(PLAIN.format(1) + "\n\n" + PLAIN.format(2)) == ["1", "2"]


def test_normalised_records_are_lines() -> None:
    lines = [f"003@ \x1f0{number}\x1e021A \x1faTurm\x1e\n" for number in (1, 2)]
    assert ids("".join(lines)) == ["1", "2"]
    assert read_record("pica", lines[0]).fields["title"] == "Turm"


def test_a_line_that_is_no_field_is_named_and_the_rest_is_read() -> None:
    assert ids("nonsense\n" + PLAIN.format(1)) == ["tagged-syntax", "1"]
    assert ids("") == ["no-entries"]


def test_a_record_that_is_too_large_is_named() -> None:
    data = (PLAIN.format(1) + "037A $a" + "x" * 900 + "\n\n" + PLAIN.format(2)).encode()
    problem, record = read(io.BytesIO(data), "refs", Limits(500))
    assert isinstance(problem, Problem) and problem.rule.name == "too-large"
    assert isinstance(record, Record) and record.id == "2"


def test_xml() -> None:
    record = read_record("pica-xml", f"<collection>{XML}</collection>")
    assert record.id == "1"
    assert "028B/01" not in record.custom.get("pica", {})
