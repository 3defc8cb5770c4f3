"""Merges the records of one work, field by field, and tells what contradicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from reportcite.problems import Problem, shown
from reportcite.record.assemble.record import Values, with_id, with_values
from reportcite.record.custom import CONTRIBUTORS, details, entries_in
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.record.rules import MERGE_CONFLICT
from reportcite.record.selection import texts_of
from reportcite.record.works import kinds, titles
from reportcite.record.works.better import better, better_written, merged_names
from reportcite.record.works.kinds import kind_of
from reportcite.record.works.titles import title_of
from reportcite.tuples import NamedTuple
from reportcite.values.shapes import Contributor

_APART: Final = frozenset({"citation-key", "subtitle", "title"})
"""Fields that are not judged by themselves; a work keeps the key of its first record."""


class Merged(NamedTuple):
    """What several records became, and a finding for each value that contradicts one kept."""

    record: Record
    conflicts: list[Problem]


def renamed(record: Record, id_: str) -> Record:
    """`record` under another id, and under another citation key, if that was its id."""
    if record.fields.get("citation-key") != record.id:
        return with_id(record, id_)
    values = Values(*[getattr(record, name) for name in Values._fields])
    fields = {**record.fields, "citation-key": id_}
    return with_id(with_values(record, values._replace(fields=fields)), id_)


def merge(records: Sequence[Record]) -> Merged:
    """One record of those of one work: the first, with what others say besides or better.

    It keeps the id of the first. Fields that the first lacks come behind its own, in the order of
    the records.
    """
    merging = _Merging(records[0])
    for record in records[1:]:
        merging.add(record)
    return Merged(merging.result(), merging.conflicts)


class _Merging:
    """A record to which others are added, and where each of its values comes from."""

    def __init__(self, first: Record) -> None:
        self.first = first
        self.type = first.type
        self.fields: dict[str, Value] = {**first.fields}
        self.sources: dict[str, Record] = dict.fromkeys(first.fields, first)
        self.truncated = {*first.truncated}
        self.none = {*first.stated_none}
        self.custom: dict[str, Any] = {**first.custom}
        self.conflicts: list[Problem] = []

    def add(self, record: Record) -> None:
        """Take from `record` what it says besides, or better."""
        if kind_of(self.type, self.fields) == kinds.ANY != record.type:
            self.type = record.type
        self._title(record)
        self._custom(record)
        for name, value in record.fields.items():
            if name in _APART:
                continue
            if name not in self.fields:
                self._take(name, value, record)
                if name in record.truncated:
                    self.truncated.add(name)
                self._take_details(name, record)
            elif isinstance(value, list):
                self._names(name, value, record)
            else:
                self._value(name, value, record)
        self.none |= record.stated_none

    def result(self) -> Record:
        """What was made of all."""
        fields, first = self.fields, self.first
        custom = {**self.custom}
        if custom.get(CONTRIBUTORS) == {} != first.custom.get(CONTRIBUTORS):
            del custom[CONTRIBUTORS]
        places = {
            name: place
            for name, place in first.places.items()
            if self.sources.get(name.partition("/")[0], first) is first
        }
        none = frozenset(self.none - fields.keys())
        values = Values(
            self.type, fields, places, custom, none, frozenset(self.truncated & fields.keys())
        )
        return with_values(first, values)

    def _take(self, name: str, value: Value, record: Record) -> None:
        self.fields[name] = value
        self.sources[name] = record

    def _value(self, name: str, value: Value, record: Record) -> None:
        choice = better(name, self.fields[name], value)
        if choice.conflict:
            self._tell(name, record, second_kept=choice.second)
        self.fields[name] = choice.value
        if choice.second:
            self.sources[name] = record

    def _title(self, record: Record) -> None:
        """Title and subtitle together: the fuller of two, of the same one the better written, or
        the one whose subtitle stands apart."""
        if "title" not in record.fields:
            return
        if "title" not in self.fields:
            self._take_title(record)
            return
        one, other = _title(self.fields), _title(record.fields)
        alike = titles.likeness(title_of(*one), title_of(*other))
        if alike == titles.SAME:
            apart = bool(other[1]) - bool(one[1])
            second = apart > 0 or (apart == 0 and better_written("".join(one), "".join(other)))
        else:
            second = len("".join(other)) > len("".join(one)) and alike != titles.OTHER
            second = second and alike not in (titles.ONE_SLIP, titles.TWO_SLIPS)
            if alike not in (titles.WITHOUT_SUBTITLE, titles.SHORT_WITHOUT_SUBTITLE):
                self._tell("title", record, second_kept=second)
        if second:
            self._take_title(record)

    def _take_title(self, record: Record) -> None:
        for name in ("title", "subtitle"):
            if name in record.fields:
                self._take(name, record.fields[name], record)
            else:
                self.fields.pop(name, None)

    def _names(self, name: str, value: list[Contributor], record: Record) -> None:
        """Names: of the same people each as it says more; else the list that has all, or more."""
        held = self.fields[name]
        assert isinstance(held, list), "a field of names holds nothing else"
        both = merged_names(held, value)
        if both is not None:
            self.fields[name] = both[0]
            if name in self.truncated and name not in record.truncated:
                self.truncated.discard(name)
            self._join_details(name, record)
            return
        goes_on = (name in self.truncated, name in record.truncated)
        second = len(value) > len(held)
        if goes_on[0] != goes_on[1]:
            second = goes_on[0]
        few, many = (held, value) if len(held) < len(value) else (value, held)
        is_beginning = merged_names(few, many[: len(few)]) is not None
        if not (is_beginning and any(goes_on)):
            self._tell(name, record, second_kept=second)
        if second:
            self._take(name, value, record)
            self.truncated.discard(name)
            if goes_on[1]:
                self.truncated.add(name)
            self._take_details(name, record)

    def _take_details(self, name: str, record: Record) -> None:
        """What is known of each of the names that are `record`'s now."""
        held = {**self.custom.get(CONTRIBUTORS, {})}
        held.pop(name, None)
        names = record.fields.get(name)
        if isinstance(names, list) and (found := details(record.custom, name, len(names))):
            held[name] = [*found]
        self.custom[CONTRIBUTORS] = held

    def _join_details(self, name: str, record: Record) -> None:
        names = cast("list[Contributor]", self.fields[name])
        own = details(self.custom, name, len(names)) or [{}] * len(names)
        others = details(record.custom, name, len(names))
        if others:
            joined = [{**b, **a} for a, b in zip(own, others, strict=True)]
            self.custom[CONTRIBUTORS] = {**self.custom.get(CONTRIBUTORS, {}), name: joined}

    def _custom(self, record: Record) -> None:
        """What CSL has no variable for: all entries of both, and of one entry the first's."""
        held = dict(entries_in(self.custom))
        for name, value in entries_in(record.custom):
            if name.startswith("custom/") and held.get(name, value) != value:
                message = f"{name} is not kept: the same work has another in {self.first.place}"
                self.conflicts.append(MERGE_CONFLICT.found(message, place=record.place))
        for name, value in record.custom.items():
            there = self.custom.get(name)
            if name == CONTRIBUTORS:
                continue
            if isinstance(there, Mapping) and isinstance(value, Mapping):
                self.custom[name] = {**there, **{k: v for k, v in value.items() if k not in there}}
            elif there is None:
                self.custom[name] = value

    def _tell(self, name: str, record: Record, *, second_kept: bool) -> None:
        """That the values of `name` in the merged record and in `record` are not the same."""
        held = self.sources[name]
        kept, lost = (record, held) if second_kept else (held, record)
        message = (
            f"{name} {shown(_text(lost, name))} is not kept: the same work has "
            f"{shown(_text(kept, name))} in {kept.place_of(name)}"
        )
        fix = "see which is right, and correct it there"
        self.conflicts.append(MERGE_CONFLICT.found(message, fix, lost.place_of(name)))


def _title(fields: Mapping[str, Value]) -> tuple[str, str]:
    return str(fields.get("title", "")), str(fields.get("subtitle", ""))


def _text(record: Record, name: str) -> str:
    if isinstance(record.fields.get(name), list):
        names = cast("list[Contributor]", record.fields[name])
        return "; ".join(str(one.get("literal") or one.get("family", "")) for one in names)
    return ", ".join(filter(None, texts_of(record, name)))
