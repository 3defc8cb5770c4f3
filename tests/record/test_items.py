"""Records are cited in their order, each under an id of its own."""

from __future__ import annotations

from reportcite.errors import Place
from reportcite.record.checks.duplicates import Ids
from reportcite.record.items import UniqueIds, items
from reportcite.record.model import Record


def titled(id_: str, title: str) -> Record:
    return Record(id=id_, type="book", fields={"title": title}, place=Place("in.yaml"))


def test_items_are_in_the_order_of_the_records() -> None:
    assert items([titled("b", "B"), titled("a", "A")]) == [
        {"id": "b", "type": "book", "title": "B"},
        {"id": "a", "type": "book", "title": "A"},
    ]


def test_no_two_items_have_one_id() -> None:
    records = [titled("a", "1"), titled("a#3", "2"), titled("a", "3"), titled("a", "4")]
    assert [(item["id"], item["title"]) for item in items(records)] == [
        ("a", "1"),
        ("a#3", "2"),
        ("a#3#3", "3"),
        ("a#4", "4"),
    ]


def test_of_many_ids_only_those_are_named_that_get_another_one() -> None:
    unique = UniqueIds()
    found = [
        unique.others(Ids([*ids], [Place("in.yaml", line) for line, _ in enumerate(ids)]))
        for ids in ("ab", "cd", "ea", "ff", "g")
    ]
    assert found == [{}, {}, {1: "a#6"}, {1: "f#8"}, {}]
    # As one by one, and what is given so is there, too.
    assert unique.items([("a", {}), ("a#6", {})]) == [{"id": "a#10"}, {"id": "a#6#11"}]
