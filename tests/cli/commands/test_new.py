"""`reportcite new`: a record to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("typed", "meant"), [("raport", "report"), ("Bericht", "report"), ("Buch", "book")]
)
def test_an_unknown_type_suggests_the_nearest(run: Run, typed: str, meant: str) -> None:
    done = run("new", "--type", typed)
    assert done.returncode == 2
    assert f"--type cannot be '{typed}' (did you mean '{meant}'?)" in done.stderr


def test_a_type_may_be_written_in_any_case(run: Run) -> None:
    assert "\ntype: article-journal\n" in run("new", "--type", "Article_Journal").stdout
