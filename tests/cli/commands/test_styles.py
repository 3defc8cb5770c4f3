"""`reportcite styles`: names to cite with, listed and searched."""

from __future__ import annotations

from tests.conftest import Run


def test_a_line_is_a_name_a_tab_and_a_title(run: Run) -> None:
    done = run("styles", "political", "science")
    names = {line.split("\t")[0]: line.split("\t")[1] for line in done.stdout.splitlines()}
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


def test_the_style_that_a_journal_follows_is_named(run: Run) -> None:
    done = run("styles", "1755-4330")
    assert done.stdout == "nature-chemistry\tNature Chemistry\tas nature\n"


def test_a_slip_suggests_what_was_meant(run: Run) -> None:
    done = run("styles", "natur", "chemistri")
    assert "did you mean nature-chemistry" in done.stderr
    assert done.returncode == 1


def test_a_preview_shows_the_sample_in_each_style_once(run: Run) -> None:
    done = run("styles", "--preview", "apa7")
    assert done.stdout.startswith("apa7\tAPA Style 7th edition\n    Ratzmann")
    first, _, _ = done.stdout.partition("\n\n")
    assert first.endswith("    (Ratzmann et al., 2024, p. 12)")
    assert done.stdout.count("\t") == done.stdout.count("(Ratzmann et al.")


def test_a_preview_of_too_many_is_refused(run: Run) -> None:
    done = run("styles", "--preview")
    assert done.returncode == 2
    assert "say more of the name" in done.stderr


def test_a_title_is_enough_for_cite(run: Run) -> None:
    done = run("cite", "--sample", "--style", "Nature Chemistry")
    assert done.stdout.startswith("1. Ratzmann")
