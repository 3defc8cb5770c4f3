"""One record as a BibTeX or biblatex entry, in UTF-8, every value braced and escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from reportcite.formats.bibtex_dates import MONTHS
from reportcite.formats.bibtex_fields import (
    READ_GENRES,
    READ_TYPES,
    STAND_IN_TYPES,
    Dialect,
    Shape,
    Slot,
    entry_type,
    slots,
)
from reportcite.formats.bibtex_language import read_language, write_language
from reportcite.formats.bibtex_names import Particle, write_names
from reportcite.formats.edtf import read_date, read_edtf, simple_parts, write_edtf
from reportcite.formats.format import Fields
from reportcite.formats.keys import safe_key
from reportcite.formats.latex_text import encode
from reportcite.formats.links import bare_doi, percent_encode
from reportcite.formats.plain_text import one_line
from reportcite.record.fields import TYPES
from reportcite.record.model import Date, Record, Value, join_title

Lines: TypeAlias = Iterator[tuple[str, str]]
"""(field, its right-hand side) of an entry."""

_PAGE_RANGE = re.compile(r"(?<=[0-9])-(?=[0-9])")


def write_entry(fields: Fields, key: str, dialect: Dialect) -> str:
    """The entry for a record under `key`, which is inserted as it stands."""
    entry = _entry_type(fields, dialect)
    body = "".join([f"  {name} = {value},\n" for name, value in _lines(fields, dialect)])
    return f"@{entry}{{{key},\n{body}}}\n"


def particle_of(record: Record) -> tuple[Particle, bool]:
    """What a `von` part in the entry stands for, and whether any name has one.

    An entry can say it only once, for all its names (`options = {useprefix=…}`).
    """
    drops = False
    for value in record.fields.values():
        if isinstance(value, list):
            for name in value:
                if name.get("non-dropping-particle"):
                    return "non-dropping-particle", True
                drops = drops or bool(name.get("dropping-particle"))
    return ("dropping-particle", True) if drops else ("non-dropping-particle", False)


def _entry_type(fields: Fields, dialect: Dialect) -> str:
    csl_type = fields.record.type
    if csl_type not in TYPES:
        fields.change("type", "the type is not one of CSL's and is written as misc")
    entry = entry_type(csl_type, dialect)
    genre = fields.record.fields.get("genre")
    if entry == "phdthesis" and isinstance(genre, str) and "master" in genre.lower():
        return "mastersthesis"
    return entry


def _lines(fields: Fields, dialect: Dialect) -> Lines:
    record = fields.record
    present = record.fields
    csl_type = record.type
    for variable, slot in slots(csl_type, dialect).items():
        if variable in present:
            value = fields.take(variable)
            if value is not None:
                yield from _WRITERS[slot.shape](fields, variable, slot, value)
        elif variable == "genre" and csl_type in STAND_IN_TYPES:
            yield slot.field, "{" + STAND_IN_TYPES[csl_type] + "}"
    if csl_type in TYPES and READ_TYPES[entry_type(csl_type, dialect)] != csl_type:
        yield "entrysubtype", "{" + csl_type.replace("_", r"\_") + "}"
    particle, any_particle = particle_of(record)
    if any_particle:
        yield "options", f"{{useprefix={'true' if particle[0] == 'n' else 'false'}}}"


def _clean(fields: Fields, variable: str, value: Value) -> str:
    """The text of `value` on one line; "" where nothing is left of it, which is stated."""
    text, altered = one_line(value) if isinstance(value, str) else ("", "")
    if altered:
        fields.change(variable, altered)
    if not text:
        fields.drop(variable, "it holds nothing that can be written")
    return text


def _text(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        yield slot.field, "{" + encode(text) + "}"


def _title(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        yield slot.field, "{{" + encode(text) + "}}"


def _joined_title(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    text = _clean(fields, variable, value)
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and (behind := one_line(subtitle)[0]):
        text = join_title(text, behind)
        fields.change("title", "the subtitle is written behind it")
    if text:
        yield slot.field, "{{" + encode(text) + "}}"


def _joined_subtitle(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        fields.change("subtitle", "it is written as part of the title")
        if "title" not in fields.record.fields:
            yield "title", "{{" + encode(text) + "}}"


def _body(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        encoded = encode(text)
        yield slot.field, "{{" + encoded + "}}" if " and " in text.lower() else f"{{{encoded}}}"


def _verbatim(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        bare = bare_doi(text) if variable == "DOI" else text
        encoded = percent_encode(bare)
        if bare != text:
            fields.change(variable, "the resolver before the DOI is left out")
        if encoded != bare:
            fields.change(variable, "characters a URL cannot hold are percent-encoded")
        yield slot.field, f"{{{encoded}}}"


def _pages(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        yield slot.field, f"{{{_PAGE_RANGE.sub('--', encode(text))}}}"


def _names(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if isinstance(value, list):
        text, altered = write_names(value, particle_of(fields.record)[0])
        if altered:
            fields.change(variable, altered)
        if text:
            yield slot.field, f"{{{text}}}"
        else:
            fields.drop(variable, "it holds no name that can be written")


def _date(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if not isinstance(value, dict):
        return
    edtf = write_edtf(value)
    if edtf is not None:
        if simple_parts(value) is None and read_edtf(edtf) != value:
            fields.change(variable, "only what EDTF can say of the date is written")
        yield slot.field, f"{{{edtf}}}"
    elif text := _literal_date(fields, variable, value):
        # biblatex takes a free text for `year`, not for a date.
        yield "year" if slot.field == "date" else slot.field, f"{{{encode(text)}}}"


def _year(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    """Year, month and day; a date they cannot say follows whole, in biblatex's `date`."""
    if not isinstance(value, dict):
        return
    parts = simple_parts(value) or _first_year(value)
    if parts:
        yield "year", f"{{{parts[0]}}}"
    if simple_parts(value) is None:
        if parts and write_edtf(value) is None:
            fields.change(variable, "only the year is written")
        else:
            yield from _date(fields, variable, slot, value)
        return
    if len(parts) > 1:
        yield "month", MONTHS[parts[1] - 1]
    if len(parts) > 2:
        yield "day", f"{{{parts[2]}}}"


def _first_year(date: Date) -> list[int]:
    for parts in date.get("date-parts", []):
        return parts[:1] if parts and 0 < parts[0] < 10000 else []
    return []


def _literal_date(fields: Fields, variable: str, date: Date) -> str:
    literal = date.get("literal", "")
    text = _clean(fields, variable, literal)
    if text and read_date(text).date != date:
        fields.change(variable, "only the date's text is written")
    return text


def _language(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        language, langid = write_language(text)
        if langid:
            yield "langid", f"{{{langid}}}"
        yield slot.field, f"{{{encode(language)}}}"
        if read_language(language, langid) != value:
            fields.change(variable, "the region is left out")


def _genre(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        if text.lower() in READ_GENRES:
            fields.change(variable, "biblatex takes it for the key of a term")
        yield slot.field, f"{{{encode(text)}}}"


def _key(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if isinstance(value, str) and safe_key(value) != value:
        fields.change(variable, "characters that would end a key are removed")
    yield from ()


_WRITERS: dict[Shape, Callable[[Fields, str, Slot, Value], Lines]] = {
    Shape.TEXT: _text,
    Shape.TITLE: _title,
    Shape.JOINED_TITLE: _joined_title,
    Shape.JOINED_SUBTITLE: _joined_subtitle,
    Shape.LIST: _title,
    Shape.BODY: _body,
    Shape.VERBATIM: _verbatim,
    Shape.PAGES: _pages,
    Shape.NAMES: _names,
    Shape.DATE: _date,
    Shape.YEAR: _year,
    Shape.LANGUAGE: _language,
    Shape.GENRE: _genre,
    Shape.KEY: _key,
}
