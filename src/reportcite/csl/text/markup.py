"""Inline markup, quotations and apostrophes in the text of a variable.

CSL-JSON allows `<i> <b> <sup> <sub> <sc>`, small-caps and nocase spans in every text; straight
quotation marks become the locale's, straight apostrophes typographic ones. What is not balanced
stays as it was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final

from reportcite.csl.text.punctuation import FIXED, MARKUP, MARKUP_INNER, Quotes
from reportcite.csl.tokens import CLOSE, Close, Open, Tokens
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

# Text set as sup, sub or small capitals is shielded from text-case (textcase_ImplicitNocase).
_SMALL_CAPS: Final = Open(font_variant="small-caps", nocase=True, tag=MARKUP)
_OUTER: Final = Open(quotes=True, tag=MARKUP)
_INNER: Final = Open(quotes=True, tag=MARKUP_INNER)
_ENGLISH_INNER: Final = Open(quotes=True, tag="english-inner")
_DOUBLE: Final = Open(quotes=True, tag="double")
_SINGLE: Final = Open(quotes=True, tag="single")
_SPANS: Final = {
    "i": Open(font_style="italic", tag=MARKUP),
    "b": Open(font_weight="bold", tag=MARKUP),
    "sup": Open(vertical_align="sup", nocase=True, tag=MARKUP),
    "sub": Open(vertical_align="sub", nocase=True, tag=MARKUP),
    "sc": _SMALL_CAPS,
    "small-caps": _SMALL_CAPS,
    "nocase": Open(nocase=True),
    "nodecor": Open(
        font_style="normal",
        font_variant="normal",
        font_weight="normal",
        text_decoration="none",
        nocase=True,
        tag=MARKUP,
    ),
    '"': _DOUBLE,
    "'": _SINGLE,
    "outer": _OUTER,
    "inner": _INNER,
    "english-inner": _ENGLISH_INNER,
}
_CLOSED_BY: Final = {f"/{tag}": frozenset({tag}) for tag in ("i", "b", "sup", "sub", "sc")} | {
    "/span": frozenset({"small-caps", "nocase", "nodecor"})
}

# Each of these passes most texts through at the cost of one look.
_SPECIAL: Final = pattern("[<\"'“”‘„‚«»‹›:;?!]")
_QUOTE_OR_TAG: Final = pattern("[<\"'“”‘„‚«»‹›]")
_MARKUP: Final = pattern(r"""[<"“”‘„‚«»‹›]|(?<!\w)'|'(?!\w)""")  # all but apostrophes in words
_BEFORE_TALL_MARK: Final = pattern(" [:;?!»]")
_TAG_PATTERN: Final = (
    r"<(?P<opening>i|b|sup|sub|sc)>"
    r"""|<span\s+style=(?P<q1>["'])\s*font-variant:\s*(?P<small_caps>small-caps)\s*;?\s*(?P=q1)\s*>"""
    r"""|<span\s+class=(?P<q2>["'])(?P<span>nocase|nodecor)(?P=q2)\s*>"""
    r"|</(?P<closing>i|b|sup|sub|sc|span)>"
)
# Spaces that French sets inside guillemets and before tall marks do not break the line, in any
# language (punctuation_FrenchOrthography).
_FRENCH: Final = pattern(" (?=[:;?!»])|(?<=«) ")
_PUNCTUATION: Final = frozenset(".,;:!?")
_BEFORE_QUOTATION: Final = frozenset(" \t\n\u00a0\u202f([{—–-/¿¡\"'“‘„‚«‹")
_SPACES: Final = "[ \u00a0\u202f]*"
# From the first space on or none at all: otherwise each space of a long run is a new beginning.
_SPACES_BEFORE: Final = "(?:(?<![ \u00a0\u202f])[ \u00a0\u202f]+)?"


def parse(text: str, quotes: Quotes, *, keeps_kinds: bool = False) -> Tokens:
    """`text` as tokens: tags and quotations as spans, apostrophes typographic.

    Quotations in straight marks or in the locale's own become spans with `quotes`: straight and
    English ones take the marks of how deep they stand, whichever were typed. With `keeps_kinds`,
    for what a writer puts beside a cite, inner marks stay such, and of straight double and single
    marks side by side the kind that comes second takes them (flipflop_LeadingMarkupWithApostrophe).
    Never raises; the texts of the result hold all of `text`
    but the markup.
    """
    if _SPECIAL.search(text) is None:
        return [text]
    if "« " in text or _BEFORE_TALL_MARK.search(text):
        text = _FRENCH.sub("\u202f", text)
    if _QUOTE_OR_TAG.search(text) is None:
        return [text]
    if _MARKUP.search(text) is None:
        return [text.replace("'", "’")]
    marks = _marks(quotes)
    pieces: list[str | Open | Close] = []
    waiting = _Waiting()
    end = 0
    after_opening_tag = False
    for match in marks.pattern.finditer(text):
        start = match.start()
        if start > end:
            pieces.append(text[end:start])
        bounded = start == 0 or text[start - 1] in _BEFORE_QUOTATION
        bounded = bounded or (after_opening_tag and start == end)
        end = match.end()
        after_opening_tag = bool(match["opening"] or match["span"] or match["small_caps"])
        mark = _read(match, marks, bounded=bounded)
        if mark.closes and _close(mark.closes, pieces, waiting):
            continue
        if mark.opens:
            waiting.add(_Opened(mark.opens, len(pieces)))
        pieces.append("’" if match.group() == "'" else match.group())
    if end < len(text):
        pieces.append(text[end:])
    return _to_tokens(pieces, keeps_kinds=keeps_kinds)


class _Marks(NamedTuple):
    """What to look for under one locale: a pattern, and the roles of its quotation marks."""

    pattern: re.Pattern[str]
    opening: dict[str, str]  # stripped mark → key of the span it may open
    closing: dict[str, str]


class _Mark(NamedTuple):
    """The keys of the spans that a mark could close and open; "" for none."""

    closes: str
    opens: str


class _Opened(NamedTuple):
    """A mark that waits for its partner, and its place among the pieces."""

    key: str
    place: int


class _Waiting:
    """The marks that wait for their partners, innermost last, and how many of each key: a text may
    hold very many, and nothing that closes none of them looks through all."""

    __slots__ = ("counts", "marks")

    def __init__(self) -> None:
        self.marks: list[_Opened] = []
        self.counts: Counter[str] = Counter()

    def add(self, mark: _Opened) -> None:
        self.marks.append(mark)
        self.counts[mark.key] += 1

    def last(self, keys: frozenset[str]) -> _Opened | None:
        """The innermost mark with one of `keys`; what waits within it stays."""
        if not any(self.counts[key] for key in keys):
            return None
        return next(mark for mark in reversed(self.marks) if mark.key in keys)

    def drop_to(self, mark: _Opened) -> None:
        """Removes `mark` and all that waits within it."""
        while True:
            dropped = self.marks.pop()
            self.counts[dropped.key] -= 1
            if dropped is mark:
                return


@lru_cache(maxsize=64)
def _marks(quotes: Quotes) -> _Marks:
    opening = {'"': '"', "'": "'"}
    closing = dict(opening)
    patterns = [_TAG_PATTERN, "[\"']"]
    for key, before, after in (
        ("outer", quotes.open_quote, quotes.close_quote),
        ("inner", quotes.open_inner, quotes.close_inner),
    ):
        before_mark, after_mark = before.strip(), after.strip()
        if not before_mark or not after_mark:
            continue
        if key == "inner" and before_mark in "“‘":
            key = "english-inner"  # noqa: PLW2901 - what kind of marks these are
        opening.setdefault(before_mark, key)
        closing.setdefault(after_mark, key)
        patterns.append(re.escape(before_mark) + (_SPACES if before != before_mark else ""))
        patterns.append((_SPACES_BEFORE if after != after_mark else "") + re.escape(after_mark))
    return _Marks(re.compile("|".join(patterns)), opening, closing)


def _read(match: re.Match[str], marks: _Marks, *, bounded: bool) -> _Mark:
    """What `match` could do where it stands; `bounded` says that a word may start there."""
    tag = match["opening"] or match["span"] or match["small_caps"]
    if tag:
        return _Mark("", tag)
    if match["closing"]:
        return _Mark("/" + match["closing"], "")
    text, start, end = match.string, match.start(), match.end()
    mark = match.group().strip()
    after = text[end : end + 1]
    closes = marks.closing.get(mark, "")
    opens = marks.opening.get(mark, "")
    spaced = mark != match.group()
    if closes and not spaced:
        inside_word = mark in "'’" and after.isalnum()
        if start == 0 or text[start - 1].isspace() or inside_word:
            closes = ""
    if opens and not spaced and (not bounded or not after or after.isspace()):
        opens = ""
    return _Mark(closes, opens)


def _close(key: str, pieces: list[str | Open | Close], waiting: _Waiting) -> bool:
    """Pair a closing mark with the last waiting one of its key; what waits above it is dropped.

    False, with nothing changed, where none waits or nothing stands between the two.
    """
    opened = waiting.last(_CLOSED_BY.get(key) or frozenset({key}))
    if opened is None or (opened.place == len(pieces) - 1 and not key.startswith("/")):
        return False
    pieces[opened.place] = _SPANS[opened.key]
    pieces.append(CLOSE)
    waiting.drop_to(opened)
    return True


def _to_tokens(pieces: list[str | Open | Close], *, keeps_kinds: bool) -> Tokens:
    """The pieces as tokens: texts joined, quotations at the top perhaps sorted into two kinds."""
    tokens: Tokens = []
    spans: list[bool] = []
    quotation_closed = False
    first_kind: Open | None = None
    for piece in _joined(pieces):
        if isinstance(piece, str):
            if quotation_closed and piece[0] in _PUNCTUATION:
                tokens += (FIXED, CLOSE)
            tokens.append(piece)
            quotation_closed = False
        elif isinstance(piece, Open):
            if piece.quotes and not any(spans):
                inner = piece is _INNER
                if keeps_kinds:
                    if first_kind is None and not inner and piece is not _ENGLISH_INNER:
                        first_kind = piece
                    inner = piece is not first_kind and piece is not _OUTER
                tokens.append(_INNER if inner else _OUTER)
            else:
                tokens.append(_OUTER if piece.quotes else piece)
            spans.append(piece.quotes)
        else:
            quotation_closed = spans.pop()
            tokens.append(piece)
    return tokens


def _joined(pieces: Iterable[str | Open | Close]) -> Iterator[str | Open | Close]:
    """The pieces with adjoining texts as one."""
    for is_text, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if is_text:
            yield "".join([piece for piece in group if isinstance(piece, str)])
        else:
            yield from group
