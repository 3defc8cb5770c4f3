"""Which reference type and tag holds what."""

from __future__ import annotations

import pytest

from reportcite.formats.ris.fields import (
    READ_TYPES,
    FieldKind,
    Target,
    expected_number,
    label_of,
    read_label,
    ris_type,
    targets,
    variables,
)
from reportcite.record.model import FIELDS
from reportcite.vocabulary import ITEM_TYPES


def test_every_type_has_a_reference_type_that_is_read() -> None:
    assert {ris_type(csl_type) for csl_type in ITEM_TYPES} <= READ_TYPES.keys()
    assert set(READ_TYPES.values()) <= ITEM_TYPES
    assert ris_type("zine") == "GEN"


@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_every_variable_has_a_tag_and_no_two_share_one(csl_type: str) -> None:
    table = targets(csl_type, "ris")
    assert table.keys() == FIELDS
    tags = [target.tag for variable, target in table.items() if variable != "subtitle"]
    assert {tag for tag in tags if tags.count(tag) > 1} == {"M1"}
    known = variables(csl_type)
    for variable, target in table.items():
        if target.tag not in ("SN", "M1") and variable != "subtitle":
            assert known[target.tag][0] == variable


def test_sn_holds_the_number_that_a_type_is_known_by() -> None:
    assert expected_number("report") == "number"
    assert expected_number("article-journal") == expected_number("periodical") == "ISSN"
    assert expected_number("book") == "ISBN"
    sn, labelled = Target("SN", FieldKind.NUMBER), Target("M1", FieldKind.LABELLED)
    report = targets("report", "ris")
    assert (report["number"], report["ISBN"]) == (sn, labelled)
    old = targets("report", "refman2001")
    assert (old["number"], old["ISBN"]) == (labelled, sn)
    assert targets("book", "refman2001")["ISBN"] == sn
    assert targets("periodical", "ris")["ISSN"] == sn


def test_a_part_of_a_larger_work_has_pages_and_editors_of_that_work() -> None:
    for csl_type in ("chapter", "article-journal"):
        table = targets(csl_type, "ris")
        assert table["page"].tag == "SP" and table["number-of-pages"].tag == "M1"
        assert table["editor"].tag == "A2"
        assert table["container-title"].tag == "T2" and table["collection-title"].tag == "T3"
    assert targets("webpage", "ris")["container-title"].tag == "T2"
    assert targets("report", "ris")["collection-title"].tag == "T2"


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
