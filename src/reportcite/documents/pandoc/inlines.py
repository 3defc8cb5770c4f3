"""Writes what the engine prints as inlines of pandoc, in JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

import orjson

from reportcite.csl.tokens import Tokens
from reportcite.csl.write.runs import Run, runs
from reportcite.csl.write.writer import BibliographySpacing, Writer, one_line
from reportcite.documents.pandoc.ast import Inlines, element, words


def tokens(tokens: Tokens) -> str:
    """One citation or entry: a JSON array of inlines, blocks of an entry as spans of a class."""
    inlines: Inlines = []
    for display, block in runs(tokens):
        inner = _linked(block)
        if display == "left-margin":
            inner.append(element("Space"))
        if display:
            inlines.append(element("Span", ["", [f"csl-{display}"], []], inner))
        else:
            inlines += inner
    return orjson.dumps(inlines).decode()


_KINDS: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("vertical_align", {"sub": "Subscript", "sup": "Superscript"}),
    ("font_style", {"italic": "Emph", "oblique": "Emph"}),
    ("font_weight", {"bold": "Strong"}),
    ("font_variant", {"small-caps": "SmallCaps"}),
    ("text_decoration", {"underline": "Underline"}),
)
"""The formats of CSL, outermost first, and the elements of pandoc for them."""


def _linked(block: Sequence[Run]) -> Inlines:
    """Runs that lead to one address stand in one link."""
    inlines: Inlines = []
    for href, group in groupby(block, key=lambda run: run[0].href):
        found = _nested([*group], _KINDS)
        inlines += [element("Link", ["", [], []], found, [href, ""])] if href else found
    return inlines


def _nested(block: Sequence[Run], kinds: Sequence[tuple[str, Mapping[str, str]]]) -> Inlines:
    """Runs that share a format stand in one element."""
    if not kinds:
        return words(one_line("".join([text for _, text in block])))
    (attribute, elements), *inner = kinds
    inlines: Inlines = []
    for value, group in groupby(block, key=lambda run: getattr(run[0], attribute)):
        found = _nested([*group], inner)
        inlines += [element(elements[value], found)] if value in elements else found
    return inlines


def bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    """The entries as a JSON array."""
    del spacing
    return f"[{', '.join(entries)}]"


WRITER: Final = Writer(tokens, bibliography, one_line)
