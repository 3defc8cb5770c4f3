"""Merging in parts gives what one run gives, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

from reportcite.batch.work.merge import MergeSettings
from reportcite.cluster import works
from reportcite.cluster.merge import STEPS, counts, finish, partners, reports, written
from reportcite.cluster.outputs import Ending
from reportcite.cluster.partitions import Plan, partitions
from reportcite.cluster.works import AllRows
from tests.batch.records import line
from tests.cluster.catalogues import done, in_partitions, joined

LINES = [
    line("a", title="Soil", **{"publisher-place": "Bonn"}),
    line("b", title="Sand"),
    line("c", title="Soil", note="N"),
    line("b", title="Clay"),
    line("d", title="Soil", **{"publisher-place": "Köln"}),
]


def merged(tmp_path: Path, to: str, count: int = 3) -> Plan:
    paths = in_partitions(tmp_path / "in", LINES, count)
    return done(Plan(str(tmp_path / "out"), partitions(paths), MergeSettings(to), "merge"), STEPS)


def test_a_work_is_in_the_part_of_its_first_record(tmp_path: Path) -> None:
    plan = merged(tmp_path, "jsonl")
    assert counts(plan) == {"records": 5, "works": 3, "several": 1}
    assert partners(plan, AllRows(plan)) in ({2: 0, 4: 2}, {2: 0, 4: 0})
    finish(plan, Ending())
    parts = [path.read_text().splitlines() for path in sorted((tmp_path / "out").glob("part-*"))]
    assert [[json.loads(one)["id"] for one in part] for part in parts] == [["a", "b"], ["b2"], []]
    first = json.loads(parts[0][0])
    assert (first["note"], first["publisher-place"]) == ("N", "Bonn")
    told = json.loads((tmp_path / "out/manifest.json").read_text())
    assert (told["records"], [part["records"] for part in told["parts"]]) == (3, [2, 1, 0])


def test_what_was_written_is_told_in_order_with_what_contradicts(tmp_path: Path) -> None:
    plan = merged(tmp_path, "bibtex", 2)
    rows = works.AllRows(plan)
    found = [*written(plan, rows)]
    assert [one.numbers for one in found] == [[0, 2, 4], [1], [3]]
    assert [one.key for one in found] == ["a2024soil", "a2024sand", "a2024clay"]
    assert [one.id for one in found] == [one.key for one in found]
    assert [len(one.conflicts) for one in found] == [1, 0, 0]
    assert "publisher-place “Köln” is not kept" in found[0].conflicts[0].message
    assert sum(done.screening.read for done in reports(plan)) == 5
    finish(plan, Ending())
    assert joined(tmp_path / "out").count("@techreport") == 3


def test_a_step_that_is_done_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    plan = merged(tmp_path, "bibtex", 2)
    before = {path: path.read_bytes() for path in Path(plan.state).glob("*-*")}
    for step in STEPS:
        step.work(plan, 0)
    assert {path: path.read_bytes() for path in Path(plan.state).glob("*-*")} == before
