"""Going through the steps: shares, what is missing, and going on after something failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportcite.batch.work.export import ExportSettings
from reportcite.cluster.export import STEPS
from reportcite.cluster.partitions import Plan, begun, partitions
from reportcite.cluster.run import (
    Attempt,
    Share,
    Unfinished,
    advance,
    by_processes,
    missing,
    share_of,
)
from reportcite.cluster.steps import Step, of_partitions
from reportcite.errors import InputError, UsageError
from tests.cluster.catalogues import in_partitions, records


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    paths = in_partitions(tmp_path / "in", records(60), 5)
    plan = Plan(str(tmp_path / "out"), partitions(paths), ExportSettings("bibtex"))
    return begun(plan, joins=False)


@pytest.mark.parametrize("typed", ["", "1", "0/2", "3/2", "1/0", "a/b", "-1/2", "1/2/3"])
def test_a_share_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="--shard cannot be"):
        share_of(typed)


def test_shares_are_all_of_the_work_and_each_is_another() -> None:
    shares = [share_of(f"{number}/3") for number in (1, 2, 3)]
    assert [[share.has(task) for share in shares].count(True) for task in range(10)] == [1] * 10
    assert [task for task in range(7) if Share(2, 3).has(task)] == [1, 4]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_run_does_all(plan: Plan, jobs: int) -> None:
    assert missing(plan, STEPS).startswith("5 of 5 partitions are missing (")
    assert advance(plan, STEPS, by_processes(jobs), Share()) == []
    assert missing(plan, STEPS) == ""


def test_a_share_does_its_own_and_says_what_others_are_to_do(plan: Plan) -> None:
    paths = [one.path for one in plan.partitions]
    first, second = Share(1, 2), Share(2, 2)
    spread = by_processes(1)
    assert advance(plan, STEPS, spread, first) == [
        f"2 of 5 partitions are missing ({paths[1]}, {paths[3]})"
    ]
    (left,) = advance(plan, STEPS, spread, second)
    assert left == "8 of 16 buckets of keys are missing (1, 3, 5, 7, 9, …)"
    (left,) = advance(plan, STEPS, spread, first)
    assert left.startswith("2 of 5 parts are missing")
    assert advance(plan, STEPS, spread, second) == []


def test_what_fails_is_named_and_the_rest_is_done(plan: Plan) -> None:
    path = Path(plan.partitions[2].path)
    content = path.read_bytes()
    path.unlink()
    with pytest.raises(Unfinished, match=r"1 of 5 partitions are missing \(.*p02.jsonl\): .*read"):
        advance(plan, STEPS, by_processes(2), Share())
    assert STEPS[0].missing(plan) == [2]
    path.write_bytes(content)
    with pytest.raises(Unfinished, match="is not the file that it was"):  # by its time
        advance(plan, STEPS, by_processes(1), Share())


def test_only_what_is_missing_is_done(plan: Plan) -> None:
    advance(plan, STEPS, by_processes(1), Share())
    kept = Path(plan.file("converted", 0)).stat().st_mtime_ns
    Path(plan.file("converted", 3)).unlink()
    Path(plan.file("full", 3)).unlink()
    worked_on: list[int] = []

    def spread(work, numbers):  # type: ignore[no-untyped-def]
        worked_on.extend(numbers)
        return map(work, numbers)

    assert advance(plan, STEPS, spread, Share()) == []
    assert worked_on == [3, 3]
    assert Path(plan.file("converted", 0)).stat().st_mtime_ns == kept


def test_a_store_that_cannot_be_reached_is_not_asked_for_more(plan: Plan) -> None:
    tried = []

    def work(_: Plan, number: int) -> None:
        tried.append(number)
        raise InputError("cannot be read: there is no connection to the server")

    def one_after_another(work: Callable[[int], Attempt], numbers: list[int]) -> Iterator[Attempt]:
        return map(work, numbers)

    with pytest.raises(Unfinished) as raised:
        advance(plan, [Step("files", work, of_partitions, "done")], one_after_another, Share())
    assert raised.value.message == "cannot be read: there is no connection to the server"
    assert len(tried) == 1
