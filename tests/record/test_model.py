"""The record: where its fields stand, and what it is as an item of CSL."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.record.model import Record

RECORD = Record("r1", "report", {"title": "A", "subtitle": "B"}, Place("a.yaml", 3, 5))


def test_a_record_says_nothing_that_was_not_found() -> None:
    assert (RECORD.stated_none, RECORD.problems, RECORD.places) == (frozenset(), (), {})
    assert RECORD.one_line is False


def test_a_field_stands_where_the_record_does_if_nothing_else_is_known() -> None:
    record = RECORD._replace(places={"title": (4, 2)})
    assert record.place_of("title") == Place("a.yaml", 4, 2)
    assert record.place_of("subtitle") == Place("a.yaml", 3, 5)


@pytest.mark.parametrize(
    ("title", "joined"),
    [("A", "A: B"), ("A?", "A? B"), ("A\n", "A: B")],
)
def test_the_subtitle_is_part_of_the_title_of_an_item(title: str, joined: str) -> None:
    record = RECORD._replace(fields={"title": title, "subtitle": "B"})
    item = {"id": "r1", "type": "report", "title": joined}
    assert record.item() == item | {"title-short": title.strip()}
    assert record.fields["subtitle"] == "B"


def test_the_short_title_is_the_title_without_the_subtitle_or_one_that_is_stated() -> None:
    stated = {"title": "A", "subtitle": "B", "title-short": "C"}
    assert RECORD._replace(fields=stated).item()["title-short"] == "C"
    for fields in ({"subtitle": "B"}, {"title": "A: B"}):
        assert "title-short" not in RECORD._replace(fields=fields).item()


def test_a_subtitle_alone_is_the_title_and_none_adds_nothing() -> None:
    assert RECORD._replace(fields={"subtitle": "B"}).item()["title"] == "B"
    assert RECORD._replace(fields={}).item() == {"id": "r1", "type": "report"}


def test_an_item_is_such_as_styles_expect_it() -> None:
    record = RECORD._replace(fields={"title": "A\nb", "DOI": "doi:10.1234/x"})
    assert record.item() == {"id": "r1", "type": "report", "title": "A b", "DOI": "10.1234/x"}
    assert record._replace(one_line=True).item()["title"] == "A\nb"
