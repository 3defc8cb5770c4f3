"""How an entry is written: found once for all records of one type with one set of fields.

Most values are texts that need no escaping. They are put between the words of an entry all at once;
only the others, and all of an entry with an untame text, are written one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias, TypeVar

from reportcite.formats.format import Fields

Shape = TypeVar("Shape")

Writer: TypeAlias = Callable[[Fields, str, str, Any], str]
"""(the record's fields, variable, its tag in the entry, the variable's value) → lines."""


class Frame(NamedTuple):
    """What stands before the key of an entry, between the key and the lines, and after these."""

    before_key: str
    behind_key: str
    tail: str


class Plan(NamedTuple):
    """The steps to write an entry, one for each variable.

    `pieces` are the words of the entry, each followed by the place of a value: of the key, of the
    texts and of what each of `others` writes, which `arrange` brings into the order of `steps`.
    """

    variables: frozenset[str]
    steps: tuple[tuple[Writer, str, str], ...]  # writer, variable, tag
    texts: Callable[[Mapping[str, Any]], tuple[str, ...]]
    others: tuple[tuple[Writer, str, str], ...]
    arrange: Callable[[Sequence[str]], tuple[str, ...]]
    pieces: tuple[str, ...]
    frame: Frame


def plan_entry(
    frame: Frame,
    slots: Sequence[tuple[str, str, Shape]],
    writers: Mapping[Shape, Writer],
    as_it_is: Mapping[Shape, str],
) -> Plan:
    """The plan for `slots`, of which each is a variable, its tag and a shape.

    `writers` has the writer for each shape, `as_it_is` the line in which a text of some shapes
    stands if it is tame: `{}` is the place of the tag, `%s` that of the text.
    """
    texts = [place for place, (_, _, shape) in enumerate(slots) if shape in as_it_is]
    others = [place for place in range(len(slots)) if place not in texts]
    found = [*texts, *others]
    steps = [(writers[shape], variable, tag) for variable, tag, shape in slots]
    lines = [as_it_is.get(shape, "%s").replace("{}", tag) for _, tag, shape in slots]
    words = "".join([frame.before_key, "%s", frame.behind_key, *lines, frame.tail]).split("%s")
    return Plan(
        frozenset(variable for variable, _, _ in slots),
        tuple(steps),
        _taking([slots[place][0] for place in texts]),
        tuple(steps[place] for place in others),
        _taking([found.index(place) for place in range(len(slots))]),
        tuple(piece for word in words for piece in (word, ""))[:-1],
        frame,
    )


def write_planned(
    plan: Plan, fields: Fields, key: str, are_tame: Callable[[Fields, Sequence[str]], bool]
) -> str:
    """The entry of a record under `key`, which is inserted as it stands; `are_tame` says of the
    texts whether all can stand as they are."""
    present: Mapping[str, Any] = fields.record.fields
    fields.take_all(plan.variables)
    texts = plan.texts(present)
    if are_tame(fields, texts):
        lines = [write(fields, name, tag, present[name]) for write, name, tag in plan.others]
        pieces = [*plan.pieces]
        pieces[1::2] = key, *plan.arrange((*texts, *lines))
        return "".join(pieces)
    lines = [write(fields, name, tag, present[name]) for write, name, tag in plan.steps]
    return "".join([plan.frame.before_key, key, plan.frame.behind_key, *lines, plan.frame.tail])


def _taking(keys: Sequence[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the values of `keys` out of a mapping or sequence, as a tuple."""
    if len(keys) > 1:
        return itemgetter(*keys)
    return lambda values: tuple(values[key] for key in keys)
