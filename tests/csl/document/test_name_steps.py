"""Names of cites that look alike are shown step by step; what that costs is counted, not timed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportcite.csl.context import GIVEN_FULL, NOT_DISAMBIGUATED, Disambiguation, PrintedNames
from reportcite.csl.document.compared import ComparedCite
from reportcite.csl.document.name_steps import NameSteps
from reportcite.csl.items.model import Item
from reportcite.csl.items.names import Name

Authors = list[list[Name]]


class Style:
    """Prints "Doe et al."; counts how many names it has printed and formatted."""

    def __init__(self, authors: Authors) -> None:
        self.work = 0
        self.items = [Item(str(i), "book", {}, {}, {}, frozenset()) for i in range(len(authors))]
        self.authors = {
            item.id: tuple(names) for item, names in zip(self.items, authors, strict=True)
        }

    def render(self, item: Item, state: Disambiguation) -> ComparedCite:
        names = self.authors[item.id]
        shown = min(max(1, *state.shown, 0), len(names))
        givens = state.givens[0] if state.givens else ()
        forms = [
            self.format(name, givens[i] if i < len(givens) else 0, False)[0]
            for i, name in enumerate(names[:shown])
        ]
        end = " et al." if shown < len(names) else ""
        listed = PrintedNames(names, shown, 0, True, self.format, False)
        return ComparedCite(", ".join(forms) + end, [listed])

    def format(self, name: Name, level: int, inverted: bool) -> tuple[str]:
        self.work += 1
        return (f"{name.given} {name.family}" if level == GIVEN_FULL else name.family,)

    def split(self, *, add_names: bool = True, by_cite: bool = True) -> tuple[list[str], list[str]]:
        """The cites that are told apart, and the ids of those that are not."""
        decided: dict[str, Disambiguation] = {}
        named = [(item, self.render(item, NOT_DISAMBIGUATED).names) for item in self.items]
        rests = NameSteps(self.render, add_names, by_cite, decided).split(named)
        states = [decided.get(item.id, NOT_DISAMBIGUATED) for item in self.items]
        texts = [
            self.render(item, state).text for item, state in zip(self.items, states, strict=True)
        ]
        return texts, [item.id for rest in rests for item in rest]


def people(words: str) -> list[Name]:
    """Names as in "Jane Doe; John Poe"."""
    return [Name(*reversed(name.split())) for name in words.split("; ")]


def test_a_name_more_until_the_cites_differ() -> None:
    texts, rest = Style([people("A Doe; B Poe; C Roe"), people("A Doe; B Poe; D Zoe")]).split()

    assert (texts, rest) == (["Doe, Poe, Roe", "Doe, Poe, Zoe"], [])


def test_a_given_name_before_a_name_more() -> None:
    texts, _ = Style([people("A Doe; B Poe"), people("C Doe; B Poe")]).split()

    assert texts == ["A Doe et al.", "C Doe et al."]


def test_names_are_added_or_given_names_written_out_only_if_asked_for() -> None:
    style = Style([people("A Doe; B Poe"), people("C Doe; D Zoe")])

    assert style.split(by_cite=False) == (["Doe, Poe", "Doe, Zoe"], [])
    assert style.split(add_names=False) == (["A Doe et al.", "C Doe et al."], [])
    assert style.split(add_names=False, by_cite=False) == (["Doe et al."] * 2, ["0", "1"])


def test_what_splits_one_off_is_kept_for_those_that_stay_alike() -> None:
    three = ["A Doe; B Poe; C Roe", "A Doe; B Poe; C Roe", "A Doe; D Zoe; C Roe"]

    texts, rest = Style([people(names) for names in three]).split()

    assert texts == ["Doe, Poe et al.", "Doe, Poe et al.", "Doe, Zoe et al."]
    assert rest == ["0", "1"]


def test_a_list_that_ends_differs_from_one_that_goes_on() -> None:
    texts, rest = Style([people("A Doe; B Poe"), people("A Doe; B Poe; C Roe")]).split()

    assert (texts, rest) == (["Doe, Poe", "Doe, Poe et al."], [])


def test_names_that_look_the_same_are_no_difference() -> None:
    texts, rest = Style([people("A Doe; B Poe"), people("A Doe; B Poe")]).split()

    assert (texts, rest) == (["Doe et al."] * 2, ["0", "1"])


def _named(count: int) -> list[Name]:
    return [Name(f"Family{number}", f"Given{number}") for number in range(count)]


def same(size: int) -> Authors:
    """Papers of the same people: a reader makes one object of equal names."""
    return [_named(size)] * 20


def stairs(size: int) -> Authors:
    """Each paper has one author more than the one before."""
    everybody = _named(size)
    return [everybody[: number + 1] for number in range(size)]


def namesakes(size: int) -> Authors:
    """The n-th paper differs by the given name of its n-th author."""
    everybody = _named(size)
    return [[*everybody[:n], Name(f"Family{n}", "Other"), *everybody[n + 1 :]] for n in range(size)]


def homonyms(size: int) -> Authors:
    """Papers of different people of the same names: nothing tells them apart."""
    return [_named(size) for _ in range(20)]


@pytest.mark.parametrize("authors", [same, stairs, namesakes, homonyms])
def test_the_cost_grows_with_the_authors(authors: Callable[[int], Authors]) -> None:
    smaller, larger = (Style(authors(size)) for size in (40, 80))
    count = sum(map(len, larger.authors.values())) / sum(map(len, smaller.authors.values()))

    smaller.split()
    larger.split()

    assert larger.work <= 1.2 * count * smaller.work
