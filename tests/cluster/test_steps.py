"""What of a step is missing is seen by its files."""

from __future__ import annotations

from pathlib import Path

from reportcite.cluster.partitions import Partition, Plan
from reportcite.cluster.steps import Step, of_buckets, of_partitions, once


def test_what_has_no_file_is_missing(tmp_path: Path) -> None:
    plan = Plan(str(tmp_path), tuple(Partition(name, 1, 1) for name in "abc"), "settings")
    step = Step("parts", lambda *_: None, of_partitions, "full")
    assert step.missing(plan) == [0, 1, 2]
    Path(plan.state).mkdir()
    for name in ("full-00002", "fuller-00001", "full-00004"):
        Path(plan.state, name).touch()
    assert step.missing(plan) == [0, 2]
    assert (once(plan), of_buckets(plan)) == (1, 16)
