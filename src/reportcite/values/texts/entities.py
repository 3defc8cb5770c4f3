"""HTML entities that databases leave in their exports: `&amp;`, `&lt;i&gt;`, `&#228;`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.values.rules import HTML_ENTITY

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
    import html  # few texts have any

    once = _ESCAPED_TWICE.sub("&", text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), once)


def without_entities(text: str) -> str:
    """`text` with the characters that entities in it stand for, however often they were escaped.

    >>> without_entities("R&amp;amp;amp;D")
    'R&D'
    """
    while (once := unescape(text)) != text:
        text = once
    return text


def entity_problems(text: str) -> Iterator[Problem]:
    """Whether `text` holds an entity of HTML."""
    if "&" not in text:  # as nearly none does
        return
    meant = without_entities(text)
    if meant != text:
        found = next(one for one in _ENTITY.finditer(text) if unescape(one[0]) != one[0])
        message = f"{shown(found[0])} is an entity of HTML"
        character = without_entities(found[0])
        hint = "write a space" if character.isspace() else f"write {character}"
        yield HTML_ENTITY.found(message, hint, fix=Fix(text, meant))
