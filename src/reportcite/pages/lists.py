"""The lists of a site: by year, with the search, by people, by keyword and by type."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reportcite.csl.text.collation import collation_key
from reportcite.pages.publication import Terms
from reportcite.pages.record_page import File, Line
from reportcite.pages.site import Page, Site, format_titles, rendered
from reportcite.pages.words import WORDS
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from jinja2 import Environment

_YEAR: Final = "year-"
_TYPE: Final = "type-"
_UNDATED: Final = "undated"


class Group(NamedTuple):
    """The lines under one heading, which has an anchor."""

    label: str
    anchor: str
    lines: list[Line]


def list_pages(
    environment: Environment, site: Site, language: str, lines: Sequence[Line]
) -> Iterator[File]:
    """The four lists of a language; `lines` are in the order in which lists show them."""
    years = _by_year(lines, language)
    types = _by_type(lines, language)
    people = _by_term(lines, site.people, language, lambda line: line.people)
    keywords = _by_term(lines, site.keywords, language, lambda line: line.keywords)
    choices = [
        ("year", [(one.anchor.removeprefix(_YEAR), one.label, len(one.lines)) for one in years]),
        ("author", _options(people)),
        ("keyword", _options(keywords)),
        ("type", [(one.anchor.removeprefix(_TYPE), one.label, len(one.lines)) for one in types]),
    ]
    words = WORDS[language]
    for path, heading, groups, jumps in (
        ("index.html", words["publications"], years, _headings(years)),
        ("authors.html", words["by-author"], people, _letters(people)),
        ("keywords.html", words["by-keyword"], keywords, _letters(keywords)),
        ("types.html", words["by-type"], types, _headings(types)),
    ):
        page = Page(site, language, path)
        text = rendered(
            environment,
            "list.html",
            page,
            heading=heading,
            searchable=path == "index.html",
            choices=[one for one in choices if len(one[1]) > 1],
            total=len(lines),
            groups=groups,
            jumps=jumps,
            downloads=format_titles(),
        )
        yield File(page.file, text)


def _by_year(lines: Iterable[Line], language: str) -> list[Group]:
    """The years in the order of the lines, which are sorted by them."""
    found = _grouped(lines, lambda line: [line.year or _UNDATED])
    undated = WORDS[language]["undated"]
    return [
        Group(undated if year == _UNDATED else year, _YEAR + year, some)
        for year, some in found.items()
    ]


def _by_type(lines: Iterable[Line], language: str) -> list[Group]:
    found = _grouped(lines, lambda line: [line.type])
    groups = [Group(some[0].kind, _TYPE + name, some) for name, some in found.items()]
    return sorted(groups, key=lambda one: collation_key(one.label, language))


def _by_term(
    lines: Iterable[Line], terms: Terms, language: str, anchors_of: Callable[[Line], str]
) -> list[Group]:
    """Groups by names or keywords, in the order of the language."""
    found = _grouped(lines, lambda line: anchors_of(line).split())
    labels = {anchor: terms.labels[folded] for folded, anchor in terms.anchors.items()}
    groups = [Group(labels[anchor], anchor, some) for anchor, some in found.items()]
    return sorted(groups, key=lambda one: collation_key(one.label, language))


def _grouped(
    lines: Iterable[Line], names_of: Callable[[Line], Iterable[str]]
) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        for name in names_of(line):
            found.setdefault(name, []).append(line)
    return found


def _options(groups: Iterable[Group]) -> list[tuple[str, str, int]]:
    return [(one.anchor, one.label, len(one.lines)) for one in groups]


def _headings(groups: Iterable[Group]) -> list[tuple[str, str]]:
    return [(one.anchor, one.label) for one in groups]


def _letters(groups: Iterable[Group]) -> list[tuple[str, str]]:
    """The first group of each letter, under that letter."""
    found: dict[str, str] = {}
    for group in groups:
        letter = unicodedata.normalize("NFD", group.label)[:1].upper()
        found.setdefault(letter, group.anchor)
    return [(anchor, letter) for letter, anchor in found.items()]
