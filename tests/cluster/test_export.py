"""The steps give what one run over all records gives, byte for byte."""

from __future__ import annotations

import json
from hashlib import md5, sha256
from pathlib import Path

import pytest

from reportcite.batch.work.export import ExportSettings
from reportcite.cluster.export import STEPS, finish, reports
from reportcite.cluster.outputs import Ending, whole
from reportcite.cluster.partitions import Plan, partitions
from tests.batch.records import line
from tests.cluster.catalogues import done, in_partitions, records
from tests.conftest import Run


@pytest.mark.parametrize("to", ["bibtex", "ris", "hayagriva", "jsonl", "marc"])
def test_parts_joined_are_the_file_of_one_run(run: Run, tmp_path: Path, to: str) -> None:
    lines = records(300)
    (tmp_path / "all.jsonl").write_text("".join(lines), "utf-8")
    run("export", "all.jsonl", "--to", to, "-o", "one")
    expected = md5((tmp_path / "one").read_bytes()).hexdigest()
    for count in (1, 2, 7):
        paths = in_partitions(tmp_path / f"in{count}", lines, count)
        plan = done(
            Plan(str(tmp_path / f"out{count}"), partitions(paths), ExportSettings(to)), STEPS
        )
        finish(plan, Ending())
        parts = sorted((tmp_path / f"out{count}").glob("part-*"))
        assert len(parts) == count
        joined = b"".join(part.read_bytes() for part in parts)
        assert md5(joined).hexdigest() == expected


@pytest.mark.parametrize("to", ["csl-json", "yaml", "mods"])
def test_a_part_is_a_whole_file_where_entries_do_not_simply_follow(
    run: Run, tmp_path: Path, to: str
) -> None:
    lines = records(40)
    paths = in_partitions(tmp_path / "in", lines, 3)
    finish(
        done(Plan(str(tmp_path / "out"), partitions(paths), ExportSettings(to)), STEPS), Ending()
    )
    parts = sorted((tmp_path / "out").glob("part-*"))
    whole = run("export", *parts, "--from", to, "--to", "jsonl").stdout
    one = run("export", *paths, "--to", to).stdout
    assert whole == run("export", "-", "--from", to, "--to", "jsonl", stdin=one).stdout != ""


def test_the_manifest_counts_and_sums_up(tmp_path: Path) -> None:
    paths = in_partitions(tmp_path / "in", records(50), 2)
    plan = done(Plan(str(tmp_path / "out"), partitions(paths), ExportSettings("ris")), STEPS)
    assert not whole(plan)
    finish(plan, Ending())
    told = json.loads((tmp_path / "out/manifest.json").read_text())
    assert [part["input"] for part in told["parts"]] == paths
    for part in told["parts"]:
        content = (tmp_path / "out" / part["file"]).read_bytes()
        assert part["sha256"] == sha256(content).hexdigest()
        assert part["bytes"] == len(content)
        assert part["records"] == content.count(b"TY  - ")
    assert told["records"] == sum(part["records"] for part in told["parts"])
    assert whole(plan)
    assert not Path(plan.state).exists()
    (tmp_path / "out/part-00002.ris").write_text("cut")
    assert not whole(plan)


def test_a_later_run_leaves_no_part_of_an_earlier_one(tmp_path: Path) -> None:
    lines = records(20)
    for count in (5, 2):
        paths = in_partitions(tmp_path / f"in{count}", lines, count)
        finish(
            done(Plan(str(tmp_path / "out"), partitions(paths), ExportSettings("ris")), STEPS),
            Ending(),
        )
    found = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert found == ["manifest.json", "part-00001.ris", "part-00002.ris"]


def test_a_step_that_is_done_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = in_partitions(tmp_path / "in", records(50), 2)
    plan = done(Plan(str(tmp_path / "out"), partitions(paths), ExportSettings("bibtex")), STEPS)
    before = {path: path.read_bytes() for path in Path(plan.state).glob("*-*")}
    for step in STEPS:
        for number in range(step.count(plan)):
            step.work(plan, number)
    assert {path: path.read_bytes() for path in Path(plan.state).glob("*-*")} == before


def test_finishing_that_was_cut_off_is_gone_on_with(tmp_path: Path) -> None:
    paths = in_partitions(tmp_path / "in", records(50), 2)
    plan = done(Plan(str(tmp_path / "out"), partitions(paths), ExportSettings("bibtex")), STEPS)
    Path(plan.state, "part-00001.bib").rename(tmp_path / "out/part-00001.bib")
    finish(plan, Ending())
    assert whole(plan)


def test_ids_that_are_there_twice_are_found_over_all_parts(tmp_path: Path) -> None:
    lines = [line("a"), line("b"), line("c"), line("b"), line("a")]
    paths = in_partitions(tmp_path / "in", lines, 2)
    plan = done(Plan(str(tmp_path / "out"), partitions(paths), ExportSettings("ris")), STEPS)
    found = [
        (str(problem.place), problem.message)
        for chunk in reports(plan)
        for _, problem in chunk.again
    ]
    first, second = paths
    assert found == [
        (f"{second}:1:1", f"the id “b” is that of {first}:2, too"),
        (f"{second}:2:1", f"the id “a” is that of {first}:1, too"),
    ]


@pytest.mark.parametrize("suffix", ["jsonl.zst", "jsonl.gz", "yaml", "mrc", "bib"])
def test_partitions_may_be_packed_and_of_any_format(run: Run, tmp_path: Path, suffix: str) -> None:
    lines = records(30)
    for path in in_partitions(tmp_path / "lines", lines, 3):
        run("export", path, "-o", tmp_path / f"in-{Path(path).stem}.{suffix}", "-q")
    paths = sorted(map(str, tmp_path.glob("in-*")))
    assert len(paths) == 3
    finish(
        done(Plan(str(tmp_path / "out"), partitions(paths), ExportSettings("ris")), STEPS), Ending()
    )
    joined = b"".join(path.read_bytes() for path in sorted((tmp_path / "out").glob("part-*")))
    assert joined.decode() == run("export", *paths, "--to", "ris").stdout != ""
