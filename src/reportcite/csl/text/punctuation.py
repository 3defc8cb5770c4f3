"""Punctuation where pieces of output meet, and the quotation marks around them.

CSL 1.0.2, "Quotes" and the locale option punctuation-in-quote; which of two marks survives is what
the test suite's punctuation_FullMonty fixtures print.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reportcite.csl.tokens import CLOSE, Open, Token, Tokens
from reportcite.tuples import NamedTuple


class Quotes(NamedTuple):
    """A locale's quotation marks (the terms open-quote, …, with their spaces) and their habit.

    With `punctuation_in_quote` a full stop or comma that follows a quotation moves inside it.
    """

    open_quote: str = "“"
    close_quote: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"
    punctuation_in_quote: bool = False


MARKUP: Final = "markup"
"""Tag of a span that the data itself marks up; one inside its like is set off by turning back."""

MARKUP_INNER: Final = "markup-inner"
"""Tag of a quotation in the data that takes the inner marks even where no quotation holds it."""

FIXED: Final = Open(tag="fixed")
"""An empty span: punctuation on its two sides belongs to one text and is left alone."""

# Of two adjoining marks: those that make the second superfluous, those that replace the first.
# Of two spaces that of the delimiter goes, as elsewhere, not one within a format (sylwan).
_SECOND_GOES: Final = frozenset(
    [":.", "::", "..", ";:", ";.", ";;", "!:", "!.", "!!", "?:", "?.", "??", ",,"]
)
_FIRST_GOES: Final = frozenset([":!", ":?", ";!", ";?", "  "])
_MEETING: Final = frozenset(".:;!?, ")
_MARKS: Final = frozenset(".,;:!?")
_GOES_IN: Final = frozenset(".,!?")
_COMES_OUT: Final = frozenset(",;:")
_ASKING: Final = frozenset("?!")
_ENDS: Final = frozenset(".?!")
_TYPED_QUOTES: Final = frozenset("”’“‘»«›‹")

_NOWHERE: Final = -1  # in place of a place


def finish(tokens: Tokens, quotes: Quotes) -> Tokens:
    """`tokens` with adjoining punctuation resolved and quotation marks as text.

    Of two marks that meet at a boundary one may go ("?" and "." leave "?"); what stands inside
    one text is content and stays. Quotation spans become text, outer and inner marks alternating
    with their depth; the result has no `Open` with `quotes` left.
    """
    simple = _joined(tokens)
    if simple is not None:
        return simple
    joiner = _Joiner(quotes)
    for token in tokens:
        joiner.add(token)
    if any(token.display for token in tokens if token.__class__ is Open):
        _spaces_outside_blocks(joiner.out)
    return joiner.out


def _joined(tokens: Tokens) -> Tokens | None:
    """As `finish`, of tokens as most entries have them; None where a span has a say in what meets,
    or a mark goes for that which follows it."""
    # Hot: every token of every entry comes by here.
    out: Tokens = []
    last = ""  # the end of the text that punctuation can meet
    for token in tokens:
        if token.__class__ is str:
            text = token
            while text and last in _MEETING:
                pair = last + text[0]
                if pair in _FIRST_GOES:
                    return None
                if pair not in _SECOND_GOES or text[1:2] == text[0]:
                    break
                text = text[1:]  # of a mark written twice, as in an ellipsis, none goes
            if text:
                last = text[-1] if text[-1] not in _TYPED_QUOTES else _ending(text)
                out.append(text)
            continue
        if token.__class__ is Open and (token.quotes or token.display or token.tag == FIXED.tag):
            return None
        out.append(token)
    return out


def _ending(text: str) -> str:
    """The mark that ends `text`: behind a sentence in quotation marks of another language its
    own ("“Ganz gewiß.”" in German)."""
    ends_sentence = text[-1] in _TYPED_QUOTES and text[-2:-1] in _ENDS
    return text[-2] if ends_sentence else text[-1]


class _Joiner:
    """The output so far, and what stands at its end.

    `last` is the place of the last text that punctuation can meet. `gate` is the place just inside
    the closing quotation marks that end the output; `moved` is the punctuation mark that last went
    in through it.
    `fence` is the place of the end of a display span that ends the output: punctuation goes inside.
    Each is `_NOWHERE` where there is none.
    `level` counts the open quotations: even ones take the outer marks, odd ones the inner.
    """

    __slots__ = (
        "before",
        "closers",
        "fence",
        "gate",
        "last",
        "level",
        "moved",
        "out",
        "quotes",
    )

    last: int
    gate: int
    fence: int
    moved: str

    def __init__(self, quotes: Quotes) -> None:
        self.quotes = quotes
        self.out: Tokens = []
        self.closers: list[tuple[Open, int]] = []
        self.level = 0
        self.before = (_NOWHERE, _NOWHERE, "")
        self.forget()

    def add(self, token: Token) -> None:
        if isinstance(token, str):
            if self.fence != _NOWHERE:
                token = self.through_fence(token)
            self.add_text(token)
        elif isinstance(token, Open):
            self.open(token)
        else:
            self.close()

    def open(self, span: Open) -> None:
        self.closers.append((span, self.level))
        if span.tag == FIXED.tag:
            self.forget()
        if span.quotes:
            level = max(self.level, 1) if span.tag == MARKUP_INNER else self.level
            self.level = level + 1
            self.forget()
            self.out.append(self.quotes.open_inner if level % 2 else self.quotes.open_quote)
            inside = _inside(span)
            if inside is not None:
                self.out.append(inside)
        else:
            self.out.append(span)

    def close(self) -> None:
        span, level = self.closers.pop()
        if not span.quotes:
            if span.display:
                self.fence = len(self.out)
            self.out.append(CLOSE)
            return
        inner = self.level % 2 == 0
        self.level = level
        coming_out = self.takes_out(span)
        if _inside(span) is not None:
            self.out.append(CLOSE)
        if self.gate == _NOWHERE:
            self.gate = len(self.out)
        self.out.append(self.quotes.close_inner if inner else self.quotes.close_quote)
        if coming_out:
            self.append(coming_out)

    def takes_out(self, span: Open) -> str:
        """The mark that ends the quotation and belongs behind it, taken off; "" if none."""
        if (
            self.quotes.punctuation_in_quote
            or span.tag in {MARKUP, MARKUP_INNER}
            or self.last != len(self.out) - 1
        ):
            return ""
        text = self.text_at_last()
        if len(text) < 2 or text[-1] not in _COMES_OUT:
            return ""
        self.out[self.last] = text[:-1]
        return text[-1]

    def through_fence(self, text: str) -> str:
        """What is left of `text` outside, when it follows a block."""
        if text[:1] in _MARKS:
            behind = self.out[self.fence :]
            del self.out[self.fence :]
            self.add_text(text[0])
            self.fence = len(self.out)
            self.out += behind
            text = text[1:]
        if text:
            self.forget()
        return text

    def add_text(self, text: str) -> None:
        while text:
            if self.gate != _NOWHERE:
                text = self.through_gate(text)
                break
            pair = _ending(self.text_at_last()) + text[0] if self.last != _NOWHERE else ""
            if pair == "  " and text[1:2] == " ":
                text = text[1:]
            elif pair in _FIRST_GOES:
                self.trim_last()
            elif pair in _SECOND_GOES and text[1:2] != text[0]:
                text = text[1:]  # of a mark written twice, as in an ellipsis, none goes
            else:
                break
        if text:
            self.append(text)

    def through_gate(self, text: str) -> str:
        """What is left of `text` outside, when it follows a closing quotation mark."""
        mark = text[0]
        before = self.moved or (self.text_at_last()[-1] if self.last != _NOWHERE else "")
        if not self.quotes.punctuation_in_quote:
            if self.asked(text, before) or (mark in ".?!" and before == mark):
                return text[1:]
            return text
        if mark in ":;":
            superfluous = before == mark or (self.moved and before + mark in _SECOND_GOES)
            superfluous = superfluous or self.asked(text, before)
            return text[1:] if superfluous else text
        if mark not in _GOES_IN or text[1:2] in _GOES_IN:
            return text
        if before + mark in _SECOND_GOES:
            return text[1:]
        if before + mark in _FIRST_GOES:
            self.out[self.last] = self.text_at_last()[:-1]
        self.out.insert(self.gate, mark)
        self.gate += 1
        self.moved = mark
        return text[1:]

    def asked(self, text: str, before: str) -> bool:
        """Whether a full stop or colon goes, as the quotation ended with a question before it:
        "‘Why Do Cats Purr?’" ends a sentence, of an entry or citation in any case."""
        return before in _ASKING and text[0] in ".:"

    def append(self, text: str) -> None:
        self.before = (self.last, self.gate, self.moved)
        # As `forget` does, but for the call: every text of every entry comes by here.
        self.gate = self.fence = _NOWHERE
        self.moved = ""
        self.last = len(self.out)
        self.out.append(text)

    def text_at_last(self) -> str:
        text = self.out[self.last]
        assert isinstance(text, str)
        return text

    def trim_last(self) -> None:
        """Take the last letter away; if that was all of its text, go back to what was before."""
        shorter = self.text_at_last()[:-1]
        if shorter:
            self.out[self.last] = shorter
            return
        del self.out[self.last]
        self.last, self.gate, self.moved = self.before
        self.before = (_NOWHERE, _NOWHERE, "")

    def forget(self) -> None:
        self.last = self.gate = self.fence = _NOWHERE
        self.moved = ""


def _spaces_outside_blocks(tokens: Tokens) -> None:
    """Move a space at the very start or end out of the display span it stands in."""
    first = next((place for place, token in enumerate(tokens) if isinstance(token, str)), None)
    if first is None:
        return
    text = tokens[first]
    assert isinstance(text, str)
    if text[0] == " " and any(isinstance(t, Open) and t.display for t in tokens[:first]):
        tokens[first] = text[1:]
        tokens.insert(0, " ")
    last = max(place for place, token in enumerate(tokens) if isinstance(token, str))
    text = tokens[last]
    assert isinstance(text, str)
    if text[-1:] == " " and len(tokens) - 1 > last:
        tokens[last] = text[:-1]
        tokens.append(" ")


@lru_cache(maxsize=256)
def _inside(span: Open) -> Open | None:
    """What a quotation span sets besides its marks, `None` if nothing."""
    rest = span._replace(quotes=False, tag="" if span.tag in {MARKUP, MARKUP_INNER} else span.tag)
    return None if rest == Open() else rest
