"""Works are found over all partitions, by keys in buckets."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from reportcite.batch.grouping.gathered import Gathered, Known
from reportcite.batch.grouping.groups import Apart
from reportcite.batch.work.merge import MergeSettings
from reportcite.batch.work.noting import note
from reportcite.cluster import works
from reportcite.cluster.partitions import Partition, Plan, begun
from tests.record.works.works import work

RECORDS = [
    work(id_="a", title="Soil", author="Feld, Vera", year=2024, DOI="10.1234/a"),
    work(id_="b", title="Soil", author="Feld, Vera", year=2024, volume="1"),
    work(
        id_="c", title="Clay and sand", author="Feld, Vera", year=1999, DOI="10.1234/a", volume="2"
    ),
    work(id_="d", title="Soil", author="Feld, Vera", year=2024, volume="1"),
    work(id_="e", title="Peat", author="Moor, Ina", year=2001, ISBN="978-0-306-40615-7"),
    work(id_="f", title="Loam", author="Acker, Jo", year=2001, ISBN="978-0-306-40615-7"),
]


@pytest.mark.parametrize("sizes", [[6], [2, 4], [1, 0, 3, 2]])
def test_works_and_what_is_kept_apart_are_those_of_one_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: list[int]
) -> None:
    monkeypatch.setattr(works, "_MOST_OPEN", 1)
    gathered = Gathered()
    for record in RECORDS:
        gathered.add(note(record, record.id.encode()))
    apart: list[Apart] = []
    expected = [*gathered.groups(85, apart.append)]
    parts = tuple(Partition(str(one), 0, 0) for one in sizes)
    plan = begun(Plan(str(tmp_path / "out"), parts, MergeSettings("ris"), "merge"), joins=False)
    waiting = iter(RECORDS)
    for number, size in enumerate(sizes):
        noted = [note(record, record.id.encode()) for record in islice(waiting, size)]
        assert works.write_noted(plan, number, noted) == size
    for number in range(works.buckets(plan)):
        works.compare(plan, number)
    rows = works.AllRows(plan)
    known = Known(rows)
    assert len(rows) == 6
    assert [known.kept(number) for number in range(6)] == [b"a", b"b", b"c", b"d", b"e", b"f"]
    assert [*works.all_works(plan, rows, known)] == expected
    assert [one[:2] for one in works.kept_apart(plan, rows)] == [
        (one.one, one.other) for one in apart
    ]
    rows.close()
    assert known.called(5).id == "f"  # files are opened again


def test_rows_know_their_partitions(tmp_path: Path) -> None:
    parts = tuple(Partition(str(one), 0, 0) for one in range(3))
    plan = begun(Plan(str(tmp_path / "out"), parts, MergeSettings("ris"), "merge"), joins=False)
    for number, some in enumerate((RECORDS[:2], [], RECORDS[2:])):
        works.write_noted(plan, number, [note(record, b"") for record in some])
    rows = works.AllRows(plan)
    assert [rows.partition_of(number) for number in range(6)] == [0, 0, 2, 2, 2, 2]
    assert [rows.of_partition(part) for part in range(3)] == [range(2), range(2, 2), range(2, 6)]


@pytest.mark.parametrize(("size", "count"), [(0, 64), (64 << 28, 64), (65 << 28, 128)])
def test_there_are_as_many_buckets_as_on_one_machine_or_more(size: int, count: int) -> None:
    plan = Plan("out", (Partition("a", size, 0),), MergeSettings("ris"), "merge")
    assert works.buckets(plan) == count
