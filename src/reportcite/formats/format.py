"""What a format is: how one record becomes its text, and how its files become records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final, Literal, NamedTuple, TypeAlias

from reportcite.errors import UsageError
from reportcite.problems import Problem
from reportcite.record.model import Record, Value


class Loss(NamedTuple):
    """One field that the target format does not carry as it is.

    `kind` is "dropped" or "changed"; `reason` says how, for the user.
    """

    field: str
    kind: Literal["dropped", "changed"]
    reason: str


class Fields:
    """A record as a writer sees it: what the writer takes is carried, the rest is lost.

    The loss report is read off from here, so it can never disagree with the writer.
    The record's type counts as a field called `type`: carried unless the writer says otherwise.
    """

    __slots__ = ("_planned", "_taken", "_tell", "changed", "dropped", "record", "states_absence")

    def __init__(self, record: Record) -> None:
        """Nothing of `record` is taken yet."""
        self.record = record
        self._taken: set[str] = set()
        self._planned: frozenset[str] = frozenset()
        self._tell: Callable[[Fields], None] | None = None
        self.states_absence = False
        self.changed: dict[str, str] = {}
        self.dropped: dict[str, str] = {}

    def take(self, name: str) -> Value | None:
        """The value of `name`, which the writer will carry whole; None where there is none."""
        self._taken.add(name)
        return self.record.fields.get(name)

    def take_all(self, names: frozenset[str]) -> None:
        """As `take`, once for all `names` of a record, whose values the writer has at hand."""
        self._planned = names

    def has_taken(self, name: str) -> bool:
        """Whether the writer took `name`."""
        return name in self._taken or name in self._planned

    def change(self, name: str, reason: str) -> None:
        """State that `name` is carried, but altered: `reason` tells how."""
        self.changed[name] = reason

    def drop(self, name: str, reason: str) -> None:
        """State that `name` was read but is left out: `reason` tells why."""
        self.dropped[name] = reason

    def tell_later(self, tell: Callable[[Fields], None]) -> None:
        """Have `tell` state what is changed or dropped besides, if anybody asks for the losses."""
        self._tell = tell

    def losses(self) -> list[Loss]:
        """Every field of the record that was not taken, was dropped or changed, in record order.

        What the record states to be absent comes last, unless the writer states it too.
        """
        if self._tell:
            self._tell(self)
        lost: list[Loss] = []
        for name in ("type", *self.record.fields):
            if name in self.dropped:
                lost.append(Loss(name, "dropped", self.dropped[name]))
            elif name in self.changed:
                lost.append(Loss(name, "changed", self.changed[name]))
            elif name != "type" and not self.has_taken(name):
                lost.append(Loss(name, "dropped", "the format has no place for it"))
        if not self.states_absence:
            reason = "the format cannot state that there is none"
            absent = sorted(self.record.stated_none - self.record.fields.keys())
            lost += [Loss(name, "dropped", reason) for name in absent]
        return lost


Write: TypeAlias = Callable[[Fields, str], str]
"""(fields, citation key) → the entry's text, ending in the format's newline."""

Read: TypeAlias = Callable[[BinaryIO, str], Iterable[Record | Problem]]
"""(binary stream, file name for places) → records in input order; a Problem stands for an entry
that could not become a record. Never raises for bad data, streams where the format allows."""


_NO_DIALECTS: Final[Mapping[str, Write]] = MappingProxyType({})


class Format(NamedTuple):
    """One exchange format.

    A file is `head`, the entries joined by `separator`, `tail`; all "" for formats whose entries
    simply follow each other, and only those can be appended to (`appendable`).
    `keyed` says that entries hold a citation key, each once; `single` that a file holds one entry,
    and no other can be put into it.
    `dialects` maps the value of --dialect to another writer.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Write | None = None
    read: Read | None = None
    head: str = ""
    separator: str = ""
    tail: str = ""
    keyed: bool = False
    single: bool = False
    dialects: Mapping[str, Write] = _NO_DIALECTS

    @property
    def appendable(self) -> bool:
        """Whether entries can be added at the end of an existing file."""
        return not (self.head or self.separator or self.tail or self.single)


def write_all(format: Format, entries: Iterable[str]) -> Iterator[str]:
    """The pieces of a whole file, in order, for any number of entries (also none).

    Raises UsageError for a second entry where a file holds one.
    """
    yield format.head
    between = ""
    for number, entry in enumerate(entries):
        if number and format.single:
            raise UsageError(
                f"a {format.title} holds one record, and there are more",
                suggestion="write one file per record with --output-dir",
            )
        yield between + entry
        between = format.separator
    yield format.tail
