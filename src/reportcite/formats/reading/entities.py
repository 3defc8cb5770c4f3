"""HTML entities that databases leave in their exports: `&amp;`, `&lt;i&gt;`, `&#228;`."""

from __future__ import annotations

import html
from typing import Final

from reportcite.patterns import pattern

_ENTITY: Final = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED_TWICE: Final = pattern(r"&amp;(?=(?:#[0-9]{1,7}|[a-z]{2,8});)")


def unescape(text: str) -> str:
    """`text` with the characters that HTML entities in it stand for, also of those escaped twice.

    Only what ends in a semicolon is one, so that `?a=1&copy=2` stays.

    >>> unescape("R&amp;D &amp;lt;i&gt; AT&T; a&b")
    'R&D <i> AT&T; a&b'
    """
    if "&" not in text or ";" not in text:
        return text
    once = _ESCAPED_TWICE.sub("&", text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), once)
