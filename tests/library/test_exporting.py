"""`export` gives the file that the command writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import reportcite
from tests.conftest import ROOT, Run

LIT = ROOT / "docs" / "examples" / "lit.bib"


@pytest.mark.parametrize("to", "bibtex biblatex ris csl-json jsonl yaml mods csv".split())
def test_the_file_is_that_of_the_command(run: Run, to: str) -> None:
    done = run("export", LIT, "--to", to, "--quiet")
    modeline = "# yaml-language-server:.*\n"  # for editors, and of the file that is written
    text = re.sub(modeline, "", done.stdout)
    assert reportcite.export(reportcite.load(LIT), to) == text


def test_no_record_gives_what_a_file_without_entries_is() -> None:
    assert reportcite.export([], "ris") == ""
    assert json.loads(reportcite.export([], "csl-json")) == []


def test_a_format_that_is_only_read_cannot_be_written(record: Path) -> None:
    with pytest.raises(reportcite.UsageError, match="can only be read, not written"):
        reportcite.export(reportcite.load(record), "pubmed-xml")
