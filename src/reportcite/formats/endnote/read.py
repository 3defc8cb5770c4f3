"""Reads EndNote XML as EndNote writes it, and programs that export to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeAlias

from reportcite.errors import Place
from reportcite.formats.endnote.fields import LINKS, PATHS
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.note_lines import Found, read_lines, record_of
from reportcite.formats.reading.xml import line_of, name_of, read_elements, text_of
from reportcite.formats.reference_types import (
    BESIDE_SERIES_EDITORS,
    FALLBACK,
    REFERENCE_TYPES,
    read_accession,
    read_proceedings,
    type_named,
)
from reportcite.formats.rules import SECOND_VALUE
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.slashed import read_issued
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.keywords import join_keywords, read_keywords
from reportcite.values.language import language_tag
from reportcite.values.names.endnote import read_names
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.pages import is_page_range
from reportcite.values.standard_numbers import Kind, read_numbers
from reportcite.values.texts.entities import unescape
from reportcite.values.title import is_abbreviation
from reportcite.values.url import is_web_link, urls_in
from reportcite.vocabulary import NAME_VARIABLES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAKS: Final = re.compile(r"\r\n?")
_SPACES: Final = re.compile(r"\s+")
# EndNote keeps these for itself, or they are read together with others.
_PASSED_OVER: Final = frozenset(
    """database source-app rec-number foreign-keys ref-type label research-notes alt-periodical
    modified-date added-date periodical dates urls keywords""".split()
)
_GROUPS: Final = frozenset({"contributors", "titles"})
_KNOWN: Final = frozenset(PATHS.values()) | {"report-id"}
_READ: Final = (
    frozenset(PATHS.values())
    | frozenset(
        """report-id periodical/full-title periodical/abbr-1 dates/year dates/pub-dates/date
    research-notes label rec-number ref-type""".split()
    )
    | frozenset(LINKS)
)
_PARENTS: Final = frozenset(
    path[:end] for path in _READ for end, sign in enumerate(path) if sign == "/"
)
_FULL_TITLE: Final = "periodical/full-title"
_LINES: Final = frozenset({"AB", "N1"})  # texts of several lines
_PMC: Final = re.compile(r"PMC[0-9]+")
_YEAR: Final = re.compile(r"[0-9]{4}")


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of an EndNote XML file, one at a time."""
    stem = stem_of(name)
    elements = read_elements(stream, name, ("record",), "EndNote", limits)
    for number, element in enumerate(elements, 1):
        if isinstance(element, Problem):
            yield element
            continue
        texts = _texts_in(element)
        notes = _BREAKS.sub("\n", _first(texts, "research-notes"))
        lines = read_lines(notes)
        ris = _read_type(element, texts)
        found = _own(ris, texts)
        if lines is None:
            found.fields.setdefault("annote", notes)
        found.fields |= _kept(element, ris, texts, found)
        id_ = _first(texts, "label").strip() or _first(texts, "rec-number").strip()
        place = Place(name, line_of(element))
        yield record_of(found, lines, id_ or numbered_id(stem, number), place, NOTATION)


def own(element: Element) -> Found:
    """What the fields of EndNote say, without the research notes."""
    texts = _texts_in(element)
    return _own(_read_type(element, texts), texts)


_Texts: TypeAlias = dict[str, list[str]]
"""Path of an element → the texts in all that stand there, empty ones left out."""


def _texts_in(element: Element) -> _Texts:
    """What stands at the paths that are read, all found in one go: a record has a few of many."""
    texts: _Texts = {}
    _add_texts(element, "", texts)
    return texts


def _add_texts(element: Element, above: str, texts: _Texts) -> None:
    for child in element:
        path = above + name_of(child)
        if path in _PARENTS:
            _add_texts(child, f"{path}/", texts)
        elif path in _READ:
            text = _styled(child) if above == "titles/" and len(child) > 1 else text_of(child)
            if not text or text.isspace():
                continue
            if path in texts:
                texts[path].append(text)
            else:
                texts[path] = [text]


def _styled(element: Element) -> str:
    """The text of a title in pieces of several styles, with CSL's marks for those that say more
    than the look of the whole."""
    texts = [element.text or ""]
    for child in element:
        text = text_of(child)
        bare = text.strip()
        for face in child.get("face", "").split():
            if bare and (mark := _MARKS.get(face)):
                text = text.replace(bare, f"<{mark}>{bare}</{mark}>")
        texts += [text, child.tail or ""]
    return "".join(texts)


_MARKS: Final = {"italic": "i", "superscript": "sup", "subscript": "sub"}


def _first(texts: _Texts, path: str) -> str:
    """The first text at `path`; "" where there is none."""
    return texts[path][0] if path in texts else ""


def _own(ris: str, texts: _Texts) -> Found:
    known = REFERENCE_TYPES[ris]
    found = Found(known.csl_type)
    for tag, path, variable in _fields_of(ris, held=True):
        if path in texts:
            _read_field(texts, found, ris, tag, variable)
    fields = found.fields
    for variable, path in (
        ("number", "report-id"),
        (known.variables["T2"], _FULL_TITLE),
        ("container-title-short", "periodical/abbr-1"),
    ):
        if path in texts and variable not in fields:
            fields[variable] = _text(texts, path)
    if known.variables["T2"] == "container-title" and _FULL_TITLE in texts:
        _settle_periodical(fields, _text(texts, _FULL_TITLE))
    _order_titles(fields)
    if "C2" not in known.variables:
        pmc = _first(texts, PATHS["C2"]).strip()
        if _PMC.fullmatch(pmc):
            fields["PMCID"] = pmc
    read_proceedings(ris, fields)
    if is_generic_genre(str(fields.get("genre", "")), found.type):
        del fields["genre"]
    _read_links(texts, found)
    _read_dates(texts, found)
    for variable, text in _accession(texts).items():
        fields.setdefault(variable, text)
    return found


def _settle_periodical(fields: dict[str, Untyped], full: str) -> None:
    """Let a title in the list of journals, of which the one in the reference is an abbreviation, be
    that of the journal."""
    given = str(fields["container-title"])
    if given != full and is_abbreviation(given, full):
        fields["container-title"] = full
        fields.setdefault("container-title-short", given)


def _order_titles(fields: dict[str, Untyped]) -> None:
    """Let the longer of two titles be the journal's: what EndNote has from PubMed has the
    abbreviation first, and the title of the journal as the alternative one."""
    title, short = (str(fields.get(name, "")) for name in ("container-title", _SHORT))
    if len(title) < len(short) and is_abbreviation(title, short):
        fields["container-title"], fields[_SHORT] = short, title


_SHORT: Final = "container-title-short"


@lru_cache(maxsize=1 << 7)
def _fields_of(ris: str, *, held: bool) -> tuple[tuple[str, str, str], ...]:
    """The fields that hold a variable in references of this type, or those that do not: tag, path
    and variable of each."""
    variables = REFERENCE_TYPES[ris].variables
    tags = [tag for tag in variables if tag in PATHS and variables[tag] not in _READ_APART]
    others = [tag for tag in PATHS if not variables.get(tag)]
    return tuple((tag, PATHS[tag], variables.get(tag, "")) for tag in (tags if held else others))


_READ_APART: Final = frozenset({"", "issued", "URL"})


def _read_field(there: _Texts, found: Found, ris: str, tag: str, variable: str) -> None:
    """What stands in a field for its variable, if that has nothing yet."""
    texts = [unescape(text) for text in there[PATHS[tag]]]
    fields = found.fields
    if variable in NAME_VARIABLES:
        role = _role(there, ris, tag, variable)
        held = fields.setdefault(role, [])
        assert isinstance(held, list)
        held += [" ".join(text.split()) if "\n" in text else text for text in texts]
    elif variable == "keyword":
        words = [_folded(word) for text in texts for word in _pieces(text)]
        fields[variable] = join_keywords(words)
    elif tag == "SN":
        _read_number(found, ris, texts[0])
    elif tag == "SP":
        text = _text_of(texts[0], "")
        fields["page" if is_page_range(text) else variable] = text
    elif variable == "available-date" and not _YEAR.search(texts[0]):
        fields.setdefault("edition", _text_of(texts[0], ""))
    elif variable in _DELIMITED:
        fields.setdefault(variable, "\n".join([_text_of(text, tag) for text in texts]))
    else:
        fields.setdefault(variable, _text_of(texts[0], tag))


_DELIMITED: Final = frozenset({"abstract", "note"})


def _role(texts: _Texts, ris: str, tag: str, variable: str) -> str:
    """What the names at `tag` are for; they are editors where there is nobody else, and no series
    that they could be editors of."""
    if ris == "EDBOOK" and tag == "AU" and PATHS["A3"] not in texts:
        return "editor"
    if tag == "A2" and variable == "collection-editor":
        beside = (PATHS[one] for one in BESIDE_SERIES_EDITORS if one in PATHS)
        return variable if any(path in texts for path in beside) else "editor"
    return variable


def _text(texts: _Texts, path: str) -> str:
    return _text_of(unescape(_first(texts, path)), "")


def _text_of(text: str, tag: str) -> str:
    """A text without the layout of the file; EndNote writes line breaks as CR."""
    if "\r" in text:
        text = _BREAKS.sub("\n" if tag in _LINES else " ", text)
    if "\n" in text and tag not in _LINES:
        text = _SPACES.sub(" ", text)
    return text.strip("\n ") if "\n" in text else text


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ") if "\n" in text else text


def _pieces(text: str) -> list[str]:
    return [piece for one in text.split("\r") if (piece := one.strip("\n"))]


def _read_number(found: Found, ris: str, text: str) -> None:
    held = REFERENCE_TYPES[ris].variables["SN"]
    expected: Kind = "ISSN" if held == "ISSN" else "number" if held == "number" else "ISBN"
    numbers = read_numbers(_folded(text).replace("\r", ";"), expected)
    if "number" in numbers and expected != "number":  # no number of either kind
        found.fields[expected] = _text_of(text, "")
    else:
        for variable, value in numbers.items():
            found.fields[variable] = value


def _read_links(texts: _Texts, found: Found) -> None:
    """The first link; others are kept beside the attachments."""
    urls = [url for path in LINKS for text in texts.get(path, ()) for url in _links_in(text)]
    dois = [bare_doi(url) for url in urls if not is_web_link(url) and is_doi(bare_doi(url))]
    if dois:
        found.fields.setdefault("DOI", dois[0])
    others = list(dict.fromkeys(url for url in urls if bare_doi(url) not in dois))
    if others:
        found.fields["URL"] = others[0]
    if len(others) > 1:
        found.problems.append(SECOND_VALUE.found("a second value for URL is kept apart"))


def _links_in(text: str) -> list[str]:
    return [url for piece in _pieces(unescape(text)) for url in urls_in(_folded(piece))]


def _read_name(field: str, value: Untyped) -> NamesReading:
    return read_names(str(value))


def _read_dates(texts: _Texts, found: Found) -> None:
    year = _first(texts, "dates/year").strip()
    day = _first(texts, "dates/pub-dates/date").strip()
    if year or day:
        found.fields["issued"] = {"year": year, "date": day}


def _accession(texts: _Texts) -> Mapping[str, str]:
    database = _text(texts, "remote-database-name") or _text(texts, "remote-database-provider")
    return read_accession(_text(texts, "accession-num").strip(), database)


def _read_date(field: str, value: Any) -> Reading:
    """A date; one of issue stands in two elements."""
    if isinstance(value, dict):
        return read_issued(value["date"], value["year"])
    return read_date(str(value))


NOTATION: Final = Notation(
    _read_name, _read_date, {"language": language_tag, "keyword": read_keywords}
)
"""How EndNote writes values."""


def _kept(element: Element, ris: str, texts: _Texts, found: Found) -> dict[str, Untyped]:
    """What CSL has nothing for: fields of EndNote under their tags in RIS, others by their path."""
    fields: dict[str, list[str]] = {}
    accession = _accession(texts)
    for tag, path, _ in _fields_of(ris, held=False):
        if path not in texts:
            continue
        if tag == "C2" and "PMCID" in found.fields:
            continue
        if tag == "AN" and accession and accession.items() <= found.fields.items():
            continue
        fields[tag] = [unescape(text) for text in texts[path]]
    if found.problems:  # that there is a second link
        urls = [url for path in LINKS for text in texts.get(path, ()) for url in _links_in(text)]
        links = [url for url in dict.fromkeys(urls) if url != found.fields.get("URL")]
        links = [url for url in links if is_web_link(url)]
    else:
        links = []
    if links:
        fields["L2"] = [*fields.get("L2", []), *links]
    others = dict(_others(element))
    # What is no link, such as “<Go to ISI>://0001”, which EndNote alone can follow.
    others |= {path: text for path in LINKS for text in texts.get(path, ()) if not _links_in(text)}
    full = _text(texts, _FULL_TITLE) if _FULL_TITLE in texts else ""
    if full and full not in found.fields.values():
        others[_FULL_TITLE] = full
    single = {tag: held[0] if len(held) == 1 else held for tag, held in fields.items()}
    entries = kept("ris", single).get("custom", {}) | kept("endnote-xml", others).get("custom", {})
    return {"custom": entries} if entries else {}


def _others(element: Element) -> Iterator[tuple[str, str]]:
    """The elements that no version of EndNote's own has, by their path."""
    for child in element:
        tag = str(child.tag)
        if tag in _PASSED_OVER:
            continue
        if tag in _KNOWN:
            continue
        inner = [(f"{tag}/{one.tag}", one) for one in child] if tag in _GROUPS else [(tag, child)]
        for path, one in inner:
            text = text_of(one)
            if path not in _KNOWN and f"{path}/author" not in _KNOWN and text.strip():
                yield path, text


def _read_type(element: Element, texts: _Texts) -> str:
    """The type of reference as RIS calls it."""
    name = ""
    for child in element.iterchildren("{*}ref-type"):
        name = child.get("name", "").strip()
        break
    return type_named(name, _first(texts, "ref-type").strip()) or FALLBACK
