"""The page of each record, its line in lists, and the files to download."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from reportcite.formats.format import write_all
from reportcite.formats.registry import format_named
from reportcite.pages.citing import Setter, Titles
from reportcite.pages.details import byline, open_link, rows, search_words, type_label
from reportcite.pages.metadata import coins, entry, head_tags
from reportcite.pages.publication import Publication, keywords_of, people_of, year_of
from reportcite.pages.site import DOWNLOADS, Page, Site, format_titles, rendered, templates
from reportcite.pages.words import LOCALES, WORDS
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple
from reportcite.values.language import is_tag, language_tag
from reportcite.values.names.display import name_text

_MOST_PEOPLE: Final = 6
"""People that a line names before it says et al."""


class File(NamedTuple):
    """A file of the site, at `path` in it."""

    path: str
    text: str


class Line(NamedTuple):
    """A publication in lists: `html` is what people see, the others are what it is found by; terms
    by their anchors, with spaces between them."""

    html: str
    coins: str
    year: str
    type: str
    kind: str
    people: str
    keywords: str
    words: str


class Made(NamedTuple):
    """What is made of one publication: its files, its line in each language, and its entry in each
    format for the downloads of all."""

    files: list[File]
    lines: dict[str, Line]
    entries: dict[str, str]


class _Shown(NamedTuple):
    """What the page and the line of a publication both show in one language; `kind` is its type in
    words, and titles are HTML."""

    publication: Publication
    language: str
    titles: Titles
    kind: str
    coins: str


class RecordPages:
    """Makes the pages of publications; sent to another process it is made there anew, because
    compiled styles and templates cannot be sent.

    Raises StyleError for a style that cannot be used.
    """

    def __init__(self, site: Site) -> None:
        """Compiles styles and templates."""
        self._site = site
        self._setters = {one: Setter(site.styles, LOCALES[one]) for one in site.languages}
        self._templates = templates()

    def __reduce__(self) -> tuple[type[RecordPages], tuple[Site]]:
        return RecordPages, (self._site,)

    def __call__(self, some: Sequence[Publication]) -> list[Made]:
        """What is made of some publications, in their order."""
        return [self._made(one) for one in some]

    def _made(self, publication: Publication) -> Made:
        entries = {
            suffix: entry(format_named(name), publication.record, publication.key)
            for suffix, name in DOWNLOADS.items()
        }
        files = [
            File(
                f"records/{publication.name}.{suffix}",
                "".join(write_all(format_named(DOWNLOADS[suffix]), [text])),
            )
            for suffix, text in entries.items()
        ]
        head, span = head_tags(publication.record), coins(publication.record)
        lines = {}
        for language in self._site.languages:
            shown = self._shown(publication, language, span)
            files.append(self._page(shown, head))
            lines[language] = self._line(shown)
        return Made(files, lines, entries)

    def _shown(self, publication: Publication, language: str, span: str) -> _Shown:
        record, setter = publication.record, self._setters[language]
        whole, title, subtitle = setter.titles(record)
        name = escape(publication.name)
        titles = Titles(whole or name, title or name, subtitle)
        return _Shown(publication, language, titles, type_label(record, setter.locale), span)

    def _page(self, shown: _Shown, head: str) -> File:
        publication, language, titles, kind, span = shown
        record, setter = publication.record, self._setters[language]
        page = Page(self._site, language, f"records/{publication.name}.html")
        date = setter.date(record)
        text = rendered(
            self._templates,
            "record.html",
            page,
            name=publication.name,
            head=head,
            coins=span,
            kind=kind,
            date=date,
            titles=titles,
            language=_language_of(record),
            byline=byline(record, self._site),
            abstract=_paragraphs(record),
            citations=setter.citations(record),
            rows=rows(record, self._site, language, setter.locale, date),
            open=open_link(record),
            downloads=format_titles(),
        )
        return File(page.file, text)

    def _line(self, shown: _Shown) -> Line:
        publication, language, titles, kind, span = shown
        record, site = publication.record, self._site
        year = year_of(record)
        html = self._templates.get_template("line.html").render(
            publication=publication,
            title=titles.whole,
            language=_language_of(record),
            people=_people(record, site, language),
            kind=kind,
            year="" if year is None else year,
            source=record.fields.get("container-title") or record.fields.get("publisher") or "",
        )
        return Line(
            html=html,
            coins=span,
            year="" if year is None else str(year),
            type=record.type,
            kind=kind,
            people=" ".join(site.people.anchor(name_text(one)) for one in people_of(record)),
            keywords=" ".join(site.keywords.anchor(one) for one in keywords_of(record)),
            words=search_words(record),
        )


def _language_of(record: Record) -> str:
    """The tag of the language that title and abstract are in; "" where that is not known."""
    tag = language_tag(str(record.fields.get("language", "")))
    return tag if is_tag(tag) else ""


def _people(record: Record, site: Site, language: str) -> str:
    names = [one.text for one in byline(record, site)]
    goes_on = len(names) > _MOST_PEOPLE or "author" in record.truncated
    shown = names[: _MOST_PEOPLE if len(names) > _MOST_PEOPLE else None]
    return ", ".join([*shown, *([WORDS[language]["et-al"]] if goes_on and shown else [])])


def _paragraphs(record: Record) -> list[str]:
    """The abstract, in paragraphs."""
    abstract = record.fields.get("abstract")
    parts = re.split(r"\n[^\S\n]*\n", abstract) if isinstance(abstract, str) else []
    return [part for one in parts if (part := one.strip())]
