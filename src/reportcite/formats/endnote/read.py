"""Reads EndNote XML as EndNote writes it, and programs that export to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.endnote.fields import ALSO_READ, ARTICLES, NAMES, TYPES, paths
from reportcite.formats.reading.entities import unescape
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.note_lines import Found, read_lines, record_of
from reportcite.formats.reading.xml import (
    Indexed,
    found_at,
    indexed,
    line_of,
    read_elements,
    text_at,
    text_of,
)
from reportcite.formats.rules import SECOND_VALUE, UNKNOWN_FIELD
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, shown
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.slashed import read_issued
from reportcite.values.keywords import join_keywords, read_keywords
from reportcite.values.language import language_tag
from reportcite.values.names.endnote import read_names
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.pages import is_page_range
from reportcite.values.standard_numbers import read_numbers

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAKS: Final = re.compile(r"\r\n?")
# EndNote keeps these for itself, or they are read together with others.
_PASSED_OVER: Final = frozenset(
    """database source-app rec-number foreign-keys ref-type label research-notes access-date
    alt-periodical auth-address accession-num remote-database-provider modified-date added-date
    keywords dates/year dates/pub-dates urls/related-urls urls/web-urls urls/pdf-urls urls/text-urls
    urls/image-urls titles/title report-id periodical/full-title periodical/abbr-1 custom2
    """.split()
)
_GROUPS: Final = frozenset({"contributors", "dates", "periodical", "titles", "urls"})
_PMC: Final = re.compile(r"PMC[0-9]+")


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of an EndNote XML file, one at a time."""
    stem = stem_of(name)
    elements = read_elements(stream, name, ("record",), "EndNote", limits)
    for number, element in enumerate(elements, 1):
        if isinstance(element, Problem):
            yield element
            continue
        root = indexed(element)
        notes = _BREAKS.sub("\n", text_at(root, "research-notes"))
        lines = read_lines(notes)
        found = own(root)
        if lines is None:
            found.fields.setdefault("annote", notes)
        id_ = text_at(root, "label").strip() or text_at(root, "rec-number").strip()
        found.problems += _left_out(element, lines.type if lines and lines.type else found.type)
        place = Place(name, line_of(element))
        yield record_of(found, lines, id_ or numbered_id(stem, number), place, NOTATION)


def own(root: Indexed) -> Found:
    """What the fields of EndNote say, without the research notes."""
    found = Found(_read_type(root))
    fields = found.fields
    for variable, path in {"title": "titles/title", **paths(found.type)}.items():
        if path not in ("isbn", "urls/related-urls/url") and (text := _text(root, path)):
            fields[variable] = text
    _read_texts(root, found)
    _read_names(root, found)
    _read_numbers(root, found)
    words = [word for text in _all_texts(root, "keywords/keyword") for word in _pieces(text)]
    if words:
        fields["keyword"] = join_keywords(words)
    urls = [url for text in _all_texts(root, "urls/*/url") for url in _pieces(text)]
    if urls:
        fields["URL"] = urls[0]
    if len(set(urls)) > 1:
        found.problems.append(SECOND_VALUE.found("a second value for URL is left out"))
    _read_dates(root, found)
    return found


def _text(root: Indexed, path: str) -> str:
    """The text at `path`, its entities decoded; EndNote writes line breaks as CR."""
    text = text_at(root, path)
    if "&" in text:
        text = unescape(text)
    if "\r" in text:
        text = _BREAKS.sub("\n" if path in ("abstract", "notes") else " ", text)
    return text


def _pieces(text: str) -> list[str]:
    return [piece for one in text.split("\r") if (piece := unescape(one).strip("\n"))]


def _read_texts(root: Indexed, found: Found) -> None:
    """The texts that need a closer look, and those that may stand elsewhere."""
    fields = found.fields
    if is_generic_genre(str(fields.get("genre", "")), found.type):
        del fields["genre"]
    if is_page_range(str(fields.get("number-of-pages", ""))):
        fields["page"] = fields.pop("number-of-pages")
    pmc = text_at(root, "custom2").strip()
    if _PMC.fullmatch(pmc):
        fields["PMCID"] = pmc
    for variable, path in (
        ("number", "report-id"),
        ("container-title", "periodical/full-title"),
        ("container-title-short", "periodical/abbr-1"),
    ):
        if variable not in fields and (text := _text(root, path)):
            fields[variable] = text


def _read_numbers(root: Indexed, found: Found) -> None:
    text = text_at(root, "isbn")
    if not text.strip():
        return
    expected = "ISSN" if found.type in ARTICLES else "ISBN"
    numbers = read_numbers(text.replace("\r", ";"), expected)
    if "number" in numbers:  # no number of either kind
        found.fields[expected] = _text(root, "isbn")
    else:
        for variable, value in numbers.items():
            found.fields[variable] = value


def _read_names(root: Indexed, found: Found) -> None:
    for variable, group in NAMES.items():
        texts = _all_texts(root, f"contributors/{group}/author")
        if texts:
            found.fields[variable] = [unescape(text) for text in texts]


def _read_name(field: str, value: Untyped) -> NamesReading:
    return read_names(str(value))


def _read_dates(root: Indexed, found: Found) -> None:
    year = text_at(root, "dates/year").strip()
    day = text_at(root, "dates/pub-dates/date").strip()
    if year or day:
        found.fields["issued"] = {"year": year, "date": day}
    if accessed := text_at(root, "access-date").strip():
        found.fields["accessed"] = accessed


def _read_date(field: str, value: Untyped) -> Reading:
    """A date; one of issue stands in two elements."""
    if isinstance(value, dict):
        return read_issued(str(value["year"]), str(value["date"]))
    return read_date(str(value))


NOTATION: Final = Notation(
    _read_name, _read_date, {"language": language_tag, "keyword": read_keywords}
)
"""How EndNote writes values."""


def _left_out(element: Element, csl_type: str) -> Iterator[Problem]:
    """What is said of the elements that hold a text and have no place in a record."""
    known = _known(csl_type)
    for child in element:
        tag = child.tag
        if tag in known:
            continue
        inner = [(f"{tag}/{one.tag}", one) for one in child] if tag in _GROUPS else [(tag, child)]
        for path, one in inner:
            if path not in known and text_of(one).strip():
                message = f"{path} has no place in a record and is left out: {shown(text_of(one))}"
                yield UNKNOWN_FIELD.found(message)


@lru_cache(maxsize=1 << 7)
def _known(csl_type: str) -> frozenset[str]:
    groups = {f"contributors/{group}" for group in NAMES.values()}
    return _PASSED_OVER | groups | set(paths(csl_type).values())


def _read_type(root: Indexed) -> str:
    ref_types = found_at(root, "ref-type")
    if not ref_types:
        return ""
    wanted = (ref_types[0].get("name", ""), text_of(ref_types[0]).strip())
    for csl_type, (number, name) in TYPES.items():
        if name == wanted[0] or (not wanted[0] and str(number) == wanted[1]):
            return csl_type
    return ALSO_READ.get(wanted[0], "document")


def _all_texts(root: Indexed, path: str) -> Iterator[str]:
    return (text for one in found_at(root, path) if (text := text_of(one)).strip())
