"""Where EndNote's XML holds what."""

from __future__ import annotations

import pytest

from reportcite.formats.endnote.fields import PATHS, paths
from reportcite.formats.reference_types import REFERENCE_TYPES
from reportcite.record.fields import FIELDS


def test_no_two_fields_stand_at_one_path() -> None:
    assert len(set(PATHS.values())) == len(PATHS)


@pytest.mark.parametrize("ris", sorted(REFERENCE_TYPES))
def test_no_two_variables_stand_at_one_path(ris: str) -> None:
    found = paths(ris, FIELDS)
    assert len(set(found.values())) == len(found) and found.keys() <= FIELDS


def test_what_an_element_holds_depends_on_the_type() -> None:
    article, report, chapter, book = map(paths, ("JOUR", "RPRT", "CHAP", "BOOK"))
    assert article["ISSN"] == report["number"] == chapter["ISBN"] == paths("PAT")["number"]
    assert article["container-title"] == report["collection-title"] == "titles/secondary-title"
    assert article["issue"] == book["collection-number"] == "number"
    assert article["page"] == report["number-of-pages"] == book["number-of-pages"] == "pages"
    assert book["editor"] == "contributors/tertiary-authors/author"
    assert chapter["editor"] == "contributors/secondary-authors/author"
    assert article["number"] == "custom7" and paths("COMP")["version"] == "edition"
    assert {one["URL"] for one in (article, report, chapter)} == {"urls/web-urls/url"}
