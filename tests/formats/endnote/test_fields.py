"""Where EndNote's XML holds what."""

from __future__ import annotations

import pytest

from reportcite.formats.endnote.fields import ALSO_READ, NAMES, TEXTS, TYPES, paths
from reportcite.record import fields as record


def test_every_type_has_a_reference_type() -> None:
    assert TYPES.keys() == record.TYPES
    assert set(ALSO_READ.values()) <= record.TYPES
    numbers = {name: number for number, name in TYPES.values()}
    assert all(numbers[name] == number for number, name in TYPES.values())


def test_the_table_names_variables_only() -> None:
    assert set(NAMES) <= record.NAMES
    assert set(TEXTS) <= record.FIELDS - record.NAMES - record.DATES


@pytest.mark.parametrize("csl_type", sorted(record.TYPES))
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
