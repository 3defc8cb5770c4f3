"""A pattern is a compiled one in all it does, but compiled when it is first used."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest

from reportcite.patterns import pattern


def test_a_pattern_finds_what_a_compiled_one_finds() -> None:
    digits = pattern(r"[0-9]+")
    text = "a1b22"
    assert digits.findall(text) == ["1", "22"]
    assert [match[0] for match in digits.finditer(text)] == ["1", "22"]
    assert digits.search(text, 2).group() == "22"  # type: ignore[union-attr]
    assert digits.match(text) is None
    assert digits.fullmatch("22") is not None
    assert digits.split(text) == ["a", "b", ""]
    assert digits.sub("#", text) == "a#b#"
    assert digits.subn("#", text) == ("a#b#", 2)


def test_what_is_not_a_search_can_be_asked_for_too() -> None:
    assert pattern("(?P<year>[0-9]{4})").groupindex == {"year": 1}
    assert pattern("a").pattern == "a"


def test_flags_count() -> None:
    assert pattern("ISBN", re.IGNORECASE).match("isbn")
    assert not pattern("ISBN").match("isbn")


def test_nothing_is_compiled_before_the_first_use_and_only_once() -> None:
    with patch("re.compile", wraps=re.compile) as compile_:
        letters = pattern("[a-z]")
        assert compile_.call_count == 0
        assert letters.match("a") and letters.search("1b") and letters.sub("", "c") == ""
        assert compile_.call_count == 1


def test_a_wrong_pattern_is_noticed_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("")
