"""Checks in parts, as a user asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cluster.catalogues import in_partitions, of_works
from tests.conftest import Run


@pytest.mark.parametrize("count", [1, 2, 7])
def test_the_report_and_the_end_are_those_of_one_run(run: Run, tmp_path: Path, count: int) -> None:
    files = in_partitions(tmp_path / "in", of_works(60), count)
    for name in ("text", "json", "sarif"):
        one = run("check", *files, "--duplicates", "--format", name)
        parts = ("--parts", "out", "--resume")  # which checks once only
        done = run("check", f"{tmp_path}/in/*.jsonl", "--duplicates", "--format", name, *parts)
        assert done == one
        assert done.returncode == 3
        assert len(done.stdout) > 1000


def test_what_is_asked_of_the_report_may_change(run: Run, tmp_path: Path) -> None:
    in_partitions(tmp_path / "in", of_works(30)[:12], 3)
    command = ("check", "in/*.jsonl", "--parts", "out", "--resume")
    first = run(*command)
    few = run(*command, "--max-problems", "1", "--severity", "error", "-q")
    assert few.returncode == first.returncode
    assert len(few.stdout.splitlines()) == 1
    assert "more problem" in few.stderr
    assert run(*command, "-o", "out.xlsx").returncode == first.returncode
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def test_shards_and_a_last_run_report_once(run: Run, tmp_path: Path) -> None:
    files = in_partitions(tmp_path / "in", of_works(30), 3)
    command = ("check", "in/*.jsonl", "--parts", "out", "--duplicates")
    for _ in range(2):
        done = run(*command, "--shard", "1/1")
        assert (done.returncode, done.stdout) == (0, "")
    last = run(*command, "--resume")
    assert (
        last.stdout.replace("in/", f"{tmp_path}/in/") == run("check", *files, "--duplicates").stdout
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--resume"], "--resume needs a folder"),
        (["--cluster", "local"], "--cluster needs a folder"),
        (["--parts", "out", "--fix"], "--parts excludes --fix"),
        (["--parts", "out", "--where", "year=1999"], "--parts excludes --key"),
        (["--parts", "out", "--fail-fast"], "--parts excludes --fail-fast"),
        (["--parts", "out", "--shard", "1/2", "--cluster", "local"], "--shard excludes --cluster"),
    ],
)
def test_what_means_nothing_together_is_refused(
    run: Run, tmp_path: Path, options: list[str], said: str
) -> None:
    in_partitions(tmp_path / "in", of_works(4), 2)
    done = run("check", "in/*.jsonl", *options)
    assert (done.returncode, said in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()
