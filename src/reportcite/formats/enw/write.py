"""ENW: a tag and one line per value; what EndNote has no field for stands in its research notes."""

from __future__ import annotations

from typing import Any, Final

from reportcite.formats.enw.fields import FIELDS, tags
from reportcite.formats.enw.read import NOTATION, own
from reportcite.formats.loss import Fields
from reportcite.formats.reading.tagged import Field, Tagged
from reportcite.formats.reading.tagged_fields import Collected
from reportcite.formats.reference_types import REFERENCE_TYPES, endnote_type, expected_number
from reportcite.formats.writing.carry import NOT_UNICODE, carry_all
from reportcite.formats.writing.note_lines import remainder
from reportcite.formats.writing.one_line import FOLDED, one_line
from reportcite.record.custom import entry_name
from reportcite.record.fields import Value
from reportcite.values.dates.edtf import write_edtf
from reportcite.values.dates.questions import years_of
from reportcite.values.doi import is_doi
from reportcite.values.keywords import split_keywords
from reportcite.values.names.endnote import write_name
from reportcite.values.shapes import Date
from reportcite.values.standard_numbers import read_numbers
from reportcite.values.texts.entities import unescape
from reportcite.values.title import join_title

_ORDER: Final = ["%0", "%F", *FIELDS, "%<"]

Lines = list[Field]
"""Tags and their values; where they stand does not matter."""


def write(fields: Fields, key: str) -> str:
    """The record as one ENW reference; the record's id is its label."""
    record = fields.record
    values = _on_one_line(fields)
    ris = endnote_type(record.type, values)
    places = tags(ris, values)
    title, subtitle = str(values.get("title", "")), str(values.get("subtitle", ""))
    lines = _lines("%0", REFERENCE_TYPES[ris].name) + _lines("%F", record.id)
    lines += _lines("%T", join_title(title, subtitle))
    for variable, value in values.items():
        if variable not in ("title", "subtitle"):
            lines += _value(fields, ris, places.get(variable, ""), variable, value)
    lines.sort(key=_place)
    read_back = own(_collected(lines))
    # A value that reads as another variable stands in the notes alone.
    misread = read_back.fields.keys() - values.keys() - {"custom"}
    if misread:
        lines = [one for one in lines if not _is_misread(lines, one, misread)]
        read_back = own(_collected(lines))
    rest = remainder(fields, values, read_back, NOTATION)
    lines += [Field("%<", 0, line) for line in rest.split("\n") if line]
    if record.custom:
        lines += _own(fields, ris)
    lines.sort(key=_place)
    return "".join([f"{tag} {text}\n" for tag, _, text in lines]) + "\n"


def _place(one: Field) -> int:
    return _ORDER.index(one.tag)


def _on_one_line(fields: Fields) -> dict[str, Value]:
    """Every field, all its texts on one line; what is altered by that is stated."""
    found: dict[str, Value] = {}
    for variable, value in carry_all(fields, NOT_UNICODE).items():
        line = _folded(value)
        if not line:
            fields.drop(variable, "it holds nothing that can be written")
            continue
        if line != value:
            entity = "the entity in it is decoded when it is read"
            fields.change(variable, FOLDED if _folded(value, decode=False) != value else entity)
        found[variable] = line
    return found


def _folded(value: Any, *, decode: bool = True) -> Any:
    """`value` with each text in it on one line, its entities decoded as a reader does; nothing is
    left of what holds none."""
    if isinstance(value, str):
        line = one_line(unescape(value) if decode else value)[0]
        return "" if line.isspace() else line
    if isinstance(value, dict):
        return {
            key: kept for key, one in value.items() if (kept := _folded(one, decode=decode)) != ""
        }
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [kept for one in value if (kept := _folded(one, decode=decode))]
    return value


def _lines(tag: str, text: str) -> Lines:
    clean = one_line(text)[0]
    return [Field(tag, 0, clean)] if tag and clean and not clean.isspace() else []


def _collected(lines: Lines) -> Collected:
    return Collected(Tagged(0, clean=lines), "", "ris")


def _is_misread(lines: Lines, one: Field, misread: set[str]) -> bool:
    """Whether `one` alone reads as a variable that the record does not have."""
    if one.tag in ("%0", "%T", "%F"):
        return False
    read = own(_collected([lines[0], one])).fields.keys()
    whole = own(_collected([other for other in lines if other is not one])).fields.keys()
    return bool(misread & read) or bool(misread - whole)


def _value(fields: Fields, ris: str, tag: str, variable: str, value: Value) -> Lines:
    if isinstance(value, dict):
        return _date(variable, value)
    if not tag:
        return []
    if variable == "DOI" and not is_doi(str(value)):
        return []
    if tag == "%@" and read_numbers(str(value), expected_number(ris)) != {variable: value}:
        return []
    if isinstance(value, str):
        texts = split_keywords(value) if variable == "keyword" else [value]
        return [line for text in texts for line in _lines(tag, text)]
    lines = [line for name in value for line in _lines(tag, write_name(name))]
    if fields.record.truncated and lines and fields.goes_on(variable):
        lines += _lines(tag, "et al.")
    return lines


def _date(variable: str, date: Date) -> Lines:
    edtf = write_edtf(date) or ""
    if variable == "accessed":
        return _lines("%[", edtf)
    if variable != "issued":
        return []
    years = [str(year) for year in years_of(date)]
    lines = _lines("%D", years[0] if years else date.get("literal", ""))
    return lines + (_lines("%8", edtf) if edtf not in years else [])


def _own(fields: Fields, ris: str) -> Lines:
    """What a reader kept of the fields of EndNote, since CSL has nothing for them."""
    by_field = {field: tag for tag, field in reversed([*FIELDS.items()])}
    variables = REFERENCE_TYPES[ris].variables
    lines: Lines = []
    for field, held in fields.own("ris").items():
        texts = held if isinstance(held, list) else [held]
        name = entry_name("ris", field)
        tag = by_field.get(field, "")
        if not tag or variables.get(field) or not all(isinstance(text, str) for text in texts):
            fields.drop(name, "ENW has no place for it")
            continue
        found = [line for text in texts for line in _lines(tag, text)]
        if [line.text for line in found] != texts:
            fields.change(name, FOLDED)
        lines += found
    return lines
