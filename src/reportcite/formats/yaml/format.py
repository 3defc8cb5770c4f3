"""The project's own record files: YAML, a record a document, fields in title page order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from reportcite.formats.format import Fields, Format
from reportcite.formats.writing.take import NOT_UNICODE, absences, clean, keywords, take_all
from reportcite.problems import Problem
from reportcite.record.fields import DATES, NUMBERS
from reportcite.record.model import Record, Value
from reportcite.values.dates.edtf import write_edtf

ORDER: Final = (
    "id", "type", "title", "subtitle", "title-short", "author", "editor", "translator",
    "contributor", "issued", "publisher", "publisher-place", "genre", "number", "version",
    "edition", "collection-editor", "collection-title", "collection-number", "container-author",
    "container-title", "volume", "issue", "page", "number-of-pages", "ISBN", "ISSN", "DOI", "URL",
    "accessed", "language", "keyword", "abstract", "note",
)  # fmt: skip
"""The fields in the order in which a record file names them; all others follow."""

_RANK: Final = {name: rank for rank, name in enumerate(ORDER)}


def in_order(names: Iterable[str]) -> list[str]:
    """`names` in the project's order, those that have no place in it last, as they came."""
    return sorted(names, key=lambda name: _RANK.get(name, len(ORDER)))


def write(fields: Fields, key: str) -> str:
    """The record as one document, in the short spellings people type where they say the same."""
    from reportcite.formats.writing.yaml import Word, dump_yaml

    record = fields.record
    values: dict[str, Any] = {
        name: _shorten(name, value) for name, value in take_all(fields, NOT_UNICODE).items()
    }
    values |= {"id": clean(record.id, NOT_UNICODE), "type": record.type}
    values |= {name: Word(word) for name, word in absences(fields).items()}
    return dump_yaml({name: values[name] for name in in_order(values)})


def read(stream: BinaryIO, name: str) -> Iterable[Record | Problem]:
    """The records of a YAML file."""
    from reportcite.formats.yaml.read import read_yaml

    return read_yaml(stream, name)


def _shorten(name: str, value: Value) -> object:
    if name in DATES and isinstance(value, dict):
        return _short_date(value)
    if name == "keyword" and isinstance(value, str):
        from reportcite.formats.writing.yaml import Flow

        words = keywords(value)
        return Flow(words) if ", ".join(words) == value else value
    if name in NUMBERS and isinstance(value, str):
        return _plain_number(value)
    return value


def _short_date(value: Any) -> object:
    from reportcite.values.dates.read import date_from_text

    edtf = write_edtf(value)
    if edtf is None:
        return value
    reading = date_from_text(edtf)
    # A season such as 2019-21 is doubted where it is read.
    return value if reading.date != value or reading.fault else _plain_number(edtf)


def _plain_number(text: str) -> int | str:
    """A number that reads back as the same text stands without quotes."""
    short = text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if short and str(int(text)) == text else text


FORMAT: Final = Format(
    name="yaml",
    title="YAML record files",
    suffixes=(".yaml", ".yml"),
    write=write,
    read=read,
    separator="---\n",
)
