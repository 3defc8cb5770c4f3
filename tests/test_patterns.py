"""Patterns do what `re` does, and are compiled when first used."""

from __future__ import annotations

import re

import pytest

from reportcite.patterns import pattern


def test_a_pattern_has_the_methods_of_a_compiled_one() -> None:
    letters = pattern("[a-c]+", re.IGNORECASE)
    assert letters.findall("aB-x") == ["aB"]
    assert letters.sub("", "1a2") == "12"
    assert letters.split("1a2") == ["1", "2"]
    assert [found[0] for found in letters.finditer("a-b")] == ["a", "b"]
    assert letters.fullmatch("ax") is None
    assert letters.match("ax") and letters.search("xa")
    assert letters.pattern == "[a-c]+"


def test_a_pattern_is_compiled_when_first_used() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("")
