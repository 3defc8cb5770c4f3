"""All records go to a file and come out of it as works."""

from __future__ import annotations

import pickle
from typing import Any

from reportcite.batch.grouping.gathered import Gathered, some_at_once, with_own_ids
from reportcite.batch.work.merge import Work
from reportcite.batch.work.noting import note
from tests.record.works.works import work


def test_works_are_handed_out_with_ids_of_their_own() -> None:
    gathered = Gathered()
    soil: dict[str, Any] = {"title": "Soil", "author": "Feld, Vera", "year": 2024}
    records = [
        work(id_="a", **soil),
        work(id_="a", title="Sand"),
        work(id_="b", **soil, citation_key="c"),
    ]
    for record in records:
        gathered.add(note(record, pickle.dumps(record)))
    assert len(gathered) == 3
    told: list[object] = []
    groups = gathered.groups(85, told.append)
    (works,) = some_at_once(with_own_ids(gathered.known.works(groups)))
    assert [one.id for one in works] == ["a", "a2"]
    assert [pickle.loads(data) for data in works[0].records] == [records[0], records[2]]
    first, second = gathered.known.members([0, 2], groups.partner)
    assert first[:2] == (0, ("a", "", records[0].place, "Soil"))
    assert (first.partner, first.likeness, second.number, second.partner) == (0, None, 2, 0)
    assert pickle.loads(gathered.known.kept(1)) == records[1]
    assert second.likeness is not None and second.likeness.score == 98
    assert second.called == ("b", "c", records[2].place, "Soil")
    assert told == []


def test_many_records_are_handed_out_some_at_once() -> None:
    gathered = Gathered()
    for number in range(40):
        text = "x" * 20_000
        gathered.add(note(work(id_=f"a{number}", title=f"Soil {number}"), text.encode()))
    groups = gathered.groups(85, lambda _: None)
    several = [*some_at_once(gathered.known.works(groups))]
    assert len(several) > 1 and sum(map(len, several)) == 40


def test_works_are_handed_out_when_their_records_are_more_than_a_quarter_of_a_mebibyte() -> None:
    """Those of the last work that fits are not waited for."""
    half = b"x" * (1 << 17)
    ones = [Work(name, [b"x"]) for name in "cef"]
    works = [Work("a", [half]), Work("b", [half]), ones[0], Work("d", [half, half]), *ones[1:]]
    found = ["".join(one.id for one in some) for some in some_at_once(works)]
    assert found == ["abc", "de", "f"]
    assert [*some_at_once([])] == []
