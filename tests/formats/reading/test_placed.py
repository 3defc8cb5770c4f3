"""Fields of XML files keep the lines they stand on."""

from __future__ import annotations

from lxml import etree

from reportcite.errors import Place
from reportcite.formats.reading.placed import PlacedFields
from reportcite.record.assemble.notations import CSL

ROOT = etree.fromstring("<r>\n<a> One\n two </a>\n<b/>\n<c/></r>")
A, B, C = ROOT


def test_the_first_element_that_says_something_counts() -> None:
    found = PlacedFields()
    found.put("title", None)
    found.put("title", B)
    found.put("title", A)
    found.put("title", C, "Other")
    assert found.fields == {"title": "One two"}
    assert found.places == {"title": (2, 0)}


def test_each_name_has_its_line() -> None:
    found = PlacedFields()
    found.add_name("author", B, "Ng, Ann")
    found.add_name("author", C, "Roe, Bo")
    assert found.fields == {"author": ["Ng, Ann", "Roe, Bo"]}
    assert found.places == {"author": (4, 0), "author/1": (4, 0), "author/2": (5, 0)}


def test_what_is_left_out_is_named_once() -> None:
    found = PlacedFields("book")
    found.leave_out(["x" * 90, "y", "y"])
    record = found.record("r1", Place("f", 3), CSL)
    assert (record.id, record.type, record.place.line) == ("r1", "book", 3)
    told = [one.message.split()[0] for one in record.problems if one.rule.name == "unknown-field"]
    assert told == ["x" * 80, "y"]
