"""Links, shelves and conditions of use."""

from __future__ import annotations

from tests.formats.mods.catalogue import catalogued


def test_where_a_work_is_and_how_it_may_be_used() -> None:
    record = catalogued(
        '<location><url access="preview">https://a.example/1.png</url><url>https://a.example/2</url>'
        "<physicalLocation>HU</physicalLocation></location>"
        '<location><url usage="primary display" dateLastAccessed="2020-05-06">https://a.example/3'
        "</url><physicalLocation>TU</physicalLocation></location>"
        "<classification>PN4888 A48</classification><classification>071/.3</classification>"
        '<accessCondition type="restriction on access"/><accessCondition>CC BY</accessCondition>'
    )
    assert record.fields == {
        "URL": "https://a.example/3",
        "accessed": {"date-parts": [[2020, 5, 6]]},
        "archive": "HU; TU",
        "call-number": "PN4888 A48, 071/.3",
        "license": "CC BY",
    }


def test_who_holds_the_original_counts_where_nobody_holds_the_copy() -> None:
    original = (
        '<relatedItem type="original"><location><physicalLocation> HU\n P07 </physicalLocation>'
        "</location></relatedItem>"
    )
    copy = "<location><physicalLocation>TU</physicalLocation></location>"
    assert catalogued(original).fields["archive"] == "HU P07"
    assert catalogued(original + copy).fields["archive"] == "TU"
