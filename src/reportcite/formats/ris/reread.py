"""Reports which values a reader of the reference takes for something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportcite.formats.loss import Fields
from reportcite.formats.writing.reread import AS_USUAL, ENTITY, report_change, report_genre
from reportcite.values.keywords import read_keywords
from reportcite.values.language import language_tag
from reportcite.values.texts.entities import unescape

_REREAD: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("language", language_tag),
    ("keyword", read_keywords),
)


def report_reread(fields: Fields) -> None:
    """State what is read otherwise from the reference of a record."""
    held = fields.record.fields
    for name, value in held.items():
        if value.__class__ is str:
            entity = "&" in value and unescape(str(value)) != value
        else:
            entity = _has_entity(value)
        if entity:
            report_change(fields, name, ENTITY)
    for name, reread in _REREAD:
        text = held.get(name)
        if isinstance(text, str) and reread(text) != text:
            report_change(fields, name, AS_USUAL)
    report_genre(fields)


def _has_entity(value: object) -> bool:
    """Whether names, or a date, have an entity in one of their texts."""
    for one in value if isinstance(value, list) else (value,):
        for part in one.values() if isinstance(one, dict) else ():
            if part.__class__ is str and "&" in part and unescape(part) != part:
                return True
    return False
