"""Parts come into their places with a manifest behind them, or not at all."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from reportcite.cluster.outputs import Ending, finish, new_part, told_of_parts, whole
from reportcite.cluster.partitions import Partition, Plan, begun
from reportcite.errors import ExitCode


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
    assert whole(plan) is None
    parts = told_of_parts(plan, 2)
    ending = Ending(ExitCode.FINDINGS, ("3 read", "2 written"), ("b",))
    finish(plan, parts, "ris", ending)
    assert parts[1] == {
        "file": "part-00002.ris", "records": 2, "bytes": 2, "sha256": sha256(b"xy").hexdigest()
    }  # fmt: skip
    told = json.loads((folder / "manifest.json").read_text())
    assert told == {
        "format": "ris", "records": 3, "parts": parts, "run": plan.fingerprint(),
        "exit": 1, "closing": ["3 read", "2 written"], "cut_off": ["b"],
    }  # fmt: skip
    assert whole(plan) == (parts, ending)
    assert not Path(plan.state).exists()


def test_what_is_not_as_the_manifest_says_is_not_whole(plan: Plan) -> None:
    make(plan)
    finish(plan, told_of_parts(plan, 2), "ris")
    part = Path(plan.folder, "part-00002.ris")
    part.write_bytes(b"xyz")
    assert whole(plan) is None
    part.unlink()
    assert whole(plan) is None


@pytest.mark.parametrize(
    "change",
    [
        {"parts": 5}, {"parts": [5]}, {"parts": []}, {"exit": 9}, {"closing": 5}, {"cut_off": "b"},
        {"parts": [{"file": "part-00001.ris", "bytes": "0", "records": 1}]},
        {"parts": [{"file": "part-00001.ris", "bytes": 0}]},
        {"parts": [{"file": "../secret", "bytes": 5, "records": 1}]},
        {"parts": [{"file": "part-00001.ris/../../secret", "bytes": 5, "records": 1}]},
    ],
)  # fmt: skip
def test_a_manifest_that_no_run_wrote_is_none_and_nothing_outside_is_touched(
    plan: Plan, change: dict[str, object]
) -> None:
    make(plan)
    finish(plan, told_of_parts(plan, 2), "ris")
    secret = Path(plan.folder).parent / "secret"
    secret.write_bytes(b"known")
    manifest = Path(plan.folder, "manifest.json")
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | change))
    assert whole(plan) is None
    make(begun(plan, joins=False))
    finish(plan, told_of_parts(plan, 2), "ris")
    assert whole(plan)
    assert secret.read_bytes() == b"known"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_damaged_manifest_is_written_anew(plan: Plan, content: bytes) -> None:
    Path(plan.folder, "manifest.json").write_bytes(content)
    assert whole(plan) is None
    make(plan)
    finish(plan, told_of_parts(plan, 2), "ris")
    assert whole(plan)


def test_an_error_leaves_no_part(plan: Plan) -> None:
    with pytest.raises(ZeroDivisionError), new_part(plan, 0, ".ris", {}) as part:
        part.write(b"x")
        raise ZeroDivisionError
    assert [path.name for path in Path(plan.state).iterdir()] == ["plan"]


def test_finishing_that_was_cut_off_is_gone_on_with(plan: Plan) -> None:
    make(plan)
    Path(plan.state, "part-00001.ris").rename(Path(plan.folder, "part-00001.ris"))
    finish(plan, told_of_parts(plan, 2), "ris")
    assert whole(plan)


def test_a_later_run_deletes_the_parts_of_an_earlier_one_only(plan: Plan, tmp_path: Path) -> None:
    make(plan)
    finish(plan, told_of_parts(plan, 2), "ris")
    Path(plan.folder, "part-00009.ris").write_text("of the user")
    make(begun(plan, joins=False))
    finish(plan, told_of_parts(plan, 1), "ris")
    assert sorted(path.name for path in Path(plan.folder).iterdir()) == [
        "manifest.json", "part-00001.ris", "part-00009.ris"
    ]  # fmt: skip
