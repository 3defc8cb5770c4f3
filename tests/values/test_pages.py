"""Pages are numbers: labels before or behind them are the style's to add."""

from __future__ import annotations

import pytest

from reportcite.record.checks.check import check
from reportcite.values.pages import bare_pages
from tests.record.reading import one


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("S. 12-14", "12-14"),
        ("S. 12", "12"),
        ("pp. 12–14, 20", "12–14, 20"),
        ("p. e12", "e12"),
        ("pp. xii-xv", "xii-xv"),
        ("Seiten 3-4", "3-4"),
        ("45 S.", "45"),
        ("45 pages", "45"),
        ("xii, 345 p.", "xii, 345"),
    ],
)
def test_a_label_is_left_out_of_citations_and_told(typed: str, bare: str) -> None:
    record = one(f"page: {typed}\n")
    assert record.fields["page"] == typed
    assert record.item()["page"] == bare
    [problem] = [problem for problem in check(record) if problem.rule.name == "page-label"]
    assert problem.suggestion == f"write {bare}"


@pytest.mark.parametrize("text", ["12-14", "S12-S14", "e12", "xii", "A-12", "12 f.", "Kap. 3", ""])
def test_other_pages_stay(text: str) -> None:
    assert bare_pages(text) == text
