"""Fields of MARC that a record was read from and CSL has no place for: put back when written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reportcite.formats.loss import Fields
from reportcite.formats.marc.crosswalk.crossed import LEADER, crossed
from reportcite.formats.marc.fields import Marc, content_from
from reportcite.patterns import pattern
from reportcite.record.custom import entry_name
from reportcite.record.untyped import Untyped
from reportcite.values.keywords import split_keywords

_Field = tuple[str, str]

_SAID_ONCE: Final = frozenset(
    {"001", "008", "100", "110", "111", "245", "250", "264", "300", "502"}
)
_CONTROL: Final = pattern("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NO_FIELD: Final = "it is no field of MARC"
_OTHERWISE: Final = "the record says something else by now"


def restored(
    fields: Fields, leader: str, written: list[_Field], own: Mapping[str, Any]
) -> list[_Field]:
    """`written` with the kept fields: for those that say the same, and beside all others.

    A kept field that says what the record does not say any more is left out, which is declared.
    """
    if not own:
        return written
    statement = [field for field in _fields_in(own) if field[0] == "245"][:1]
    readings = [_reading(leader, statement, field) for field in written]
    known = {variable for reading in readings for variable in reading}
    words = set(split_keywords(str(fields.record.fields.get("keyword", ""))))
    found = list(written)
    for tag, contents in own.items():
        if tag == LEADER:
            continue
        kept = list(_fields_in({tag: contents}))
        if not kept:
            fields.drop(entry_name("marc", tag), _NO_FIELD)
        for field in kept:
            reading = _reading(leader, statement, field)
            if reading and reading in readings:
                index = readings.index(reading)
                found[index], readings[index] = field, {"": "put back"}
            elif "keyword" in reading:
                if set(split_keywords(str(reading["keyword"]))) <= words:
                    found.append(field)
                else:
                    fields.drop(entry_name("marc", tag), _OTHERWISE)
            elif reading and (tag in _SAID_ONCE or not reading.keys() <= known):
                fields.drop(entry_name("marc", tag), _OTHERWISE)
            else:
                found.append(field)
    return found


def words_kept(own: Mapping[str, Any], words: Sequence[str]) -> set[str]:
    """Which of the keywords `words` are in kept headings that say nothing else."""
    said: set[str] = set()
    for field in _fields_in(own):
        if field[0][0] == "6":
            found = split_keywords(str(crossed(Marc("", [field]))[1].get("keyword", "")))
            if set(found) <= set(words):
                said.update(found)
    return said


def _reading(leader: str, statement: list[_Field], field: _Field) -> dict[str, Untyped]:
    """What a field says by itself, beside the statement of responsibility."""
    context = statement if field[0] != "245" else []
    _, fields = crossed(Marc(leader, [*context, field]))
    ignored = {"type", "custom"} | ({"title", "subtitle", "medium"} if context else set())
    return {name: value for name, value in fields.items() if name not in ignored}


def _fields_in(own: Mapping[str, Any]) -> Iterator[_Field]:
    """Those entries that are fields."""
    for tag, contents in own.items():
        if not (len(tag) == 3 and tag.isascii() and tag.isalnum() and isinstance(contents, list)):
            continue
        for content in contents:
            if isinstance(content, str) and not _CONTROL.search(content):
                yield tag, content_from(content)
