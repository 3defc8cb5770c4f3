r"""The LaTeX that most texts are in: plain words in braces, accents, signs, dashes, one by one.

None of these says anything about what stands beside it, so each is replaced where it stands, and
what it means is found once. All else wants the decoder in `text`, which makes the same of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from reportcite.patterns import pattern

_SIGNS: Final = r"['\"`^~=.]"
_LETTERS: Final = "[cvHukrbd]"
_ACCENTED: Final = rf"\\{_SIGNS}(?:[A-Za-z]|\{{(?:[A-Za-z]|\\[ij])\}})|\\{_LETTERS}\{{[A-Za-z]\}}"
_PLAIN_GROUP: Final = r"\{[^{}\\$~`'-]*(?:['-](?!['-])[^{}\\$~`'-]*)*\}"
_PIECE: Final = pattern(
    rf"\\[%&_#]|---?|``|''|~|{_PLAIN_GROUP}|{_ACCENTED}|"
    rf"\{{(?:{_ACCENTED}|\\{_SIGNS}\\[ij]|\\{_LETTERS} [A-Za-z]|\\[A-Za-z]+)\}}"
)
_MORE: Final = pattern(r"[\\{}`«»∘]")
_LONGEST: Final = 80
"""Characters of a piece that may stand in several texts."""


def decode_pieces(text: str, decode: Callable[[str], str]) -> str:
    """`text` with all such pieces as `decode` gives each, "" of those it does not know; "" where
    there is anything else of LaTeX in it."""
    if "$" in text or "?`" in text or "!`" in text:
        return ""
    unknown = False

    def meant(match: re.Match[str]) -> str:
        nonlocal unknown
        plain = decode(match[0]) if len(match[0]) <= _LONGEST else ""
        unknown = unknown or not plain
        return plain

    plain = _PIECE.sub(meant, text)
    is_more = "--" in plain or "''" in plain or _MORE.search(plain)
    return "" if unknown or is_more else plain
