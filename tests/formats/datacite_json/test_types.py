"""The kind of a work of DataCite as a CSL type."""

from __future__ import annotations

import pytest

from reportcite.formats.datacite_json.types import csl_type, genre_of


@pytest.mark.parametrize(
    ("general", "free", "citeproc", "expected"),
    [
        ("BookChapter", "Chapter", "article", "chapter"),
        ("Preprint", "", "article", "article"),
        ("Software", "Report", "article", "software"),
        ("Text", "Working Paper", "article-journal", "report"),
        ("Text", "Journal Article", "article-journal", "article-journal"),
        ("Text", "Doctoral Thesis", "article-journal", "thesis"),
        ("Text", "posted-content", "article", "article"),
        ("Text", "something", "article-journal", "article-journal"),
        ("Text", "something", "article", "document"),
        ("Other", "", "article", "document"),
        ("", "", "nonsense", "document"),
        (None, None, None, "document"),
    ],
)
def test_the_kind_that_says_most_counts(
    general: str | None, free: str | None, citeproc: str | None, expected: str
) -> None:
    types = {"resourceTypeGeneral": general, "resourceType": free, "citeproc": citeproc}
    assert csl_type(types) == expected


@pytest.mark.parametrize(
    ("free", "csl_type", "genre"),
    [
        ("Working Paper", "report", "Working Paper"),
        ("Doctoral Thesis", "thesis", "Doctoral Thesis"),
        ("Report", "report", ""),
        (" text ", "report", ""),
        ("Working Paper", "article-journal", ""),
        (None, "report", ""),
    ],
)
def test_what_kind_of_report_or_thesis_it_is(free: str | None, csl_type: str, genre: str) -> None:
    assert genre_of({"resourceType": free}, csl_type) == genre
