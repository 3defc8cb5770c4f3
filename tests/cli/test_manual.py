"""Pages for `man` say what the commands do, and are in order for the programs that show them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from typer.main import get_command

from reportcite.cli.help.command import CommandGroup
from reportcite.cli.main import COMMANDS, _app
from reportcite.cli.manual import day_of_build, pages, write_pages

APP = cast(CommandGroup, get_command(_app(COMMANDS)))
PAGES = dict(pages(APP, date(2026, 11, 28), "0.1.0"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("man")
    write_pages(found)
    return found


def test_there_is_a_page_for_the_program_each_command_and_the_filter() -> None:
    names = ["reportcite", *(f"reportcite-{name}" for name in COMMANDS), "reportcite-filter"]
    assert [*PAGES] == [f"{name}.1" for name in names]


def test_a_page_says_what_the_help_does() -> None:
    lines = PAGES["reportcite-isbn.1"].splitlines()
    assert lines[0] == '.TH REPORTCITE\\-ISBN 1 2026-11-28 "reportcite 0.1.0" "User Commands"'
    assert "reportcite\\-isbn \\- say whether ISBNs are valid, and if not, why" in lines
    assert lines[lines.index(".SH SYNOPSIS") + 1].startswith("\\fBreportcite isbn\\fR [")
    option = lines.index("\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIFILE\\fR")
    assert lines[option - 1] == ".TP"
    assert lines[option + 1].startswith("Write the list again to FILE (.csv")
    assert lines[lines.index(".SH EXAMPLES") + 2] == "reportcite isbn 978\\-3\\-948289\\-82\\-9"
    assert lines[-2:] == [".SH SEE ALSO", ".BR reportcite (1)"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_on_its_page(command: str) -> None:
    page = PAGES[f"reportcite-{command}.1"].replace("\\-", "-")
    options = [name for one in APP.commands[command].params for name in one.opts if "-" in name]
    assert [name for name in [*options, "--help", "-h"] if f"\\fB{name}\\fR" not in page] == []


def test_the_page_of_the_program_leads_to_all_others() -> None:
    end = PAGES["reportcite.1"].partition(".SH SEE ALSO")[2].replace("\\-", "-")
    for name in (*COMMANDS, "filter"):
        assert f".BR reportcite-{name} (1)" in end


def test_no_line_of_text_is_taken_for_a_request() -> None:
    requests = {"TH", "SH", "SS", "PP", "TP", "B", "BR", "nf", "fi", "nh", "ad"}
    for text in PAGES.values():
        assert text.isascii()
        for line in text.splitlines():
            assert not line.startswith("'")
            assert not line.startswith(".") or line[1:].split(" ")[0] in requests, line


def test_the_day_is_that_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert day_of_build() == date(2001, 9, 9)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert day_of_build() > date(2026, 1, 1)


def test_pages_of_commands_that_are_gone_are_removed(tmp_path: Path) -> None:
    (tmp_path / "reportcite-old.1").write_text("old")
    command = [sys.executable, "-m", "reportcite.cli.manual", str(tmp_path)]
    subprocess.run(command, check=True)
    assert {path.name for path in tmp_path.iterdir()} == {*PAGES}


def said(*command: str | Path) -> tuple[str, str]:
    """What a program says, on stdout and on stderr."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout, done.stderr


@pytest.mark.programs
def test_mandoc_finds_nothing_to_complain_of(folder: Path) -> None:
    assert said("mandoc", "-Tlint", "-Wwarning", *sorted(folder.iterdir())) == ("", "")


@pytest.mark.programs
@pytest.mark.parametrize("name", PAGES)
def test_man_shows_a_page_and_finds_it_by_its_purpose(folder: Path, name: str) -> None:
    text, warnings = said("man", "--warnings", "-E", "UTF-8", "-l", folder / name)
    assert f"{name.removesuffix('.1').upper()}(1)" in text
    assert warnings == ""
    assert said("lexgrog", folder / name)[0].startswith(f'{folder / name}: "{name[:-2]} - ')
