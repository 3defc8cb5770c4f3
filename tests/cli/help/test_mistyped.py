"""Options as people mistype them: what is said leads to the right one."""

from __future__ import annotations

import pytest

from reportcite.cli.help.mistyped import meant_option, refuse_dashes, with_one_hyphen
from reportcite.errors import UsageError
from tests.conftest import Run


@pytest.mark.parametrize(
    ("typed", "written"), [("–style", "--style"), ("—style", "--style"), ("–s", "-s")]
)
def test_a_dash_of_a_word_processor_is_no_file(run: Run, typed: str, written: str) -> None:
    done = run("cite", "--sample", typed, "apa")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"reportcite: “{typed}” begins with a dash, not with hyphens (write {written})\n"
    )


def test_dashes_in_names_and_behind_two_hyphens_are_left_alone() -> None:
    refuse_dashes(["cite", "a–b.bib", "–", "–1", "--", "–style"])
    with pytest.raises(UsageError):
        refuse_dashes(["cite", "a–b.bib", "–style", "--"])


@pytest.mark.parametrize(
    ("command", "typed", "meant"),
    [
        ("cite", "--lang", "--locale"),
        ("cite", "--language", "--locale"),
        ("check", "--locale", "--language"),
        ("export", "--format", "--to"),
        ("cite", "--to", "--format"),
        ("isbn", "--sheet", "--column"),
    ],
)
def test_an_option_of_another_command_leads_to_the_own_one(
    run: Run, command: str, typed: str, meant: str
) -> None:
    done = run(command, "x.bib", typed, "de")
    assert done.returncode == 2
    assert f"No such option: {typed}. Did you mean {meant}?" in done.stderr


def test_an_option_that_nothing_is_like_is_none() -> None:
    assert meant_option("--lang", ["--style"]) == meant_option("--xyz", ["--locale"]) == ""


def test_one_hyphen_before_a_long_name_is_named(run: Run) -> None:
    done = run("cite", "--sample", "-style", "apa")
    assert done.returncode == 3
    assert done.stderr.endswith(" (write --style with two hyphens)\n")
    assert with_one_hyphen(["-sapa", "-s", "--style", "-xyz"], ["--style", "--s"]) == ""
