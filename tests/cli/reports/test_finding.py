"""A finding as the cells of a table; where it is."""

from __future__ import annotations

import pytest

from reportcite.cli.reports.finding import COLUMNS, Finding, uri_of
from reportcite.errors import Place
from reportcite.values.rules import ISBN_CHECKSUM


def test_cells_stand_below_their_names() -> None:
    problem = ISBN_CHECKSUM.found("wrong", "compare it", Place("a.yaml", 2))
    cells = dict(zip(COLUMNS, Finding(problem, "doe2024").cells, strict=True))
    assert cells == {
        "severity": "error",
        "rule": "isbn-checksum",
        "record": "doe2024",
        "file": "a.yaml",
        "line": "2",
        "column": "",
        "message": "wrong",
        "suggestion": "compare it",
        "explanation": ISBN_CHECKSUM.what,
    }


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("in/a b.bib", "in/a%20b.bib"),
        ("in\\a.bib", "in/a.bib"),
        ("50%.bib", "50%25.bib"),
        ("/x/a b.bib", "file:///x/a%20b.bib"),
        ("s3://bucket/a b.jsonl", "s3://bucket/a%20b.jsonl"),
        ("https://example.org/a%20b.bib", "https://example.org/a%20b.bib"),
        ("https://example.org:8080/a.bib", "https://example.org:8080/a.bib"),
    ],
)
def test_an_address_is_a_uri_already_and_a_path_becomes_one(file: str, uri: str) -> None:
    assert uri_of(file) == uri
