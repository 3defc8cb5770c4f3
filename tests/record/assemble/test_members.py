"""What a reader found is made the members of a record, in the order in which that has them."""

from __future__ import annotations

from typing import Any

from reportcite.errors import Place
from reportcite.problems import Ignored, Problem
from reportcite.record.assemble.members import members
from reportcite.record.assemble.notations import CSL, OWN
from reportcite.record.model import Record
from reportcite.record.rules import OTHER_DATA, RECOMMENDED_FIELD
from reportcite.record.untyped import Notation, UntypedRecord

PLACE = Place("a.yaml", 3, 1)


def made(fields: dict[str, Any], notation: Notation = OWN, **more: Any) -> Record:
    return Record._make(members(UntypedRecord(fields, PLACE, notation, "x", **more)))


def test_every_member_stands_where_a_record_has_it() -> None:
    found, said = Problem(OTHER_DATA, "found", PLACE), Problem(OTHER_DATA, "advice", PLACE)
    ignored = Ignored(("isbn-checksum",), PLACE, True, "ignore")
    record = made(
        {"type": "book", "Title": "A", "custom": {"mine": 1}, "author": "none"},
        problems=[found],
        advice=[said],
        ignored=[ignored],
        places={"Title": (4, 1)},
        stated_none=["author"],
    )
    assert record == Record(
        "x",
        "book",
        {"title": "A"},
        PLACE,
        stated_none=frozenset({"author"}),
        problems=(found,),
        places={"title": (4, 1)},
        one_line=True,
        custom={"mine": 1},
        own=True,
        advice=(said,),
        ignored=(ignored,),
    )


def test_formats_that_cannot_state_what_there_is_none_of_lack_it() -> None:
    record = made({"type": "book", "title": "A", "publisher": "P"}, CSL)
    assert not record.own
    assert record.stated_none == {"author", "issued"}
    assert [(one.rule, one.place) for one in record.problems] == [(RECOMMENDED_FIELD, PLACE)] * 2
    assert not made({"type": "book", "title": "A"}, OWN).stated_none


def test_a_reader_may_know_that_texts_are_one_line() -> None:
    assert made({"title": "A  b"}, one_line=True).one_line
    assert not made({"title": "A  b"}).one_line
