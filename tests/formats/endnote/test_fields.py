"""Where EndNote's XML holds what."""

from __future__ import annotations

import pytest

from reportcite.formats.endnote.fields import ALSO_READ, NAMES, TEXTS, TYPES, paths
from reportcite.record.model import FIELDS
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES


def test_every_type_has_a_reference_type() -> None:
    assert TYPES.keys() == ITEM_TYPES
    assert set(ALSO_READ.values()) <= ITEM_TYPES
    numbers = {name: number for number, name in TYPES.values()}
    assert all(numbers[name] == number for number, name in TYPES.values())


def test_the_table_names_variables_only() -> None:
    assert set(NAMES) <= NAME_VARIABLES
    assert set(TEXTS) <= FIELDS - NAME_VARIABLES - DATE_VARIABLES


@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_no_two_variables_stand_at_one_path(csl_type: str) -> None:
    found = list(paths(csl_type).values())
    assert len(found) == len(set(found))


def test_an_article_has_an_issn_and_its_journal_and_any_other_work_an_isbn_and_its_series() -> None:
    article, report, chapter = paths("article-journal"), paths("report"), paths("chapter")
    assert article["ISSN"] == report["ISBN"] == chapter["ISBN"] == "isbn"
    assert article["container-title"] == report["collection-title"] == "titles/secondary-title"
    assert article["issue"] == report["number"] == "number"
    assert article["page"] == report["number-of-pages"] == "pages"
    assert chapter["number"] == "report-id" and chapter["collection-title"].endswith(
        "tertiary-title"
    )
