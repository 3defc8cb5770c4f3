"""Ways to make one text of another by changing as little as can be, found in a part of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, islice, pairwise
from typing import Final, TypeAlias

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

_WORD: Final = pattern(r"\w+|\W")
_MOST_PLACES: Final = 4
_MOST_BESIDE: Final = 12
_SAYS_ENOUGH: Final = 3
"""Characters that are looked for without what stands beside them."""
_LONGEST: Final = 8_000
"""Characters of two texts that are compared: the time grows with the square."""


class Splice(NamedTuple):
    """`text[start:end]` is replaced by `new`."""

    start: int
    end: int
    new: str


Change: TypeAlias = tuple[Splice, ...]
"""What is done to a text at once: parts of it that do not overlap, in order."""


def changes(
    text: str, span: tuple[int, int], spellings: Sequence[tuple[str, str]]
) -> Iterator[Change]:
    """The ways to have, for the first of a pair of `spellings`, the second in this span of `text`,
    the likeliest first.

    First those where the first stands there; then those where only what differs is changed, found
    by what stands beside it: escapes and line breaks elsewhere in a long text do not matter then.

    >>> [apply("a {b}  c", change) for change in changes("a {b}  c", (0, 8), [("b  c", "b c")])]
    ['a {b} c']
    """
    seen: set[Change] = set()
    for change in _all_changes(text, span, list(dict.fromkeys(spellings))):
        if change not in seen:
            seen.add(change)
            yield change


def apply(text: str, splices: Iterable[Splice]) -> str:
    """`text` with `splices`, which do not overlap, in whatever order.

    >>> apply("one two", [Splice(4, 7, "2"), Splice(0, 3, "1")])
    '1 2'
    """
    pieces = []
    at = 0
    for start, end, new in sorted(splices):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _all_changes(
    text: str, span: tuple[int, int], spellings: Sequence[tuple[str, str]]
) -> Iterator[Change]:
    for old, new in spellings:
        for at in islice(_places(text, old, *span), _MOST_PLACES):
            yield (Splice(at, at + len(old), new),)
    for old, new in spellings:
        if len(old) + len(new) <= _LONGEST:
            yield from _of_parts(text, span, _parts(old, new))


class _Part(NamedTuple):
    """A part of a text that changes, and what stands before and behind it."""

    before: str
    old: str
    new: str
    behind: str


def _parts(old: str, new: str) -> list[_Part]:
    """Where two texts differ, told by words and marks, of which there are fewer than characters."""
    old_words, new_words = _WORD.findall(old), _WORD.findall(new)
    old_at, new_at = ([0, *accumulate(map(len, words))] for words in (old_words, new_words))
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    return [
        _Part(
            old[: old_at[start]],
            old[old_at[start] : old_at[end]],
            new[new_at[new_start] : new_at[new_end]],
            old[old_at[end] :],
        )
        for kind, start, end, new_start, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _of_parts(text: str, span: tuple[int, int], parts: list[_Part]) -> Iterator[Change]:
    """Each part changed where it is found: all where they are found first, or all second."""
    found: list[list[Splice]] = []
    at, end = span
    for part in parts:
        places = _found(text, at, end, part)
        if not places:
            return
        found.append(places)
        at = places[0].end
    for number in range(min(map(len, found), default=0)):
        change = tuple(places[number] for places in found)
        if all(one.end <= other.start for one, other in pairwise(change)):
            yield change


def _found(text: str, start: int, end: int, part: _Part) -> list[Splice]:
    """Where `part` stands from `start` on, with as much beside it as can be found."""
    for before, behind in _beside(part):
        wanted = before + part.old + behind
        places = _places(text, wanted, max(start - len(before), 0), end)
        starts = (at + len(before) for at in islice(places, _MOST_PLACES))
        if found := [Splice(at, at + len(part.old), part.new) for at in starts if at >= start]:
            return found
    return []


def _beside(part: _Part) -> Iterator[tuple[str, str]]:
    """What may stand before and behind `part` in a file: on both sides, or on one where an escape
    or a line break is on the other."""
    both = [(part.before[-count:], part.behind[:count]) for count in range(_MOST_BESIDE, 0, -1)]
    yield from both
    yield from ((before, "") for before, _ in both if before)
    yield from (("", behind) for _, behind in both if behind)
    if len(part.old.strip()) >= _SAYS_ENOUGH:  # a space or a hyphen alone stands anywhere
        yield "", ""


def _places(text: str, wanted: str, start: int, end: int) -> Iterator[int]:
    at = text.find(wanted, start, end) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1, end)
