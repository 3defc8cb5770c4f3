"""What a reference of the Citation File Format holds."""

from __future__ import annotations

from reportcite.formats.cff.fields import ALSO_READ, NAMES, TEXTS, TYPES, titles
from reportcite.formats.cff.schema import REFERENCE
from reportcite.record.fields import FIELDS
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES


def test_the_tables_name_variables_and_types_only() -> None:
    assert set(TYPES) | set(ALSO_READ.values()) <= ITEM_TYPES
    assert set(NAMES) <= NAME_VARIABLES
    assert set(TEXTS) <= FIELDS - NAME_VARIABLES - DATE_VARIABLES
    assert set(TEXTS.values()) | set(NAMES.values()) <= set(REFERENCE)
    assert not set(TYPES.values()) & set(ALSO_READ)


def test_a_larger_work_is_a_journal_a_book_or_a_series() -> None:
    assert titles("article-journal") == {
        "container-title": "journal",
        "collection-title": "collection-title",
    }
    assert titles("chapter") == {"container-title": "collection-title"}
    assert titles("report") == {"collection-title": "collection-title"}
