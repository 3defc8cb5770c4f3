"""Completion is installed, or shown, for the shell that is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("shell", "beginning"),
    [("bash", "_reportcite_completion()"), ("zsh", "#compdef"), ("fish", "complete --command")],
)
def test_the_script_of_a_shell_is_shown(run: Run, shell: str, beginning: str) -> None:
    done = run("--show-completion", shell)
    assert done.stdout.startswith(beginning)
    assert "_REPORTCITE_COMPLETE" in done.stdout
    assert (done.stderr, done.returncode) == ("", 0)


def test_completion_is_installed_for_the_shell_that_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert run("--install-completion", "fish").returncode == 0
    [script] = (path for path in tmp_path.rglob("*") if path.is_file())
    assert script.name == "reportcite.fish"
    assert script.read_text().startswith("complete --command reportcite")


def test_a_file_of_the_shell_that_cannot_be_written_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".config").touch()
    done = run("--install-completion", "fish")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"reportcite: {tmp_path}/.config/fish/completions: cannot be")


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nosuch"], "cannot be 'nosuch' (one of: bash, fish, powershell, pwsh, zsh)"),
        (["fihs"], "did you mean 'fish'?"),
        (["zsh", "bash"], "is for one shell (leave out bash)"),
    ],
)
def test_a_word_behind_the_option_is_never_passed_over(
    run: Run, option: str, words: list[str], said: str
) -> None:
    done = run(option, *words)
    assert said in done.stderr
    assert (done.returncode, done.stdout) == (2, "")
