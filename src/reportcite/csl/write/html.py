"""HTML as citeproc-js prints it and the test suite expects it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from reportcite.csl.text.punctuation import MARKUP
from reportcite.csl.tokens import Open, Tokens, text_of
from reportcite.csl.write.writer import BibliographySpacing, Writer, printable
from reportcite.patterns import pattern

# Superscript letters are set as sup elements, for fonts seldom have them (magic_SuperscriptChars).
_RAISED: Final = (
    "ª²³¹º\u02b0-\u02b8\u02c0\u02c1\u02e0-\u02e4\u06e5\u06e6\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf"
    "\u2070-\u207f\u2120\u2122\u2c7d\u3192-\u319f\ua69c\ua69d\ua770\ua7f8\ua7f9\uab5c-\uab5f"
)
_RAISED_WITHOUT_DECOMPOSITION: Final = {"\u02c0": "ʔ", "\u02c1": "ʕ", "\u06e5": "و", "\u06e6": "ي"}
_SUPERSCRIPT: Final = pattern(f"[{_RAISED}]")
_SPECIAL: Final = pattern(f"[&<>\x00-\x08\x0b-\x1f\x7f-\x9f{_RAISED}]")

# In the order in which one element's formats nest, outermost first.
_ATTRIBUTES: Final = (
    "vertical_align",
    "text_decoration",
    "font_weight",
    "font_variant",
    "font_style",
)
_LINK: Final = '<a href="{}">'
_ELEMENTS: Final = {
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "baseline": ('<span style="baseline">', "</span>"),
    "underline": ('<span style="text-decoration:underline;">', "</span>"),
    "none": ('<span style="text-decoration:none;">', "</span>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight:lighter;">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "italic": ("<i>", "</i>"),
    "oblique": ("<em>", "</em>"),
}
_NORMAL: Final = {
    "vertical_align": ("baseline", _ELEMENTS["baseline"]),
    "text_decoration": ("none", _ELEMENTS["none"]),
    "font_weight": ("normal", ('<span style="font-weight:normal;">', "</span>")),
    "font_variant": ("normal", ('<span style="font-variant:normal;">', "</span>")),
    "font_style": ("normal", ('<span style="font-style:normal;">', "</span>")),
}
# citeproc-js writes these two even where there is nothing to undo.
_ALWAYS_WRITTEN: Final = frozenset(["vertical_align", "text_decoration"])
_FLIPS: Final = frozenset(["italic", "bold", "small-caps"])
# The line breaks are citeproc-js's.
_DISPLAYS: Final = {
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}


def escape(text: str) -> str:
    """`text` with `&`, `<` and `>` as numeric references, superscript letters as elements."""
    if _is_clean(text):
        return text
    text = printable(text)
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return _SUPERSCRIPT.sub(_raised, text)


def _is_clean(text: str) -> bool:
    """Whether nothing in `text` is to be escaped."""
    if text.isascii() and text.isprintable():  # most is, and looked through in a fifth of the time
        return "&" not in text and "<" not in text and ">" not in text
    return _SPECIAL.search(text) is None


def _raised(match: re.Match[str]) -> str:
    letter = match.group()
    base = _RAISED_WITHOUT_DECOMPOSITION.get(letter)
    if base is None:
        kind, *codes = unicodedata.decomposition(letter).split() or [""]
        if kind != "<super>":
            return letter
        base = "".join([chr(int(code, 16)) for code in codes])
    return f"<sup>{base}</sup>"


def tokens(tokens: Tokens) -> str:
    """One citation or entry; markup within its like is set back to normal ("flip-flop")."""
    # Hot: every token of every entry comes by here.
    is_clean = _is_clean(text_of(tokens))
    out: list[str] = []
    closers: list[tuple[str, int, Mapping[str, str] | None]] = []
    outer = _NO_FORMATS
    for token in tokens:
        if token.__class__ is str:
            if token:
                out.append(token if is_clean else escape(token))
        elif token.__class__ is Open:
            if not _formats(token):
                closers.append(_NOTHING)
                continue
            opening, closing, inside = _elements(token, outer)
            closers.append((closing, len(out), outer))
            outer = inside
            if opening:
                out.append(opening)
        else:
            closing, place, before = closers.pop()
            if before is not None:
                outer = before
            if closing:
                if len(out) == place + 1:  # nothing inside
                    out.pop()
                else:
                    out.append(closing)
    return "".join(out)


def _formats(span: Open) -> bool:
    """Whether `span` may take an element at all; most only carry a tag."""
    return bool(
        span.font_style
        or span.font_weight
        or span.font_variant
        or span.vertical_align
        or span.text_decoration
        or span.display
        or span.href
    )


_NOTHING: Final[tuple[str, int, Mapping[str, str] | None]] = ("", 0, None)
_NO_FORMATS: Final[Mapping[str, str]] = {}


def _elements(span: Open, outer: Mapping[str, str]) -> tuple[str, str, Mapping[str, str]]:
    """The opening and closing elements of `span`, and the formats in force inside it."""
    return _built(span, outer) if outer or span.href else _outermost(span)


@lru_cache(maxsize=256)  # a style has some dozens of spans, and prints them in every entry
def _outermost(span: Open) -> tuple[str, str, Mapping[str, str]]:
    return _built(span, _NO_FORMATS)


def _built(span: Open, outer: Mapping[str, str]) -> tuple[str, str, Mapping[str, str]]:
    opening = closing = ""
    inside = outer
    if span.display:
        opening, closing = _DISPLAYS[span.display]
    for attribute in _ATTRIBUTES:
        value = getattr(span, attribute)
        if not value:
            continue
        before = outer.get(attribute, "")
        normal, elements = _NORMAL[attribute]
        if value == normal or (value == before and span.tag == MARKUP and value in _FLIPS):
            if not before and (span.tag == MARKUP or attribute not in _ALWAYS_WRITTEN):
                continue
            if before == normal and attribute not in _ALWAYS_WRITTEN:
                continue
            value = normal
        else:
            elements = _ELEMENTS[value]
        opening += elements[0]
        closing = elements[1] + closing
        inside = {**inside, attribute: value}
    if span.href:
        opening += _LINK.format(_attribute(span.href))
        closing = "</a>" + closing
    return opening, closing, inside


def _attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes."""
    return escape(text).replace('"', "&#34;")


def bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    """The entries, each made by `entry`, in a `div` of class `csl-bib-body`.

    Indents and spacing are for the page's style sheet to set.
    """
    del spacing
    return f'<div class="csl-bib-body">\n{"".join(entries)}</div>'


def entry(text: str, item_id: str) -> str:
    """An entry as a `div` with the id `ref-` and that of its item, spaces as underscores."""
    name = f' id="ref-{_attribute("_".join(item_id.split()))}"' if item_id else ""
    return f'  <div class="csl-entry"{name}>{text}</div>\n'


def heading(text: str) -> str:
    """A heading below that of the page or of the bibliography."""
    return f"<h2>{escape(text)}</h2>"


WRITER: Final = Writer(tokens, bibliography, escape, entry, heading, "\n".join)
