"""Merging in parts, as a user asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cluster.catalogues import in_partitions, joined, of_works
from tests.conftest import Run


@pytest.mark.parametrize(("count", "to"), [(1, "bibtex"), (2, "jsonl"), (7, "bibtex")])
def test_parts_findings_and_lists_are_those_of_one_run(
    run: Run, tmp_path: Path, count: int, to: str
) -> None:
    files = in_partitions(tmp_path / "in", of_works(80), count)
    command = ("merge", *files, "--to", to)
    one = run(*command, "--key-map", "keys1.csv", "--report", "works1.csv")
    parts = ("--parts", "out", "--key-map", "keys2.csv", "--report", "works2.csv")
    done = run(*command, *parts)
    assert joined(tmp_path / "out") == one.stdout != ""
    for name in ("keys", "works"):
        assert (tmp_path / f"{name}2.csv").read_bytes() == (tmp_path / f"{name}1.csv").read_bytes()
    assert done.returncode == one.returncode == 3
    assert done.stderr.splitlines()[:-1] == one.stderr.splitlines()[:-1]
    assert "not-merged" in one.stderr and "merge-conflict" in one.stderr
    again = run(*command, "--parts", "out", "--resume")
    assert again.returncode == 3
    flow = done.stderr.splitlines()[-1]
    *_, said, told, whole = again.stderr.splitlines()
    assert (told, whole) == (flow, "out is whole")
    assert said in done.stderr


def test_what_else_is_asked_for_is_made_of_a_folder_that_is_whole_too(
    run: Run, tmp_path: Path
) -> None:
    files = in_partitions(tmp_path / "in", of_works(20), 2)
    command = ("merge", *files, "--to", "jsonl")
    one = run(*command, "--key-map", "keys1.csv", "--report", "works1.csv")
    run(*command, "--parts", "out")
    again = run(*command, "--parts", "out", "--resume", "--key-map", "keys2.csv", "--report", "-")
    assert (tmp_path / "keys2.csv").read_bytes() == (tmp_path / "keys1.csv").read_bytes()
    assert again.returncode == one.returncode
    assert "is whole" not in again.stderr
    assert again.stdout
    assert joined(tmp_path / "out") == one.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--shard", "1/2"], "--shard needs a folder"),
        (["--parts", "out", "-o", "x.ris"], "--parts excludes -o"),
        (["--parts", "out", "--dry-run"], "--parts excludes --dry-run"),
        (["--parts", "out", "--on-error", "stop"], "--parts excludes --fail-fast"),
        (["--parts", "out", "--to", "csv"], "csv"),
        (["--parts", "out", "--to", "cff"], "holds one record"),
    ],
)
def test_what_means_nothing_together_is_refused(
    run: Run, tmp_path: Path, options: list[str], said: str
) -> None:
    in_partitions(tmp_path / "in", of_works(4), 2)
    done = run("merge", "in/*.jsonl", "--to", "ris", *options)
    assert (done.returncode, said in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()
