"""Prefixes and suffixes get the space that words need."""

from __future__ import annotations

import pytest

from reportcite.csl.items.affixes import spaced_prefix, spaced_suffix


@pytest.mark.parametrize("prefix", ["see", "cf.", "1)", "(see)", "“so”", "A:", "50 %", "§"])
def test_a_word_before_a_cite_is_set_off(prefix: str) -> None:
    assert spaced_prefix(prefix) == f"{prefix} "


@pytest.mark.parametrize(
    "prefix", ["", "see ", "cf.\u00a0", "l’", "(", "“", "[", "vor-", "und/", "见"]
)
def test_what_joins_the_cite_is_not(prefix: str) -> None:
    assert spaced_prefix(prefix) == prefix


@pytest.mark.parametrize(
    "suffix", ["ff.", "12", "(rev.)", "[sic]", "& others", "“so”", "§ 4", "für"]
)
def test_a_word_behind_a_cite_is_set_off(suffix: str) -> None:
    assert spaced_suffix(suffix) == f" {suffix}"


@pytest.mark.parametrize(
    "suffix", ["", " ff.", ", p. 2", ".", "; see", ")", "”", "-12", "/2", "等"]
)
def test_a_mark_behind_a_cite_is_not(suffix: str) -> None:
    assert spaced_suffix(suffix) == suffix
