"""More of the names of cites that look alike, step by step, until the cites differ (CSL 1.0.2,
"Disambiguation").

Cites that were alike and are given the same step differ only by the name that the step changes:
the names there are compared, not the cites. A name is looked at once for each step, and only what
differs is rendered, one cite for each of its forms, so that the cost grows with the names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from reportcite.csl.context import (
    GIVEN_AS_STYLED,
    GIVEN_FULL,
    GIVEN_INITIALS,
    NOT_DISAMBIGUATED,
    Disambiguation,
    PrintedNames,
)
from reportcite.csl.document.compared import ComparedCite
from reportcite.csl.items.model import Item
from reportcite.tuples import NamedTuple

RenderCite: TypeAlias = Callable[[Item, Disambiguation], ComparedCite]


class _Place(NamedTuple):
    """A name: the number of its list, and its number in it, both from 0."""

    number: int
    position: int


_FIRST_NAME: Final = _Place(0, 0)


class _Alike(NamedTuple):
    """Items whose cites look the same with as much of the names as `state` shows.

    No step before `place` makes them differ; at `place` none up to `level` does.
    """

    items: Sequence[Item]
    state: Disambiguation
    place: _Place = _FIRST_NAME
    level: int = GIVEN_AS_STYLED


class _Step(NamedTuple):
    """A name more, or (`level`) so much of its given name; `state` is what is shown then."""

    place: _Place
    level: int
    state: Disambiguation
    key: Callable[[PrintedNames, int], Hashable]


class NameSteps(NamedTuple):
    """Splits items whose cites are the same by their names.

    `add_names` shows names behind "et al.", `by_cite` writes out given names in single cites.
    `decided` holds what is decided about an item already; what splits it off is entered there.
    """

    render: RenderCite
    add_names: bool
    by_cite: bool
    decided: dict[str, Disambiguation]

    def split(self, group: Sequence[tuple[Item, Sequence[PrintedNames]]]) -> list[Sequence[Item]]:
        """The items that no step tells apart, in groups; those alone are left out. `group` has them
        with the names that their cites print.

        A given name written out in vain is taken back, and so are names added in vain.
        """
        lists = {item.id: names for item, names in group}
        rests: list[Sequence[Item]] = []
        pending = [_Alike([item for item, _ in group], NOT_DISAMBIGUATED)]
        while pending:
            alike = pending.pop()
            parts = self._parts(alike, lists) if len(alike.items) > 1 else None
            if parts is not None:
                pending += parts
                continue
            for item in alike.items:
                if alike.state is not NOT_DISAMBIGUATED:
                    self.decided[item.id] = self._with(item, alike.state)
            if len(alike.items) > 1:
                rests.append(alike.items)
        return rests

    def _parts(
        self, alike: _Alike, lists: Mapping[str, Sequence[PrintedNames]]
    ) -> list[_Alike] | None:
        """The parts into which the first step that splits `alike` does; None where none does."""
        traces = [lists[item.id] for item in alike.items]
        for step in self._steps(alike, traces):
            by_key: defaultdict[Hashable, list[Item]] = defaultdict(list)
            for item, trace in zip(alike.items, traces, strict=True):
                by_key[self._key(item, trace, step)].append(item)
            if len(by_key) < 2:
                continue
            by_text: defaultdict[str, list[Item]] = defaultdict(list)
            for items in by_key.values():
                by_text[self.render(items[0], self._with(items[0], step.state)).text] += items
            if len(by_text) > 1:
                return [
                    _Alike(items, step.state, step.place, step.level) for items in by_text.values()
                ]
        return None

    def _steps(self, alike: _Alike, traces: Sequence[Sequence[PrintedNames]]) -> Iterator[_Step]:
        """What to try in turn: given names of the names shown, then one name more, and so on."""
        state, start, tried = alike.state, alike.place, alike.level
        for number in range(start.number, max(map(len, traces))):
            rows = [trace[number] for trace in traces if number < len(trace)]
            most = max(len(row.names) for row in rows)
            shown = max(min(row.shown for row in rows), *state.shown[number : number + 1], 0)
            for position in range(start.position if number == start.number else 0, most):
                place = _Place(number, position)
                if position >= shown:
                    if not self.add_names:
                        break
                    state = _showing(state, place)
                    yield _Step(place, GIVEN_AS_STYLED, state, _shown_key(position))
                if self.by_cite and _several(rows, position):
                    lowest = tried + 1 if place == start else GIVEN_INITIALS
                    for level in range(max(lowest, _first_level(rows, position)), GIVEN_FULL + 1):
                        written = _writing_out(state, place, level)
                        yield _Step(place, level, written, _form_key(position))

    def _key(self, item: Item, trace: Sequence[PrintedNames], step: _Step) -> Hashable:
        """What `step` prints of the name it changes, in the cite of `item`."""
        number, position = step.place
        if number >= len(trace) or position >= len(trace[number].names):
            return None
        givens = self._decided(item).givens
        row = givens[number] if number < len(givens) else ()
        own = row[position] if position < len(row) else GIVEN_AS_STYLED
        return step.key(trace[number], max(own, step.level))

    def _decided(self, item: Item) -> Disambiguation:
        return self.decided.get(item.id, NOT_DISAMBIGUATED)

    def _with(self, item: Item, state: Disambiguation) -> Disambiguation:
        """What is decided about `item`, and what `state` shows besides."""
        before = self._decided(item)
        return before._replace(shown=state.shown, givens=state.givens or before.givens)


def _several(rows: Sequence[PrintedNames], position: int) -> bool:
    """Whether the lists differ by the names at `position`."""
    names = {row.names[position] if position < len(row.names) else None for row in rows}
    return len(names) > 1


def _form_key(position: int) -> Callable[[PrintedNames, int], Hashable]:
    """The form of the name at `position`, inverted as it may be at the head of a list."""

    def key(listed: PrintedNames, level: int) -> Hashable:
        name, level = listed.names[position], max(level, listed.base)
        form = listed.format(name, level, listed.inverted)
        return form if position else (form, listed.format(name, level, True))

    return key


def _shown_key(position: int) -> Callable[[PrintedNames, int], Hashable]:
    """The form of the name at `position`, and how near the end of its list it stands: behind it,
    "et al." or a last name follows."""
    form = _form_key(position)

    def key(listed: PrintedNames, level: int) -> Hashable:
        return form(listed, level), min(len(listed.names) - position, 3)

    return key


def _first_level(rows: Sequence[PrintedNames], position: int) -> int:
    """The given-name level to begin with for the names at `position`: initials only where they
    distinguish names."""
    first = min(row.base for row in rows) + 1
    if first == GIVEN_INITIALS and not any(row.abbreviates for row in rows):
        names = {row.names[position] for row in rows if position < len(row.names)}
        if len({name.given_letters for name in names}) < len({name.given for name in names}):
            return GIVEN_FULL
    return first


def _showing(state: Disambiguation, place: _Place) -> Disambiguation:
    """`state` with the name at `place` and those before it shown."""
    shown = [*state.shown, *[0] * (place.number + 1 - len(state.shown))]
    shown[place.number] = place.position + 1
    return state._replace(shown=tuple(shown))


def _writing_out(state: Disambiguation, place: _Place, level: int) -> Disambiguation:
    """`state` with the given name at `place` written out to `level`."""
    givens = [*state.givens, *[()] * (place.number + 1 - len(state.givens))]
    row = givens[place.number]
    padding = (GIVEN_AS_STYLED,) * (place.position - len(row))
    givens[place.number] = (*row[: place.position], *padding, level)
    return state._replace(givens=tuple(givens))
