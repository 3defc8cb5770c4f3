"""The options of all commands that read records: typed once, and the same in all of them."""

from __future__ import annotations

import os
from inspect import signature
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.main import get_command

from reportcite.cli.main import COMMANDS, _app
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records, shared_values
from reportcite.cli.report import Reporting
from reportcite.errors import ExitCode, UsageError
from reportcite.limits import MAX_RECORD_SIZE, Limits
from tests.conftest import Run

SHARED = [
    "--from", "--sample", "--key", "--where", "--cited-in", "--jobs", "--fail-fast",
    "--max-record-size", "--assume-language", "--severity", "--max-problems", "--quiet",
    "--exclude",
]  # fmt: skip
READERS = ["cite", "check", "export", "list", "page", "verify"]


def options(command: str) -> dict[str, tuple[object, ...]]:
    """The options of a command: their names, help and default."""
    group = get_command(_app(COMMANDS))
    return {
        one.opts[0]: (one.opts, getattr(one, "help", None), one.default, one.metavar)
        for one in group.commands[command].params  # type: ignore[attr-defined]
    }


@pytest.mark.parametrize("command", READERS)
def test_every_command_that_reads_has_the_shared_options_behind_its_own(command: str) -> None:
    found = options(command)
    names = list(found)
    assert names[0] == "files"
    # Behind them stand only those that every command has.
    last = names.index(SHARED[-1]) + 1
    assert names[last - len(SHARED) : last] == SHARED
    assert set(names[last:]) <= set(options("styles"))
    cite = options("cite")
    assert [found[name] for name in SHARED] == [cite[name] for name in SHARED]


# Commands write files, folders, tables or sites, in formats and for readers of their own, and some
# read lists of identifiers.
OF_THEIR_OWN = {
    "--format", "--from", "--json", "--language", "--output", "--output-dir", "--parts", "--style",
}  # fmt: skip


def test_an_option_is_the_same_in_every_command_that_has_it() -> None:
    found: dict[str, set[tuple[object, ...]]] = {}
    for command in COMMANDS:
        for name, (_, text, _, metavar) in options(command).items():
            found.setdefault(name, set()).add((text, metavar))
    differing = {name for name, meanings in found.items() if len(meanings) > 1 and name[:2] == "--"}
    assert differing == OF_THEIR_OWN


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_stands_for_two(command: str) -> None:
    names = [name for opts, *_ in options(command).values() for name in opts]  # type: ignore[attr-defined]
    assert len(names) == len(set(names))


def test_nothing_given_means_what_the_help_says() -> None:
    source, reporting = shared_values(files=["a.yaml"])
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    assert source == Input(("a.yaml",), False, None, cores or 1, False, Limits(MAX_RECORD_SIZE))
    assert reporting == Reporting(False, None, "notice")


def test_what_is_given_is_handed_on() -> None:
    source, reporting = shared_values(
        files=["a", "b"], from_="ris", sample=True, jobs=3, fail_fast=True, max_record_size=9,
        severity="error", max_problems=0, quiet=True,
    )  # fmt: skip
    assert source == Input(("a", "b"), True, "ris", 3, True, Limits(9))
    assert reporting == Reporting(True, 0, "error")


@pytest.mark.parametrize("severity", ["error", "warning", "notice"])
def test_severities(severity: str) -> None:
    assert shared_values(severity=severity)[1].lowest == severity


def test_a_severity_that_is_none_suggests_the_nearest() -> None:
    with pytest.raises(UsageError, match="--severity cannot be 'errors'") as wrong:
        shared_values(severity="errors")
    assert wrong.value.suggestion == "did you mean 'error'?"


def test_a_command_is_handed_two_values_and_its_own_options() -> None:
    given: list[object] = []

    @reads_records
    def command(
        source: Input,
        reporting: Reporting,
        own: Annotated[str, typer.Option(help="An option of its own.")] = "default",
    ) -> ExitCode:
        """What it does."""
        given.extend([source, reporting, own])
        return ExitCode.FINDINGS

    app = typer.Typer(add_completion=False)
    app.command()(command)
    code = app(
        ["x.yaml", "--own", "mine", "-q", "-j", "2"], standalone_mode=False, prog_name="test"
    )
    assert code == ExitCode.FINDINGS
    assert Input().jobs == 1
    assert given == [Input(("x.yaml",), jobs=2), Reporting(quiet=True), "mine"]
    assert (command.__name__, command.__doc__) == ("command", "What it does.")
    assert list(signature(command).parameters)[:3] == ["files", "own", "from_"]


@pytest.mark.parametrize("option", ["--jobs=-1", "--max-record-size=0", "--max-problems=-1"])
def test_numbers_have_a_range(run: Run, option: str) -> None:
    done = run("cite", "x.yaml", option)
    assert done.returncode == 2
    assert option.partition("=")[0] in done.stderr


@pytest.mark.parametrize("command", [["cite"], ["export", "--to", "ris"]])
def test_every_command_reports_only_what_is_severe_enough(run: Run, command: list[str]) -> None:
    text = "{title: A, author: 'Alpha, A', issued: 2024, publisher: P, publisher_plase: B}"
    for severity, count in (("warning", 1), ("error", 0)):
        done = run(*command, "-", "--severity", severity, stdin=text)
        assert done.stderr.count("unknown-key") == count
        assert done.returncode == 0


@pytest.mark.parametrize("command", [["cite"], ["check"], ["export", "--to", "ris"]])
def test_a_record_of_any_format_that_is_too_large_is_left_out(run: Run, command: list[str]) -> None:
    text = "TY  - RPRT\nTI  - {}\nAU  - A\nPY  - 2024\nPB  - P\nER  - \n"
    both = text.format("Long " * 100) + text.format("Short")
    done = run(*command, "-", "--from", "ris", "--max-record-size", "300", stdin=both)
    assert "<stdin>:1:1: error too-large: the record has more than 300" in done.stderr + done.stdout
    assert done.returncode == 3
    assert command == ["check"] or "Short" in done.stdout


def test_the_language_of_titles_can_be_assumed(run: Run, tmp_path: Path) -> None:
    for name in "ab":
        entry = f"@book{{{name}, title={{The Rise of Soil}}, author={{Ng, Bo}}, year=2020}}\n"
        (tmp_path / f"{name}.bib").write_text(entry, encoding="utf-8")
    command = "export a.bib b.bib --to csl-json -q".split()
    told = run(*command)
    assert told.stdout.count('"The Rise of Soil"') == 2
    assert told.stderr.count("title-language") == 1
    settled = run(*command, "--assume-language", "en")
    assert settled.stdout.count('"The rise of soil"') == 2
    assert "title-language" not in settled.stderr


def test_a_language_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError) as wrong:
        shared_values(assume_language="English!")
    assert "--assume-language" in str(wrong.value)


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--jobs", "two", "'two' is not a whole number"),
        ("--jobs", "-1", "-1 is less than 0"),
        ("--max-problems", "1.5", "'1.5' is not a whole number"),
        ("--max-record-size", "0", "0 is less than 1"),
    ],
)
def test_a_wrong_number_is_said_in_words(run: Run, option: str, value: str, said: str) -> None:
    done = run("check", option, value, "a.yaml")
    assert done.returncode == ExitCode.USAGE
    assert f"{said} ('reportcite check --help' lists what there is)" in done.stderr


def test_a_core_gets_four_processes_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportcite.cli.options.shared.cores", lambda: 3)
    asked = [0, 1, 12, 13, 99_999_999]
    assert [shared_values(jobs=jobs)[0].jobs for jobs in asked] == [3, 1, 12, 12, 12]
