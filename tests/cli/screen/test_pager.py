"""Long lists go through the user's pager on a terminal, and nowhere else."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from reportcite.cli.screen.pager import pager_for_terminal
from tests.cli.terminals import Seen, run_on_terminal

LISTS = [["styles", "apa"], ["list", "--sample"], ["check", "--list-rules"]]


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def seen(folder: Path, arguments: list[str], **variables: str) -> Seen:
    return run_on_terminal(arguments, folder=folder, variables=variables)


@pytest.mark.parametrize("arguments", LISTS)
def test_a_list_is_handed_to_the_pager(tmp_path: Path, arguments: list[str]) -> None:
    printed = seen(tmp_path, arguments, PAGER="cat")
    paged = seen(tmp_path, arguments, PAGER="sed s/^/paged:/")
    lines = printed.terminal.splitlines()
    assert len(lines) >= 2
    assert paged.terminal.splitlines() == [f"paged:{line}" for line in lines]
    assert paged.code == 0


def test_less_is_the_pager_where_none_is_named(tmp_path: Path) -> None:
    program(tmp_path, "less", 'echo "LESS=$LESS $LESSCHARSET $#"; cat >/dev/null')
    path = f"{tmp_path}:{os.environ['PATH']}"
    assert seen(tmp_path, ["styles"], PATH=path).terminal == "LESS=FRX utf-8 0\n"
    assert seen(tmp_path, ["styles"], PATH=path, LESS="S").terminal == "LESS=S utf-8 0\n"


@pytest.mark.parametrize("pager", ["", "cat", "'", "no-such-pager --fast"])
def test_without_a_pager_the_list_is_printed(tmp_path: Path, pager: str) -> None:
    done = seen(tmp_path, ["list", "--sample"], PAGER=pager)
    assert done.terminal.startswith("KEY ")
    assert done.code == 0


def test_a_terminal_that_can_do_nothing_gets_no_pages(tmp_path: Path) -> None:
    done = seen(tmp_path, ["list", "--sample"], PAGER="false", TERM="dumb")
    assert done.terminal.startswith("KEY ")


@pytest.mark.parametrize("arguments", LISTS)
def test_a_pipe_gets_no_pages(tmp_path: Path, arguments: list[str]) -> None:
    variables = {"PAGER": "false"}
    done = run_on_terminal(arguments, streams=["stderr"], folder=tmp_path, variables=variables)
    assert "\t" in done.stdout
    assert (done.terminal, done.code) == ("", 0)


@pytest.mark.parametrize("pager", ["head -n 1", "true"])
def test_a_pager_that_is_left_early_is_no_error(tmp_path: Path, pager: str) -> None:
    done = seen(tmp_path, ["styles"], PAGER=pager)
    assert len(done.terminal.splitlines()) == (pager != "true")
    assert done.code == 0


def test_what_was_found_before_the_pager_was_left_still_counts(tmp_path: Path) -> None:
    (tmp_path / "bad.bib").write_text("@book{a, title={A}}\n@book{b\n")
    assert seen(tmp_path, ["list", "bad.bib"], PAGER="true").code == 3


def test_the_run_waits_for_the_pager_also_when_it_is_interrupted(tmp_path: Path) -> None:
    program(tmp_path, "slow", "trap '' INT; kill -INT $PPID; sleep 0.3; cat; echo left")
    done = seen(tmp_path, ["list", "--sample"], PAGER=str(tmp_path / "slow"))
    assert done.terminal.splitlines()[-1] == "left"
    assert "Traceback" not in done.terminal


def test_data_cannot_steer_the_terminal_through_a_pager(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"id": "a", "type": "book", "title": "\\u001b[31mred"}]')
    assert "\x1b" not in seen(tmp_path, ["list", "a.json", "--json"], PAGER="sed p").terminal


def test_a_pager_may_have_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "less -S '--prompt=a b'")
    assert pager_for_terminal() == ["less", "-S", "--prompt=a b"]
    monkeypatch.delenv("PAGER")
    monkeypatch.setattr(shutil, "which", lambda name: name == "more")
    assert pager_for_terminal() == ["more"]


@pytest.mark.programs
def test_less_ends_by_itself_after_a_short_list(tmp_path: Path) -> None:
    if shutil.which("less") is None:
        pytest.skip("less is not installed")
    done = run_on_terminal(["styles", "apa7"], folder=tmp_path)
    assert "APA Style 7th edition" in done.terminal
    assert done.code == 0
