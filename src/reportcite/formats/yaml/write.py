"""One record as a YAML document, as people type it: short spellings, fields in title page order."""

from __future__ import annotations

from typing import Any

from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import NOT_UNICODE, carry_all, clean, stated_none
from reportcite.formats.writing.custom import with_custom
from reportcite.formats.writing.order import in_order
from reportcite.formats.yaml.ignoring import with_comments
from reportcite.values.dates.edtf import write_edtf
from reportcite.values.dates.typed import date_from_text
from reportcite.values.keywords import join_keywords, split_keywords
from reportcite.vocabulary import DATE_VARIABLES, NUMBER_VARIABLES


def write(fields: Fields, key: str) -> str:
    """The record as one document, in the short spellings people type where they say the same."""
    from reportcite.formats.writing.yaml import Word, dump_yaml

    record = fields.record
    held = with_custom(fields, carry_all(fields, NOT_UNICODE), in_names=True)
    values = {name: _shorten(name, value) for name, value in held.items()}
    values |= {"id": clean(record.id, NOT_UNICODE), "type": record.type}
    values |= {name: Word(word) for name, word in stated_none(fields).items()}
    text = dump_yaml({name: values[name] for name in in_order(values)})
    return with_comments(text, record.ignored, record.places) if record.ignored else text


def _shorten(name: str, value: Any) -> Any:
    if name in DATE_VARIABLES and isinstance(value, dict):
        return _short_date(value)
    if name == "keyword" and isinstance(value, str):
        from reportcite.formats.writing.yaml import Flow

        words = split_keywords(value)
        return Flow(words) if join_keywords(words) == value else value
    if name in NUMBER_VARIABLES and isinstance(value, str):
        return _unquoted_number(value)
    return value


def _short_date(value: Any) -> object:

    edtf = write_edtf(value)
    if edtf is None:
        return value
    # A season such as 2019-21 is doubted where it is read.
    return _unquoted_number(edtf) if date_from_text(edtf).certain == value else value


def _unquoted_number(text: str) -> int | str:
    """A number that reads back as the same text stands without quotes."""
    short = text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if short and str(int(text)) == text else text
