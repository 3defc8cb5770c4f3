"""Patterns take the spellings of a name that are read, and no other names."""

from __future__ import annotations

import re

import pytest

from reportcite.record.spelling import SPELLINGS, field_name
from reportcite.schemas.spellings import any_spelling, other_spellings


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        *[(one, True) for one in ("Post-Weblog", "post_weblog", " POST WEBLOG ", "post-weblog")],
        *[(one, False) for one in ("postweblog", "post--weblog", "a-post-weblog", "post-weblogs")],
    ],
)
def test_any_spelling(typed: str, taken: bool) -> None:
    assert bool(re.search(any_spelling(["post-weblog", "DOI"]), typed)) is taken


def test_what_stands_under_its_own_name_is_left_out() -> None:
    pattern = other_spellings(["doi", "title"], ["DOI", "title"])
    found = [bool(re.search(pattern, one)) for one in ("DOI", "doi", "title", "Title", "titles")]
    assert found == [False, True, False, True, False]


@pytest.mark.parametrize("spelling", sorted(SPELLINGS))
def test_what_it_takes_is_read(spelling: str) -> None:
    assert re.search(any_spelling([spelling]), spelling.upper())
    assert field_name(spelling.upper().replace("-", " ")) == SPELLINGS[spelling]
