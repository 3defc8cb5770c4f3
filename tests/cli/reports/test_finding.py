"""A finding as the cells of a table."""

from __future__ import annotations

from reportcite.cli.reports.finding import COLUMNS, Finding
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
