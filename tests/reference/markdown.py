"""Pieces of Markdown, of which the reference pages are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_EXAMPLE = re.compile(r"(?:^>>>.*\n(?:(?!>>>)\S.*\n?|\.\.\..*\n?)*)+", re.MULTILINE)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(cell, cells))} |\n" for cells in lines)


def cell(text: str) -> str:
    r"""`text` in one cell of a table.

    >>> cell("a | b\nc")
    'a \\| b c'
    """
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def codes(texts: Iterable[str]) -> str:
    return ", ".join(map(code, texts))


def block(text: str, language: str = "") -> str:
    return f"```{language}\n{text.rstrip(chr(10))}\n```\n"


def plain(text: str) -> str:
    r"""`text` of which nothing is taken for HTML or emphasis, but what stands in backquotes.

    >>> plain("<b> &amp; _x_, as `a_b`")
    '\\<b> &amp;amp; \\_x\\_, as `a_b`'
    """
    pieces = text.split("`")
    pieces[::2] = [_escaped(piece) for piece in pieces[::2]]
    return "`".join(pieces)


def _escaped(text: str) -> str:
    return re.sub(r"([<*_\[])", r"\\\1", re.sub(r"&(?=#?\w+;)", "&amp;", text))


def with_examples(docstring: str) -> str:
    """A docstring as Markdown: what doctest runs becomes a block of code."""
    return _EXAMPLE.sub(lambda match: block(match[0], "pycon"), docstring + "\n")
