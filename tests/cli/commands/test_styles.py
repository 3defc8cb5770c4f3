"""`reportcite styles`: names to cite with, listed and searched."""

from __future__ import annotations

from tests.conftest import Run


def test_a_line_is_a_name_a_tab_and_a_title(run: Run) -> None:
    done = run("styles", "political", "science")
    names = dict(line.split("\t") for line in done.stdout.splitlines())
    assert "american-political-science-association" in names
    assert all(names)
    assert (done.stderr, done.returncode) == ("", 0)


def test_all_are_listed_without_a_query(run: Run) -> None:
    assert run("styles").stdout.count("\n") > 2800


def test_nothing_found_is_said(run: Run) -> None:
    done = run("styles", "nosuchstyle\x1b")
    assert done.stderr == (
        "reportcite: no style's name or title holds 'nosuchstyle\\x1b' (try fewer words)\n"
    )
    assert (done.stdout, done.returncode) == ("", 1)
