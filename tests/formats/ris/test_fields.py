"""Which reference type and tag holds what."""

from __future__ import annotations

import pytest

from reportcite.formats.reference_types import REFERENCE_TYPES
from reportcite.formats.ris.fields import (
    FieldKind,
    Target,
    label_of,
    read_label,
    targets,
    variables,
)
from reportcite.record.fields import FIELDS


@pytest.mark.parametrize("ris", sorted(REFERENCE_TYPES))
def test_every_variable_has_a_tag_and_no_two_share_one(ris: str) -> None:
    table = targets(ris, FIELDS, "ris")
    assert table.keys() == FIELDS
    tags = [target.tag for variable, target in table.items() if variable != "subtitle"]
    assert {tag for tag in tags if tags.count(tag) > 1} == {"M1"}
    known = variables(ris)
    for variable, target in table.items():
        if target.tag not in ("SN", "M1", "ID") and variable != "subtitle":
            assert known[target.tag] == variable


def test_sn_is_written_with_the_number_that_a_type_is_known_by() -> None:
    sn, labelled = Target("SN", FieldKind.NUMBER), Target("M1", FieldKind.LABELLED)
    report = targets("RPRT", (), "ris")
    assert (report["number"], report["ISBN"]) == (sn, labelled)
    old = targets("RPRT", (), "refman2001")
    assert (old["number"], old["ISBN"]) == (labelled, sn)
    assert targets("BOOK", (), "refman2001")["ISBN"] == sn
    assert targets("JFULL", (), "ris")["ISSN"] == sn


def test_a_part_of_a_larger_work_has_pages_and_editors_of_that_work() -> None:
    for ris in ("CHAP", "JOUR"):
        table = targets(ris, (), "ris")
        assert table["page"].tag == "SP" and table["number-of-pages"].tag == "M1"
        assert table["editor"].tag == "A2"
        assert table["container-title"].tag == "T2" and table["collection-title"].tag == "T3"
    assert targets("ELEC", (), "ris")["container-title"].tag == "T2"
    assert targets("RPRT", (), "ris")["collection-title"].tag == "T2"


def test_a_tag_of_ris_may_differ_from_the_field_of_endnote() -> None:
    chapter, book, report = (targets(ris, (), "ris") for ris in ("CHAP", "BOOK", "RPRT"))
    assert (chapter["collection-number"].tag, chapter["number-of-volumes"].tag) == ("SV", "IS")
    assert targets("JOUR", (), "ris")["issue"].tag == book["issue"].tag == "IS"
    assert book["collection-number"] == Target("M1", FieldKind.BARE)
    assert report["collection-number"] == Target("M1", FieldKind.LABELLED)
    assert (book["editor"].tag, report["editor"].tag) == ("A3", "ED")


def test_tags_of_either_specification_say_the_same() -> None:
    journal, book = variables("JOUR"), variables("BOOK")
    assert journal["T1"] == journal["TI"] == book["BT"] == "title"
    assert journal["JF"] == journal["T2"] == journal["JO"] == "container-title"
    assert journal["JA"] == journal["J2"] == "container-title-short"
    assert variables("CONF")["JO"] == variables("CONF")["BT"] == "container-title"


@pytest.mark.parametrize(
    ("variable", "label"),
    [("collection-number", "Series Number"), ("ISBN", "ISBN"), ("event-place", "Event Place"),
     ("archive_location", "Archive Location"), ("URL", "URL")],
)  # fmt: skip
def test_a_label_is_read_as_the_variable_it_is_written_for(variable: str, label: str) -> None:
    assert label_of(variable) == label
    assert read_label(f"{label}: a: b") == (variable, "a: b")
    assert read_label(f" {label.upper()} :  x ", in_note=False) == (variable, "x")


@pytest.mark.parametrize("text", ["Event Place", "Event Place:", "Event Place: x", "Who: a: b",
                                  "Note: a: b", f"{'x' * 60}: a: b"])  # fmt: skip
def test_any_other_note_is_a_note(text: str) -> None:
    assert read_label(text) is None
