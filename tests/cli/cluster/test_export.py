"""Exports in parts, as a user asks for them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.cluster.catalogues import in_partitions, joined, records
from tests.conftest import Run


@pytest.fixture
def lines(tmp_path: Path) -> list[str]:
    lines = records(80)
    in_partitions(tmp_path / "in", lines, 4)
    return lines


def test_the_parts_and_messages_are_those_of_one_run(
    run: Run, tmp_path: Path, lines: list[str]
) -> None:
    one = run("export", *sorted((tmp_path / "in").iterdir()), "--to", "bibtex")
    done = run("export", f"{tmp_path}/in/*.jsonl", "--to", "bibtex", "--parts", "out")
    assert done.returncode == one.returncode == 1
    assert (done.stdout, joined(tmp_path / "out")) == ("", one.stdout)
    *findings, closing = done.stderr.splitlines()
    assert sorted(findings) == sorted(one.stderr.splitlines()[:-1])
    assert closing.split(", ")[:4] == one.stderr.splitlines()[-1].split(", ")[:4]


def test_shards_and_a_last_run_make_the_same(run: Run, tmp_path: Path, lines: list[str]) -> None:
    command = ("export", "in/*.jsonl", "--to", "ris", "--parts", "out")
    assert run(*command, "--check").returncode == 1
    assert not (tmp_path / "out").exists()
    done = run(*command, "--shard", "2/2")
    assert (done.returncode, done.stderr) == (
        0,
        "2 of 4 partitions are missing (in/p00.jsonl, in/p02.jsonl)\n",
    )
    said = run(*command, "--check")
    assert (said.returncode, said.stderr) == (1, done.stderr)
    assert "of 16 buckets of keys are missing" in run(*command, "--shard", "1/2").stderr
    assert "of 4 parts are missing" in run(*command, "--shard", "2/2").stderr
    assert "run this with --resume" in run(*command, "--shard", "1/2").stderr
    assert not (tmp_path / "out/manifest.json").exists()
    last = run(*command, "--resume")
    assert last.returncode == 1  # as one run: some records have errors
    one = run("export", *sorted((tmp_path / "in").iterdir()), "--to", "ris")
    assert joined(tmp_path / "out") == one.stdout
    (tmp_path / "out/.unfinished").mkdir()  # as a kill at the very end leaves it
    *left_out, flow = (one for one in last.stderr.splitlines() if one[0].isdigit())
    told = [*(one.partition(": fix")[0] for one in left_out), flow, "out is whole"]
    for option in ("--resume", "--check"):
        again = run(*command, option)
        assert (again.returncode, again.stderr.splitlines()) == (1, told)
    assert not (tmp_path / "out/.unfinished").exists()
    quiet = run(*command, "--resume", "-q")
    assert (quiet.returncode, quiet.stderr) == (1, "")
    share = run(*command, "--shard", "1/2")  # of a job, which has found nothing itself
    assert (share.returncode, share.stderr) == (0, "out is whole\n")


def test_a_whole_folder_tells_which_inputs_were_cut_off(
    run: Run, tmp_path: Path, lines: list[str]
) -> None:
    packed = gzip.compress("".join(lines * 100).encode(), 0)
    (tmp_path / "in/p04.jsonl.gz").write_bytes(packed[:-20])
    command = ("export", "in/p04*", "in/p00*", "--to", "ris", "--parts", "out", "-q")
    first = run(*command)
    assert first.returncode == 3
    *_, told = first.stderr.splitlines()
    assert told.startswith("the result is not whole: in/p04.jsonl.gz")
    for option in ("--resume", "--check"):
        again = run(*command, option)
        assert again.returncode == 3
        assert again.stderr.splitlines()[-1] == told


def test_a_changed_input_is_another_run(run: Run, tmp_path: Path, lines: list[str]) -> None:
    command = ("export", "in/*.jsonl", "--to", "ris", "--parts", "out")
    run(*command)
    with (tmp_path / "in/p03.jsonl").open("a") as file:
        file.write(lines[0])
    assert run(*command, "--check").stderr == "nothing of it is done\n"
    before = json.loads((tmp_path / "out/manifest.json").read_text())["records"]
    run(*command, "--resume")
    assert json.loads((tmp_path / "out/manifest.json").read_text())["records"] == before + 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--shard", "1/2"], "--shard needs a folder"),
        (["--resume"], "--resume needs a folder"),
        (["--parts", "out", "-o", "x.ris"], "--parts excludes -o"),
        (["--parts", "out", "--output-dir", "x"], "--parts excludes -o"),
        (["--parts", "out", "--append"], "--parts excludes -o"),
        (["--parts", "out", "--where", "year=1999"], "--parts excludes --key"),
        (["--parts", "out", "--fail-fast"], "--parts excludes --fail-fast"),
        (["--parts", "out", "--on-error", "stop"], "--parts excludes --fail-fast"),
        (["--parts", "out", "--shard", "3/2"], "--shard cannot be '3/2'"),
        (["--parts", "out", "--to", "cff"], "holds one record"),
        (["--parts", "out", "--to", "csv"], "--columns"),
    ],
)
def test_what_means_nothing_together_is_refused(
    run: Run, tmp_path: Path, lines: list[str], options: list[str], said: str
) -> None:
    done = run("export", "in/*.jsonl", "--to", "ris", *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_packed_partitions_and_csv_with_columns(run: Run, tmp_path: Path, lines: list[str]) -> None:
    for path in (tmp_path / "in").iterdir():
        path.with_suffix(".jsonl.gz").write_bytes(gzip.compress(path.read_bytes()))
    run("export", "in/*.gz", "--to", "csv", "--columns", "id,title", "--parts", "out")
    parts = sorted((tmp_path / "out").glob("*.csv"))
    assert len(parts) == 4
    assert {path.read_text("utf-8").splitlines()[0] for path in parts} == {"id,title"}
