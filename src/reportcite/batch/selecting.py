"""Takes from chunks the records that were asked for, by key and by what their fields hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from reportcite.batch.chunks import Chunk, Results, results
from reportcite.batch.rules import AMBIGUOUS_KEY, NEVER_CITED, NONE_LIKE_THAT, UNKNOWN_KEY
from reportcite.batch.work.sound import stands_for_record
from reportcite.errors import Place
from reportcite.formats.writing.keys import base_key
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, shown
from reportcite.record.model import Record
from reportcite.record.selection import Condition, holds, key_of
from reportcite.similarity import most_alike
from reportcite.tuples import NamedTuple

_MOST_NAMES: Final = 200_000
"""Among so many keys the nearest to an unknown one is looked for: some 20 MB of them."""
_MOST_NAMED: Final = 5
_ASKED_FOR: Final = Place("--key")


class Selection(NamedTuple):
    """Which records are asked for: those under one of `keys` for which all `conditions` hold.

    A key is a record's id, its citation key, the key that it is exported under, or the beginning
    of one of these if no other record's begins so. `cited` are keys that documents cite, and where
    they do first: they are never taken for a beginning, and `*` among them is all records. Without
    both all records count.
    With `uncited` the records that no document cites are named.
    """

    keys: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    cited: Mapping[str, Place] | None = None
    uncited: bool = False

    @property
    def by_key(self) -> bool:
        """Whether records are looked for by their keys."""
        return bool(self.keys) or self.cited is not None


def selected(
    chunks: Iterable[Chunk], selection: Selection, limits: Limits = LIMITS
) -> Iterator[Chunk]:
    """The chunks with nothing but the records that `selection` asks for, in order.

    What could not become a record stays, unless every key was found: then it is none of them. With
    keys the records come at the end, together, after which keys are known to be nobody's.
    """
    if not selection.by_key:
        nothing = True
        for chunk in chunks:
            fitting = list(_fitting(chunk, selection.conditions, limits))
            nothing = nothing and not fitting
            yield Chunk([fitting], chunk.size)
        if nothing and selection.conditions:
            yield Chunk([[_none_like_that(selection.conditions)]], 0)
        return
    finder = _Finder(selection)
    for chunk in chunks:
        for result in _fitting(chunk, selection.conditions, limits):
            finder.note(result)
        yield Chunk([], chunk.size)
    yield Chunk([finder.found()], 0)


def names_of(record: Record) -> tuple[str, ...]:
    """What `record` is called: its citation key if it has one, its id, and the key of its export.

    The first is what lists show.
    """
    return tuple(dict.fromkeys((key_of(record), record.id, base_key(record))))


def _fitting(
    chunk: Chunk, conditions: tuple[Condition, ...], limits: Limits
) -> Iterator[Record | Problem]:
    for result in results(chunk, limits):
        if isinstance(result, Problem) or all(holds(one, result) for one in conditions):
            yield result


class _Finder:
    """Looks for keys in records that come one after another."""

    def __init__(self, selection: Selection) -> None:
        cited = {key: place for key, place in (selection.cited or {}).items() if key != "*"}
        self._all: list[int] | None = [] if "*" in (selection.cited or ()) else None
        self._exact: dict[str, list[int]] = {key: [] for key in (*selection.keys, *cited)}
        self._beginnings: dict[str, list[int]] = {key: [] for key in selection.keys}
        self._folded = [(key.casefold(), found) for key, found in self._beginnings.items()]
        self._places = {**cited, **dict.fromkeys(selection.keys, _ASKED_FOR)}
        self._kept: dict[int, Record | Problem] = {}
        self._names: list[str] = []
        self._uncited: dict[int, tuple[str, Place]] | None = {} if selection.uncited else None
        self._count = 0

    def note(self, result: Record | Problem) -> None:
        """Keep `result` if it may be one of those asked for."""
        self._count += 1
        if isinstance(result, Problem):
            self._kept[self._count] = result
            return
        names = names_of(result)
        if len(self._names) < _MOST_NAMES:
            self._names.append(names[0])
        for name in names:
            if name in self._exact:
                self._keep(result, self._exact[name])
        if self._all is not None:
            self._keep(result, self._all)
        for beginning, found in self._folded:
            # One more than are named shows that there are more.
            if len(found) <= _MOST_NAMED and any(
                name.casefold().startswith(beginning) for name in names
            ):
                self._keep(result, found)
        if self._uncited is not None and self._count not in self._kept:
            self._uncited[self._count] = names[0], result.place_of("id")

    def _keep(self, record: Record, found: list[int]) -> None:
        self._kept[self._count] = record
        if self._count not in found[-1:]:
            found.append(self._count)

    def found(self) -> Results:
        """The records asked for, in order, and a problem for each key that is not one record's."""
        wanted = {*(self._all or ())}
        problems: Results = []
        for key, exact in self._exact.items():
            numbers = exact or self._beginnings.get(key, [])
            if not numbers:
                problems.append(self._unknown(key))
            elif not exact and len(names := self._names_of(numbers)) > 1:
                problems.append(self._ambiguous(key, names))
            else:
                wanted.update(numbers)
        kept: Results = []
        for number, result in self._kept.items():
            if isinstance(result, Record):
                kept += [result] if number in wanted else []
            elif problems or not stands_for_record(result):
                kept.append(result)
        return [*kept, *problems, *map(_never_cited, (self._uncited or {}).values())]

    def _names_of(self, numbers: list[int]) -> list[str]:
        """The keys of these records, each once: a file may be named twice."""
        found = [self._kept[number] for number in numbers]
        return [*dict.fromkeys(names_of(one)[0] for one in found if isinstance(one, Record))]

    def _ambiguous(self, key: str, names: list[str]) -> Problem:
        more = ", …" if len(names) > _MOST_NAMED else ""
        message = f"several keys begin with {shown(key)}: {', '.join(names[:_MOST_NAMED])}{more}"
        return AMBIGUOUS_KEY.found(message, "write the whole key", self._places[key])

    def _unknown(self, key: str) -> Problem:
        near = nearest_key(key, self._names)
        suggestion = f"did you mean '{near}'?" if near else "`reportcite list` shows all keys"
        return UNKNOWN_KEY.found(
            f"no record has the key {shown(key)}", suggestion, self._places[key]
        )


def nearest_key(key: str, names: Iterable[str]) -> str:
    """The one of `names` that begins as `key`, or is most like it, whole or as far; "" for none.

    >>> nearest_key("becc1986", ["beck1986"]), nearest_key("beck", ["beck1986"])
    ('beck1986', 'beck1986')
    """
    known, beginning = [*names], key.casefold()
    return (
        next((name for name in known if name.casefold().startswith(beginning)), "")
        or most_alike(beginning, known, 0.6, str.casefold)
        or most_alike(beginning, known, 0.6, _cut_to(len(beginning)))
        or ""
    )


def _cut_to(length: int) -> Callable[[str], str]:
    """What gives the beginning of a key, as long as one that was typed with a slip."""
    return lambda name: name[:length].casefold()


def _none_like_that(conditions: Iterable[Condition]) -> Problem:
    wanted = " and ".join(shown(f"{name}={text}") for name, text in conditions)
    return NONE_LIKE_THAT.found(f"no record has {wanted}", place=Place("--where"))


def _never_cited(named: tuple[str, Place]) -> Problem:
    name, place = named
    return NEVER_CITED.found(f"no document cites {shown(name)}", place=place)
