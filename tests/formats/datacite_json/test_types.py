"""The kind of a work of DataCite as a CSL type."""

from __future__ import annotations

import pytest

from reportcite.formats.datacite_json.types import csl_type


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
