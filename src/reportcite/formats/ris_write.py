"""One record as a RIS reference: a tag and one line per value, CRLF, `ER  - ` at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from reportcite.formats.edtf import read_date, simple_parts, write_edtf
from reportcite.formats.format import Fields
from reportcite.formats.keys import safe_key
from reportcite.formats.links import bare_doi
from reportcite.formats.plain_text import one_line
from reportcite.formats.ris_fields import (
    READ_TYPES,
    TYPE_LABEL,
    Dialect,
    Shape,
    Slot,
    label_of,
    read_label,
    ris_type,
    slots,
)
from reportcite.formats.ris_names import BARS, write_name
from reportcite.formats.standard_numbers import is_isbn, is_issn
from reportcite.record.fields import TYPES
from reportcite.record.model import Date, Value, join_title

Lines: TypeAlias = Iterator[tuple[str, str]]
"""(tag, text) of a reference."""

_PAGES = re.compile(r"([^\s-]+)-([^\s-]+)")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})+")
# With these, Zotero takes a note for fields of its own.
_READ_INTO_NOTES = (
    "edition:", "language:", "call number:", "place of publication:", "volume id:", "notes:",
)  # fmt: skip


def write_reference(fields: Fields, key: str, dialect: Dialect) -> str:
    """The reference for a record; `key` is inserted as it stands."""
    lines = [f"{tag}  - {text}\r\n" for tag, text in _lines(fields, key, dialect)]
    return "".join(lines)


def _lines(fields: Fields, key: str, dialect: Dialect) -> Lines:
    record = fields.record
    csl_type = record.type
    yield "TY", ris_type(csl_type)
    yield "ID", key
    for variable, slot in slots(csl_type, dialect).items():
        if variable in record.fields:
            value = fields.take(variable)
            if value is not None:
                yield from _WRITERS[slot.shape](fields, variable, slot, value)
    if csl_type not in TYPES:
        fields.change("type", "the type is not one of CSL's and is written as GEN")
    elif READ_TYPES[ris_type(csl_type)] != csl_type:
        yield "M1", f"{TYPE_LABEL}: {csl_type}"
    yield "ER", ""


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
        yield slot.tag, text


def _title(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    text = _clean(fields, variable, value)
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and (behind := one_line(subtitle)[0]):
        text = join_title(text, behind)
        fields.change("title", "the subtitle is written behind it")
    if text:
        yield slot.tag, text


def _subtitle(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        fields.change("subtitle", "it is written as part of the title")
        if "title" not in fields.record.fields:
            yield slot.tag, text


def _names(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    found = False
    for name in value if isinstance(value, list) else ():
        text, altered = write_name(name)
        if altered:
            fields.change(variable, altered)
        if text:
            found = True
            yield slot.tag, text
    if not found:
        fields.drop(variable, "it holds no name that can be written")


def _issued(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if not isinstance(value, dict):
        return
    parts = simple_parts(value)
    year = (parts or _first_year(value))[:1]
    for number in year:
        yield "PY", f"{number:04}"
    if parts is None:
        yield from _labelled_date(fields, variable, value)
    elif len(parts) > 1:
        yield slot.tag, _slashed(parts)


def _date(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if not isinstance(value, dict):
        return
    parts = simple_parts(value)
    if parts is None:
        yield from _labelled_date(fields, variable, value)
    else:
        yield slot.tag, _slashed(parts)


def _slashed(parts: list[int]) -> str:
    padded = [f"{part:02}" for part in parts[1:]] + ["", ""]
    return f"{parts[0]:04}/{padded[0]}/{padded[1]}/"


def _first_year(date: Date) -> list[int]:
    for parts in date.get("date-parts", []):
        return parts[:1] if parts and 0 < parts[0] < 10000 else []
    return []


def _labelled_date(fields: Fields, variable: str, date: Date) -> Lines:
    """A date that slashes cannot say: as EDTF, or its own text, behind a label."""
    edtf = write_edtf(date) or one_line(date.get("literal", ""))[0]
    if read_date(edtf).date != date:
        fields.change(variable, "only what EDTF can say of the date is written")
    if edtf:
        yield _with_label(variable, edtf)
    elif variable != "issued" or not _first_year(date):
        fields.drop(variable, "it holds no date that can be written")


def _keywords(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        words = [word for part in text.split(",") if (word := part.strip())]
        if ", ".join(words) != text:
            fields.change(variable, "the commas between keywords are written anew")
        for word in words:
            yield slot.tag, word


def _pages(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        match = _PAGES.fullmatch(text)
        yield slot.tag, match[1] if match else text
        if match:
            yield "EP", match[2]


def _doi(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        bare = bare_doi(text)
        if bare != text:
            fields.change(variable, "the resolver before the DOI is left out")
        yield slot.tag, bare


def _url(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        # A semicolon parts two URLs in some readers, a blank ends one.
        encoded = text.replace(";", "%3B").replace(" ", "%20")
        if encoded != text:
            fields.change(variable, "blanks and semicolons are percent-encoded")
        yield slot.tag, encoded


def _language(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        match = _TAG.fullmatch(text)
        if match:
            fields.change(variable, "the region is left out")
        yield slot.tag, match[1] if match else text


def _note(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        low = text.lower()
        taken_apart = low.startswith(_READ_INTO_NOTES) or read_label(text) is not None
        yield "RN" if taken_apart else slot.tag, text


def _number(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if text := _clean(fields, variable, value):
        is_standard = is_isbn(text), is_issn(text)
        fits = {"ISBN": is_standard[0], "ISSN": is_standard[1]}.get(variable, not any(is_standard))
        yield (slot.tag, text) if fits else _with_label(variable, text)


def _labelled(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if isinstance(value, list):
        found = False
        for name in value:
            text, altered = write_name(name, BARS)
            if altered:
                fields.change(variable, altered)
            if text:
                found = True
                yield _with_label(variable, text)
        if not found:
            fields.drop(variable, "it holds no name that can be written")
    elif isinstance(value, dict):
        yield from _labelled_date(fields, variable, value)
    elif text := _clean(fields, variable, value):
        yield _with_label(variable, text)


def _with_label(variable: str, text: str) -> tuple[str, str]:
    """The line for a value without a tag: a note where a colon in it would confuse M1's."""
    return "N1" if ":" in text else "M1", f"{label_of(variable)}: {text}"


def _key(fields: Fields, variable: str, slot: Slot, value: Value) -> Lines:
    if isinstance(value, str) and safe_key(value) != value:
        fields.change(variable, "characters that would end a key are removed")
    yield from ()


_WRITERS: dict[Shape, Callable[[Fields, str, Slot, Value], Lines]] = {
    Shape.TEXT: _text,
    Shape.TITLE: _title,
    Shape.SUBTITLE: _subtitle,
    Shape.NAMES: _names,
    Shape.ISSUED: _issued,
    Shape.DATE: _date,
    Shape.KEYWORDS: _keywords,
    Shape.PAGES: _pages,
    Shape.DOI: _doi,
    Shape.URL: _url,
    Shape.LANGUAGE: _language,
    Shape.NOTE: _note,
    Shape.NUMBER: _number,
    Shape.LABELLED: _labelled,
    Shape.KEY: _key,
}
