"""`config` shows each setting, its value and the line or variable that it is from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

TEXT = """style = "mla"
exclude = ["old/"]
[rules]
isbn = "off"
[verify]
locale = "de-DE"
[[overrides]]
files = "a"
rules.date = "off"
[address]
dnb = "https://example.org"
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with settings, and nothing of the user's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    (tmp_path / ".git").mkdir()
    (tmp_path / "reportcite.toml").write_text(TEXT)


def rows(run: Run) -> dict[str, tuple[str, str]]:
    lines = (line.split("\t") for line in run("config").stdout.splitlines())
    return {name: (value, place) for name, value, place in lines}


def test_settings_are_shown_with_their_places(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTCITE_JOBS", "3")
    found = rows(run)
    assert found["style"] == ('"mla"', "reportcite.toml:1")
    assert found["exclude"] == ('["old/"]', "reportcite.toml:2")
    assert found["jobs"] == ("3", "REPORTCITE_JOBS")
    assert found["severity"] == ('"notice"', "default")
    assert found["links"] == ("true", "default")
    assert found["locale"] == ('""', "default")
    assert found["verify.locale"] == ('"de-DE"', "reportcite.toml:6")
    assert "cite.locale" not in found
    assert found["cite.format"] == ('""', "default")
    assert found["rules.isbn"] == ('"off"', "reportcite.toml:4")
    assert found["overrides.1"] == (
        '{ files = ["a"], rules = { date = "off" } }',
        "reportcite.toml:7",
    )
    assert found["address.dnb"] == ('"https://example.org"', "reportcite.toml:11")


def test_programs_get_one_object(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTCITE_JOBS", "3")
    done = run("config", "--json")
    answer = json.loads(done.stdout)
    assert answer["files"] == ["reportcite.toml"]
    found = {one["setting"]: one for one in answer["settings"]}
    assert found["style"] == {
        "setting": "style",
        "value": "mla",
        "source": "file",
        "file": "reportcite.toml",
        "line": 1,
        "variable": "",
    }
    jobs = found["jobs"]
    assert (jobs["value"], jobs["source"], jobs["variable"]) == (3, "variable", "REPORTCITE_JOBS")
    assert (found["quiet"]["value"], found["quiet"]["source"]) == (False, "default")
    assert done.stderr == ""


def test_where_there_is_no_file_it_says_where_it_looked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reportcite.toml").unlink()
    done = run("config")
    assert done.stderr == (
        "there is no reportcite.toml here or above, nor "
        f"{tmp_path}/xdg/reportcite/reportcite.toml\n"
    )
    assert done.returncode == 0
    monkeypatch.setenv("REPORTCITE_STLYE", "apa")
    assert "REPORTCITE_STLYE sets nothing that is known" in run("config").stderr


def test_a_mistake_in_a_file_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reportcite.toml").write_text("x = 1\n")
    done = run("config")
    assert (done.returncode, done.stdout) == (2, "")
    assert "reportcite.toml:1: there is no setting called 'x'" in done.stderr
