"""Org mode; what could be markup is written as an entity, for Org has no other escape."""

from __future__ import annotations

import re
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

_ENTITIES: Final = {
    "\\": "\\backslash{}",
    "*": "\\ast{}",
    "/": "\\slash{}",
    "_": "\\under{}",
    "+": "\\plus{}",
    "=": "\\equal{}",
    "~": "\\tilde{}",
    "^": "\\asciicirc{}",
    "|": "\\vbar{}",
    "<": "\\lt{}",
    ">": "\\gt{}",
    "[": "\\lbrack{}",
    "]": "\\rbrack{}",
    "{": "\\lbrace{}",
    "}": "\\rbrace{}",
    "$": "\\dollar{}",
    "#": "\\num{}",
    ":": "\\colon{}",
}
# Two hyphens would become a dash; a zero-width space parts them.
_SPECIAL: Final = pattern("[" + re.escape("".join(_ENTITIES)) + "]|-(?=-)")
# At the start of a line these would begin a list or a rule.
_LINE_START: Final = pattern(rf"-(?=\s|$)|-----|{ENUMERATOR}")


def escape(text: str) -> str:
    """`text` with an entity for every letter that Org could read as markup."""
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match.group(), "-\u200b"), one_line(text))


def tokens(tokens: Tokens) -> str:
    """One citation or entry; blocks are lines of their own, ended by two backslashes."""
    return " \\\\\n".join([_guarded(line) for _, line in lines(tokens, _wrap, escape)])


def _guarded(line: str) -> str:
    """`line` with a zero-width space before what would begin a list."""
    return f"\u200b{line}" if _LINE_START.match(line) else line


def _wrap(formatting: Formatting, text: str) -> str:
    """Small capitals and light weight have no form in Org and are left out."""
    before, core, after = spaces_outside(text)
    if not core:
        return text
    marks = "/" * bool(formatting.font_style) + "*" * (formatting.font_weight == "bold")
    marks += "_" * bool(formatting.text_decoration)
    if marks:  # a zero-width space lets the marks stand next to a letter
        core = f"\u200b{marks}{core}{marks[::-1]}\u200b"
    if formatting.vertical_align:
        core = f"{'^' if formatting.vertical_align == 'sup' else '_'}{{{core}}}"
    if formatting.href:
        core = f"[[{address_in_markup(formatting.href)}][{core}]]"
    return before + core + after


def heading(text: str) -> str:
    """A heading below that of the bibliography."""
    return f"** {escape(text)}"


WRITER: Final = Writer(tokens, paragraphs, escape, heading=heading)
