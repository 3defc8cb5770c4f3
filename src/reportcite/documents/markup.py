"""Emphasis in affixes: from Markdown's to that of CSL (CSL-JSON schema, "rich text")."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern

_SPANS: Final = (
    (pattern(r"(?<![\\*\w])\*\*(?=\S)(.+?)(?<=\S)\*\*(?![*\w])"), "b"),
    (pattern(r"(?<![\\_\w])__(?=\S)(.+?)(?<=\S)__(?![_\w])"), "b"),
    (pattern(r"(?<![\\*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)"), "i"),
    (pattern(r"(?<![\\_\w])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![_\w])"), "i"),
    (pattern(r"(?<!\\)\^([^\s^]+)\^"), "sup"),
    (pattern(r"(?<![\\~])~([^\s~]+)~(?!~)"), "sub"),
)
_ESCAPED: Final = pattern(r"\\([!-/:-@\[-`{-~])")


def to_csl(text: str) -> str:
    r"""Markdown's emphasis in `text` as CSL's; what a backslash is before stands for itself.

    >>> to_csl(r"and *passim*, **not** 5\*5")
    'and <i>passim</i>, <b>not</b> 5*5'
    """
    if not re.search(r"[*_^~\\]", text):
        return text
    for span, element in _SPANS:
        text = span.sub(rf"<{element}>\1</{element}>", text)
    return _ESCAPED.sub(r"\1", text)
