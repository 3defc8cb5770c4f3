"""HTML entities left in exports become the characters they stand for; anything else stays."""

from __future__ import annotations

import pytest

from reportcite.formats.reading.entities import unescape


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
