"""Knows at once what programs write: records with fields and values all as CSL-JSON has them.

Files of programs hold the same few sets of fields in every record, so what there is to know of a
set is found once, and one look at all texts together shows that none needs a look of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from reportcite.record.fields import TEXT_FIELDS, are_one_line
from reportcite.record.untyped import NONE
from reportcite.tuples import NamedTuple
from reportcite.values.dates.parts import date_from_mapping
from reportcite.values.doi import begins_as_bare_doi
from reportcite.values.names.parts import are_parts
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES


class _Fields(NamedTuple):
    """The fields of a mapping by kind; `texts` takes the values of all texts, and the id, from
    it. It has so many strings that are no texts: names of members, and the type."""

    texts: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    names: tuple[str, ...]
    dates: tuple[str, ...]
    has_doi: bool
    strings: int


def make_typed(source: dict[str, Any], strings: int) -> bool:
    """Make the dates of `source` such as records have, where all else is so already; False, and
    `source` is as it was, where something wants a closer look.

    Taken are mappings with an id, a type and a title, with all fields spelled as CSL spells them,
    and with values as records have them: texts (see `Record.one_line`), lists of names of such
    texts, single dates. `strings` is how many strings `source` was made of, names of members
    among them: if a name was given twice, there were more than are in it.
    """
    try:
        fields = _fields(*source)
        if fields is None or source["type"] not in ITEM_TYPES:
            return False
        others = fields.strings
        dates = {}
        for field in fields.dates:
            date = source[field]
            [point] = date["date-parts"]
            if len(date) != 1 or point.__class__ is not list:
                raise ValueError
            if len(point) == 1 and point[0].__class__ is int and 0 < point[0] < 10000:
                continue  # as most are
            parts, in_strings = _point(*point)
            if in_strings or len(parts) != len(point):
                dates[field] = {"date-parts": [[*parts]]}
            others += in_strings
        texts = [*fields.texts(source)]
        if NONE in texts or (fields.has_doi and not begins_as_bare_doi(source["DOI"])):
            return False
        no_names = len(texts)
        for field in fields.names:
            names = source[field]
            if not names:
                return False
            for name in names:
                if not (len(name) == 2 and "family" in name and "given" in name):  # as most have
                    _check_name(*name)
                texts += name.values()
        # Each part of a name has a string before it.
        given_once = strings == others + 2 * len(texts) - no_names
        if not (given_once and are_one_line(texts)):
            return False
    except (AttributeError, KeyError, TypeError, ValueError):  # a value of another shape
        return False
    source.update(dates)
    return True


def add_parts(names: Sequence[Mapping[str, str]], texts: list[str]) -> bool:
    """Add the texts of names to `texts`; whether all have known parts only."""
    # Run for every record of a catalogue.
    for name in names:
        if not (len(name) == 2 and "family" in name and "given" in name):  # as most have
            try:
                _check_name(*name)
            except ValueError:
                return False
        texts += name.values()
    return bool(names)


def are_typed(columns: Mapping[str, Sequence[Any]], strings: int) -> bool:
    """Whether `make_typed` takes each of the mappings whose values by name are in `columns`, and
    leaves it as it is. `strings` is how many all of them were made of, none more than its own.

    It may say no where each would be taken.
    """
    try:
        fields = _fields(*columns)
        if fields is None or not ITEM_TYPES.issuperset(columns["type"]):
            return False
        if not all(_are_dates(columns[field]) for field in fields.dates):
            return False
        if fields.has_doi and not all(map(begins_as_bare_doi, columns["DOI"])):
            return False
        texts = [*fields.texts(columns)]
        others = (fields.strings + len(texts)) * len(columns["id"])
        for field in fields.names:
            lists = columns[field]
            if {*map(type, lists)} != {list} or not all(lists):
                return False
            names = [*chain.from_iterable(lists)]
            for parts in {*map(tuple, names)}:
                _check_name(*parts)
            values = [*chain.from_iterable(map(dict.values, names))]
            others += 2 * len(values)
            texts.append(values)
        # Each by itself: a letter beyond ASCII in one makes it slow to look at them all.
        return strings == others and all(
            are_one_line(column) and NONE not in column for column in texts
        )
    except (KeyError, TypeError, ValueError):  # a value of another shape
        return False


def _are_dates(dates: Sequence[Any]) -> bool:
    """Whether each is a single date of numbers. Raises TypeError, ValueError where one is not."""
    if {*map(tuple, dates)} != {("date-parts",)}:
        return False
    ranges = [*chain.from_iterable(map(dict.values, dates))]
    points = [*chain.from_iterable(ranges)]
    if {*map(type, ranges), *map(type, points)} != {list} or {*map(len, ranges)} != {1}:
        return False
    if {*map(type, chain.from_iterable(points))} != {int}:
        return False
    return all(_point(*point) == (point, 0) for point in {*map(tuple, points)})


@lru_cache(maxsize=1024)
def _fields(*names: str) -> _Fields | None:
    """The fields called so; None where one of them is not known under that name."""
    own = {"id", "type", "title"}
    others = set(names) - own
    if not own.issubset(names) or not others <= TEXT_FIELDS | NAME_VARIABLES | DATE_VARIABLES:
        return None
    dates = tuple(name for name in names if name in DATE_VARIABLES)
    return _Fields(
        itemgetter("id", *(name for name in names if name in TEXT_FIELDS)),
        tuple(name for name in names if name in NAME_VARIABLES),
        dates,
        "DOI" in names,
        len(names) + len(dates) + 1,
    )


@lru_cache(maxsize=1024)
def _check_name(*parts: str) -> None:
    """Raises ValueError where these are not the parts of a name, all texts."""
    if not are_parts(parts):
        raise ValueError


@lru_cache(maxsize=1 << 13, typed=True)  # all reports are of a few years; 1 is not True
def _point(*parts: object) -> tuple[tuple[int, ...], int]:
    """Year, month and day in `parts`, and how many of these are strings.

    Raises ValueError where they are no date, or a doubtful one.
    """
    date = date_from_mapping({"date-parts": [[*parts]]}).certain
    if date is None or date.keys() != {"date-parts"}:
        raise ValueError
    point = tuple(date["date-parts"][0])
    return point, sum(isinstance(part, str) for part in parts)
