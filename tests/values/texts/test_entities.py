"""HTML entities left in exports become the characters they stand for; anything else stays."""

from __future__ import annotations

import pytest

from reportcite.problems import Fix
from reportcite.values.texts.entities import entity_problems, unescape, without_entities


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("R&amp;D", "R&D"),
        ("&#228;&#xE4;&#XE4;&auml;", "ääää"),
        ("&amp;lt;i&amp;gt;", "<i>"),
        ("&amp;#228;", "ä"),
        ("&amp;amp;", "&"),
        ("&nbsp;", "\xa0"),
    ],
)
def test_entities_are_read_also_where_they_were_escaped_twice(text: str, meant: str) -> None:
    assert unescape(text) == meant


@pytest.mark.parametrize(
    "text",
    ["R&D", "a;b", "AT&T; b", "?a=1&copy=2", "&x;", "&nosuchentity;", "&#12345678;", "&amp b;", ""],
)
def test_everything_else_stays(text: str) -> None:
    assert unescape(text) == text


def test_what_was_escaped_often_is_unescaped_as_often() -> None:
    assert without_entities("R&amp;amp;amp;D &T; a&b;c") == "R&D &T; a&b;c"


def test_an_entity_is_found_with_its_fix() -> None:
    [problem] = entity_problems("AT&T; R&amp;D &lt;")
    assert problem.message == "“&amp;” is an entity of HTML"
    assert problem.suggestion == "write &"
    assert problem.fix == Fix("AT&T; R&amp;D &lt;", "AT&T; R&D <")
    assert list(entity_problems("R&D; a & b")) == []
