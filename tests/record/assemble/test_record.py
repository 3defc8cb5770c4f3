"""The door: what a reader found becomes a record, or is kept as typed, with a problem."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.record.assemble.notations import EXACT, OWN
from reportcite.record.assemble.record import (
    assemble,
    assemble_item,
    assemble_values,
    numbered_id,
    stem_of,
)
from reportcite.record.model import Record
from reportcite.record.rules import OTHER_DATA
from reportcite.record.untyped import UntypedRecord

PLACE = Place("a.yaml", 3, 1)


def door(fields: dict[str, Any], **given: Any) -> Record:
    return assemble(UntypedRecord(fields, PLACE, OWN, "x", **given))


def test_a_record_has_its_own_id_or_the_one_it_is_given() -> None:
    assert door({"id": "a"}).id == "a"
    assert door({"ID": 7}).id == "7"
    assert door({}).id == door({"id": ""}).id == door({"id": None}).id == "x"


def test_a_record_without_an_id_is_named_by_what_it_says() -> None:
    def name_of(record: Record) -> str:
        return f"{record.fields['title']}1"

    assert assemble(UntypedRecord({"title": "A"}, PLACE, OWN, ""), name_of).id == "A1"
    assert assemble(UntypedRecord({"title": "A", "id": "b"}, PLACE, OWN, ""), name_of).id == "b"
    assert assemble(UntypedRecord({"title": "A"}, PLACE, OWN, "c"), name_of).id == "c"
    assert assemble(UntypedRecord({"title": "A"}, PLACE, OWN, "")).id == ""


def test_what_the_reader_found_comes_first() -> None:
    problem = Problem(OTHER_DATA, "x", PLACE)
    assert door({"a": 1}, problems=[problem]).problems[0] == problem


def test_records_without_an_id_are_named_after_their_file() -> None:
    assert [stem_of(name) for name in ("a/b.csl.json", "-x.yaml", ".yaml")] == ["b", "x", "record"]
    assert [numbered_id("b", number) for number in (1, 2, 30)] == ["b", "b-2", "b-30"]


def test_a_plain_item_is_taken_with_its_places_unless_something_is_to_be_said() -> None:
    item: dict[str, Any] = {
        "id": "a", "type": "report", "title": "A", "publisher": "P",
        "author": [{"literal": "A"}], "issued": {"date-parts": [[2024]]},
    }  # fmt: skip
    strings, places = 13, {"title": (4, 1)}
    record = assemble_item({**item}, PLACE, strings, places)
    assert record is not None
    assert (record.id, record.places, record.own) == ("a", places, False)
    assert assemble_item({**item}, PLACE, strings + 1, places) is None
    undated = {name: value for name, value in item.items() if name != "issued"}
    given = {**undated}
    assert assemble_item(given, PLACE, strings - 2, places) is None  # there is a warning to give
    assert given == undated


BOOK: dict[str, Any] = {
    "title": "Tides", "author": [{"family": "Ng", "given": "Bo"}, {"literal": "Tide Group"}],
    "issued": {"date-parts": [[1990], []]}, "publisher": "Press",
}  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"DOI": "10.1234/ab"},
        {"note": "One.\nTwo."},
        {"title": "A  b"},
        {"title": "none"},
        {"author": [{"family": "Ng", "given": "A  b"}]},
        {"issued": {"date-parts": [[1990, 3, 7]]}},
    ],
)
def test_values_are_made_a_record_at_once_as_they_are_made_one_by_one(more: dict[str, Any]) -> None:
    fields = BOOK | more
    made = assemble_values("x", "book", {**fields}, PLACE, {"marc": {"300": ["2 v."]}})
    custom = {"custom": {"marc": {"300": ["2 v."]}}}
    notation = EXACT._replace(states_none=False)
    assert made == assemble(
        UntypedRecord({"type": "book", **fields, **custom}, PLACE, notation, "x")
    )


@pytest.mark.parametrize("lacked", ["author", "issued"])
def test_what_values_lack_is_told(lacked: str) -> None:
    made = assemble_values(
        "x", "book", {name: one for name, one in BOOK.items() if name != lacked}, PLACE, {}
    )
    assert made is not None
    assert made.stated_none == {lacked}
    assert [problem.place for problem in made.problems] == [PLACE]


@pytest.mark.parametrize(
    ("type_", "more"),
    [
        ("novel", {}),
        ("book", {"DOI": "https://doi.org/10.1234/ab"}),
        ("book", {"titel": "Tides"}),
        ("book", {"title": ""}),
        ("book", {"publisher": "Press "}),
        ("book", {"issued": "in spring"}),
        ("book", {"author": []}),
        ("book", {"author": [{"given": "Bo", "ORCID": "0000-0002-1825-0097"}]}),
        ("book", {"author": [{"family": "Ng", "given": ""}]}),
        ("book", {"author": [{"suffix": "Jr."}]}),
    ],
)
def test_what_wants_a_closer_look_is_no_record_at_once(type_: str, more: dict[str, Any]) -> None:
    fields = BOOK | more
    assert assemble_values("x", type_, {**fields}, PLACE, {}) is None
