"""Options come before variables, these before the project's file, and this before the user's."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportcite.cli import known_rules
from reportcite.cli.configuration.applying import (
    NOTHING_SET,
    Configured,
    option_of,
    settings_in,
)
from reportcite.cli.configuration.settings import setting_named
from reportcite.cli.main import COMMANDS, command_of
from reportcite.errors import UsageError
from tests.conftest import Run

BAD = "id: a\ntitle: A\nauthor: none\nissued: 2020\npublisher: B\nISBN: 978-3-948289-82-8\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a record, which nothing above has settings for."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.yaml").write_text(BAD)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    return tmp_path


def test_each_source_of_settings_comes_before_the_next(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def language(*options: str) -> str:
        out = run("cite", "a.yaml", "--on-error", "keep", *options).stdout
        return next(name for name, sign in SIGNS.items() if sign in out)

    assert language() == "text"
    own = project / "xdg" / "reportcite" / "reportcite.toml"
    own.parent.mkdir(parents=True)
    own.write_text("[cite]\nformat = 'html'\n")
    assert language() == "html"
    (project / "reportcite.toml").write_text("[cite]\nformat = 'latex'\n")
    assert language() == "latex"
    monkeypatch.setenv("REPORTCITE_CITE_FORMAT", "markdown")
    assert language() == "markdown"
    assert language("--format", "text") == "text"
    monkeypatch.setenv("REPORTCITE_CONFIG", "")
    monkeypatch.delenv("REPORTCITE_CITE_FORMAT")
    assert language() == "text"


SIGNS = {"html": "<i>A</i>", "latex": "textit{A}", "markdown": "*A*", "text": "A"}


def test_a_file_that_is_named_says_its_format(run: Run, project: Path) -> None:
    (project / "reportcite.toml").write_text(
        "on-error = 'keep'\nto = 'bibtex'\n[cite]\nformat = 'html'\n[check]\nformat = 'json'\n"
    )
    run("cite", "a.yaml", "-o", "out.md")
    assert "*A*" in (project / "out.md").read_text()
    run("export", "a.yaml", "-o", "out.ris")
    assert (project / "out.ris").read_text().startswith("TY")
    assert run("export", "a.yaml").stdout.startswith("@")
    assert json.loads(run("check", "a.yaml").stdout)
    run("check", "a.yaml", "-o", "out.csv")
    assert (project / "out.csv").read_text().startswith("severity,")
    run("cite", "a.yaml", "-o", "out.md", "--format", "text")
    assert "*A*" not in (project / "out.md").read_text()


def test_rules_are_judged_as_is_set_wherever_records_are_read(run: Run, project: Path) -> None:
    assert run("cite", "a.yaml").returncode == 1
    (project / "reportcite.toml").write_text("[rules]\nisbn-checksum = 'warning'\n")
    cited = run("cite", "a.yaml")
    assert (cited.returncode, cited.stdout) == (0, "A. (2020). B.\n")
    assert "warning isbn-checksum" in run("check", "a.yaml").stdout
    (project / "reportcite.toml").write_text("[rules]\nisbn = 'off'\n")
    assert run("export", "a.yaml", "--to", "ris").returncode == 0
    assert "isbn" not in run("check", "a.yaml").stdout


def test_processes_that_share_the_work_judge_alike(run: Run, project: Path) -> None:
    line = {"id": "a", "title": "A", "author": "none", "issued": "2020", "publisher": "B"}
    lines = "".join(
        json.dumps({**line, "id": f"a{number}", "ISBN": "978-3-948289-82-8"}) + "\n"
        for number in range(8000)
    )
    (project / "many.jsonl").write_text(lines)
    (project / "reportcite.toml").write_text(
        "jobs = 2\n[[overrides]]\nfiles = 'many.*'\nrules.isbn = 'off'\n"
    )
    done = run("export", "many.jsonl", "--to", "jsonl")
    assert (done.returncode, done.stdout.count("\n")) == (0, 8000)
    assert run("export", "many.jsonl", "--to", "jsonl", "-j", "1").stdout == done.stdout


def test_in_some_files_rules_may_be_off(run: Run, project: Path) -> None:
    (project / "old").mkdir()
    (project / "old" / "b.yaml").write_text(BAD.replace("id: a", "id: b"))
    text = "[[overrides]]\nfiles = 'old/'\nrules = { isbn-checksum = 'off' }\n"
    (project / "reportcite.toml").write_text(text)
    found = json.loads(run("check", ".", "--json", "--select", "isbn-checksum").stdout)
    # What a command selects by its name is found everywhere.
    assert {one["file"] for one in found} == {"a.yaml", "old/b.yaml"}
    found = json.loads(run("check", ".", "--json").stdout)
    assert [one["file"] for one in found if one["rule"] == "isbn-checksum"] == ["a.yaml"]


def test_what_is_excluded_is_passed_over_in_folders(run: Run, project: Path) -> None:
    (project / "old").mkdir()
    (project / "old" / "b.yaml").write_text(BAD)
    (project / "reportcite.toml").write_text("exclude = ['old/']\n")
    assert "old" not in run("check", ".").stdout
    assert "old" in run("check", ".", "--exclude", "a.yaml").stdout
    assert "a.yaml" not in run("check", ".", "--exclude", "a.yaml").stdout
    assert "old/b.yaml" in run("check", "old/b.yaml").stdout
    wrong = run("check", ".", "--exclude", "!")
    assert wrong.returncode == 2
    assert "--exclude cannot be '!' (write a pattern as in .gitignore)" in wrong.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[rules]\nisbn-chcksum = 'off'\n", ":2: a rule cannot be 'isbn-chcksum' (did you mean"),
        ("[rules]\nunreadable = 'off'\n", ":2: a rule cannot be 'unreadable' (what cannot be"),
        ("stlye = 'a'\n", ":1: there is no setting called 'stlye'"),
        ("style\n", ":1:6: is not TOML"),
    ],
)
def test_a_mistake_in_a_file_is_wrong_usage(
    run: Run, project: Path, text: str, message: str
) -> None:
    (project / "reportcite.toml").write_text(text)
    done = run("cite", "a.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"reportcite: reportcite.toml{message}")
    # Help, and what no setting is for, are there all the same.
    assert run("cite", "--help").returncode == 0
    assert run("styles", "apa").returncode == 0


@pytest.mark.parametrize(
    ("text", "command", "message"),
    [
        ("style = 'chicgo'", "cite", "unknown style “chicgo”"),
        ("style = 'no.csl'", "cite", "no.csl: there is no such style file"),
        ("locale = 'xx-q'", "cite", "there is no locale for the language 'xx-q'"),
        ("to = 'bibtx'", "export", "there is no format called 'bibtx'"),
        ("assume-language = 'germn x'", "check", "--assume-language cannot be 'germn x'"),
    ],
)
def test_a_name_that_is_unknown_when_it_is_used_has_a_place(
    run: Run, project: Path, text: str, command: str, message: str
) -> None:
    (project / "reportcite.toml").write_text(text)
    done = run(command, "a.yaml")
    assert message in done.stderr
    name = text.partition(" ")[0]
    assert done.stderr.endswith(f": {name} is set in reportcite.toml:1\n")


def test_what_was_typed_has_no_place(run: Run, project: Path) -> None:
    (project / "reportcite.toml").write_text("style = 'chicgo'")
    assert "is set in" not in run("cite", "a.yaml", "--style", "nosuch").stderr


def test_every_command_that_reads_records_has_their_settings() -> None:
    """A command that is added later is named in the table, too."""
    for command in COMMANDS:
        reads = option_of(command_of(command), "max-record-size") is not None
        jobs = setting_named("jobs", command)
        assert (jobs is not None) == reads, command


def test_nothing_is_loaded_where_nothing_is_set(project: Path) -> None:
    script = (
        "import sys; from reportcite.cli.main import main; main(['cite', '--sample', '-q']);"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=project
    )
    unwanted = {"tomllib", "pathspec", "platformdirs", "reportcite.cli.configuration.loading"}
    assert set(done.stderr.decode().split()) & unwanted == set()


def test_what_has_no_option_is_handed_to_commands(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert Configured() == NOTHING_SET
    assert settings_in({}) is None
    assert settings_in({"REPORTCITE_CONFIG": ""}) is None
    with pytest.raises(UsageError, match="cannot be read"):
        settings_in({"REPORTCITE_CONFIG": "nosuch.toml"})


def test_a_rule_that_many_overrides_name_is_looked_up_once(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(known_rules, "require", lambda name, place: asked.append(f"{name}{place}"))
    override = '[[overrides]]\nfiles = "{}.bib"\nrules = {{ isbn = "off", {} = "off" }}\n'
    names = ["doi", "url"] * 50
    text = "".join(override.format(number, name) for number, name in enumerate(names))
    (project / "reportcite.toml").write_text(text)
    monkeypatch.chdir(project)
    assert settings_in({}) is not None
    assert [one.partition("reportcite.toml:") for one in asked] == [
        ("isbn", "reportcite.toml:", "3"), ("doi", "reportcite.toml:", "3"),
        ("url", "reportcite.toml:", "6"),
    ]  # fmt: skip
