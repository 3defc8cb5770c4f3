"""Parts come into their places with a manifest behind them, or not at all."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from reportcite.cluster.outputs import finish, new_part, whole
from reportcite.cluster.partitions import Partition, Plan, begun


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    plan = Plan(str(tmp_path / "out"), (Partition("a", 1, 1), Partition("b", 1, 1)), "settings")
    return begun(plan, joins=False)


def make(plan: Plan) -> None:
    for number in range(2):
        with new_part(plan, number, ".ris", {"records": number + 1}) as part:
            part.write(b"x" * number)
            part.write(b"y")


def test_the_manifest_counts_and_sums_up(plan: Plan) -> None:
    make(plan)
    folder = Path(plan.folder)
    assert [path.name for path in folder.iterdir()] == [".unfinished"]
    assert whole(plan) == []
    parts = finish(plan, 2, {"format": "ris"})
    assert parts[1] == {
        "file": "part-00002.ris", "records": 2, "bytes": 2, "sha256": sha256(b"xy").hexdigest()
    }  # fmt: skip
    told = json.loads((folder / "manifest.json").read_text())
    assert told == {"format": "ris", "records": 3, "parts": parts, "run": plan.fingerprint()}
    assert whole(plan) == parts
    assert not Path(plan.state).exists()


def test_what_is_not_as_the_manifest_says_is_not_whole(plan: Plan) -> None:
    make(plan)
    finish(plan, 2, {})
    part = Path(plan.folder, "part-00002.ris")
    part.write_bytes(b"xyz")
    assert whole(plan) == []
    part.unlink()
    assert whole(plan) == []


def test_an_error_leaves_no_part(plan: Plan) -> None:
    with pytest.raises(ZeroDivisionError), new_part(plan, 0, ".ris", {}) as part:
        part.write(b"x")
        raise ZeroDivisionError
    assert [path.name for path in Path(plan.state).iterdir()] == ["plan.json"]


def test_finishing_that_was_cut_off_is_gone_on_with(plan: Plan) -> None:
    make(plan)
    Path(plan.state, "part-00001.ris").rename(Path(plan.folder, "part-00001.ris"))
    finish(plan, 2, {})
    assert len(whole(plan)) == 2


def test_a_later_run_deletes_the_parts_of_an_earlier_one_only(plan: Plan, tmp_path: Path) -> None:
    make(plan)
    finish(plan, 2, {})
    Path(plan.folder, "part-00009.ris").write_text("of the user")
    make(begun(plan, joins=False))
    finish(plan, 1, {})
    assert sorted(path.name for path in Path(plan.folder).iterdir()) == [
        "manifest.json", "part-00001.ris", "part-00009.ris"
    ]  # fmt: skip
