"""What a reference of the Citation File Format holds."""

from __future__ import annotations

import re

import pytest

from reportcite.formats.cff.fields import ALSO_READ, NAMES, PATTERNS, TEXTS, TYPES, titles
from reportcite.record.model import FIELDS
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES


def test_the_tables_name_variables_and_types_only() -> None:
    assert set(TYPES) | set(ALSO_READ.values()) <= ITEM_TYPES
    assert set(NAMES) <= NAME_VARIABLES
    assert set(TEXTS) <= FIELDS - NAME_VARIABLES - DATE_VARIABLES
    assert set(PATTERNS) <= set(TEXTS.values())
    assert not set(TYPES.values()) & set(ALSO_READ)


@pytest.mark.parametrize(
    ("key", "text", "fits"),
    [
        ("doi", "10.5555/abc", True),
        ("doi", "10.5/abc", False),
        ("doi", "https://doi.org/10.5555/abc", False),
        ("isbn", "978-3-948289-82-9", True),
        ("isbn", "978", False),
        ("issn", "1234-567X", True),
        ("issn", "12345679", False),
        ("pmcid", "PMC1234567", True),
        ("pmcid", "1234567", False),
        ("url", "https://x.org/a?b#c", True),
        ("url", "https://x.org/a b", False),
        ("url", "javascript:x", False),
    ],
)
def test_what_the_schema_asks_of_a_text(key: str, text: str, fits: bool) -> None:
    assert bool(re.fullmatch(PATTERNS[key], text, re.ASCII)) == fits


def test_a_larger_work_is_a_journal_a_book_or_a_series() -> None:
    assert titles("article-journal") == {
        "container-title": "journal",
        "collection-title": "collection-title",
    }
    assert titles("chapter") == {"container-title": "collection-title"}
    assert titles("report") == {"collection-title": "collection-title"}
