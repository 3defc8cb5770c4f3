"""What a format is: how one record becomes its text, and how its files become records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final, NamedTuple, TypeAlias

from reportcite.errors import UsageError
from reportcite.formats.loss import Fields
from reportcite.problems import Problem
from reportcite.record.model import Record

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


def write_all(as_format: Format, entries: Iterable[str]) -> Iterator[str]:
    """The pieces of a whole file, in order, for any number of entries (also none).

    Raises UsageError for a second entry where a file holds one.
    """
    yield as_format.head
    between = ""
    for number, entry in enumerate(entries):
        if number and as_format.single:
            raise UsageError(
                f"a {as_format.title} holds one record, and there are more",
                suggestion="write one file per record with --output-dir",
            )
        yield between + entry
        between = as_format.separator
    yield as_format.tail
