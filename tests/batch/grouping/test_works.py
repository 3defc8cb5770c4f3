"""Records that hang together become works, none of which holds what rules another out."""

from __future__ import annotations

from typing import Any

from reportcite.batch.grouping.works import Group, Pair, works_in
from reportcite.record.works.traits import Traits, traits_of
from tests.record.works.works import work


def of(pairs: list[tuple[int, int, int]], *records: dict[str, Any]) -> list[Group]:
    known: list[Traits] = [
        traits_of(work("article-journal", title="Soil", year=2024, **one)) for one in records
    ]
    return [*works_in([Pair(-score, *both) for score, *both in pairs], known.__getitem__)]


def test_a_chain_of_records_is_one_work() -> None:
    (found,) = of([(90, 0, 2), (100, 1, 2)], {}, {}, {})
    assert found == Group([0, 1, 2], {2: 0, 1: 2})


def test_a_record_without_a_doi_goes_to_the_one_that_it_is_most_like() -> None:
    dois: tuple[dict[str, str], ...] = ({"DOI": "10.1234/a"}, {}, {"DOI": "10.1234/b"})
    assert [one.members for one in of([(90, 0, 1), (95, 1, 2)], *dois)] == [[1, 2]]
    assert [one.members for one in of([(95, 0, 1), (90, 1, 2)], *dois)] == [[0, 1]]
    assert [one.members for one in of([(90, 0, 1), (90, 1, 2)], *dois)] == [[0, 1]]


def test_works_come_in_the_order_of_their_first_records() -> None:
    found = of([(100, 1, 5), (90, 0, 4), (90, 2, 3)], *[{}] * 6)
    assert [one.members for one in found] == [[0, 4], [1, 5], [2, 3]]


def test_whatever_the_order_of_pairs_every_record_has_a_way_to_the_first() -> None:
    (found,) = of([(100, 2, 3), (99, 0, 1), (98, 1, 3), (97, 0, 3)], *[{}] * 4)
    assert found.partners == {1: 0, 3: 1, 2: 3}


def test_thousands_of_records_of_one_work_take_a_moment() -> None:
    count = 3_000
    (found,) = of([(100, n, n + 1) for n in range(count - 1)], *[{}] * count)
    assert len(found.members) == count and found.partners[count - 1] == count - 2
