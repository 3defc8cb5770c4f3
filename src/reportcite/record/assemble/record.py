"""The door: makes records of what readers found, and is the only place that makes any.

Names of fields are recognised and shapes are checked; every value is read in the notation of its
format, or kept as it was typed, with a problem.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from operator import itemgetter
from pathlib import PurePath
from typing import Any, Final

from reportcite.errors import Place
from reportcite.problems import NOWHERE, Problem
from reportcite.record.assemble.lacking import lacking
from reportcite.record.assemble.machine_written import add_parts, make_typed
from reportcite.record.assemble.making import Making
from reportcite.record.assemble.members import members
from reportcite.record.checks.required import missing
from reportcite.record.fields import TEXT_FIELDS, Value, are_one_line, holds_one_line_each
from reportcite.record.model import Record
from reportcite.record.untyped import UntypedRecord
from reportcite.tuples import NamedTuple
from reportcite.values.doi import begins_as_bare_doi
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

_NO_NAMES: Final[frozenset[str]] = frozenset()
_NO_PLACES: Final[Mapping[str, tuple[int, int]]] = {}  # as proxies they could not be pickled
_AS_MACHINES_WRITE: Final = Record("", "", {}, NOWHERE, one_line=True)[4:]
"""What all records have in common that programs wrote without oddities."""
_BEHIND_OWN: Final = _AS_MACHINES_WRITE[6:]
_AS_IN_ITEMS: Final = Record("", "", {}, NOWHERE, one_line=True, own=False)[7:]
"""The same of items of CSL-JSON, behind their places."""


def assemble(untyped: UntypedRecord, name_of: Callable[[Record], str] | None = None) -> Record:
    """The record that a reader found; see `members`. One without an id gets what `name_of` makes of
    it."""
    record = Record._make(members(untyped))
    return record if record.id or name_of is None else record._replace(id=name_of(record))


def with_id(record: Record, id_: str) -> Record:
    """`record` under another id."""
    return record._replace(id=id_)


def with_fields(record: Record, fields: Mapping[str, Value], problems: Sequence[Problem]) -> Record:
    """`record` with other values, and what was found while these were read; no advice is left."""
    return record._replace(fields=fields, problems=tuple(problems), one_line=False, advice=())


class Values(NamedTuple):
    """What a record says, in values of records; see `Record` for each."""

    type: str
    fields: Mapping[str, Value]
    places: Mapping[str, tuple[int, int]]
    custom: Mapping[str, Any]
    stated_none: frozenset[str]
    truncated: frozenset[str]


def with_values(record: Record, values: Values) -> Record:
    """`record` with other values, such as those of other records about its work."""
    return record._replace(**values._asdict(), one_line=holds_one_line_each(values.fields))


def assemble_machine_written(source: dict[str, Any], place: Place, strings: int) -> Record | None:
    """The record in `source`, which becomes its `fields`; None, and `source` is as it was, where
    something wants the closer look that `assemble` takes.

    It is what `assemble` makes of the same, in the notation of this project's own formats. See
    `make_typed`.
    """
    if not make_typed(source, strings):
        return None
    id_, type_ = source.pop("id"), source.pop("type")
    # Run for every line of an export: the constructor alone would take twice as long.
    return tuple.__new__(Record, (id_, type_, source, place) + _AS_MACHINES_WRITE)  # noqa: RUF005


def machine_written_records(
    sources: Sequence[dict[str, Any]], places: Sequence[Place]
) -> list[Record]:
    """The same of each of `sources`, all of which `make_typed` takes, or has taken."""
    ids = [*map(dict.pop, sources, repeat("id"))]
    types = map(dict.pop, sources, repeat("type"))
    common = map(repeat, _AS_MACHINES_WRITE)
    # Run for every line of an export, so that nothing but a tuple is made of each.
    return [
        *map(tuple.__new__, repeat(Record), zip(ids, types, sources, places, *common, strict=False))
    ]


def assemble_item(
    source: dict[str, Any], place: Place, strings: int, places: Mapping[str, tuple[int, int]]
) -> Record | None:
    """The same of an item of CSL-JSON: what `assemble` makes of it in the notation of that."""
    record = assemble_machine_written(source, place, strings)
    if record is not None and missing(record.type, source, (), only_errors=True):
        source |= {"id": record.id, "type": record.type}  # there may be a warning to give
        return None
    # Run for every item: `_replace` would take three times as long.
    return record and tuple.__new__(Record, (*record[:6], places, *_AS_IN_ITEMS))


def assemble_values(
    id_: str, type_: str, fields: dict[str, Value], place: Place, custom: Mapping[str, Any]
) -> Record | None:
    """The record of `fields`, whose values are such as records have them, or dates that could not
    be read; None where `assemble` must look. `custom` is kept as it is.

    It is what `assemble` makes of the same in the formats of other programs.
    """
    shape = _shape(type_, *fields)
    if shape is None or (shape.has_doi and not begins_as_bare_doi(str(fields["DOI"]))):
        return None
    names: list[str] = []
    # Run for every record of a catalogue.
    for field in shape.dates:
        if fields[field].__class__ is not dict:
            return None
    for field in shape.names:
        of_field: Any = fields[field]
        if not add_parts(of_field, names):
            return None
    texts = shape.texts(fields)
    one_line = are_one_line([*texts, *names])
    if not one_line and not (all(names) and all(map(_is_kept, texts))):
        return None
    lacks = shape.lacks or lacking_in(type_, fields)
    return assemble_sound(id_, type_, fields, place, _NO_PLACES, custom, lacks, one_line)


def _is_kept(text: str) -> bool:
    """Whether a text is kept as it is, whatever field it is in."""
    return bool(text) and not text[-1].isspace()


class _Shape(NamedTuple):
    """What is known of all records of a type with the same fields: what takes the texts from them,
    which of them hold names and dates, and what they lack (None where that depends on a value)."""

    texts: Callable[[Mapping[str, Any]], tuple[str, ...]]
    names: tuple[str, ...]
    dates: tuple[str, ...]
    has_doi: bool
    lacks: Lacking | None


@lru_cache(maxsize=1 << 12)  # the records of a file hold the same sets of fields
def _shape(type_: str, *fields: str) -> _Shape | None:
    """None where one of the fields is not known under that name, or the type is none."""
    texts = [field for field in fields if field in TEXT_FIELDS]
    names = tuple([field for field in fields if field in NAME_VARIABLES])
    dates = tuple([field for field in fields if field in DATE_VARIABLES])
    if type_ not in ITEM_TYPES or len(texts) + len(names) + len(dates) != len(fields):
        return None
    lacks = None if "archive" in fields else lacking_in(type_, dict.fromkeys(fields, ""))
    return _Shape(_taking(texts), names, dates, "DOI" in fields, lacks)


def _taking(names: Sequence[str]) -> Callable[[Mapping[str, Any]], tuple[str, ...]]:
    """Takes the values under these names."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda fields: tuple([fields[name] for name in names])


class Lacking(NamedTuple):
    """What records of other programs with the same fields lack: the fields that are taken for
    none, and a warning for each."""

    names: frozenset[str]
    warnings: tuple[Problem, ...]


def lacking_in(type_: str, fields: Mapping[str, Any]) -> Lacking:
    """What a record of this type lacks that has these fields, their values read without a doubt."""
    names, warnings = lacking(type_, fields, (), ())
    return Lacking(frozenset(names) if names else _NO_NAMES, tuple(warnings))


def assemble_sound(  # noqa: PLR0913, PLR0917 - what a record consists of; by name takes longer
    id_: str,
    type_: str,
    fields: dict[str, Value],
    place: Place,
    places: Mapping[str, tuple[int, int]],
    custom: Mapping[str, Any],
    lacks: Lacking,
    one_line: bool,
) -> Record:
    """The record of `fields` that all were read without a doubt, as `assemble` makes it in the
    formats of other programs. `one_line` is what `Record.one_line` says of the fields."""
    names, warnings = lacks
    problems = tuple([problem.at(place) for problem in warnings]) if warnings else ()
    common = (id_, type_, fields, place, names, problems, places, one_line, custom, False)
    # Run for every entry of a file: the constructor alone would take twice as long.
    return tuple.__new__(Record, common + _BEHIND_OWN)


def values_of(untyped: UntypedRecord) -> dict[str, Value]:
    """The fields alone that `assemble` makes; for writers that look what is read of an entry."""
    making = Making(untyped)
    making.read()
    return making.fields


def stem_of(name: str) -> str:
    """The file name without folder and suffixes, from which records without an id are named."""
    return PurePath(name).name.split(".")[0].lstrip("-") or "record"


def numbered_id(stem: str, number: int) -> str:
    """The id of the `number`-th record of a file if it has none: `stem`, `stem-2`, `stem-3`."""
    return stem if number == 1 else f"{stem}-{number}"
