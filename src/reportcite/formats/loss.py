"""What of a record an entry carries, and what is lost: fields dropped, or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from reportcite.record.custom import detail_name, details, entries_in, entry_name
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple

_NO_NAMES: Final[frozenset[str]] = frozenset()
_NO_REASONS: Final[dict[str, str]] = {}  # never changed


class Loss(NamedTuple):
    """One field that the target format does not carry as it is, or one entry of what is kept in
    `custom`: `custom/bibtex/file`, `author/1/ORCID`.

    `kind` is "dropped" or "changed"; `reason` says how, for the user.
    """

    field: str
    kind: Literal["dropped", "changed"]
    reason: str


class Fields:
    """A record as a writer sees it: what the writer asks for is carried, the rest is lost.

    The losses are read off from here, so they can never disagree with the writer.
    The record's type counts as a field called `type`: carried unless the writer says otherwise.
    """

    __slots__ = ("_carried", "_carried_at_once", "_continued", "_report", "changed", "dropped",
                 "record", "states_none")  # fmt: skip

    def __init__(self, record: Record) -> None:
        """Nothing of `record` is carried yet."""
        # Made for every record of an export, of which nearly all are carried at once, and whole.
        self.record = record
        self._carried: set[str] | frozenset[str] = _NO_NAMES
        self._carried_at_once = _NO_NAMES
        self._continued: set[str] | frozenset[str] = _NO_NAMES
        self._report: Callable[[Fields], None] | None = None
        self.states_none = False
        """Whether the entry says of fields that there are none, where the record does."""
        self.changed = self.dropped = _NO_REASONS

    def carry(self, name: str) -> Value | None:
        """The value of `name`, which the entry will carry whole; None where there is none."""
        self._carry((name,))
        return self.record.fields.get(name)

    def _carry(self, names: Iterable[str]) -> None:
        if isinstance(self._carried, frozenset):
            self._carried = set()
        self._carried.update(names)

    def carry_all(self, names: frozenset[str]) -> None:
        """As `carry`, once for all `names` of a record, whose values the writer has at hand."""
        self._carried_at_once = names

    def goes_on(self, name: str) -> bool:
        """Whether the list of names `name` goes on, which the entry will say, too."""
        if name not in self.record.truncated:
            return False
        self._continued |= {name}
        return True

    def custom(self) -> dict[str, Any]:
        """All that the record keeps in `custom`, which the entry will carry as it is."""
        self._carry(dict(entries_in(self.record.custom)))
        return {**self.record.custom}

    def own(self, program: str) -> Mapping[str, Any]:
        """What a reader has kept as `program`'s own (see `record.custom.kept`), which the entry
        will carry; {} for nothing. Of what it cannot carry say `drop("custom/program/name", …)`.
        """
        found = self.record.custom.get(program)
        if not isinstance(found, Mapping):
            return {}
        self._carry(entry_name(program, name) for name in found)
        return found

    def details(self, name: str) -> Sequence[Mapping[str, str]]:
        """What is known of each contributor in `name` besides the parts of the name, such as the
        ORCID: a mapping for each, which the entry will carry, or () for nothing. Of what it cannot
        carry say `drop("author/1/ORCID", …)`.
        """
        names = self.record.fields.get(name)
        if not isinstance(names, list):
            return ()
        found = details(self.record.custom, name, len(names))
        for number, known in enumerate(found, 1):
            self._carry(detail_name(name, number, detail) for detail in known)
        return found

    def is_carried(self, name: str) -> bool:
        """Whether the writer asked for `name`."""
        return name in self._carried or name in self._carried_at_once

    def change(self, name: str, reason: str) -> None:
        """State that `name` is carried, but altered: `reason` says how."""
        if not self.changed:
            self.changed = {}
        self.changed[name] = reason

    def drop(self, name: str, reason: str) -> None:
        """State that `name` was asked for but is left out: `reason` says why."""
        if not self.dropped:
            self.dropped = {}
        self.dropped[name] = reason

    def report_later(self, report: Callable[[Fields], None]) -> None:
        """Have `report` state what else is changed or dropped, if anybody asks for the losses.

        What takes time to find out is not sought for the many who do not ask.
        """
        self._report = report

    def losses(self) -> list[Loss]:
        """Every field of the record that is not carried, dropped or changed, in record order.

        What the record states to have none of comes last, unless the entry states it too.
        """
        if self._report:
            self._report(self)
        losses: list[Loss] = []
        held = [name for name, _ in entries_in(self.record.custom)]
        for name in ("type", *self.record.fields, *held):
            if name in self.dropped:
                losses.append(Loss(name, "dropped", self.dropped[name]))
            elif name in self.changed:
                losses.append(Loss(name, "changed", self.changed[name]))
            elif name != "type" and not self.is_carried(name):
                losses.append(Loss(name, "dropped", "the format has no place for it"))
            elif name in self.record.truncated and name not in self._continued:
                losses.append(Loss(name, "changed", "that the list of names goes on is not said"))
        if not self.states_none:
            reason = "the format cannot state that there is none"
            none = sorted(self.record.stated_none - self.record.fields.keys())
            losses += [Loss(name, "dropped", reason) for name in none]
        return losses
