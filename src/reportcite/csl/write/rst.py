"""reStructuredText."""

from __future__ import annotations

import unicodedata
from typing import Final

from reportcite.csl.tokens import Tokens
from reportcite.csl.write.runs import Formatting, lines, spaces_outside
from reportcite.csl.write.writer import (
    ENUMERATOR,
    Writer,
    address_in_markup,
    one_line,
    paragraphs,
)
from reportcite.patterns import pattern

_SPECIAL: Final = pattern(r"[\\`*_|<>:\[\]{}@]|--+|\.\.+")
# At the start of a line these would begin a list, an option list, a comment or a title's line.
_LINE_START: Final = pattern(rf"(?!\\)(?:[-+•‣⁃/]|[!-/:-@\[-`{{-~]+$|{ENUMERATOR})")

_SEPARATOR: Final = "\x00"  # stands where marks begin and end; no text holds it
_SEPARATORS: Final = pattern(f"{_SEPARATOR}+")
_SUPERFLUOUS: Final = pattern(r"^\x00+|\x00+$|(?<= )\x00+|\x00+(?= )")


def escape(text: str) -> str:
    """`text` with a backslash before every letter that could be read as markup."""
    return _SPECIAL.sub(lambda match: "".join([f"\\{c}" for c in match.group()]), one_line(text))


def tokens(tokens: Tokens) -> str:
    """One citation or entry; an entry with blocks is a line block."""
    found = [_separated(line) for _, line in lines(tokens, _wrap, escape)]
    if len(found) > 1:
        return "\n".join([f"| {line}" for line in found])
    return "".join([f"\\{line}" if _LINE_START.match(line) else line for line in found])


def _separated(line: str) -> str:
    """`line` with an escaped space, which prints nothing, wherever marks touch a letter."""
    return _SEPARATORS.sub(r"\\ ", _SUPERFLUOUS.sub("", line))


def _wrap(formatting: Formatting, text: str) -> str:
    """Marks do not nest: of several formats the first of these counts."""
    before, core, after = spaces_outside(text)
    if not core:
        return text
    if formatting.href:
        core = f"`{core} <{address_in_markup(formatting.href)}>`__"
    elif formatting.vertical_align:
        core = f":{formatting.vertical_align}:`{core}`"
    elif formatting.font_weight == "bold":
        core = f"**{core}**"
    elif formatting.font_style:
        core = f"*{core}*"
    else:
        return text
    return f"{before}{_SEPARATOR}{core}{_SEPARATOR}{after}"


def heading(text: str) -> str:
    """A title with a line below it, which is as wide: letters of Chinese are two columns."""
    title = escape(text)
    width = sum(1 + (unicodedata.east_asian_width(letter) in "FW") for letter in title)
    return f"{title}\n{'-' * width}"


WRITER: Final = Writer(tokens, paragraphs, escape, heading=heading)
