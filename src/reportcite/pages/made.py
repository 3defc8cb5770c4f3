"""All files of a site, from the records that it is to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final
from xml.sax.saxutils import escape

from reportcite.batch.processes.pool import ordered
from reportcite.formats.format import write_all
from reportcite.formats.registry import format_named
from reportcite.pages.lists import list_pages
from reportcite.pages.publication import (
    Publication,
    keywords_of,
    people_of,
    publications,
    sort_key,
    terms,
)
from reportcite.pages.record_page import File, Made, RecordPages
from reportcite.pages.site import DOWNLOADS, STATIC, Site, address, folder_of, templates
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple
from reportcite.values.names.display import name_text

_AT_ONCE: Final = 25
"""Publications that a process is given at once."""


class SiteSettings(NamedTuple):
    """What is asked for: see `Site`."""

    title: str
    languages: tuple[str, ...]
    styles: tuple[str, ...]
    base_url: str = ""


def site_files(records: Sequence[Record], settings: SiteSettings, jobs: int = 1) -> Iterator[File]:
    """The files of the site, pages of records first; made by `jobs` processes.

    Raises StyleError for a style that cannot be used, before the first file.
    """
    site = Site(
        *settings,
        people=terms((name_text(one) for each in records for one in people_of(each)), "p-"),
        keywords=terms((word for each in records for word in keywords_of(each)), "k-"),
    )
    work = RecordPages(site)
    every = publications(records)
    parts = [every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE)]
    made: list[tuple[Publication, Made]] = []
    for part, some in zip(parts, ordered(work, parts, jobs), strict=True):
        for publication, one in zip(part, some, strict=True):
            yield from one.files
            made.append((publication, one._replace(files=[])))
    environment = templates()
    for language in site.languages:
        in_order = sorted(made, key=lambda one: sort_key(one[0], language))
        yield from list_pages(
            environment, site, language, [one.lines[language] for _, one in in_order]
        )
    in_order = sorted(made, key=lambda one: sort_key(one[0], site.languages[0]))
    for suffix, name in DOWNLOADS.items():
        entries = (one.entries[suffix] for _, one in in_order)
        yield File(f"publications.{suffix}", "".join(write_all(format_named(name), entries)))
    for path in sorted(STATIC.iterdir()):
        yield File(f"assets/{path.name}", path.read_text(encoding="utf-8"))
    if site.base_url:
        yield File("sitemap.xml", _sitemap(site, every))


def _sitemap(site: Site, every: Sequence[Publication]) -> str:
    """The addresses of all pages (sitemaps.org, protocol 0.9)."""
    names = ["index.html", *(f"records/{one.name}.html" for one in every)]
    addresses = chain.from_iterable(
        (address(site, folder_of(site, language) + name) for name in names)
        for language in site.languages
    )
    urls = "".join(f"<url><loc>{escape(one)}</loc></url>\n" for one in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
