"""How the lines of an entry are written: found once for all records with one set of fields.

Most values are texts that need no escaping. They are put into a template of the entry all at once;
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


class Plan(NamedTuple):
    """`template` holds the place of each text and of what each of `others` writes, which `arrange`
    brings into the order of `steps`, those of all variables."""

    variables: frozenset[str]
    steps: tuple[tuple[Writer, str, str], ...]  # writer, variable, tag
    texts: Callable[[Mapping[str, Any]], tuple[str, ...]]
    others: tuple[tuple[Writer, str, str], ...]
    arrange: Callable[[Sequence[str]], tuple[str, ...]]
    template: str


def plan_lines(
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
    return Plan(
        frozenset(variable for variable, _, _ in slots),
        tuple(steps),
        _taking([slots[place][0] for place in texts]),
        tuple(steps[place] for place in others),
        _taking([found.index(place) for place in range(len(slots))]),
        "".join(as_it_is.get(shape, "%s").replace("{}", tag) for _, tag, shape in slots),
    )


def write_planned(
    plan: Plan, fields: Fields, are_tame: Callable[[Fields, Sequence[str]], bool]
) -> str:
    """The lines for all variables of the record; `are_tame` says of the texts whether all can
    stand as they are."""
    present: Mapping[str, Any] = fields.record.fields
    fields.take_all(plan.variables)
    texts = plan.texts(present)
    if are_tame(fields, texts):
        lines = [write(fields, name, tag, present[name]) for write, name, tag in plan.others]
        return plan.template % plan.arrange((*texts, *lines))
    return "".join([write(fields, name, tag, present[name]) for write, name, tag in plan.steps])


def _taking(keys: Sequence[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the values of `keys` out of a mapping or sequence, as a tuple."""
    if len(keys) > 1:
        return itemgetter(*keys)
    return lambda values: tuple(values[key] for key in keys)
