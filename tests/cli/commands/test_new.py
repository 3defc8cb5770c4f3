"""`reportcite new`: a record to fill in."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Run


def test_a_report_is_printed_unless_another_type_is_named(run: Run) -> None:
    done = run("new")
    assert done.returncode == 0 and "\ntype: report\n" in done.stdout
    assert "\ntype: chapter\n" in run("new", "--type", "chapter").stdout


def test_check_says_what_is_left_to_fill_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(run("new").stdout, encoding="utf-8")
    done = run("check", "new.yaml")
    assert done.returncode == 1
    assert "a record of type report needs title" in done.stdout


def test_an_unknown_type_suggests_the_nearest(run: Run) -> None:
    done = run("new", "--type", "raport")
    assert done.returncode == 2 and "did you mean 'report'?" in done.stderr
