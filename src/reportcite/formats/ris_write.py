"""One record as a RIS reference: a tag and one line per value, CRLF, `ER  - ` at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from reportcite.formats.edtf import first_year, read_date, simple_parts, write_edtf
from reportcite.formats.format import Fields
from reportcite.formats.keys import safe_key
from reportcite.formats.links import bare_doi
from reportcite.formats.plain_text import CONTROL_BYTES, are_tame, clean_line, one_line
from reportcite.formats.ris_fields import (
    READ_TYPES,
    TYPE_LABEL,
    Dialect,
    Shape,
    label_of,
    read_label,
    ris_type,
    slots,
)
from reportcite.formats.ris_names import BARS, COMMA, write_name
from reportcite.formats.standard_numbers import is_isbn, is_issn
from reportcite.record.fields import TYPES
from reportcite.record.model import Date, join_title

_PAGES = re.compile(r"([^\s-]+)-([^\s-]+)")
_REGIONAL = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})+")
# With these, Zotero takes a note for fields of its own.
_READ_INTO_NOTES = (
    "edition:", "language:", "call number:", "place of publication:", "volume id:", "notes:",
)  # fmt: skip


_Writer: TypeAlias = Callable[[Fields, str, str, Any], str]
"""(the record's fields, variable, tag, the variable's value) → lines of the reference."""


class _Plan(NamedTuple):
    """How records of one type with one set of fields are written.

    `template` holds the place of each of `quick_steps`, the same steps as `steps`; one without a
    writer is a text that stands there as it is, if all `texts` are tame.
    """

    variables: frozenset[str]
    texts: tuple[str, ...]
    steps: tuple[tuple[_Writer, str, str], ...]  # writer, variable, tag
    quick_steps: tuple[tuple[_Writer | None, str, str], ...]
    template: str
    head: str
    tail: str


def write_reference(fields: Fields, key: str, dialect: Dialect) -> str:
    """The reference for a record; `key` is inserted as it stands."""
    present: Mapping[str, Any] = fields.record.fields
    plan = _plan(fields.record.type, dialect, tuple(present))
    fields.take_all(plan.variables)
    if are_tame([present[name] for name in plan.texts], CONTROL_BYTES):
        lines = [
            write(fields, name, tag, present[name]) if write else present[name]
            for write, name, tag in plan.quick_steps
        ]
        body = plan.template % tuple(lines)
    else:
        lines = [write(fields, name, tag, present[name]) for write, name, tag in plan.steps]
        body = "".join(lines)
    if fields.record.type not in TYPES:
        fields.change("type", "the type is not one of CSL's and is written as GEN")
    return f"{plan.head}ID  - {key}\r\n{body}{plan.tail}"


@lru_cache(maxsize=1024)
def _plan(csl_type: str, dialect: Dialect, present: tuple[str, ...]) -> _Plan:
    held = [(name, *slot) for name, slot in slots(csl_type, dialect).items() if name in present]
    quick = [
        shape is Shape.TEXT or (shape is Shape.TITLE and "subtitle" not in present)
        for _, _, shape in held
    ]
    tail = _line("ER", "")
    if csl_type in TYPES and READ_TYPES[ris_type(csl_type)] != csl_type:
        tail = _line("M1", f"{TYPE_LABEL}: {csl_type}") + tail
    return _Plan(
        frozenset(name for name, _, _ in held),
        tuple(name for (name, _, _), as_it_is in zip(held, quick, strict=True) if as_it_is),
        tuple((_WRITERS[shape], name, tag) for name, tag, shape in held),
        tuple(
            (None if as_it_is else _WRITERS[shape], name, tag)
            for (name, tag, shape), as_it_is in zip(held, quick, strict=True)
        ),
        "".join(
            _line(tag, "%s") if as_it_is else "%s"
            for (_, tag, _), as_it_is in zip(held, quick, strict=True)
        ),
        _line("TY", ris_type(csl_type)),
        tail,
    )


def _line(tag: str, text: str) -> str:
    return f"{tag}  - {text}\r\n"


def _text(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    return f"{tag}  - {text}\r\n" if text else ""


def _title(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and (behind := one_line(subtitle)[0]):
        text = join_title(text, behind)
    return _line(tag, text) if text else ""


def _subtitle(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if text:
        fields.change("subtitle", "it is written as part of the title")
    return _line(tag, text) if text and "title" not in fields.taken else ""


def _names(fields: Fields, variable: str, tag: str, value: Any) -> str:
    texts = _written_names(fields, variable, value, COMMA)
    if not texts:
        fields.drop(variable, "it holds no name that can be written")
    return "".join([f"{tag}  - {text}\r\n" for text in texts])


def _written_names(fields: Fields, variable: str, value: Any, separator: str) -> list[str]:
    texts = []
    for name in value:
        text, altered = write_name(name, separator)
        if altered:
            fields.change(variable, altered)
        if text:
            texts.append(text)
    return texts


def _issued(fields: Fields, variable: str, tag: str, value: Any) -> str:
    date: Date = value
    parts = simple_parts(date)
    if parts is None:
        year = first_year(date)
        shown = _line("PY", f"{year:04}") if year else ""
        return shown + _labelled_date(fields, variable, date)
    slashed = _slashed(*parts)
    shown = f"PY  - {slashed[:4]}\r\n"
    return f"{shown}{tag}  - {slashed}\r\n" if len(parts) > 1 else shown


def _date(fields: Fields, variable: str, tag: str, value: Any) -> str:
    date: Date = value
    parts = simple_parts(date)
    return _line(tag, _slashed(*parts)) if parts else _labelled_date(fields, variable, date)


@lru_cache(maxsize=1 << 13)
def _slashed(year: int, month: int = 0, day: int = 0) -> str:
    return f"{year:04}/{_two_digits(month)}/{_two_digits(day)}/"


def _two_digits(number: int) -> str:
    return f"{number:02}" if number else ""


def _labelled_date(fields: Fields, variable: str, date: Date) -> str:
    """A date that slashes cannot say: as EDTF, or its own text, behind a label."""
    edtf = write_edtf(date) or one_line(date.get("literal", ""))[0]
    if read_date(edtf).date != date:
        fields.change(variable, "only what EDTF can say of the date is written")
    if not edtf and (variable != "issued" or not first_year(date)):
        fields.drop(variable, "it holds no date that can be written")
    return _with_label(variable, edtf) if edtf else ""


def _keywords(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    words = text.split(", ")
    if text.count(",") != len(words) - 1 or " ," in text or text[:1] in ("", ","):
        words = [word for part in text.split(",") if (word := part.strip(" "))]
    if ", ".join(words) != text:
        fields.change(variable, "the commas between keywords are written anew")
    return f"{tag}  - " + f"\r\n{tag}  - ".join(words) + "\r\n" if words else ""


def _pages(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if match := _PAGES.fullmatch(text):
        return _line(tag, match[1]) + _line("EP", match[2])
    return _line(tag, text) if text else ""


def _doi(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    bare = bare_doi(text)
    if bare != text:
        fields.change(variable, "the resolver before the DOI is left out")
    return _line(tag, bare) if text else ""


def _url(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    # A semicolon parts two URLs in some readers, a blank ends one.
    encoded = text.replace(";", "%3B").replace(" ", "%20")
    if encoded != text:
        fields.change(variable, "blanks and semicolons are percent-encoded")
    return _line(tag, encoded) if text else ""


def _language(fields: Fields, variable: str, tag: str, value: Any) -> str:
    if len(value) < 4 and value.isalpha():  # a tag without a region
        return _line(tag, value)
    text = clean_line(fields, variable, value)
    if match := _REGIONAL.fullmatch(text):
        fields.change(variable, "the region is left out")
        text = match[1]
    return _line(tag, text) if text else ""


def _note(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    taken_apart = text.lower().startswith(_READ_INTO_NOTES) or read_label(text) is not None
    return _line("RN" if taken_apart else tag, text) if text else ""


def _number(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if not text:
        return ""
    kinds = {"ISBN": is_isbn(text), "ISSN": is_issn(text)}
    fits = kinds.get(variable, not any(kinds.values()))
    return _line(tag, text) if fits else _with_label(variable, text)


def _labelled(fields: Fields, variable: str, tag: str, value: Any) -> str:
    if isinstance(value, dict):
        date: Any = value
        return _labelled_date(fields, variable, date)
    if isinstance(value, list):
        texts = _written_names(fields, variable, value, BARS)
        if not texts:
            fields.drop(variable, "it holds no name that can be written")
        return "".join([_with_label(variable, text) for text in texts])
    text = clean_line(fields, variable, value)
    return _with_label(variable, text) if text else ""


def _with_label(variable: str, text: str) -> str:
    """The line for a value without a tag: a note where a colon in it would confuse M1's."""
    return _line("N1" if ":" in text else "M1", f"{label_of(variable)}: {text}")


def _key(fields: Fields, variable: str, tag: str, value: Any) -> str:
    if safe_key(value) != value:
        fields.change(variable, "characters that would end a key are removed")
    return ""


_WRITERS: dict[Shape, _Writer] = {
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
