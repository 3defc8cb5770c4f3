"""What a page shows of its record, as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportcite.csl.locale import Locale
from reportcite.pages.publication import keywords_of, people_of
from reportcite.pages.site import Site
from reportcite.pages.words import LANGUAGE_NAMES, WORDS
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple
from reportcite.values.doi import doi_link
from reportcite.values.language import primary_language
from reportcite.values.names.display import name_text, spoken_name
from reportcite.values.shapes import Contributor
from reportcite.values.url import is_web_link
from reportcite.vocabulary import NAME_VARIABLES

_BEFORE_DATE: Final = ("genre", "container-title", "volume", "issue", "page")
_BEHIND_DATE: Final = (
    *("edition", "version", "collection-title", "number", "event-title", "publisher"),
    *("publisher-place", "number-of-pages", "medium"),
)
_NUMBERS: Final = ("ISBN", "ISSN", "DOI", "PMID", "PMCID", "URL")


class Value(NamedTuple):
    """A text, and where it leads; "" for nowhere."""

    text: str
    href: str = ""


class Row(NamedTuple):
    """What a field is called, and what it holds."""

    label: str
    values: list[Value]


def rows(record: Record, site: Site, language: str, locale: Locale, date: str) -> list[Row]:
    """The rows of a record, `date` in words among them; those of people and keywords lead to their
    places in the lists of the site."""
    words = WORDS[language]
    item = {name: value for name, value in record.item().items() if isinstance(value, str)}
    found = [*_people(record, site, language, locale)]
    found += [_text(words[name], item[name]) for name in _BEFORE_DATE if name in item]
    if date:
        found.append(_text(words["issued"], date))
    for name in _BEHIND_DATE:
        if name in item:
            more = item.get("collection-number") if name == "collection-title" else ""
            found.append(_text(words[name], f"{item[name]}, {more}" if more else item[name]))
    found += [
        Row(name, [Value(item[name], link_of(name, item[name]))])
        for name in _NUMBERS
        if name in item
    ]
    if tag := item.get("language"):
        names = LANGUAGE_NAMES[language]
        found.append(_text(words["language"], names.get(primary_language(tag), tag)))
    if keywords := keywords_of(record):
        values = [Value(word, f"keywords.html#{site.keywords.anchor(word)}") for word in keywords]
        found.append(Row(words["keywords"], values))
    if licence := item.get("license"):
        href = licence if is_web_link(licence) else ""
        found.append(Row(words["license"], [Value(licence, href)]))
    if note := item.get("note"):
        found.append(_text(words["note"], note))
    return found


def link_of(name: str, value: str) -> str:
    """Where an identifier leads; "" for nowhere, or for an address that a browser would run."""
    if name == "DOI":
        return doi_link(value)
    return value if name == "URL" and is_web_link(value) else ""


def open_link(record: Record) -> str:
    """Where the publication itself is; "" where that is not known."""
    item = record.item()
    links = (link_of(name, str(item.get(name, ""))) for name in ("URL", "DOI"))
    return next(filter(None, links), "")


def type_label(record: Record, locale: Locale) -> str:
    """What the type of the record is called, with a capital."""
    term = locale.term(record.type) or record.type.replace("-", " ").replace("_", " ")
    return _capital(term)


def byline(record: Record, site: Site) -> list[Value]:
    """Who has written the publication, or else edited it, as names are spoken."""
    names = record.fields.get("author") or record.fields.get("editor")
    return _names(names, site) if isinstance(names, list) else []


def _people(record: Record, site: Site, language: str, locale: Locale) -> Iterator[Row]:
    """All but those whom the byline names."""
    shown = "author" if record.fields.get("author") else "editor"
    for role in ("editor", *sorted(NAME_VARIABLES - {"author", "editor"})):
        names = record.fields.get(role)
        if isinstance(names, list) and role != shown:
            several = len(names) > 1
            label = WORDS[language]["editors" if several else role] if role == "editor" else ""
            term = label or locale.term(role, plural=several) or role.replace("-", " ")
            yield Row(_capital(term), _names(names, site))


def _names(names: list[Contributor], site: Site) -> list[Value]:
    return [Value(spoken_name(name), _place_of(name, site)) for name in names]


def _place_of(name: Contributor, site: Site) -> str:
    """The place of a name in the list of people; "" for those of other roles alone."""
    anchor = site.people.anchors.get(name_text(name).casefold(), "")
    return f"authors.html#{anchor}" if anchor else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(label: str, text: str) -> Row:
    return Row(label, [Value(text)])


def search_words(record: Record) -> str:
    """What a publication is found by beside what its line in a list shows."""
    item = record.item()
    texts = (item.get(name) for name in ("ISBN", "DOI", "number", "collection-title"))
    people = map(spoken_name, people_of(record))
    return " ".join(filter(None, (*map(str, filter(None, texts)), *people, *keywords_of(record))))
