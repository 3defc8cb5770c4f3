"""Records that share a key are compared, and those of one work are joined; many of one title cost
no more a record than few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reportcite.batch.grouping.groups import NEIGHBOURS, Apart, Groups, Keys, group
from reportcite.record.model import Record
from reportcite.record.works import judge
from reportcite.record.works.keys import keys_of, stable_hash
from reportcite.record.works.traits import traits_of
from tests.record.works.works import work

BOOK: dict[str, Any] = {"title": "Risikogesellschaft", "author": "Beck, Ulrich", "year": 1986}
SOIL: dict[str, Any] = {"title": "Soil", "author": "Feld, Vera", "year": 2024}


def grouped(records: Sequence[Record], threshold: float = 85) -> tuple[Groups, list[Apart]]:
    known = [traits_of(record) for record in records]
    keys = Keys()
    for number, traits in enumerate(known):
        for key in keys_of(traits):
            keys.add(stable_hash(key), number)
    apart: list[Apart] = []
    groups = group(len(records), keys, known.__getitem__, threshold, apart.append)
    return groups, apart


def test_works_come_in_the_order_of_their_first_records() -> None:
    groups, apart = grouped(
        [work(**SOIL), work(**BOOK), work(**{**SOIL, "year": 2020}), work(**BOOK), work(**SOIL)]
    )
    assert [*groups] == [[0, 4], [1, 3], [2]] == [*groups]
    assert (groups.works, groups.several, apart) == (3, 2, [])
    assert [groups.partner(number) for number in range(5)] == [0, 1, 2, 1, 0]


def test_no_records_are_no_works() -> None:
    groups, _ = grouped([])
    assert [*groups] == [] and groups.works == 0


def test_the_threshold_decides() -> None:
    records = [work(**BOOK), work(**{**BOOK, "year": 1987})]
    assert grouped(records, 85)[0].works == 2
    assert grouped(records, 78)[0].works == 1


def test_records_with_one_identifier_that_are_kept_apart_are_told_once() -> None:
    volumes = [work(**BOOK, ISBN="0306406152", volume=str(number)) for number in (1, 2)]
    _, apart = grouped(volumes)
    assert [(one.one, one.other, one.likeness.against) for one in apart] == [
        (0, 1, "another volume")
    ]


def test_an_article_with_the_number_of_its_preprint_is_no_reason_to_tell() -> None:
    named = {**SOIL, "archive": "arXiv", "archive_location": "2101.00001"}
    both = [work("article-journal", container_title="Soils", **named), work("article", **named)]
    groups, apart = grouped(both)
    assert groups.works == 2 and apart == []


def annual(count: int, **fields: Any) -> list[Record]:
    title: dict[str, Any] = {"title": "Annual report", "author": "Ministry", "year": 2020}
    return [
        work("report", **title, **{name: make(n) for name, make in fields.items()})
        for n in range(count)
    ]


@pytest.mark.parametrize("fields", [{"number": str}, {}])
def test_the_cost_of_a_common_title_grows_with_the_number_of_records(
    fields: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 0

    def counted(*both: Any) -> Any:
        nonlocal count
        count += 1
        return judge.compare(*both)

    monkeypatch.setattr("reportcite.batch.grouping.groups.compare", counted)
    costs = []
    for number in (300, 600):
        count = 0
        groups, _ = grouped(annual(number, **fields))
        assert groups.works == (number if fields else 1)
        costs.append(count)
    assert costs[1] < 2.1 * costs[0]
    assert costs[0] <= 300 * NEIGHBOURS * 5


def test_twins_among_many_of_one_title_are_found() -> None:
    records = annual(500, number=str)
    groups, _ = grouped([*records, *records])
    assert groups.works == 500 and [*groups][7] == [7, 507]
