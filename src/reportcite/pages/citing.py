"""Citations, titles and dates of single records in HTML that a strict Content-Security-Policy
lets a page show: classes for the style attributes that the engine writes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from reportcite.csl import Processor
from reportcite.patterns import pattern
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple

_ID: Final = "record"
_STYLED: Final = pattern(r'<span style="([^"]*)">')
CLASSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "baseline": "csl-baseline",
        "text-decoration:underline;": "csl-underline",
        "text-decoration:none;": "csl-no-decoration",
        "font-weight:lighter;": "csl-light",
        "font-weight:normal;": "csl-normal-weight",
        "font-variant:small-caps;": "csl-small-caps",
        "font-variant:normal;": "csl-normal-caps",
        "font-style:normal;": "csl-upright",
    }
)
"""The style attributes that the engine writes, each with the class that stands for it."""


def _mini_style(content: str) -> bytes:
    """A style whose entries are `content`, for a single value that the engine knows to print."""
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>'
        "<title>value</title><id>value</id><updated>2026-01-01T00:00:00+00:00</updated></info>"
        f'<citation><layout><text value="x"/></layout></citation><bibliography><layout>{content}'
        "</layout></bibliography></style>"
    ).encode()


_TITLE: Final = _mini_style('<text variable="title"/>')
_DATE: Final = _mini_style('<date variable="issued" form="text"/>')


class Citation(NamedTuple):
    """One record in one style: `html` is an entry of a bibliography."""

    style: str
    title: str
    html: str


class Titles(NamedTuple):
    """The title with the subtitle, and each for itself, as HTML; "" for none."""

    whole: str
    title: str
    subtitle: str


class Setter:
    """Prints records in some styles, in one language; each for itself, as if there were no others.

    Raises StyleError for a style that cannot be used, or has no bibliography.
    """

    def __init__(self, styles: Sequence[str], locale: str) -> None:
        """Compiles the styles."""
        self._styles = {name: _processor(name, locale) for name in styles}
        self._title = Processor(_TITLE, locale=locale, output="html")
        self._date = Processor(_DATE, locale=locale)
        self.locale = self._title.locale

    def citations(self, record: Record) -> list[Citation]:
        """The record in each of the styles that print anything of it."""
        item = record.item() | {"id": _ID}
        return [
            Citation(name, processor.style.title or name, html)
            for name, processor in self._styles.items()
            if (html := _entry(processor, item))
        ]

    def titles(self, record: Record) -> Titles:
        """The titles of a record."""
        whole, title, subtitle = (
            _entry(self._title, {"id": _ID, "type": record.type, "title": text}) if text else ""
            for text in (
                record.item().get("title"),
                record.fields.get("title"),
                record.fields.get("subtitle"),
            )
        )
        return Titles(whole, title, subtitle)

    def date(self, record: Record) -> str:
        """The date of publication in words, as text; "" where there is none."""
        issued = record.fields.get("issued")
        item = {"id": _ID, "type": record.type, "issued": issued}
        return _entry(self._date, item) if issued else ""


def _processor(style: str, locale: str) -> Processor:
    processor = Processor(style, locale=locale, output="html")
    if processor.style.bibliography is None:
        raise processor.style.prints_none("choose another with --style")
    return processor


def _entry(processor: Processor, item: Mapping[str, object]) -> str:
    """The entry of `item`, which takes the place of the one before."""
    return "".join(safe_styles(entry.text) for entry in processor.bibliography([item])).strip()


def safe_styles(html: str) -> str:
    """HTML of the engine without style attributes.

    >>> safe_styles('<span style="font-variant:small-caps;">Ng</span>')
    '<span class="csl-small-caps">Ng</span>'
    """
    return _STYLED.sub(_classed, html) if "<span style" in html else html


def _classed(match: re.Match[str]) -> str:
    return f'<span class="{CLASSES[match[1]]}">'
