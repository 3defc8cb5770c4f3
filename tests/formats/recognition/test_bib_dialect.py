"""What tells a .bib file of biblatex from one of BibTeX."""

from __future__ import annotations

import pytest

from reportcite.formats.recognition.bib_dialect import is_biblatex
from tests.formats.files import a_report, file_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@online{a,\n  url = {x},\n}", True),
        ("% a comment\n@Thesis(a, title = {A})", True),
        ("@article{a,\n  journaltitle = {J},\n}", True),
        ("@book{a, title = {A}, date={2024}}", True),
        ("@book{a, title = {Update}, year = 2024}", False),
        ("@book{a, title = {The date = 3 problem}, urldate = {2024-01-01}}", False),
        ("", False),
    ],
)
def test_entry_types_and_fields_of_biblatex(text: str, expected: bool) -> None:
    assert is_biblatex(text.encode()) is expected


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_what_is_written_here_is_told_apart(name: str) -> None:
    text, _ = file_of(name, a_report(issued={"date-parts": [[2024, 3]]}))
    assert is_biblatex(text.encode()) is (name == "biblatex")
