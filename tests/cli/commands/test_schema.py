"""`reportcite schema` lists the JSON Schemas there are, and prints each."""

from __future__ import annotations

import json
from pathlib import Path

from reportcite.schemas.catalogue import CATALOGUE, schema
from tests.conftest import Run


def test_all_are_listed_with_their_versions(run: Run) -> None:
    lines = run("schema").stdout.splitlines()
    assert lines[0] == "record\t1\ta file of records, in YAML or JSON Lines"
    assert [line.split("\t")[0] for line in lines] == list(CATALOGUE)


def test_one_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    text = run("schema", "check").stdout
    assert json.loads(text) == schema("check")
    assert run("schema", "check", "-o", "check.json").stdout == ""
    assert (tmp_path / "check.json").read_text(encoding="utf-8") == text


def test_a_mistyped_name_is_told_the_nearest(run: Run) -> None:
    done = run("schema", "recrod")
    assert done.returncode == 2
    assert "did you mean 'record'?" in done.stderr
