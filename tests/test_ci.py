"""The hooks of pre-commit, the action for GitHub and the examples for CI work as they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import RECORD, ROOT
from tests.console import blocks

ACTION = ROOT / "action.yml"
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent


def is_valid(schema: str, path: Path) -> None:
    """By one of the schemas that check-jsonschema ships."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, path], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def example(name: str) -> str:
    [found] = [block for block in blocks(PAGE, "yaml") if block.startswith(f"# {name}")]
    return found


def test_the_action_is_one_to_github() -> None:
    is_valid("github-actions", ACTION)


@pytest.mark.parametrize(
    ("name", "schema"),
    [(".github/workflows/records.yml", "github-workflows"), (".gitlab-ci.yml", "gitlab-ci")],
)
def test_the_examples_are_valid(tmp_path: Path, name: str, schema: str) -> None:
    path = tmp_path / Path(name).name
    path.write_text(example(name), encoding="utf-8")
    is_valid(schema, path)


def check_step(tmp_path: Path, paths: str, arguments: str = "") -> tuple[int, str]:
    """What the last step of the action does, with reportcite where the step before installs it."""
    steps: list[dict[str, Any]] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"][
        "steps"
    ]
    assert steps[-1]["shell"] == "bash"
    installed = tmp_path / "temp" / "reportcite" / "bin"
    installed.mkdir(parents=True)
    (installed / "reportcite").write_text(
        f'#!/bin/sh\nexec {sys.executable} -m reportcite "$@"\n', encoding="utf-8"
    )
    (installed / "reportcite").chmod(0o755)
    words = {"RUNNER_TEMP": f"{tmp_path}/temp", "PATHS": paths, "ARGUMENTS": arguments}
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", steps[-1]["run"]],
        cwd=tmp_path,
        env={**os.environ, **words},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode()


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs bash")
def test_the_action_annotates_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "my records"
    folder.mkdir()
    text = RECORD.read_text(encoding="utf-8").replace("82-9", "82-8")
    (folder / "$(touch owned).yaml").write_text(text, encoding="utf-8")
    code, shown = check_step(tmp_path, "my records\n", "--severity\nerror\n")
    assert code == 1
    assert shown.startswith("::error file=my records/$(touch owned).yaml,line=")
    assert not (tmp_path / "owned").exists()


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs bash")
def test_the_action_is_content_with_good_records(tmp_path: Path) -> None:
    shutil.copytree(RECORD.parent, tmp_path / "records")
    assert check_step(tmp_path, "records/") == (0, "")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", folder, *who, *arguments], capture_output=True, check=True)


def commit(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """This project as a repository of its own, as it is now."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("there is no git, or no repository")
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True
    ).stdout.decode()
    folder = tmp_path / "clone"
    for name in filter(None, listed.split("\0")):
        if not name.startswith("tests/") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder


@pytest.mark.slow
@pytest.mark.programs
def test_pre_commit_runs_the_hooks(tmp_path: Path, clone: Path) -> None:
    user = tmp_path / "user"
    shutil.copytree(RECORD.parent, user / "records")
    (user / "records" / ".reportcite.schema.json").write_text("{}", encoding="utf-8")
    config = yaml.safe_load(example(".pre-commit-config.yaml"))
    config["repos"][0]["repo"] = str(clone)
    config["repos"][0]["rev"] = "HEAD"
    (user / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    commit(user)

    def run() -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
            cwd=user,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout.decode() + done.stderr.decode()

    code, shown = run()
    assert code == 1 and "bibliography is up to date" in shown
    assert "+@techreport{ratzmann2024chancen," in shown
    assert "check bibliographic records" in shown and "warnings" not in shown
    export = [sys.executable, "-m", "reportcite", "export", "records/", "-o", "references.bib"]
    subprocess.run(export, cwd=user, capture_output=True, check=True)
    git(user, "add", "-A")
    code, shown = run()
    assert code == 0, shown
    record = next(user.glob("records/*.yaml"))
    record.write_text(record.read_text(encoding="utf-8").replace("82-9", "82-8"), encoding="utf-8")
    git(user, "add", "-A")
    code, shown = run()
    assert code == 1 and "error isbn-checksum" in shown
