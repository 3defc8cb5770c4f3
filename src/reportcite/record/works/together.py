"""What the records of one work say between them, and whether that rules out another record."""

from __future__ import annotations

from reportcite.record.works import kinds, titles
from reportcite.record.works.judge import SINGLE
from reportcite.record.works.traits import Traits


class Together:
    """What some records about one work say: every identifier, kind, year and detail of any of
    them, and the longest title."""

    __slots__ = ("_details", "_identifiers", "_kinds", "_title", "_years")

    def __init__(self, traits: Traits) -> None:
        """What one record says."""
        self._identifiers: dict[str, set[str]] = {}
        for text in traits.identifiers:
            self._identifiers.setdefault(text.partition(" ")[0], set()).add(text)
        self._details = {name: {value} for name, value in traits.details.items()}
        self._kinds = {traits.kind} - {kinds.ANY}
        self._years = {*traits.years}
        self._title = traits.title

    def add(self, other: Together) -> None:
        """Have what `other` says said, too; the cost is that of the smaller of the two, if that is
        `other`."""
        for name, values in other._identifiers.items():
            self._identifiers.setdefault(name, set()).update(values)
        for name, values in other._details.items():
            self._details.setdefault(name, set()).update(values)
        self._kinds |= other._kinds
        self._years |= other._years
        if len(other._title.words) > len(self._title.words):
            self._title = other._title

    def rules_out(self, other: Together) -> bool:
        """Whether the two are about different works, although a record of one is like a record of
        the other: they have different DOIs, say, or else volumes, subtitles or kinds."""
        shared = False
        for name, own in self._identifiers.items():
            others = other._identifiers.get(name)
            if others:
                if not own.isdisjoint(others):
                    shared = True
                elif name in SINGLE:
                    return True
        if shared:
            return False
        return self._differs(other)

    def _differs(self, other: Together) -> bool:
        for name, own in self._details.items():
            others = other._details.get(name)
            if others and own.isdisjoint(others):
                return True
        if self._kinds and other._kinds and self._kinds.isdisjoint(other._kinds):
            return True
        years = self._years | other._years
        if self._years.isdisjoint(other._years) and years and max(years) - min(years) > 1:
            return True
        return titles.likeness(self._title, other._title) <= titles.CONTAINED
