"""The README is true: each command shown there prints what is shown below it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import RECORD, ROOT
from tests.console import blocks, prints_what_is_shown, shell

TWO_SCREENS = 90  # lines

README = (ROOT / "README.md").read_text(encoding="utf-8")
SET_UP, TEST = re.findall(r"```sh\n(.*)\n```", README)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the records of the checkout."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    return tmp_path


@pytest.mark.parametrize("block", blocks(README, "console"), ids=lambda block: block[2:30])
def test_commands_print_what_the_readme_shows(block: str, folder: Path) -> None:
    prints_what_is_shown(block, folder)


def test_the_citation_at_the_top_is_the_one_that_is_printed(folder: Path) -> None:
    (quoted,) = re.findall(r"^> (.*)$", README, re.MULTILINE)
    command = SET_UP.rpartition("&& ")[2].replace(".venv/bin/", "")
    assert shell(command, folder) == quoted.replace("*", "") + "\n"


def test_the_readme_is_read_on_two_screens() -> None:
    assert len(README.splitlines()) <= TWO_SCREENS


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert TEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_set_up_command_prints_the_citation(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in tracked.stdout.splitlines():
        target = checkout / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    expected = shell(f"reportcite cite {RECORD}", tmp_path)
    assert expected.startswith("Ratzmann, N., ")
    assert shell(SET_UP, checkout).endswith(expected)  # pip may have something to say before
