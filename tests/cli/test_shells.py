"""Completion, really tried in bash, zsh and fish: what a user gets who presses Tab."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from select import select
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.programs, pytest.mark.slow]

BASH = """
source <(reportcite --show-completion bash)
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_reportcite_completion reportcite "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""
FISH = "reportcite --show-completion fish | source; complete -C $argv[1]"
ZSH = (
    "autoload -Uz compinit; compinit -u; unsetopt zle_bracketed_paste; LISTMAX=9999; "
    "source <(reportcite --show-completion zsh); "
    "show() { print -r -- \"<<$BUFFER>>\"; BUFFER= }; zle -N show; bindkey '^X' show; "
    "print REA''DY"
)
"""Completes a line at Tab, and prints it between angle brackets at Ctrl-X."""
OFFERED = [
    ("reportcite expo", "export"),
    ("reportcite cite --style chicago-notes-bibliography-f", "chicago-notes-bibliography-fr"),
    ("reportcite cite --format mark", "markdown"),
    ("reportcite check --explain isbn-ch", "isbn-checksum"),
    ("reportcite export --to bibl", "biblatex"),
    ("reportcite list --color nev", "never"),
    ("reportcite check --max-p", "--max-problems"),
    ("reportcite cite libr", "library.bib"),
]


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """That of a user whose folder holds a file, and who has no settings of a shell."""
    (tmp_path / "library.bib").write_text("")
    paths = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(tmp_path),
    }
    return os.environ | paths | {"TERM": "dumb", "PS1": "$ ", "COLUMNS": "100"}


def said(command: list[str], folder: Path, environment: Mapping[str, str]) -> list[str]:
    """The lines that a shell prints, each up to a tab."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return [line.split("\t")[0] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(("line", "offered"), OFFERED)
def test_bash(line: str, offered: str, tmp_path: Path, environment: Mapping[str, str]) -> None:
    found = said(["bash", "--norc", "-c", BASH, "bash", *line.split()], tmp_path, environment)
    # Of files the shell knows itself (`-o default`), where nothing else is offered.
    assert found == [offered if not offered.endswith(".bib") else ""]


@pytest.mark.parametrize(("line", "offered"), OFFERED)
def test_fish(line: str, offered: str, tmp_path: Path, environment: Mapping[str, str]) -> None:
    assert said(["fish", "--no-config", "-c", FISH, line], tmp_path, environment) == [offered]


def test_fish_takes_nothing_else_for_a_completion(
    tmp_path: Path, environment: Mapping[str, str]
) -> None:
    narrow = {**environment, "COLUMNS": "30"}
    for line in ("reportcite ", "reportcite export -", "reportcite cite -"):
        found = said(["fish", "--no-config", "-c", FISH, line], tmp_path, narrow)
        assert len(found) > 10
        assert not any(" " in one for one in found)


class Zsh(NamedTuple):
    """A shell that waits for keys."""

    type: Callable[[str], None]
    read_to: Callable[[str], str]

    def complete(self, line: str) -> str:
        """The line after Tab, with all that is listed below it before."""
        self.type(f"{line}\t\x18")
        return self.read_to(">>")


@pytest.fixture
def zsh(tmp_path: Path, environment: Mapping[str, str]) -> Iterator[Zsh]:
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        ["zsh", "-f", "-i"],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        cwd=tmp_path,
        env=environment,
        start_new_session=True,
    )
    os.close(follower)

    def read_to(mark: str) -> str:
        read, end = b"", time.monotonic() + 60
        while mark.encode() not in read and time.monotonic() < end:
            if select([leader], [], [], 1)[0]:
                read += os.read(leader, 1 << 16)
        return read.decode("utf-8", "replace")

    def type_(text: str) -> None:
        os.write(leader, text.encode())

    shell = Zsh(type_, read_to)
    shell.type(ZSH + "\n")
    shell.read_to("READY")
    yield shell
    process.kill()
    process.wait()
    os.close(leader)


def test_zsh(zsh: Zsh) -> None:
    for line, offered in OFFERED:
        shown = zsh.complete(line).rpartition("<<")[2].partition(">>")[0]
        assert shown.strip() == f"{line.rpartition(' ')[0]} {offered}"


def test_zsh_lists_options_with_what_they_mean(zsh: Zsh) -> None:
    shown = zsh.complete("reportcite cite --")
    assert "--color " in shown
    assert "-- Print this citation, written as in pandoc: [see @key, p." in shown


def test_completion_is_installed_for_a_shell(
    tmp_path: Path, environment: Mapping[str, str]
) -> None:
    for shell, path in (
        ("bash", ".bash_completions/reportcite.sh"),
        ("zsh", ".zfunc/_reportcite"),
        ("fish", ".config/fish/completions/reportcite.fish"),
    ):
        command = ["reportcite", "--install-completion", shell]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        assert "_REPORTCITE_COMPLETE" in (tmp_path / path).read_text()
    line = "source ~/.bashrc; complete -p reportcite"
    done = subprocess.run(
        ["bash", "--norc", "-c", line], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "complete -o default -F _reportcite_completion reportcite\n"
