"""Help, version, completion, and what starts up: the command line as a whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import reportcite
from reportcite.cli.main import COMMANDS, _app
from tests.conftest import Run

GROUP = get_command(_app(COMMANDS))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    text = run(command, "--help").stdout
    assert f"reportcite {command}" in text.partition("Example")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    for parameter in GROUP.commands[command].params:  # type: ignore[attr-defined]
        assert len(getattr(parameter, "help", "") or "") > 15, f"{command} {parameter.name}"


def test_help_names_the_commands_on_an_ordinary_terminal(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(f"\n  {command} " in done.stdout for command in COMMANDS)
    assert "..." not in done.stdout.partition("Commands:")[2]
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("command", [(), ("cite",), ("isbn",)])
def test_h_is_help(run: Run, command: tuple[str, ...]) -> None:
    assert run(*command, "-h") == run(*command, "--help")


def test_no_command_is_wrong_usage_but_shows_the_help(run: Run) -> None:
    done = run()
    assert done.returncode == 2
    assert "Commands:" in done.stdout


def test_an_unknown_command_suggests_the_nearest(run: Run) -> None:
    done = run("exprot", "x.yaml")
    assert "'export'" in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize("command", [["reportcite"], [sys.executable, "-m", "reportcite"]])
def test_version(command: list[str]) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        [*command, "--version"], capture_output=True, env={**os.environ, "PATH": path}, check=True
    )
    assert done.stdout.decode() == f"reportcite {reportcite.__version__}\n"


def complete(shell: str, words: str) -> list[str]:
    """What is offered at the end of `words`."""
    variables = {
        "_REPORTCITE_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = subprocess.run(
        [sys.executable, "-c", "from reportcite.cli.start import script; script()"],
        capture_output=True,
        env={**os.environ, **variables},
        check=False,
    )
    return done.stdout.decode().split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("reportcite expo", "export"),
        ("reportcite cite --style chicago-n", "chicago-notes"),
        ("reportcite cite --format mark", "markdown"),
        ("reportcite export --to bibl", "biblatex"),
        ("reportcite check --from ri", "ris"),
        ("reportcite check --explain isbn-ch", "isbn-checksum"),
        ("reportcite cite --locale de-A", "de-AT"),
        ("reportcite export --dialect ref", "refman2001"),
        ("reportcite export --key-format author-y", "author-year"),
    ],
)
def test_shells_complete_commands_styles_and_formats(shell: str, words: str, offered: str) -> None:
    assert any(offered in word for word in complete(shell, words))


def test_completion_is_for_the_shell_that_is_named() -> None:
    def show(shell: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "reportcite", "--show-completion", shell]
        return subprocess.run(command, capture_output=True, check=False)

    assert show("zsh").stdout.startswith(b"#compdef")
    assert show("fish").stdout.startswith(b"complete --command")
    unknown = show("nosuch")
    assert (unknown.returncode, unknown.stdout) == (2, b"")
    assert b"--show-completion cannot be 'nosuch' (one of: bash, fish," in unknown.stderr


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"lxml", "yaml", "stdnum", "rich", "reportcite.csl", "reportcite.formats"}),
        (["isbn", "9783948289829"], {"lxml", "yaml", "rich", "stdnum", "reportcite.csl"}),
        (["cite", "--sample"], {"rich", "stdnum", "reportcite.cli.commands.export"}),
        (["check", "--sample"], {"lxml", "rich", "stdnum", "reportcite.csl"}),
        (["export", "--sample", "--to", "ris"], {"lxml", "rich", "reportcite.csl"}),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], unwanted: set[str]) -> None:
    script = (
        "import sys; from reportcite.cli.main import main; main(sys.argv[1:]);"
        "sys.stderr.write('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, check=True
    )
    loaded = set(done.stderr.decode().split("\n")[-1].split())
    assert loaded & unwanted == set()
