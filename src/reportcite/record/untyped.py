"""What a reader hands over to `record.assemble`: fields of which is not known yet what they say.

A format says which field holds which variable; what values mean is found out in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from reportcite.errors import Place
from reportcite.problems import Ignored, Problem, shown
from reportcite.tuples import NamedTuple
from reportcite.values.dates.reading import Reading
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.rules import WRONG_SHAPE
from reportcite.values.shapes import Date

Untyped: TypeAlias = (
    "str | int | float | bool | Written | Sequence[Untyped] | Mapping[str, Untyped] | None"
)
"""A value as a reader found it, whatever the format: scalars (text wherever the source has text),
lists and mappings. Shared parts are fine; it is only walked as deep as a record goes."""

Places: TypeAlias = dict[str, tuple[int, int]]
"""Line and column of each key of a record; members of a list stand under `author/1`, `author/2`."""

NONE: Final = "none"
"""The word by which a record of this project's own formats states that there is none of
something."""

_NO_TEXTS: Final[Mapping[str, Callable[[Any], Untyped]]] = MappingProxyType({})


class Notation(NamedTuple):
    """How a format writes values.

    `names` reads one member of a list of names: field and value → the names in it, mostly one,
    what is doubtful, and whether the list goes on; `date` reads a date, field and value; `texts`
    read what is neither, by variable. What they are handed is what readers of the format put into
    the fields.
    `date_advice` says how a date that was read without a doubt had better be written: value, date.
    `name_list` says what is doubtful about a list of names as a whole. `unescape` reads every text
    of every value before.
    `states_none` says that records of the format state what there is none of, as those of this
    project's own formats do. In the formats of other programs a missing date or author is all
    there is to say so.
    """

    names: Callable[[str, Untyped], NamesReading]
    date: Callable[[str, Untyped], Reading]
    texts: Mapping[str, Callable[[Any], Untyped]] = _NO_TEXTS
    name_list: Callable[[Sequence[Untyped]], Problem | None] | None = None
    unescape: Callable[[str], str] | None = None
    states_none: bool = False
    date_advice: Callable[[Any, Date], Problem | None] | None = None


class Written(NamedTuple):
    """A value in another notation than the rest of its record."""

    value: Any
    notation: Notation


class UntypedRecord(NamedTuple):
    """One record as a reader found it.

    `fields` maps the names of fields as typed, `id` and `type` among them, to values. Without a
    usable id the record gets `fallback_id`.
    `advice` becomes the record's; each has the field it is about in its fix.
    `stated_none` names fields, as typed, that state that there is none of what they would hold.
    `places` are keyed by the names as typed, and become the record's. `one_line` says of all texts
    what `Record.one_line` says of those of the record.
    """

    fields: Mapping[str, Untyped]
    place: Place
    notation: Notation
    fallback_id: str
    stated_none: Collection[str] = ()
    problems: Sequence[Problem] = ()
    places: Places | None = None
    one_line: bool = False
    advice: Sequence[Problem] = ()
    ignored: Sequence[Ignored] = ()


def kind_of(value: Untyped) -> str:
    """What `value` is, for a message."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return shown(str(value))


def wrong_shape(name: str, value: Untyped, wanted: str) -> Problem:
    """That `name` holds something else than what is `wanted`."""
    message = f"{name} wants {wanted}, but holds {kind_of(value)}"
    return WRONG_SHAPE.found(message, "reportcite new shows what it looks like")
