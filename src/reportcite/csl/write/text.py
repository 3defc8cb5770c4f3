"""Plain text: no formats, one entry to a line."""

from __future__ import annotations

from typing import Final

from reportcite.csl.tokens import Open, Tokens, text_of
from reportcite.csl.write.runs import lines
from reportcite.csl.write.writer import BibliographySpacing, Writer, printable

escape = printable


def tokens(tokens: Tokens) -> str:
    """The text alone; a block stands on a line of its own, a left margin is followed by a space."""
    if [token for token in tokens if token.__class__ is Open and token.display]:
        return _with_blocks(tokens)
    return printable(text_of(tokens))


def _with_blocks(tokens: Tokens) -> str:
    found = lines(tokens, lambda _, text: text, escape)
    return "\n".join([f"    {line}" if indented else line for indented, line in found])


def bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    """One entry to a line; indents and spacing are not for plain text."""
    del spacing
    return "\n".join(entries)


WRITER: Final = Writer(tokens, bibliography, escape, heading=escape)
