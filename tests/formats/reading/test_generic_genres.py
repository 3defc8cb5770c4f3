"""A genre that only repeats the type of its record is passed over, any other is kept."""

from __future__ import annotations

import pytest

from reportcite.formats.reading.generic_genres import is_generic_genre


@pytest.mark.parametrize(
    ("genre", "csl_type", "expected"),
    [
        ("Journal Article", "article-journal", True),
        (" paper\n", "paper-conference", True),
        ("book section", "chapter", True),
        ("Letter", "article-journal", False),
        ("Journal Article", "report", False),
        ("", "article-journal", False),
    ],
)
def test_generic_genres(genre: str, csl_type: str, expected: bool) -> None:
    assert is_generic_genre(genre, csl_type) is expected
