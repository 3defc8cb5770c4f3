"""Help: options in groups, one column, no word broken, on narrow terminals too."""

from __future__ import annotations

import re

import pytest
from typer.main import get_command

from reportcite.cli.main import COMMANDS, _app
from tests.conftest import Run

APP = get_command(_app(COMMANDS))
GROUPS = ["Arguments", "Options", "Rules", "Output", "Input", "Messages and errors", "General"]


def groups_of(text: str) -> dict[str, list[str]]:
    """The headings in a help, and below each the options and arguments."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if heading := re.fullmatch(r"(\w[\w ]*):", line):
            found[heading[1]] = []
        elif found and (entry := re.match(r"  (\S.*?)(?:  |$)", line)):
            [*found.values()][-1].append(entry[1])
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_options_are_in_groups_which_are_in_order(run: Run, command: str) -> None:
    found = groups_of(run(command, "--help").stdout)
    assert [*found] == [name for name in GROUPS if name in found]
    assert found["General"] == ["--color WHEN", "--messages FORMAT", "-h, --help"]
    terms = [term for terms in found.values() for term in terms]
    parameters = APP.commands[command].params  # type: ignore[attr-defined]
    assert len(terms) == len(parameters) + 1  # -h
    assert not re.search("[<>{}]", "".join(terms))


def test_what_belongs_together_stands_together(run: Run) -> None:
    found = groups_of(run("export", "--help").stdout)
    assert "--to FORMAT" in found["Options"]
    assert {"-o, --output FILE", "--output-dir FOLDER", "--append"} <= {*found["Output"]}
    assert {"--from FORMAT", "--key KEY", "-j, --jobs N"} <= {*found["Input"]}
    assert {"--on-error WORD", "-q, --quiet"} <= {*found["Messages and errors"]}


def test_the_commands_stand_before_the_options_of_the_program(run: Run) -> None:
    found = groups_of(run("--help").stdout)
    assert [*found] == ["Commands", "General"]
    assert found["Commands"] == [*COMMANDS]


@pytest.mark.parametrize("columns", [30, 45, 80, 200])
@pytest.mark.parametrize("command", [["export"], ["isbn"], []])
def test_lines_are_no_longer_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int, command: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = run(*command, "--help").stdout
    examples = text.partition("Arguments:" if command else "Commands:")[2]
    assert max(map(len, examples.splitlines())) <= min(columns, 80)


def test_no_line_ends_within_a_word(run: Run) -> None:
    for command in COMMANDS:
        for line in run(command, "--help").stdout.splitlines():
            assert not line.endswith("-"), line


def test_numbers_need_no_words_about_what_they_may_be(run: Run) -> None:
    text = run("check", "--help").stdout
    assert "x>=" not in text
    assert "[default: 1048576]" in text
    assert "only counted.\n" in text.replace("\n" + " " * 25, " ")
