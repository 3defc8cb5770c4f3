"""Keywords from a list that another program wrote."""

from __future__ import annotations

import pytest

from reportcite.formats.reading.keywords import keywords_of


@pytest.mark.parametrize(
    ("text", "keywords"),
    [("a;b ; c", "a, b, c"), ("a; ;b;", "a, b"), ("a, b", "a, b"), ("a, b; c", "a, b; c"),
     ("a", "a"), ("", ""), (";", "")],
)  # fmt: skip
def test_semicolons_become_commas_unless_there_are_commas(text: str, keywords: str) -> None:
    assert keywords_of(text) == keywords
