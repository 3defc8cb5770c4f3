"""Codes of UNIMARC say what those of MARC 21 do."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.crosswalk.relators import variable_of
from reportcite.formats.marc.unimarc.codes import DATES, ROLES


@pytest.mark.parametrize(
    ("code", "variable"),
    [
        ("070", "author"), ("340", "editor"), ("730", "translator"), ("440", "illustrator"),
        ("230", "composer"), ("300", "director"), ("590", "performer"), ("650", ""), ("610", ""),
        ("727", ""), ("220", "compiler"),
    ],
)  # fmt: skip
def test_roles(code: str, variable: str) -> None:
    assert variable_of(ROLES[code]) == variable


def test_kinds_of_dates_are_those_of_field_008() -> None:
    assert set(DATES.values()) <= set("bcdeikmnpqrstu")
