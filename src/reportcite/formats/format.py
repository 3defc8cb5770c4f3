"""What a format is: how one record becomes its text, and how its files become records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, AnyStr, BinaryIO, Final, Protocol, TypeAlias

from reportcite.errors import UsageError
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.formats.loss import Fields
    from reportcite.record.frame import Frame, Frames
    from reportcite.record.model import Record

Write: TypeAlias = "Callable[[Fields, str], str]"
"""(fields, citation key) → the entry's text, ending in the format's newline."""

WriteFrame: TypeAlias = "Callable[[Frame, str], list[str]]"
"""(records, citation key) → the text of each, such as `Write` makes it."""


class Read(Protocol):
    """Reads the records of a format, in input order, one at a time where the format allows."""

    def __call__(
        self, stream: BinaryIO, name: str, limits: Limits = LIMITS, /
    ) -> Iterable[Record | Problem]:
        """The records of `stream`, whose places are in the file called `name`.

        A Problem stands for what could not become a record: what is not understood, or larger
        than `limits` allow. Never raises for bad data.
        """


class ReadFrames(Protocol):
    """Reads all records of a piece of a stream at once."""

    def __call__(self, data: bytes, name: str, limits: Limits = LIMITS, /) -> Frames | None:
        """What `Read` makes of `data`; None where that has to be asked."""


class Cut(NamedTuple):
    """How a stream is cut into pieces that can be read apart from each other.

    `last` finds the last place in some bytes where a record ends and another begins, 0 for none;
    `lines` counts the line breaks in them as the reader of the format does.
    """

    last: Callable[[bytes], int]
    lines: Callable[[bytes], int]


class InPlace(NamedTuple):
    """How values are put right in a file of the format, with all else in it left as it is.

    `spellings` (variable, text) are the ways in which the text of a value may stand there, the
    most usual first; what is put there is read again before it is believed. `line_end` is a
    pattern of what ends a line for the reader of the format.
    """

    spellings: Callable[[str, str], tuple[str, ...]]
    line_end: str = "\r\n|[\n\r]"


_NO_DIALECTS: Final[Mapping[str, Write]] = MappingProxyType({})


class Format(NamedTuple):
    """One exchange format; how its files are recognised is in the registry.

    A file is `head`, the entries joined by `separator`, `tail`; all "" for formats whose entries
    simply follow each other, and only those can be appended to (`appendable`).
    Entries of such a file that begin with `part_mark` are parts of the one before: `join` puts them
    into it.
    `keyed` says that entries hold a citation key, each once; `single` that a file holds one entry,
    and no other can be put into it.
    `in_place` is None for a format whose files are not fixed.
    `cut` is None for a format whose records cannot be read apart from each other.
    `narrow` makes of the pieces of a file one that has only some columns: those that are named, or
    those with values where none are; `columns` are those that a file is to have.
    `prompt` says that `read` gives each record as soon as it has read it, and takes what a stream
    has, however little: one that pauses is answered.
    `read_frames` and `write_frame` do the same as `read` and `write` for many records at once, in a
    fraction of the time, where a format has them.
    `dialects` maps the value of --dialect to another writer.
    """

    name: str
    title: str
    write: Write | None = None
    read: Read | None = None
    head: str = ""
    separator: str = ""
    tail: str = ""
    keyed: bool = False
    single: bool = False
    part_mark: str = ""
    join: Callable[[str, list[str]], str] | None = None
    cut: Cut | None = None
    prompt: bool = False
    narrow: Callable[[Iterable[str], Sequence[str]], Iterator[str]] | None = None
    columns: tuple[str, ...] = ()
    dialects: Mapping[str, Write] = _NO_DIALECTS
    in_place: InPlace | None = None
    read_frames: ReadFrames | None = None
    write_frame: WriteFrame | None = None

    @property
    def appendable(self) -> bool:
        """Whether entries can be added at the end of an existing file."""
        whole = self.head or self.separator or self.tail or self.single
        return self.write is not None and not whole


def write_all(target_format: Format, entries: Iterable[str]) -> Iterator[str]:
    """The pieces of a whole file, in order, for any number of entries (also none).

    Raises UsageError for a second entry where a file holds one.
    """
    if target_format.narrow is not None:
        yield from target_format.narrow(
            _pieces(_frame(target_format), entries), target_format.columns
        )
    elif target_format.single:
        yield from _write_single(target_format, entries)
    else:
        yield from _pieces(_frame(target_format), entries)


def write_all_encoded(target_format: Format, entries: Iterable[bytes]) -> Iterator[bytes]:
    """As `write_all`, with entries and pieces in UTF-8."""
    if target_format.narrow is not None or target_format.single:
        texts = (entry.decode() for entry in entries)
        yield from map(encoded, write_all(target_format, texts))
        return
    head, separator, tail = map(encoded, _frame(target_format))
    yield from _pieces((head, separator, tail), entries)


def encoded(text: str) -> bytes:
    """`text` in UTF-8; half characters, which it cannot hold, as question marks."""
    return text.encode("utf-8", "replace")


def all_encoded(texts: Sequence[str]) -> list[bytes]:
    """Each of `texts` as `encoded`."""
    try:
        return [*map(str.encode, texts)]  # as nearly always
    except UnicodeEncodeError:
        return [*map(encoded, texts)]


def _frame(target_format: Format) -> tuple[str, str, str]:
    return target_format.head, target_format.separator, target_format.tail


def _pieces(frame: tuple[AnyStr, AnyStr, AnyStr], entries: Iterable[AnyStr]) -> Iterator[AnyStr]:
    """Head, entries with a separator between every two, and tail."""
    head, separator, tail = frame
    yield head
    between = head[:0]
    for entry in entries:
        yield between + entry if between else entry
        between = separator
    yield tail


def _write_single(target_format: Format, entries: Iterable[str]) -> Iterator[str]:
    """A file about one entry, and those that are parts of it."""
    all_entries = iter(entries)
    first = next(all_entries, None)
    parts: list[str] = []
    mark = target_format.part_mark
    for entry in all_entries:
        if first is None or not mark or first.startswith(mark) or not entry.startswith(mark):
            raise UsageError(
                f"a {target_format.title} holds one record, and there are more",
                suggestion="write one file per record with --output-dir",
            )
        parts.append(entry)
    yield target_format.head
    if first is not None:
        yield target_format.join(first, parts) if parts and target_format.join else first
    yield target_format.tail
