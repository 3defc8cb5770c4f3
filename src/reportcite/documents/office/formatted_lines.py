"""Entries as lines of formatted text, which word processors set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from reportcite.csl.tokens import Tokens
from reportcite.csl.write.runs import Formatting, runs
from reportcite.csl.write.writer import BibliographySpacing, Writer, one_line
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

_FORBIDDEN: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LETTER: Final = 6
"""The width of an average letter in points, at twelve points."""
INDENT: Final = 36
"""The usual hanging indent in points: half an inch."""


def printable(text: str) -> str:
    """`text` with U+FFFD for each character that XML cannot hold.

    >>> printable("a\\x00b")
    'a�b'
    """
    return _FORBIDDEN.sub("\ufffd", text)


class Span(NamedTuple):
    """Text in one format."""

    text: str
    formatting: Formatting


class Line(NamedTuple):
    """A line of an entry; what is in the `margin` ends at the tab stop of the indent."""

    margin: tuple[Span, ...]
    spans: tuple[Span, ...]
    indented: bool


class Section(NamedTuple):
    """A part of a bibliography: its heading, "" for none, and its entries, as `WRITER` wrote
    them."""

    heading: str
    entries: tuple[str, ...]


class Indent(NamedTuple):
    """How a paragraph is set, in points: its left edge, and its first line in relation to that."""

    left: int
    first: int


def indent_of(spacing: BibliographySpacing, entries: Iterable[Sequence[Line]]) -> Indent:
    """What a style asks for (CSL 1.0.2, "Whitespace"), as wide as the widest margin of `entries`
    needs it."""
    margins = ["".join(span.text for span in line.margin) for entry in entries for line in entry]
    offset = (max(map(len, margins), default=0) + 1) * LETTER
    if spacing.second_field_align == "margin":
        return Indent(0, -offset)
    if spacing.second_field_align:
        return Indent(offset, -offset)
    return Indent(INDENT, -INDENT) if spacing.hanging_indent else Indent(0, 0)


def body_of(
    spacing: BibliographySpacing,
    sections: Iterable[Section],
    heading: Callable[[str], str],
    paragraph: Callable[[list[Line]], str],
) -> tuple[str, Indent]:
    """All `sections` one after another, as `heading` and `paragraph` write headings and entries,
    and how the paragraphs are set."""
    read = [(section.heading, [*map(lines_of, section.entries)]) for section in sections]
    entries = [entry for _, several in read for entry in several]
    body = "".join(
        heading(text) + "".join(paragraph(entry) for entry in several) for text, several in read
    )
    return body, indent_of(spacing, entries)


def lines_of(entry: str) -> list[Line]:
    """The lines of an entry that `WRITER` wrote."""
    lines = [Line((), (), False)]
    for display, block in json.loads(entry):
        spans = tuple(Span(text, Formatting(*formatting)) for formatting, text in block)
        if display in {"block", "indent"}:
            lines += [Line((), _trimmed(spans), display == "indent"), Line((), (), False)]
        elif display == "left-margin":
            lines[-1] = lines[-1]._replace(margin=(*lines[-1].margin, *_trimmed(spans)))
        else:
            begun = lines[-1].spans
            lines[-1] = lines[-1]._replace(spans=(*begun, *spans) if begun else _begun(spans))
    return [line for line in lines if line.margin or any(one.text.strip() for one in line.spans)]


def _begun(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without the spaces that a line would begin with."""
    if not spans:
        return ()
    return (spans[0]._replace(text=spans[0].text.lstrip(" ")), *spans[1:])


def _trimmed(spans: Sequence[Span]) -> tuple[Span, ...]:
    begun = _begun(spans)
    if not begun:
        return ()
    return (*begun[:-1], begun[-1]._replace(text=begun[-1].text.rstrip(" ")))


def _tokens(tokens: Tokens) -> str:
    return json.dumps(
        [
            (display, [(tuple(formatting), one_line(text)) for formatting, text in block])
            for display, block in runs(tokens)
        ],
        ensure_ascii=False,
    )


def _bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    del spacing
    return f"[{', '.join(entries)}]"


WRITER: Final = Writer(_tokens, _bibliography, one_line)
"""Writes an entry for `lines_of`; two of them stand in a JSON array."""


def groups(spans: Sequence[Span]) -> Iterator[tuple[str, list[Span]]]:
    """Neighbours that lead to one address, with the address; "" for those that lead nowhere."""
    waiting: list[Span] = []
    for span in spans:
        if waiting and waiting[-1].formatting.href != span.formatting.href:
            yield waiting[-1].formatting.href, waiting
            waiting = []
        waiting.append(span)
    if waiting:
        yield waiting[-1].formatting.href, waiting
