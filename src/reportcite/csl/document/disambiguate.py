"""Items whose cites look alike are made to differ (CSL 1.0.2, "Disambiguation").

Ambiguity is found by grouping on the rendered cite, so the work grows linearly with the items;
only the members of a group are rendered again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from reportcite.csl.compile.options import DisambiguationOptions
from reportcite.csl.context import (
    GIVEN_AS_STYLED,
    GIVEN_INITIALS,
    NOT_DISAMBIGUATED,
    Disambiguation,
    PrintedNames,
)
from reportcite.csl.document.compared import ComparedCite
from reportcite.csl.items.model import Item
from reportcite.csl.items.names import Name
from reportcite.csl.tokens import text_of
from reportcite.tuples import NamedTuple

RenderCite: TypeAlias = Callable[[Item, Disambiguation], ComparedCite]

_One = TypeVar("_One", bound=Hashable)
_Givens: TypeAlias = tuple[tuple[int, ...], ...]
"""As `Disambiguation.givens`."""

Compared: TypeAlias = tuple[Item, list[PrintedNames]]
"""An item, and the names that its cite prints."""


class Distinctions(NamedTuple):
    """What tells items apart, by their ids: those not in `decided` keep the usual rendering.

    The cites of each group in `alike` look the same but for the year-suffix.
    """

    decided: dict[str, Disambiguation]
    alike: list[list[str]]

    def year_suffixes(self, numbers: Mapping[str, int]) -> dict[str, str]:
        """The year-suffixes by item id, given out by the `numbers` of items."""
        return year_suffixes(self.alike, numbers.__getitem__)


class Disambiguator(NamedTuple):
    """The options of one style, with the function that renders a cite to compare."""

    options: DisambiguationOptions
    render: RenderCite

    def disambiguate(self, items: Sequence[Item]) -> Distinctions:
        """How each item's cites are rendered, and which of them look alike all the same.

        Nothing of this depends on the order of `items`.
        """
        options = self.options
        decided: dict[str, Disambiguation] = {}
        alike: list[list[str]] = []
        if not options.concerns(len(items)):
            return Distinctions(decided, alike)
        usual = [self.render(item, NOT_DISAMBIGUATED) for item in items]
        levels: dict[Name, int] = {}
        for namesakes in self.namesakes(usual).values():
            if len(namesakes) > 1:
                levels |= levels_of(
                    {name: self.forms(name, listed) for name, listed in namesakes.items()}
                )
        groups: defaultdict[Hashable, list[Compared]] = defaultdict(list)
        keys = self.keys(items, usual, levels, decided)
        for item, cite, key in zip(items, usual, keys, strict=True):
            groups[key].append((item, cite.names))
        for group in groups.values():
            if len(group) > 1:
                alike += [[item.id for item in rest] for rest in self.settle(group, decided)]
        return Distinctions(decided, alike)

    def keys(
        self,
        items: Sequence[Item],
        usual: Sequence[ComparedCite],
        levels: Mapping[Name, int],
        decided: dict[str, Disambiguation],
    ) -> list[tuple[str, tuple[str, ...]]]:
        """Of each of `items` what it shares with those whose cites look the same, with the names in
        it written out as `levels` say, which is entered in `decided`; `usual` are their cites."""
        keys: list[tuple[str, tuple[str, ...]]] = []
        states: dict[_Givens, Disambiguation] = {}  # few, and kept for very many items
        for item, cite in zip(items, usual, strict=True):
            written_out: tuple[str, ...] = ()
            if levels and (givens := self._givens(cite.names, levels)):
                decided[item.id] = states.setdefault(givens, Disambiguation(givens=givens))
                written_out = _written_out(cite.names, givens)
            # Cites are alike if they were before, and so is what is written out of their names.
            keys.append((cite.text, written_out))
        return keys

    def unsplit(self, cites: Iterable[ComparedCite]) -> list[int]:
        """For each of `cites` a number: of a group that looks alike, and in which all have the same
        and none a negative one, `settle` returns all."""
        by_cite = self.options.add_givenname and self.options.rule == "by-cite"
        if by_cite or not self.options.year_suffix:
            return [-1 for _ in cites]
        if not self.options.add_names:
            return [0 for _ in cites]
        # Names are added where some are hidden, and where others have more of them.
        return [
            sum([len(one.names) if one.shown >= len(one.names) else -1 for one in lists])
            if len(lists) < 2
            else -1
            for _, lists in cites
        ]

    def settle(
        self, group: list[Compared], decided: dict[str, Disambiguation]
    ) -> list[Sequence[Item]]:
        """Makes the cites of a group of several differ, by names or by condition, as entered in
        `decided`; returns the items among them that only year-suffixes tell apart."""
        rests = [self._by_condition(rest, decided) for rest in self._by_names(group, decided)]
        return rests if self.options.year_suffix else []

    # --- all names alike: the rules all-names and primary-name ------------------------------

    def namesakes(self, cites: Iterable[ComparedCite]) -> Mapping[str, Mapping[Name, PrintedNames]]:
        """The names that are to be like no other, each as it is printed first, by how they look
        there; nothing where names are written out in single cites only."""
        by_form: defaultdict[str, dict[Name, PrintedNames]] = defaultdict(dict)
        if not self.options.add_givenname or self.options.rule == "by-cite":
            return by_form
        primary = self.options.rule.startswith("primary-name")
        initials_only = self.options.highest_level == GIVEN_INITIALS
        for _, lists in cites:
            for index, listed in enumerate(lists):
                if initials_only and not listed.abbreviates:
                    continue  # a style that prints no initials has none to add
                shown = listed.names if not primary else listed.names[:1]
                if primary and index:
                    break
                for name in shown:
                    if not name.literal:
                        by_form[_form(listed, name, listed.base)].setdefault(name, listed)
        return by_form

    def forms(self, name: Name, listed: PrintedNames) -> list[str]:
        """How `name` looks with ever more of its given name, in a list like `listed`."""
        levels = range(GIVEN_INITIALS, self.options.highest_level + 1)
        return [_form(listed, name, max(level, listed.base)) for level in levels]

    def _givens(self, lists: Sequence[PrintedNames], levels: Mapping[Name, int]) -> _Givens:
        """How far the given names of `lists` are written out; () where none is."""
        primary = self.options.rule.startswith("primary-name")
        givens: list[tuple[int, ...]] = []
        for index, listed in enumerate(lists):
            row = [levels.get(name, GIVEN_AS_STYLED) for name in listed.names]
            if primary:
                row = row[:1] if index == 0 else []
            givens.append(tuple(row))
        return tuple(givens) if any(map(any, givens)) else ()

    # --- single cites ---------------------------------------------------------------------------

    def _by_names(
        self, group: list[Compared], decided: dict[str, Disambiguation]
    ) -> list[Sequence[Item]]:
        """Shows more of the names, step by step, while that splits the group; returns the rest."""
        by_cite = self.options.add_givenname and self.options.rule == "by-cite"
        if not (self.options.add_names or by_cite):
            return [[item for item, _ in group]]
        from reportcite.csl.document.name_steps import NameSteps

        return NameSteps(self.render, self.options.add_names, by_cite, decided).split(group)

    def _split(
        self, members: Sequence[Item], states: Mapping[str, Disambiguation]
    ) -> list[list[Item]]:
        groups: defaultdict[str, list[Item]] = defaultdict(list)
        for item in members:
            groups[self.render(item, states[item.id]).text].append(item)
        return list(groups.values())

    def _by_condition(
        self, group: Sequence[Item], decided: dict[str, Disambiguation]
    ) -> Sequence[Item]:
        """Makes the style's tests for ambiguity hold, one after the other; returns the rest.

        After a test that splits nothing no other is tried (bugreports_EnvAndUrb).
        """
        if self.options.year_suffix:
            return group
        rest = group
        for conditions in range(1, self.options.conditions + 1):
            if len(rest) < 2:
                return rest
            states = {
                i.id: decided.get(i.id, NOT_DISAMBIGUATED)._replace(conditions=conditions)
                for i in rest
            }
            decided |= states
            parts = self._split(rest, states)
            if len(parts) == 1:
                return rest
            rest = [i for part in parts if len(part) > 1 for i in part]
        return rest


def levels_of(forms: Mapping[_One, Sequence[str]]) -> dict[_One, int]:
    """How far the given names of namesakes must be written out to be like no other; `forms` has of
    each how it looks with ever more of its given name."""
    levels: dict[_One, int] = {}
    highest = max(map(len, forms.values()))
    for level, row in enumerate(zip(*forms.values(), strict=True), GIVEN_INITIALS):
        by_form: defaultdict[str, list[_One]] = defaultdict(list)
        for name, form in zip(forms, row, strict=True):
            by_form[form].append(name)
        if len(by_form) == 1:
            continue
        for alike in by_form.values():
            if len(alike) == 1 or level == highest:
                for name in alike:
                    levels.setdefault(name, level)
    return levels


def _written_out(lists: Sequence[PrintedNames], givens: _Givens) -> tuple[str, ...]:
    """The names whose given names are written out by `givens`, as they are printed."""
    return tuple(
        [
            _form(listed, name, max(level, listed.base))
            for listed, levels in zip(lists, givens, strict=False)
            for name, level in zip(listed.names[: listed.shown], levels, strict=False)
            if level
        ]
    )


def _form(listed: PrintedNames, name: Name, level: int) -> str:
    """How a name looks, the spacing of initials apart: "J. J." is "J.J.".

    A style without initials is looked at as if it had some: the bibliography may have them.
    """
    # Kept with the name, as what is printed of it: names recur.
    key = _form, listed.format, level, listed.inverted
    known = name.printed.get(key)
    if known is None:
        known = name.printed[key] = (_form_anew(listed, name, level),)
    return str(known[0])


def _form_anew(listed: PrintedNames, name: Name, level: int) -> str:
    if level == GIVEN_INITIALS and not listed.abbreviates:
        text = text_of(list(listed.format(name, GIVEN_AS_STYLED, listed.inverted)))
        return f"{text}, {name.given_letters}"
    text = text_of(list(listed.format(name, level, listed.inverted)))
    return text.replace(".", "").replace(" ", "")


def year_suffixes(
    alike: Iterable[Iterable[_One]], number_of: Callable[[_One], int]
) -> dict[_One, str]:
    """The year-suffixes of what looks alike, in each group given out by the numbers of items."""
    return {
        one: year_suffix(place)
        for group in alike
        for place, one in enumerate(sorted(group, key=number_of))
    }


def year_suffix(number: int) -> str:
    """The suffix of the item `number` (from 0): a … z, aa, ab …"""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
