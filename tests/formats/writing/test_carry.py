"""Values that an entry carries: clean, of the type asked for, and nothing silently left out."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import (
    NOT_UNICODE,
    REMOVED,
    carry,
    carry_all,
    carry_date,
    carry_names,
    carry_text,
    clean,
    join_subtitle,
    stated_none,
)
from reportcite.record.fields import Value
from reportcite.record.model import Record

NOTHING = "it holds nothing the format can hold"


def fields(**values: Value) -> Fields:
    return Fields(Record("r1", "report", values, Place("x")))


@pytest.mark.parametrize(
    ("text", "xml", "unicode"),
    [
        ("as it is", "as it is", "as it is"),
        ("a\tb\nc\rd", "a\tb\nc\rd", "a\tb\nc\rd"),
        ("\x00\x08\x0b\x1f", "", "\x00\x08\x0b\x1f"),
        ("a\ud800\udfffb", "ab", "ab"),
        ("\ufffd\ufffe\uffff", "\ufffd", "\ufffd\ufffe\uffff"),
        ("\ud7ff\ue000\U00010000\U0010ffff", "\ud7ff\ue000\U00010000\U0010ffff",
         "\ud7ff\ue000\U00010000\U0010ffff"),
    ],
)  # fmt: skip
def test_characters_no_file_of_the_kind_can_hold(text: str, xml: str, unicode: str) -> None:
    assert clean(text) == xml
    assert clean(text, NOT_UNICODE) == unicode


def test_a_clean_value_is_carried_as_it_is() -> None:
    seen = fields(title="A")
    assert carry(seen, "title") == "A"
    assert carry(seen, "note") is None
    assert seen.is_carried("title") and seen.changed == seen.dropped == {}


def test_characters_that_are_removed_are_reported() -> None:
    assert REMOVED == "characters the format cannot hold are removed"
    seen = fields(title="A\x00", author=[{"family": "B\x00"}, {"literal": "\x00"}])
    assert carry(seen, "title") == "A"
    assert carry(seen, "author") == [{"family": "B"}]
    assert seen.changed == {"title": REMOVED, "author": REMOVED} and seen.dropped == {}


@pytest.mark.parametrize("value", ["\x00", " \n", "", [{"literal": "\x00"}], {"literal": "\x00"}])
def test_a_value_of_which_nothing_is_left_is_dropped(value: Value) -> None:
    seen = fields(title=value)
    assert carry(seen, "title") is None
    assert seen.dropped == {"title": NOTHING} and seen.changed == {}


def test_parts_of_a_date_stay_numbers() -> None:
    date: Value = {"date-parts": [[2024, 3]], "season": 1, "literal": "x\x00"}
    assert carry(fields(issued=date), "issued") == {"date-parts": [[2024, 3]], "season": 1,
                                                    "literal": "x"}  # fmt: skip


def test_a_value_is_carried_by_the_type_a_writer_asks_for() -> None:
    values: dict[str, Value] = {"a": "A", "b": [{"literal": "B"}], "c": {"literal": "C"}}
    seen = fields(**values)
    assert [carry_text(seen, name) for name in "abcd"] == ["A", "", "", ""]
    assert [carry_names(seen, name) for name in "abcd"] == [[], [{"literal": "B"}], [], []]
    assert [carry_date(seen, name) for name in "abcd"] == [None, None, {"literal": "C"}, None]


def test_every_field_is_carried_in_record_order() -> None:
    seen = fields(note="N", title="T\x00", genre="\x00")
    assert list(carry_all(seen).items()) == [("note", "N"), ("title", "T")]
    assert carry_all(fields(title="T\x00"), NOT_UNICODE) == {"title": "T\x00"}
    assert [loss.field for loss in seen.losses()] == ["title", "genre"]


def test_none_is_stated_as_people_type_it() -> None:
    record = Record("r1", "report", {"title": "T"}, Place("x"),
                    frozenset({"title", "issued", "author"}))  # fmt: skip
    seen = Fields(record)
    assert list(stated_none(seen).items()) == [("author", "none"), ("issued", "n.d.")]
    assert seen.states_none


def test_a_subtitle_is_joined_to_the_title_and_reported() -> None:
    seen = fields()
    values: dict[str, Value] = {"note": "N", "subtitle": "S", "title": "T"}
    assert list(join_subtitle(seen, values).items()) == [("title", "T: S"), ("note", "N")]
    assert seen.changed == {"subtitle": "it is joined to the title"}
    names: dict[str, Value] = {"title": [{"literal": "X"}], "subtitle": "S"}
    assert join_subtitle(seen, names) == names
    seen = fields()
    assert join_subtitle(seen, {"title": "T"}) == {"title": "T"}
    assert join_subtitle(seen, {"subtitle": "S"}) == {"title": "S"}
    assert seen.changed == {"subtitle": "it is joined to the title"}
