"""How far a run is, on a terminal only, and never where it would tear a result apart."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportcite.cli.progress import progress
from reportcite.cli.report import Reporting, Tally
from reportcite.errors import Place
from reportcite.formats.rules import YAML_TAG
from tests.cli.terminals import plain, run_on_terminal


class Terminal(io.StringIO):
    """What a terminal is sent."""

    def isatty(self) -> bool:
        return True


def shown(
    monkeypatch: pytest.MonkeyPatch,
    output: str = "a.bib",
    *,
    quiet: bool = False,
    both: bool = False,
) -> str:
    """What stderr is sent while a run reads three records and finds a problem."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    if both:
        monkeypatch.setattr(sys, "stdout", Terminal())
    tally = Tally(Reporting(quiet))
    said: list[str] = []
    tally.say = said.append
    with progress(["-"], tally, output) as advance:
        tally.records = 3
        tally.report(YAML_TAG.found("a tag\x07", place=Place("a.yaml", 1, 1)))
        advance(10)
    tally.say("done")
    assert said[-1] == "done"  # what it said with before, it says with again
    return terminal.getvalue()


def test_the_numbers_of_the_run_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch)
    assert "3 records" in text
    assert "1 problem\n" in text
    assert "a.yaml:1:1: error yaml-tag: a tag\\x07" in plain(text)


def test_nothing_is_shown_where_it_is_to_be_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, quiet=True) == ""


@pytest.mark.parametrize("output", ["", "-"])
def test_nothing_is_shown_beside_a_result_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    assert shown(monkeypatch, output, both=True) == ""
    assert shown(monkeypatch, "a.bib", both=True) != ""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert shown(monkeypatch, output) != ""


def test_nothing_is_shown_on_a_terminal_that_cannot_write_a_line_anew(many: Path) -> None:
    command = [*COMMAND["export"], "-o", "out.ris", "--severity", "error"]
    seen = run_on_terminal(command, folder=many, variables={"TERM": "dumb"})
    assert seen.terminal.startswith("300 read, 300 written")


def test_nothing_is_shown_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (io.StringIO(), None):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress([], Tally(), "a.bib") as advance:
            advance(1)
        assert stream is None or stream.getvalue() == ""


HIDDEN_CURSOR = "\x1b[?25l"
"""What the first picture of progress begins with."""
COMMAND = {
    "check": ["check", "many.yaml"],
    "export": ["export", "many.yaml", "--to", "ris"],
    "cite": ["cite", "many.yaml", "--unsorted"],
}


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with records, each of which lacks something."""
    one = "id: r{0}\ntitle: Title {0}\nauthor: none\nissued: 2000\npublisher: P\n"
    (tmp_path / "many.yaml").write_text("---\n".join(map(one.format, range(300))))
    return tmp_path


@pytest.mark.parametrize("command", COMMAND)
@pytest.mark.parametrize("streams", [["stdout"], ["stderr"], ["stdout", "stderr"]])
def test_results_in_sight_are_never_mixed_with_progress(
    many: Path, command: str, streams: list[str]
) -> None:
    seen = run_on_terminal(COMMAND[command], streams=streams, folder=many)
    assert HIDDEN_CURSOR not in seen.terminal + seen.stdout + seen.stderr
    results = seen.stdout if "stdout" not in streams else seen.terminal
    assert len(results.splitlines()) >= 300


@pytest.mark.parametrize("command", COMMAND)
@pytest.mark.parametrize("streams", [["stderr"], ["stdout", "stderr"]])
def test_results_in_a_file_leave_the_terminal_to_progress_and_findings(
    many: Path, command: str, streams: list[str]
) -> None:
    (many / "many.yaml").write_text((many / "many.yaml").read_text() + "---\nid: bad\n")
    seen = run_on_terminal([*COMMAND[command], "-o", "out.txt"], streams=streams, folder=many)
    assert HIDDEN_CURSOR in seen.terminal
    for line in on_screen(seen.terminal):
        assert "━" not in line
        assert line.startswith(("many.yaml:", "30", "1 record with", "and ")), line
    assert "\x1b" not in (many / "out.txt").read_text()


def test_a_reader_of_findings_on_the_same_terminal_sees_whole_lines(many: Path) -> None:
    line = f"{sys.executable} -m reportcite check many.yaml | head -3"
    leader, follower = os.openpty()
    subprocess.run(["sh", "-c", line], stdout=follower, stderr=follower, cwd=many, check=False)
    os.close(follower)
    shown = os.read(leader, 1 << 16).decode()
    os.close(leader)
    assert [one[:10] for one in shown.splitlines()] == ["many.yaml:"] * 3


def on_screen(written: str) -> list[str]:
    """The lines that stay on a terminal where these bytes were written."""
    lines = [""]
    row = 0
    for piece in re.findall(r"\x1b\[[?0-9;]*[A-Za-z]|\r|\n|[^\x1b\r\n]+", written):
        if piece == "\n":
            row += 1
            lines += [""] * (row == len(lines))
        elif piece.endswith("K"):
            lines[row] = ""
        elif piece.endswith("A") and piece.startswith("\x1b"):
            row -= 1
        elif piece != "\r" and not piece.startswith("\x1b"):
            lines[row] += piece
    return [line for line in lines if line]
