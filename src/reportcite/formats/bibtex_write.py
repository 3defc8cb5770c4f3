"""One record as a BibTeX or biblatex entry, in UTF-8, every value braced and escaped."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportcite.formats.bibtex_dates import MONTHS
from reportcite.formats.bibtex_fields import (
    READ_GENRES,
    READ_TYPES,
    STAND_IN_TYPES,
    Dialect,
    Shape,
    entry_type,
    slots,
)
from reportcite.formats.bibtex_language import read_language, write_language
from reportcite.formats.bibtex_names import Particle, write_names
from reportcite.formats.edtf import first_year, read_date, read_edtf, simple_parts, write_edtf
from reportcite.formats.format import Fields
from reportcite.formats.keys import safe_key
from reportcite.formats.latex_text import encode
from reportcite.formats.links import bare_doi, percent_encode
from reportcite.formats.plain_text import one_line
from reportcite.record.fields import TYPES
from reportcite.record.model import Date, Record, Value, join_title

_PAGE_RANGE = re.compile(r"(?<=[0-9])-(?=[0-9])")


def write_entry(fields: Fields, key: str, dialect: Dialect) -> str:
    """The entry for a record under `key`, which is inserted as it stands."""
    record = fields.record
    present = record.fields
    csl_type = record.type
    entry = _entry_type(fields, dialect)
    lines = [f"@{entry}{{{key},\n"]
    for variable, slot in slots(csl_type, dialect).items():
        if variable in present:
            value = fields.take(variable)
            if value is not None:
                lines.append(_WRITERS[slot.shape](fields, variable, slot.field, value))
        elif variable == "genre" and csl_type in STAND_IN_TYPES:
            lines.append(_line(slot.field, STAND_IN_TYPES[csl_type]))
    if csl_type in TYPES and READ_TYPES[entry_type(csl_type, dialect)] != csl_type:
        lines.append(_line("entrysubtype", encode(csl_type)))
    particle, any_particle = particle_of(record)
    if any_particle:
        drops = particle == "dropping-particle"
        lines.append(_line("options", f"useprefix={'false' if drops else 'true'}"))
    lines.append("}\n")
    return "".join(lines)


def particle_of(record: Record) -> tuple[Particle, bool]:
    """What a `von` part in the entry stands for, and whether any name has one.

    An entry can say it only once, for all its names (`options = {useprefix=…}`).
    """
    drops = False
    for value in record.fields.values():
        if isinstance(value, list):
            for name in value:
                if "non-dropping-particle" in name:
                    return "non-dropping-particle", True
                drops = drops or "dropping-particle" in name
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


def _line(field: str, latex: str) -> str:
    return f"  {field} = {{{latex}}},\n"


def _clean(fields: Fields, variable: str, value: Value) -> str:
    """The text of `value` on one line; "" where nothing is left of it, which is stated."""
    text, altered = one_line(value) if isinstance(value, str) else ("", "")
    if altered:
        fields.change(variable, altered)
    if not text:
        fields.drop(variable, "it holds nothing that can be written")
    return text


def _text(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    return _line(field, encode(text)) if text else ""


def _title(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    return _line(field, f"{{{encode(text)}}}") if text else ""


def _joined_title(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and (behind := one_line(subtitle)[0]):
        text = join_title(text, behind)
        fields.change("title", "the subtitle is written behind it")
    return _line(field, f"{{{encode(text)}}}") if text else ""


def _joined_subtitle(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    if text:
        fields.change("subtitle", "it is written as part of the title")
    return _line("title", f"{{{encode(text)}}}") if text and "title" not in fields.taken else ""


def _body(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    latex = encode(text)
    return _line(field, f"{{{latex}}}" if " and " in text.lower() else latex) if text else ""


def _verbatim(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    bare = bare_doi(text) if variable == "DOI" else text
    encoded = percent_encode(bare)
    if bare != text:
        fields.change(variable, "the resolver before the DOI is left out")
    if encoded != bare:
        fields.change(variable, "characters a URL cannot hold are percent-encoded")
    return _line(field, encoded) if text else ""


def _pages(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    return _line(field, _PAGE_RANGE.sub("--", encode(text))) if text else ""


def _names(fields: Fields, variable: str, field: str, value: Value) -> str:
    names = value if isinstance(value, list) else []
    text, altered = write_names(names, particle_of(fields.record)[0])
    if altered:
        fields.change(variable, altered)
    if not text:
        fields.drop(variable, "it holds no name that can be written")
    return _line(field, text) if text else ""


def _date(fields: Fields, variable: str, field: str, value: Value) -> str:
    date = value if isinstance(value, dict) else Date()
    edtf = write_edtf(date)
    if edtf is not None:
        if simple_parts(date) is None and read_edtf(edtf) != date:
            fields.change(variable, "only what EDTF can say of the date is written")
        return _line(field, edtf)
    text = _clean(fields, variable, date.get("literal", ""))
    if text and read_date(text).date != date:
        fields.change(variable, "only the date's text is written")
    # biblatex takes a free text for `year`, not for a date.
    return _line("year" if field == "date" else field, encode(text)) if text else ""


def _year(fields: Fields, variable: str, field: str, value: Value) -> str:
    """Year, month and day; a date they cannot say follows whole, in biblatex's `date`."""
    date = value if isinstance(value, dict) else Date()
    parts = simple_parts(date)
    if parts is None:
        year = first_year(date)
        shown = _line("year", str(year)) if year else ""
        if year and write_edtf(date) is None:
            fields.change(variable, "only the year is written")
            return shown
        return shown + _date(fields, variable, field, value)
    lines = _line("year", str(parts[0]))
    if len(parts) > 1:
        lines += f"  month = {MONTHS[parts[1] - 1]},\n"
    if len(parts) > 2:
        lines += _line("day", str(parts[2]))
    return lines


def _language(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    if not text:
        return ""
    language, langid = write_language(text)
    if read_language(language, langid) != value:
        fields.change(variable, "the region is left out")
    return (_line("langid", langid) if langid else "") + _line(field, encode(language))


def _genre(fields: Fields, variable: str, field: str, value: Value) -> str:
    text = _clean(fields, variable, value)
    if text.lower() in READ_GENRES:
        fields.change(variable, "biblatex takes it for the key of a term")
    return _line(field, encode(text)) if text else ""


def _key(fields: Fields, variable: str, field: str, value: Value) -> str:
    if isinstance(value, str) and safe_key(value) != value:
        fields.change(variable, "characters that would end a key are removed")
    return ""


_WRITERS: dict[Shape, Callable[[Fields, str, str, Value], str]] = {
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
