"""One record as a BibTeX or biblatex entry, in UTF-8, every value braced and escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from reportcite.formats.bibtex.dates import MONTHS
from reportcite.formats.bibtex.fields import (
    ENTRY_SUBTYPES,
    READ_GENRES,
    READ_TYPES,
    STAND_IN_TYPES,
    Dialect,
    Shape,
    entry_type,
    slots,
)
from reportcite.formats.bibtex.language import write_language
from reportcite.formats.bibtex.latex.text import SPECIAL_BYTES, SPECIAL_PAIRS, encode
from reportcite.formats.bibtex.names import Particle, plain_names, write_names
from reportcite.formats.format import Fields
from reportcite.formats.writing.keys import safe_key
from reportcite.formats.writing.one_line import CONTROL_BYTES, are_tame, clean_line, one_line
from reportcite.formats.writing.templates import Frame, Plan, Writer, plan_entry, write_planned
from reportcite.formats.writing.urls import bare_doi, is_plain_url, percent_encode
from reportcite.record.fields import TYPES
from reportcite.record.model import join_title
from reportcite.values.dates.edtf import first_year, read_date, read_edtf, simple_parts, write_edtf
from reportcite.values.edition import edition_number
from reportcite.values.shapes import Date

_PAGE_RANGE = re.compile(r"(?<=[0-9])-(?=[0-9])")
_UNTAME = CONTROL_BYTES + SPECIAL_BYTES
_SIGNS = SPECIAL_BYTES + b"-'"
"""What is special alone or, in ASCII, next to its like."""
# How a text that needs no escaping stands in its field.
_AS_IT_IS = {
    Shape.TEXT: "  {} = {%s},\n",
    Shape.BODY: "  {} = {%s},\n",
    Shape.TITLE: "  {} = {{%s}},\n",
    Shape.LIST: "  {} = {{%s}},\n",
}


def write_entry(fields: Fields, key: str, dialect: Dialect) -> str:
    """The entry for a record under `key`, which is inserted as it stands."""
    record = fields.record
    present: Mapping[str, Any] = record.fields
    if record.type not in TYPES:
        fields.change("type", "the type is not one of CSL's and is written as misc")
    is_master = record.type == "thesis" and "master" in present.get("genre", "").lower()
    plan, are_literal = _plan(record.type, dialect, is_master, *present)
    return write_planned(plan, fields, key, are_literal)


def _are_literal(bodies: tuple[str, ...], fields: Fields, texts: Sequence[str]) -> bool:
    """Whether all `texts` stand in an entry as they are, the names of `bodies` among them."""
    record = fields.record
    present: Mapping[str, Any] = record.fields
    for name in bodies:
        if _is_joined(present[name]):
            return False
    joined = " ".join(texts)
    if record.one_line:
        encoded = joined.encode()
        if len(encoded) == len(encoded.translate(None, _SIGNS)):
            return True
    return not any(pair in joined for pair in SPECIAL_PAIRS) and are_tame(texts, _UNTAME)


@lru_cache(maxsize=1024)
def _plan(
    csl_type: str, dialect: Dialect, is_master: bool, *present: str
) -> tuple[Plan, Callable[[Fields, Sequence[str]], bool]]:
    """How entries of one type with these fields are written, and whether all of their texts stand
    in them as they are."""
    title = Shape.JOINED_TITLE if "subtitle" in present else Shape.TITLE
    held = [
        (name, field, title if shape is Shape.JOINED_TITLE else shape)
        for name, (field, shape) in slots(csl_type, dialect).items()
        if name in present
    ]
    bodies = tuple(name for name, _, shape in held if shape is Shape.BODY)
    name, tail = entry_type(csl_type, dialect), ""
    if csl_type in STAND_IN_TYPES and "genre" not in present:
        tail += _line("type", STAND_IN_TYPES[csl_type])
    if csl_type in TYPES and READ_TYPES[name] != csl_type:
        tail += _line("entrysubtype", ENTRY_SUBTYPES.get(csl_type, encode(csl_type)))
    if name == "phdthesis" and is_master:
        name = "mastersthesis"
    frame = Frame(f"@{name}{{", ",\n", f"{tail}}}\n")
    return plan_entry(frame, held, _WRITERS, _AS_IT_IS), partial(_are_literal, bodies)


def _particle_of(fields: Fields) -> tuple[Particle, str]:
    """What a `von` part in the entry stands for, and the first variable that has one.

    An entry can say it only once, for all its names.
    """
    kinds: dict[Particle, str] = {}
    for variable, value in fields.record.fields.items():
        if isinstance(value, list):
            for name in value:
                if "non-dropping-particle" in name:
                    kinds.setdefault("non-dropping-particle", variable)
                elif "dropping-particle" in name:
                    kinds.setdefault("dropping-particle", variable)
    drops = [*kinds] == ["dropping-particle"]
    first = next(iter(kinds.values()), "")
    return ("dropping-particle" if drops else "non-dropping-particle"), first


def _line(field: str, latex: str) -> str:
    return f"  {field} = {{{latex}}},\n"


def _text(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    return _line(field, encode(text)) if text else ""


def _title(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    return _line(field, f"{{{encode(text)}}}") if text else ""


def _joined_title(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and (behind := one_line(subtitle)[0]):
        text = join_title(text, behind)
    return _line(field, f"{{{encode(text)}}}") if text else ""


def _joined_subtitle(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if text:
        fields.change("subtitle", "it is written as part of the title")
    return _line("title", f"{{{encode(text)}}}") if text and not fields.has_taken("title") else ""


def _body(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    latex = encode(text)
    return _line(field, f"{{{latex}}}" if _is_joined(text) else latex) if text else ""


@lru_cache(maxsize=1024)  # the same bodies publish many reports
def _is_joined(text: str) -> bool:
    """Whether some readers would take the name of one body for two."""
    return " and " in text or " and " in text.lower()


def _verbatim(fields: Fields, variable: str, field: str, value: Any) -> str:
    if variable == "URL" and is_plain_url(value):
        return _line(field, value)
    text = clean_line(fields, variable, value)
    bare = bare_doi(text) if variable == "DOI" else text
    encoded = percent_encode(bare)
    if bare != text:
        fields.change(variable, "the resolver before the DOI is left out")
    if encoded != bare:
        fields.change(variable, "characters a URL cannot hold are percent-encoded")
    return _line(field, encoded) if text else ""


def _pages(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    return _line(field, _PAGE_RANGE.sub("--", encode(text))) if text else ""


def _names(fields: Fields, variable: str, field: str, value: Any) -> str:
    if plain := plain_names(value):
        return _line(field, plain)
    particle, first_variable = _particle_of(fields)
    text, altered = write_names(value, particle)
    if altered:
        fields.change(variable, altered)
    if not text:
        fields.drop(variable, "it holds no name that can be written")
        return ""
    if variable != first_variable:
        return _line(field, text)
    drops = particle == "dropping-particle"
    return _line(field, text) + _line("options", f"useprefix={'false' if drops else 'true'}")


def _date(fields: Fields, variable: str, field: str, value: Any) -> str:
    date: Date = value
    edtf = write_edtf(date)
    if edtf is not None:
        if simple_parts(date) is None and read_edtf(edtf) != date:
            fields.change(variable, "only what EDTF can say of the date is written")
        return _line(field, edtf)
    text = clean_line(fields, variable, date.get("literal", ""))
    if text and read_date(text).date != date:
        fields.change(variable, "only the date's text is written")
    # biblatex takes a free text for `year`, not for a date.
    return _line("year" if field == "date" else field, encode(text)) if text else ""


def _year(fields: Fields, variable: str, field: str, value: Any) -> str:
    """Year, month and day; a date they cannot say follows whole, in biblatex's `date`."""
    date: Date = value
    parts = simple_parts(date)
    if parts is None:
        year = first_year(date)
        shown = _line("year", str(year)) if year else ""
        if year and write_edtf(date) is None:
            fields.change(variable, "only the year is written")
            return shown
        return shown + _date(fields, variable, field, value)
    lines = f"  year = {{{parts[0]}}},\n"
    if len(parts) > 1:
        lines += f"  month = {MONTHS[parts[1] - 1]},\n"
    if len(parts) > 2:
        lines += f"  day = {{{parts[2]}}},\n"
    return lines


def _language(fields: Fields, variable: str, field: str, value: Any) -> str:
    language, langid, kept = write_language(value)
    if langid:
        if not kept:
            fields.change(variable, "the region is left out")
        return f"  langid = {{{langid}}},\n  {field} = {{{language}}},\n"
    text = clean_line(fields, variable, language)
    if not kept:
        fields.change(variable, "the tag is read in another way than it is recorded")
    return _line(field, encode(text)) if text else ""


def _genre(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if text.lower() in READ_GENRES:
        fields.change(variable, "biblatex takes it for the key of a term")
    if text == STAND_IN_TYPES.get(fields.record.type):
        return _line(field, f"{{{text}}}")
    return _line(field, encode(text)) if text else ""


def _edition(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if edition_number(text) != text:
        fields.change(variable, "the word is read as a number")
    return _line(field, encode(text)) if text else ""


def _key(fields: Fields, variable: str, field: str, value: Any) -> str:
    if safe_key(value) != value:
        fields.change(variable, "characters that would end a key are removed")
    return ""


_WRITERS: dict[Shape, Writer] = {
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
    Shape.EDITION: _edition,
    Shape.KEY: _key,
}
