"""Going through the steps of any command."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.cli.cluster.options import Parts
from reportcite.cli.cluster.parts import InParts, planned, refuse_format, run_parts
from reportcite.cli.report import Tally
from reportcite.cluster.partitions import Plan
from reportcite.cluster.steps import Step, of_partitions
from reportcite.errors import ExitCode, UsageError
from reportcite.formats.registry import format_named
from tests.batch.records import line
from tests.conftest import Run


def mark(plan: Plan, number: int) -> None:
    Path(plan.file("done", number)).touch()


STEPS = (Step("files", mark, of_partitions, "done"),)


def test_the_end_is_reported_by_the_run_that_has_no_share(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    said: list[str] = []
    work = InParts(STEPS, lambda plan: said.append("finished"))
    out = str(tmp_path / "out")
    for parts in (Parts(out, shard="1/1"), Parts(out, check=True), Parts(out, resume=True)):
        tally = Tally()
        tally.say = said.append
        plan = planned([str(tmp_path / "a")], parts, "settings")
        code = run_parts(plan, parts, work, tally, 1)
        assert code == (ExitCode.FINDINGS if parts.check else ExitCode.CLEAN)
    assert said[0] == said[1] != "finished"
    assert "run this with --resume" in said[0]
    assert said[2:] == ["finished"]


def test_an_unfinished_run_is_not_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    parts = Parts(str(tmp_path / "out"), shard="1/1")
    work = InParts(STEPS, lambda plan: None)
    plan = planned([str(tmp_path / "a")], parts, "settings")
    run_parts(plan, parts, work, Tally(), 1)
    with pytest.raises(UsageError, match="not finished"):
        run_parts(plan, Parts(parts.folder), work, Tally(), 1)


def test_formats_of_which_there_are_no_parts_are_refused() -> None:
    for name in ("cff", "csv"):
        with pytest.raises(UsageError):
            refuse_format(format_named(name))
    refuse_format(format_named("csv")._replace(columns=("id",)))
    refuse_format(format_named("marc"))


@pytest.mark.parametrize("folder", ["in", "in/", "./in/../in", "link"])
def test_results_do_not_come_among_what_is_read(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/part-00001.jsonl").write_text(line("a"))
    (tmp_path / "link").symlink_to("in")
    done = run("export", "in/*", "--to", "jsonl", "--parts", folder)
    assert (done.returncode, "where the parts come to" in done.stderr) == (2, True)
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["part-00001.jsonl"]
    assert run("export", "in/*", "--to", "jsonl", "--parts", "in/out").returncode == 0
