"""Fields of an entry that say one thing together: when it was issued, its type, its language."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Final

from reportcite.formats.bibtex.fields import (
    ARTICLES,
    ENTRY_SUBTYPES,
    FALLBACK_TYPE,
    IN_SERIES,
    OF_EVENTS,
    READ_TYPES,
)
from reportcite.formats.bibtex.language import read_language
from reportcite.formats.bibtex.reading.parse import ParsedEntry, Value
from reportcite.formats.bibtex.values import decode_line, split_list, without_entities
from reportcite.formats.writing.one_line import STRIPPED, one_line
from reportcite.patterns import pattern
from reportcite.record.spelling import type_name
from reportcite.record.untyped import Untyped
from reportcite.tuples import NamedTuple
from reportcite.values.eprints import eprint_link
from reportcite.values.language import primary_language
from reportcite.values.title import join_title
from reportcite.vocabulary import ITEM_TYPES, PART_TYPES

SUBTITLES: Final = {
    "booktitle": "booksubtitle", "journaltitle": "journalsubtitle", "maintitle": "mainsubtitle",
    "title": "subtitle",
}  # fmt: skip
JOINED_TITLES: Final = frozenset(
    {"titlesubtitle", "booksubtitle", "journalsubtitle", "mainsubtitle", "maintitle", "issuetitle"}
)
"""The fields with which titles are joined to others."""
_TITLES: Final = tuple(sorted(JOINED_TITLES | SUBTITLES.keys() | {"subtitle", "issuesubtitle"}))
OF_EPRINTS: Final = frozenset(
    """archiveprefix arxivid eprint eprintclass eprinttype primaryclass""".split()
)
_MANY_DIGITS: Final = 4
_SERIES: Final = {"newseries": "New series", "oldseries": "Old series"}
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_USES_PREFIX: Final = pattern(r"(?:,\s*)?useprefix\s*=\s*(true|false)\s*(?:,\s*)?", re.IGNORECASE)


class Joined(NamedTuple):
    """What several fields say, and the one that stands for the place of all."""

    field_name: str
    value: Untyped


def raw_of(source: Mapping[str, Value], field_name: str) -> str:
    """The LaTeX of a field; "" where there is no such field."""
    value = source.get(field_name)
    return value.text if value else ""


def text_of(source: Mapping[str, Value], field_name: str) -> str:
    """The text of a field; "" where there is no such field."""
    raw = raw_of(source, field_name)
    return raw if not raw or raw.isalnum() else decode_line(without_entities(raw))


def rename_together(source: dict[str, Value], csl_type: str) -> None:
    """Call the fields by what they mean beside the others."""
    if "issuetitle" in source and "title" in source and csl_type == "periodical":
        _name_issue(source)
    if "address" in source and "location" in source and csl_type == "paper-conference":
        # Beside the publisher's `address` it is where the conference was, as ACM has it.
        source.setdefault("venue", source.pop("location"))
    if "fjournal" in source:
        if journal := source.pop("journal", None):
            source.setdefault("shortjournal", journal)
        source.setdefault("journaltitle", source.pop("fjournal"))
    if "maintitle" in source and "booktitle" in source and csl_type in PART_TYPES:
        source["csl-volume-title"] = _whole_title(source, "booktitle")
        source["booktitle"] = _whole_title(source, "maintitle")
        for name in ("maintitle", "booksubtitle", "mainsubtitle"):
            source.pop(name, None)
    if "issue" in source and csl_type in ARTICLES:
        _join_issue(source)
    if "series" in source and is_unnamed_series(source["series"].text):
        _number_series(source, csl_type)


def is_unnamed_series(raw: str) -> bool:
    """Whether a series has a number, or is called by a key of biblatex, and has no name."""
    return raw in _SERIES or (raw.isascii() and raw.isdecimal() and len(raw) < _MANY_DIGITS)


def clean_titles(source: dict[str, Value]) -> Iterator[str]:
    """Take control characters out of the titles that may be joined to others, and yield the fields
    that had any."""
    for field_name in _TITLES:
        value = source.get(field_name)
        if value and not value.text.isprintable():
            text, altered = one_line(value.text)
            if altered == STRIPPED:
                yield field_name
                source[field_name] = Value(text, value.line)


def _name_issue(source: dict[str, Value]) -> None:
    """An issue with a title of its own stands in what `title` names (biblatex, @periodical)."""
    source["journaltitle"] = _whole_title(source, "title")
    source["title"] = source.pop("issuetitle")
    source.pop("subtitle", None)
    if subtitle := source.pop("issuesubtitle", None):
        source["subtitle"] = subtitle


def _join_issue(source: dict[str, Value]) -> None:
    """`issue` is what `number` is; a season or month stands behind it."""
    issue = source.pop("issue")
    number = source.setdefault("number", issue)
    if number is not issue and number.text != issue.text:
        source["number"] = Value(f"{number.text}, {issue.text}", number.line)


def _number_series(source: dict[str, Value], csl_type: str) -> None:
    """A number alone is that of a book in its series, or says which series of a journal it is
    (biblatex, 2.2.2)."""
    number = source["series"]
    if name := _SERIES.get(number.text):
        source["series"] = Value(name, number.line)
    elif csl_type in ARTICLES:
        stated = read_stated_language(source)
        if stated is None or primary_language(stated[1]) in ("", "en"):
            source["series"] = Value(f"{_ordinal(int(number.text))} series", number.line)
    elif csl_type in IN_SERIES and "number" not in source:
        source["number"] = source.pop("series")


def _ordinal(number: int) -> str:
    """A number in order, in English.

    >>> [_ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '22nd']
    """
    tens, ones = divmod(number % 100, 10)
    return f"{number}{'th' if tens == 1 else _ENDINGS.get(ones, 'th')}"


def _whole_title(source: Mapping[str, Value], field_name: str) -> Value:
    """A title with its subtitle, in LaTeX."""
    value = source[field_name]
    return Value(join_title(value.text, raw_of(source, SUBTITLES[field_name])), value.line)


def csl_type_of(entry: ParsedEntry) -> str:
    """CSL's type for an entry: what `entrysubtype` names, or else what the entry type says."""
    named = text_of(entry.fields, "entrysubtype")
    if named in ITEM_TYPES:
        return named
    for csl_type, subtype in ENTRY_SUBTYPES.items() if named else ():
        if named.lower() == subtype:
            return csl_type
    kind = entry.type
    if kind == "unpublished" and not OF_EVENTS.keys().isdisjoint(entry.fields):
        return "speech"
    return READ_TYPES.get(kind) or type_name(kind) or FALLBACK_TYPE


def read_issued(source: Mapping[str, Value]) -> Joined | None:
    """biblatex's `date`, or else BibTeX's `year` with `month` and `day`."""
    if "date" in source and text_of(source, "date"):
        return Joined("date", raw_of(source, "date"))
    if "year" in source and text_of(source, "year"):
        return Joined("year", {part: text_of(source, part) for part in ("year", "month", "day")})
    return None


def read_stated_language(source: Mapping[str, Value]) -> tuple[Joined, str] | None:
    """`language`, of which there may be several, with babel's `langid`; and the first one's tag."""
    langid = "langid" if "langid" in source else "hyphenation"
    field_name = "language" if "language" in source else langid
    if field_name not in source:
        return None
    first = split_list(raw_of(source, "language"))[0]
    language = decode_line(without_entities(first))
    both = {"language": language, "langid": text_of(source, langid)}
    return Joined(field_name, both), read_language(language, both["langid"])


def read_options(raw: str) -> tuple[bool, str]:
    """Whether `von` parts drop, and the other options.

    >>> read_options("useprefix=false, skipbib"), read_options("skipbib")
    ((True, 'skipbib'), (False, 'skipbib'))
    """
    uses_prefix = _USES_PREFIX.search(raw) if raw else None
    if uses_prefix is None:
        return False, raw
    rest = raw[: uses_prefix.start()] + "," + raw[uses_prefix.end() :]
    return uses_prefix[1].lower() == "false", rest.strip(", ")


def read_eprint(
    source: Mapping[str, Value], known: Container[str]
) -> Iterator[tuple[str, str, str]]:
    """Field, variable and text of an archive's name, of what a work is called there, and of where
    it leads to; but of no variable that is `known`. PubMed's numbers have a variable of their own.
    """
    named = "eprinttype" if "eprinttype" in source else "archiveprefix"
    classed = "eprintclass" if "eprintclass" in source else "primaryclass"
    numbered = "eprint" if "eprint" in source or "arxivid" not in source else "arxivid"
    archive = text_of(source, named) or ("arXiv" if numbered == "arxivid" else "")
    number = text_of(source, numbered)
    if archive.lower() == "pubmed" and number:
        found = [(numbered, "PMID", number)]
    else:
        found = [
            (numbered, "archive_location", number),
            (named if named in source else numbered, "archive", archive),
            (classed, "archive_collection", text_of(source, classed)),
        ]
        if "DOI" not in known:
            found.append((numbered, "URL", eprint_link(archive, number)))
    for field_name, variable, text in found:
        if text and variable not in known:
            yield field_name, variable, text
