"""MARCXML, alone and in what services answer."""

from __future__ import annotations

from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

RECORD = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">a1</controlfield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">A\u0308pfel
   und \x9cBirnen :</subfield><subfield code="b">sorts</subfield></datafield>
<datafield tag="653" ind1="" ind2=" "><subfield code="a">Obst</subfield></datafield></record>"""


def test_a_record() -> None:
    record = read_record("marcxml", RECORD)
    assert record.id == "a1"
    assert record.fields["title"] == "Äpfel und Birnen"
    assert record.fields["subtitle"] == "sorts"
    assert record.fields["keyword"] == "Obst"
    assert record.place.line == 1


def test_a_collection_has_records_in_order() -> None:
    records = read_file("marcxml", f"<collection>{RECORD}{RECORD.replace('a1', 'a2')}</collection>")
    assert [one.id for one in records if isinstance(one, Record)] == ["a1", "a2"]


def test_what_a_service_puts_round_a_record_is_none() -> None:
    answer = (
        '<records><record xmlns="http://www.loc.gov/MARC21/slim"><recordData>'
        f"{RECORD}</recordData></record></records>"
    )
    assert read_record("marcxml", answer).id == "a1"


def test_a_file_without_records_says_so() -> None:
    [problem] = read_file("marcxml", "<collection/>")
    assert not isinstance(problem, Record)
    assert problem.rule.name == "no-records"


OAI_MARC = """<oai_marc xmlns="http://www.openarchives.org/OAI/1.1/oai_marc" status="c" type="a">
<fixfield id="LDR">^^^^^nam^^22^^^^^^a^4500</fixfield><fixfield id="001">"a7"</fixfield>
<fixfield id="008">"940501s1993    dcu           000 0 eng d"</fixfield>
<varfield id="245" i1="1" i2="0"><subfield label="a">Tides :</subfield>
<subfield label="b">a story</subfield></varfield>
<varfield id="650" i1=" " i2="4"><subfield label="a">Sea</subfield></varfield></oai_marc>"""


def test_what_oai_had_before_marcxml_is_read() -> None:
    record = read_record("marcxml", f"<record><metadata>{OAI_MARC}</metadata></record>")
    assert (record.id, record.fields["title"]) == ("a7", "Tides")
    assert record.fields["subtitle"] == "a story"
    assert record.fields["issued"] == {"date-parts": [[1993]]}
    assert record.custom["marc"]["650"] == [" 4‡aSea"]
    assert record.custom["marc"]["LDR"] == ["00000nam a2200000 a 4500"]


def test_blanks_of_oai_marc_may_be_carets() -> None:
    coded = OAI_MARC.replace('"940501s1993    dcu', "940501s1993^^^^dcu").replace('eng d"', "eng^d")
    assert read_record("marcxml", coded).fields["issued"] == {"date-parts": [[1993]]}
