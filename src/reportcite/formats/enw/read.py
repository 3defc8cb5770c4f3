"""References in ENW, as EndNote and library catalogues write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from reportcite.formats.enw.fields import FIELDS, SYNTAX
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.note_lines import Found, read_lines, record_of
from reportcite.formats.reading.tagged import Field, Tagged
from reportcite.formats.reading.tagged_fields import NOTATION as OF_DATABASES
from reportcite.formats.reading.tagged_fields import Collected, read_tagged
from reportcite.formats.reference_types import (
    BESIDE_SERIES_EDITORS,
    FALLBACK,
    REFERENCE_TYPES,
    expected_number,
    read_accession,
    read_proceedings,
    type_named,
)
from reportcite.formats.writing.keys import UniqueKeys, safe_key
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import with_id
from reportcite.record.model import Record
from reportcite.record.untyped import Notation
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.slashed import read_issued
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.names.endnote import read_names
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.pages import is_page_range
from reportcite.values.url import is_web_link, urls_in

_NOTES: Final = "%<"
_ACCESSION: Final = "%M"
_SPECIAL: Final = frozenset({"%0", "%F", "%D", "%8", _NOTES})
_PMC: Final = re.compile(r"PMC[0-9]+")
_YEAR: Final = re.compile(r"[0-9]{4}")


def _names(field: str, value: Any) -> NamesReading:
    return read_names(str(value))


def _date(field: str, value: Any) -> Reading:
    if isinstance(value, dict):
        return read_issued(value["date"], value["year"])
    return read_date(str(value))


NOTATION: Final = Notation(_names, _date, OF_DATABASES.texts)
"""How EndNote writes values."""


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The references of an ENW file."""
    return read_tagged(stream, name, SYNTAX, limits, _record)


def _record(tagged: Tagged, name: str, keys: UniqueKeys) -> Record:
    collected = Collected(tagged, name, "ris")
    found = own(collected)
    notes = "\n".join([one.text for one in collected.all(_NOTES)])
    lines = read_lines(notes)
    if lines is None:
        found.fields.setdefault("annote", notes)
    id_ = safe_key(collected.first("%F"))
    record = record_of(found, lines, id_, collected.place, NOTATION)
    return record if record.id else with_id(record, keys.of(record))


def own(found: Collected) -> Found:
    """What the fields of EndNote say, without the research notes."""
    ris = _read_type(found)
    known = REFERENCE_TYPES[ris]
    accession = read_accession(found.first(_ACCESSION), found.first("%~", "%W"))
    for one in found.source:
        if one.tag in _SPECIAL:
            continue
        if accession and one is found.firsts.get(_ACCESSION):
            for variable, text in accession.items():
                found.put(one, variable, text)
            continue
        field = FIELDS.get(one.tag, "")
        variable = known.variables.get(field, "")
        if not field:
            found.keep(one, "enw")
        elif not variable and field != "C2":
            found.keep(one, "ris", field)
        else:
            _take(found, one._replace(tag=field), ris, field, variable)
    found.issued("%D", "%8")
    read_proceedings(ris, found.fields)
    fields = found.joined()
    return Found(known.csl_type, fields, set(), found.problems, found.places)


def _take(found: Collected, one: Field, ris: str, field: str, variable: str) -> None:
    """A value in a field that has a variable in references of this type."""
    if field in ("AU", "A2"):
        found.put(one, _role(found, ris, field, variable))
    elif field == "SN":
        found.number(one, expected_number(ris))
    elif field == "SP":
        found.put(one, "page" if is_page_range(one.text) else variable)
    elif field == "DO":
        bare = bare_doi(one.text)
        found.put(one, "DOI" if is_doi(bare) else "number", bare)
    elif field == "UR":
        urls = urls_in(one.text)
        for url in urls:
            is_link = is_web_link(url) or not is_doi(bare_doi(url))
            found.put(one, "URL" if is_link else "DOI", url if is_link else bare_doi(url))
        if not urls:  # a link into a database
            found.keep(one, "ris", field)
    elif field == "C2" and (not variable or variable == "PMCID"):
        _number_of_pmc(found, one, variable)
    elif variable == "available-date" and not _YEAR.search(one.text):
        found.put(one, "edition")
    elif _is_kept(found, ris, one, variable):
        found.keep(one, "ris", field)
    elif variable:
        found.put(one, variable)


def _is_kept(found: Collected, ris: str, one: Field, variable: str) -> bool:
    """Whether a value says nothing that the type, or another field, does not say."""
    if variable == "genre":
        return is_generic_genre(one.text, REFERENCE_TYPES[ris].csl_type)
    return variable == "page" and variable in found.fields


def _number_of_pmc(found: Collected, one: Field, variable: str) -> None:
    if variable or _PMC.fullmatch(one.text):
        found.put(one, "PMCID")
    else:
        found.keep(one, "ris", "C2")


def _role(found: Collected, ris: str, field: str, variable: str) -> str:
    """What the names in a field are for; they are editors where there is nobody else, and no series
    that they could be editors of."""
    if ris == "EDBOOK" and field == "AU" and not found.first("%Y"):
        return "editor"
    if field == "A2" and variable == "collection-editor":
        held = {FIELDS.get(tag) for tag in found.firsts}
        return "editor" if BESIDE_SERIES_EDITORS.isdisjoint(held) else variable
    return variable


def _read_type(found: Collected) -> str:
    """The type of reference as RIS calls it; without its name, what the fields speak for."""
    if "%0" in found.firsts:
        return type_named(found.first("%0")) or FALLBACK
    for tag, ris in (("%J", "JOUR"), ("%B", "CHAP"), ("%I", "BOOK")):
        if tag in found.firsts:
            return ris
    return FALLBACK
