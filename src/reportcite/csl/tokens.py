"""What rendering yields: a flat stream of tokens, text between opening and closing marks.

A stream and not nested objects, because punctuation, quotes and text-case work on what stands
next to what, across formatting, and because appending to one list is the fastest thing a renderer
can do. `Open` … `CLOSE` pairs nest, so a tagged span can be found, replaced or removed whole.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from reportcite.tuples import NamedTuple


class Open(NamedTuple):
    """The start of a span; every `Open` has its `CLOSE`.

    The attributes are CSL's formatting attributes, empty where the span does not set them.
    `quotes` is a pair of the style locale's quotation marks, still abstract: the writer's pass
    chooses outer or inner marks by nesting. `nocase` shields the span from text-case.
    `href` is the address that a link leads to.
    `tag` says what the span is ("names", "name", "date", "year-suffix", "locator", "title",
    "citation-number"…); a tag formats nothing.
    """

    font_style: str = ""  # normal | italic | oblique
    font_variant: str = ""  # normal | small-caps
    font_weight: str = ""  # normal | bold | light
    text_decoration: str = ""  # none | underline
    vertical_align: str = ""  # baseline | sup | sub
    display: str = ""  # block | left-margin | right-inline | indent
    quotes: bool = False
    nocase: bool = False
    tag: str = ""
    href: str = ""


class Close:
    """The end of the innermost open span."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "CLOSE"


CLOSE: Final = Close()

Token: TypeAlias = str | Open | Close
"""Text is final but for escaping: no markup is left in it."""

Tokens: TypeAlias = list[Token]


def text_of(tokens: Tokens) -> str:
    """The text alone, for keys and comparisons."""
    return "".join([token for token in tokens if token.__class__ is str])
