"""Colours are for terminals, and for who asks for them."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from reportcite.cli.screen.colour import coloured_as_asked, line_of, painted, takes_colour
from reportcite.cli.terminal import Printable, escape_line
from reportcite.errors import Place
from reportcite.problems import Rule
from tests.cli.terminals import plain, run_on_terminal
from tests.conftest import Run

BAD = "title: x\nISBN: 978-3\n"
RED = "\x1b[1;31m"


class Terminal(io.StringIO):
    """Says that it is one."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def neutral(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "bad.yaml").write_text(BAD)


@pytest.mark.parametrize(
    ("variables", "on_terminal", "in_pipe"),
    [
        ({}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "0"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "0"}, True, True),
        ({"FORCE_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_the_environment_says_where_colours_are(
    variables: dict[str, str],
    on_terminal: bool,
    in_pipe: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert takes_colour(Terminal()) is on_terminal
    assert takes_colour(io.StringIO()) is in_pipe
    assert takes_colour(None) is False


@pytest.mark.parametrize(
    ("arguments", "on_terminal", "in_pipe"),
    [
        ([], True, False),
        (["check", "--color", "always"], True, True),
        (["--color=never", "check"], False, False),
        (["--color=never", "--color", "always"], True, True),
        (["--color=never", "--color", "auto"], True, False),
        (["--color", "nonsense"], True, False),
        (["check", "--", "--color=never"], True, False),
        (["--color"], True, False),
    ],
)
def test_an_option_says_it_for_one_run(
    arguments: list[str], on_terminal: bool, in_pipe: bool
) -> None:
    before = dict(os.environ)
    with coloured_as_asked(arguments):
        assert takes_colour(Terminal()) is on_terminal
        assert takes_colour(io.StringIO()) is in_pipe
    assert dict(os.environ) == before


@pytest.mark.parametrize("option", ["always", "never"])
def test_the_option_overrides_the_environment(option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR" if option == "always" else "FORCE_COLOR", "1")
    with coloured_as_asked(["--color", option]):
        assert takes_colour(Terminal()) is (option == "always")


@pytest.mark.parametrize("severity", ["error", "warning", "notice"])
def test_a_finding_says_the_same_in_colours(severity: str) -> None:
    rule = Rule("a-rule", severity, "", "", "")  # type: ignore[arg-type]
    problem = rule.found("wrong: \x1b[31m", "better", Place("a\x07.yaml", 3, 1))
    line = line_of(problem, Terminal())
    assert isinstance(line, Printable)
    assert plain(line) == escape_line(str(problem))
    assert f"\x1b[1ma\\x07.yaml:3:1\x1b[0m: {painted(f'{severity} a-rule', severity)}: " in line
    assert line_of(problem, io.StringIO()) == str(problem)


def test_findings_are_coloured_where_they_go_to_a_terminal(tmp_path: Path) -> None:
    both = run_on_terminal(["check", "bad.yaml"], folder=tmp_path)
    assert f"{RED}error isbn-syntax\x1b[0m" in both.terminal
    beside = run_on_terminal(["check", "bad.yaml"], streams=["stderr"], folder=tmp_path)
    assert "error isbn-syntax" in beside.stdout
    assert "\x1b" not in beside.stdout + beside.terminal
    warned = run_on_terminal(["cite", "bad.yaml"], streams=["stderr"], folder=tmp_path)
    assert f"{RED}error isbn-syntax\x1b[0m" in warned.terminal
    warned = run_on_terminal(["cite", "bad.yaml"], streams=["stdout"], folder=tmp_path)
    assert "\x1b" not in warned.stderr


def test_a_file_gets_no_colours(run: Run, tmp_path: Path) -> None:
    run("check", "bad.yaml", "-o", "found.txt", "--color", "always")
    assert "error isbn-syntax" in (tmp_path / "found.txt").read_text()
    assert "\x1b" not in (tmp_path / "found.txt").read_text()


@pytest.mark.parametrize("command", [["--help"], ["check", "-h"]])
def test_help_is_coloured_on_a_terminal_and_where_it_is_forced(
    run: Run, command: list[str], tmp_path: Path
) -> None:
    text = run(*command).stdout
    assert "\x1b" not in text
    coloured = run(*command, "--color", "always") if len(command) > 1 else None
    coloured = coloured or run("--color", "always", *command)
    assert "\x1b[36m--color WHEN\x1b[0m" in coloured.stdout
    assert plain(coloured.stdout) == text
    assert plain(run_on_terminal(command, folder=tmp_path).terminal) == text
    assert "\x1b" in run_on_terminal(command, folder=tmp_path).terminal


def test_another_word_is_refused(run: Run) -> None:
    done = run("check", "bad.yaml", "--color", "alwys")
    assert done == (2, "", "reportcite: --color cannot be 'alwys' (did you mean 'always'?)\n")


def test_data_cannot_colour_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text('title: "\\e[31mred"\n"\\e[32mgreen": 1\n')
    for command in ("check", "cite"):
        shown = run_on_terminal([command, "bad.yaml"], folder=tmp_path).terminal
        assert "green" in shown
        assert not {"\x1b[31m", "\x1b[32m"} & set(shown.split("green"))
        assert "\x1b[32m" not in shown


def test_verdicts_are_coloured(tmp_path: Path) -> None:
    shown = run_on_terminal(["isbn", "9783948289829", "978"], folder=tmp_path).terminal
    assert "9783948289829: \x1b[32mvalid\x1b[0m\n" in shown
    assert "978: \x1b[1;31minvalid\x1b[0m: it has 3 digits" in shown


def test_differences_are_coloured(tmp_path: Path) -> None:
    (tmp_path / "old.bib").write_text("@book{old}\n")
    command = ["export", "--sample", "--check", "-o", "old.bib"]
    shown = run_on_terminal(command, folder=tmp_path)
    assert "\x1b[31m-@book{old}\x1b[0m\n" in shown.terminal
    assert "\x1b[32m+@" in shown.terminal
    assert shown.code == 1
    assert "\x1b" not in run_on_terminal(command, streams=["stderr"], folder=tmp_path).stdout
