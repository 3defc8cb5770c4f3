"""What a run is to do: which files, and which runs are the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportcite.batch.work.export import ExportSettings
from reportcite.cluster.partitions import (
    Partition,
    Plan,
    begun,
    forget,
    is_begun,
    partitions,
    require_unchanged,
)
from reportcite.errors import InputError, UsageError


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    (tmp_path / "a.jsonl").write_text("{}\n")
    settings = ExportSettings("ris")
    return Plan(str(tmp_path / "out"), partitions([str(tmp_path / "a.jsonl")]), settings)


def test_a_pattern_is_its_files_by_name(tmp_path: Path) -> None:
    for name in ("b.ris", "a.ris", "c.bib", "[x].ris"):
        (tmp_path / name).touch()
    found = partitions([f"{tmp_path}/*.bib", f"{tmp_path}/[ab].ris", f"{tmp_path}/[x].ris"])
    assert [Path(one.path).name for one in found] == ["c.bib", "a.ris", "b.ris", "[x].ris"]


def test_what_is_no_file_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file is called like"):
        partitions([f"{tmp_path}/*.ris"])
    with pytest.raises(UsageError, match="is no file"):
        partitions([str(tmp_path)])
    with pytest.raises(InputError, match="cannot be read"):
        partitions([str(tmp_path / "a.ris")])


def test_a_changed_partition_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text("TY")
    (partition,) = partitions([str(path)])
    require_unchanged(partition)
    os.utime(path, ns=(0, partition.modified + 1))
    with pytest.raises(InputError, match="is not the file that it was"):
        require_unchanged(partition)
    path.unlink()
    with pytest.raises(InputError, match="cannot be read"):
        require_unchanged(partition)


def test_processes_that_join_have_one_placeholder(plan: Plan) -> None:
    first = begun(plan, joins=True)
    other = Plan(plan.folder, plan.partitions, ExportSettings("ris"))
    assert other.placeholder != first.placeholder
    assert begun(other, joins=True) == first


def test_a_new_run_does_not_touch_an_unfinished_one(plan: Plan) -> None:
    assert not is_begun(plan)
    begun(plan, joins=False)
    assert is_begun(plan)
    with pytest.raises(UsageError, match="--resume"):
        begun(plan, joins=False)
    forget(plan)
    begun(plan, joins=False)


def test_a_run_with_other_options_or_files_is_not_gone_on_with(plan: Plan) -> None:
    begun(plan, joins=False)
    for other in (
        Plan(plan.folder, plan.partitions, ExportSettings("bibtex")),
        Plan(plan.folder, plan.partitions, ExportSettings("ris", key_format="id")),
        Plan(plan.folder, plan.partitions, plan.settings, from_="jsonl"),
        Plan(plan.folder, (Partition("a", 1, 1),), plan.settings),
    ):
        with pytest.raises(UsageError, match="other files or with other options"):
            begun(other, joins=True)


@pytest.mark.parametrize(
    ("size", "buckets"), [(0, 16), (16 << 28, 16), (17 << 28, 17), (1 << 60, 4096)]
)
def test_buckets_grow_with_the_input_and_have_bounds(size: int, buckets: int) -> None:
    plan = Plan("out", (Partition("a", size, 0),), ExportSettings("ris"))
    assert plan.buckets == buckets
