"""The project's file is found upwards, the user's own where the system keeps such files."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from reportcite.cli.configuration.found import (
    cache_folder,
    files_of_settings,
    keys_above,
    project_files,
    user_file,
)

TABLE = "[tool.reportcite]\nstyle = 'mla'\n"


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder some way down in a project."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def test_without_a_file_there_is_none(deep: Path) -> None:
    assert project_files() == []


@pytest.mark.parametrize("where", [".", "..", "../.."])
def test_the_file_may_stand_in_any_folder_above(deep: Path, where: str) -> None:
    file = (deep / where / "reportcite.toml").resolve()
    file.touch()
    assert project_files() == [str(file)]


def test_the_nearest_file_counts(deep: Path) -> None:
    (deep.parent / "reportcite.toml").touch()
    (deep / "pyproject.toml").write_text(TABLE)
    assert project_files() == [str(deep / "pyproject.toml")]
    (deep / "reportcite.toml").touch()
    assert project_files() == [str(deep / "reportcite.toml")]


def test_a_pyproject_of_other_programs_is_none(deep: Path) -> None:
    (deep.parent / "reportcite.toml").touch()
    others = ("[tool.ruff]\n", "[project]\ndependencies = ['reportcite']\n", "[tool]\nruff = {}\n")
    for text in others:
        (deep / "pyproject.toml").write_text(text)
        assert project_files() == [str(deep.parent / "reportcite.toml")]


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "[ tool . 'reportcite' ]\n",
        "[tool.reportcite.rules]\n",
        "[[tool.reportcite.overrides]]\n",
        "[tool]\nreportcite = {}\n",
        "tool.reportcite.style = 'mla'\n",
        "tool = { reportcite = {} }\n",
    ],
)
def test_a_pyproject_may_have_its_table_in_any_spelling(deep: Path, text: str) -> None:
    (deep / "pyproject.toml").write_text(text)
    assert project_files() == [str(deep / "pyproject.toml")]


def test_nothing_is_looked_for_above_the_project(deep: Path) -> None:
    (deep.parent.parent / "reportcite.toml").touch()
    (deep / ".git").mkdir()
    assert project_files() == []


def test_a_folder_that_was_deleted_has_no_file(deep: Path) -> None:
    deep.rmdir()
    assert project_files() == []


def test_the_users_own_file_comes_before(deep: Path) -> None:
    own = deep / "xdg" / "reportcite" / "reportcite.toml"
    (deep / "reportcite.toml").touch()
    environment = {"XDG_CONFIG_HOME": str(deep / "xdg")}
    assert files_of_settings(environment) == [str(deep / "reportcite.toml")]
    own.parent.mkdir(parents=True)
    own.touch()
    assert files_of_settings(environment) == [str(own), str(deep / "reportcite.toml")]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says it")
def test_what_is_kept_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for environment in ({"HOME": "/home/me"}, {"HOME": "/home/me", "XDG_CACHE_HOME": "/var/me"}):
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        folder = platformdirs.user_cache_path("reportcite", appauthor=False)
        assert cache_folder(environment) == str(folder)
    assert cache_folder({}) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says it")
def test_the_users_own_file_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for environment in (
        {"HOME": "/home/me"},
        {"HOME": "/home/me", "XDG_CONFIG_HOME": "/etc/me"},
        {"HOME": "/home/me", "XDG_CONFIG_HOME": ""},
    ):
        for name in ("HOME", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        folder = platformdirs.user_config_path("reportcite", appauthor=False)
        assert user_file(environment) == str(folder / "reportcite.toml")
    assert user_file({}) == ""


def test_on_windows_settings_follow_the_user_and_what_can_be_had_again_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def asked(name: str, **how: object) -> Path:
        return Path(f"/{name}", *sorted(f"{one}={value}" for one, value in how.items()))

    monkeypatch.setattr("sys.platform", "win32")
    for name in ("user_config_path", "user_cache_path"):
        monkeypatch.setattr(platformdirs, name, asked)
    assert user_file({}) == "/reportcite/appauthor=False/roaming=True/reportcite.toml"
    assert cache_folder({}) == "/reportcite/appauthor=False"


@pytest.mark.skipif(sys.platform != "linux", reason="a file that cannot be read, even by root")
def test_a_pyproject_that_cannot_be_read_is_none(deep: Path) -> None:
    (deep / "pyproject.toml").symlink_to("/proc/self/mem")
    assert project_files() == []


def test_settings_stand_below_a_table_in_a_pyproject_only() -> None:
    assert keys_above("a/pyproject.toml") == ("tool", "reportcite")
    assert keys_above("a/reportcite.toml") == keys_above("my-pyproject.toml") == ()


def test_a_variable_names_the_only_file_or_none(deep: Path) -> None:
    (deep / "reportcite.toml").touch()
    assert files_of_settings({"REPORTCITE_CONFIG": "other.toml"}) == ["other.toml"]
    assert files_of_settings({"REPORTCITE_CONFIG": ""}) == []
