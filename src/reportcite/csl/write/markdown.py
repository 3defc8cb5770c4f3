"""Pandoc's Markdown, with its spans for small capitals and underlining."""

from __future__ import annotations

from typing import Final

from reportcite.csl.tokens import Tokens
from reportcite.csl.write.runs import Formatting, lines, spaces_outside
from reportcite.csl.write.writer import (
    ENUMERATOR,
    BibliographySpacing,
    Writer,
    address_in_markup,
    one_line,
)
from reportcite.patterns import pattern

_SPECIAL: Final = pattern(r"[\\`*_{}\[\]<>#|~^$&@\"']|--+|\.\.\.")
# At the start of a block these would begin a list, a heading, a quotation, a table or a fence.
_BLOCK_START: Final = pattern(rf"[-+:%=]|{ENUMERATOR}")


def escape(text: str) -> str:
    """`text` with a backslash before every letter Markdown could read as markup."""
    return _SPECIAL.sub(lambda match: "".join([f"\\{c}" for c in match.group()]), one_line(text))


def tokens(tokens: Tokens) -> str:
    """One citation or entry; blocks are lines of their own, ended by a backslash."""
    return "\\\n".join([_guarded(line) for _, line in lines(tokens, _wrap, escape)])


def _guarded(line: str) -> str:
    """`line` so that nothing at its start begins a block."""
    match = _BLOCK_START.match(line)
    if match is None:
        return line
    end = match.end() - 1
    return f"{line[:end]}\\{line[end:]}"


def _wrap(formatting: Formatting, text: str) -> str:
    before, core, after = spaces_outside(text)
    if not core:
        return text
    if formatting.font_style:
        core = f"*{core}*"
    if formatting.font_variant:
        core = f"[{core}]{{.smallcaps}}"
    if formatting.font_weight == "bold":
        core = f"**{core}**"
    if formatting.text_decoration:
        core = f"[{core}]{{.underline}}"
    if formatting.vertical_align:
        mark = "^" if formatting.vertical_align == "sup" else "~"
        core = mark + core.replace(" ", "\\ ") + mark
    if formatting.href:
        core = f"[{core}]({address_in_markup(formatting.href)})"
    return before + core + after


def bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    """Each entry a paragraph; with a hanging indent in a div of pandoc's class for it."""
    body = "\n\n".join(entries)
    if not spacing.hanging_indent:
        return body
    return f"::: {{.references .csl-bib-body .hanging-indent}}\n{body}\n:::"


def heading(text: str) -> str:
    """A heading below that of the bibliography, which is not numbered."""
    return f"## {escape(text)} {{.unnumbered}}"


WRITER: Final = Writer(tokens, bibliography, escape, heading=heading)
