"""A work as one of the vocabularies of a page describes it, and the best of several of the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reportcite.patterns import pattern
from reportcite.values.doi import bare_doi

_SLASHED = pattern(r"([0-9]{4})/([0-9]{1,2})(?:/([0-9]{1,2}))?")


@dataclass(slots=True)
class Described:
    """Fields as they stand in a page, with the line of each; `rest` is what CSL has no place for.

    `weak` marks what may describe the page itself and no work.
    """

    type: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)
    weak: bool = False

    def put(self, name: str, value: Any, line: int) -> None:
        """Let field `name` be `value`, if that is something and the field is not known yet."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.lines[name] = line

    def add(self, name: str, value: Any, line: int) -> None:
        """Add `value` to the list that field `name` is."""
        if value:
            self.fields.setdefault(name, []).append(value)
            self.lines.setdefault(name, line)

    def keep(self, name: str, value: Any) -> None:
        """Keep what CSL has no variable for; of several values a list."""
        if name not in self.rest:
            self.rest[name] = value
        elif isinstance(self.rest[name], list):
            self.rest[name].append(value)
        else:
            self.rest[name] = [self.rest[name], value]

    def fill_from(self, other: Described) -> None:
        """Take from `other` what is not known here."""
        for name, value in other.fields.items():
            self.put(name, value, other.lines.get(name, 0))
        self.type = self.type or other.type
        self.rest = {**other.rest, **self.rest}


def best_of(found: Iterable[Described]) -> list[Described]:
    """The works in `found`, of each the fullest description, which takes from the others of the
    same work what it lacks; in the order in which they were found first."""
    works: list[list[Described]] = []
    for one in found:
        same = next((work for work in works if any(_are_same(one, other) for other in work)), None)
        if same is None:
            works.append([one])
        else:
            same.append(one)
    if any(not one.weak for work in works for one in work):
        works = [work for work in works if not all(one.weak for one in work)]
    return [_merged(work) for work in works]


def _merged(work: list[Described]) -> Described:
    fullest, *others = sorted(work, key=lambda one: (one.weak, -len(one.fields)))
    for other in others:
        fullest.fill_from(other)
    return fullest


def _are_same(one: Described, other: Described) -> bool:
    """Whether two descriptions are of one work: by DOI, else by title."""
    dois = [bare_doi(str(each.fields.get("DOI", ""))).lower() for each in (one, other)]
    if all(dois):
        return dois[0] == dois[1]
    titles = [_letters(str(each.fields.get("title", ""))) for each in (one, other)]
    return bool(titles[0]) and titles[0] == titles[1]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def iso_date(text: str) -> str:
    """A date as pages write it, with hyphens for slashes.

    >>> iso_date("2024/3/7"), iso_date("2024/03"), iso_date("2024-03-07T10:00Z")
    ('2024-03-07', '2024-03', '2024-03-07')
    """
    text = text.strip()
    if text[4:5] == "-" and len(text) > 10 and text[10] in "T ":
        text = text[:10]
    match = _SLASHED.fullmatch(text)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else text
