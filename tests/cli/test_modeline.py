"""Records that are written for people name their schema, by which an editor helps to fill them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportcite.cli.modeline import MODELINE, SHARED, modeline, without_modelines
from reportcite.schemas.catalogue import schema
from reportcite.shipped import record_schema_file
from tests.cli.language_server import LanguageServer
from tests.conftest import Run
from tests.npm import npm_file

INSTALLED = f"{MODELINE}{record_schema_file().as_uri()}\n"


def test_the_installed_schema_is_the_one_that_is_printed() -> None:
    """Write it anew by `reportcite schema record -o src/reportcite/schemas/record.schema.json`."""
    assert json.loads(record_schema_file().read_text(encoding="utf-8")) == schema("record")


@pytest.mark.parametrize("target", ["", "-", "a.yaml", "folder/a.yaml"])
def test_without_a_shared_schema_it_is_the_installed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert modeline(target) == INSTALLED


def test_a_schema_in_the_folder_or_above_is_named_as_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / SHARED).touch()
    assert modeline("a.yaml") == f"{MODELINE}{SHARED}\n"
    assert modeline("a b/c/d.yaml") == f"{MODELINE}../../{SHARED}\n"
    assert modeline(str(tmp_path / "x" / "a.yaml")) == f"{MODELINE}../{SHARED}\n"
    assert modeline("-") == INSTALLED  # nobody knows where it will stand


def test_lines_for_editors_can_be_taken_out() -> None:
    text = f"{INSTALLED}# a comment\ntitle: A\n---\n{MODELINE}x\ntitle: B"
    assert without_modelines(text) == "# a comment\ntitle: A\n---\ntitle: B"


def test_each_record_that_is_exported_as_yaml_has_the_line(run: Run, record: Path) -> None:
    done = run("export", record, record, "--to", "yaml")
    assert done.stdout.startswith(INSTALLED) and done.stdout.count(INSTALLED) == 2
    again = run("export", "-", "--to", "yaml", stdin=done.stdout)
    assert again.stdout == done.stdout
    assert MODELINE not in run("export", record, "--to", "csl-yaml").stdout


def test_a_file_for_each_record_names_the_schema_as_it_stands(
    run: Run, record: Path, tmp_path: Path
) -> None:
    run("schema", "record", "-o", SHARED)
    assert run("export", record, "--to", "yaml", "-o", "out/{id}/a.yaml").returncode == 0
    [path] = tmp_path.glob("out/*/a.yaml")
    assert path.read_text(encoding="utf-8").startswith(f"{MODELINE}../../{SHARED}\n")
    assert run("check", "out").stdout == ""


def test_a_file_is_up_to_date_on_every_machine(run: Run, record: Path, tmp_path: Path) -> None:
    run("export", record, "-o", "a.yaml")
    path = tmp_path / "a.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(INSTALLED, f"{MODELINE}file:///elsewhere.json\n"), "utf-8")
    assert run("export", record, "-o", "a.yaml", "--check").returncode == 0
    path.write_text(text.replace("Berlin", "Bonn"), "utf-8")
    assert run("export", record, "-o", "a.yaml", "--check").returncode == 1


def test_records_that_are_added_have_the_line(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("add", record, "--print").stdout.startswith(INSTALLED)
    run("schema", "record", "-o", SHARED)
    assert run("add", record, "-o", "records").returncode == 0
    [path] = tmp_path.glob("records/*.yaml")
    assert path.read_text(encoding="utf-8").startswith(f"{MODELINE}../{SHARED}\n")


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[LanguageServer]:
    server = npm_file("yaml-language-server/bin/yaml-language-server")
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    with LanguageServer([node, str(server), "--stdio"], tmp_path) as started:
        yield started


@pytest.mark.programs
def test_an_editor_completes_a_new_record_and_shows_what_is_wrong(
    run: Run, editor: LanguageServer, tmp_path: Path
) -> None:
    path = tmp_path / "new.yaml"
    run("new", "-o", path.name)
    text = path.read_text(encoding="utf-8")
    number = len(text.splitlines())
    path.write_text(f"{text}genr", encoding="utf-8")
    editor.open(path)
    offered = editor.completions(path, number, 4)
    assert offered["genre"] == "What kind of work it is."
    filled = tmp_path / "filled.yaml"
    filled.write_text(
        f"{text}subtitel: Life in the Woods\ntype: reprot\n".replace("type: report\n", ""),
        encoding="utf-8",
    )
    editor.open(filled)
    said = dict(editor.problems(filled))
    lines = filled.read_text(encoding="utf-8").splitlines()
    assert said[lines.index("subtitel: Life in the Woods")] == "Property subtitel is not allowed."
    assert said[lines.index("type: reprot")].startswith("Value is not accepted. Valid values:")
    assert "The title as on the title page" in editor.hover(
        filled, next(at for at, line in enumerate(lines) if line.startswith("title:")), 2
    )


@pytest.mark.programs
def test_an_editor_finds_nothing_in_a_record_that_is_right(
    run: Run, editor: LanguageServer, record: Path, tmp_path: Path
) -> None:
    run("schema", "record", "-o", SHARED)
    run("export", record, record, "-o", "two.yaml")
    editor.open(tmp_path / "two.yaml")
    assert editor.problems(tmp_path / "two.yaml") == []


@pytest.mark.programs
def test_an_editor_says_in_words_what_a_value_must_be(
    editor: LanguageServer, tmp_path: Path
) -> None:
    path = tmp_path / "wrong.yaml"
    rest = "title: Walden\nauthor: [Thoreau, Henry]\npublisher: Ticknor\n"
    wrong = "issued: 2024-13\nURL: javascript:alert(1)\n"
    path.write_text(INSTALLED + rest + wrong, encoding="utf-8")
    editor.open(path)
    assert editor.problems(path) == [
        (4, "no calendar has this date"),
        (5, "a URL begins with http, https, ftp or ftps"),
    ]
