"""The records of a .bib file, BibTeX's or biblatex's, in order."""

from __future__ import annotations

from collections.abc import Iterator
from io import SEEK_END
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast

from reportcite.errors import Place
from reportcite.formats.bibtex.reading.entry import Manner, record_of
from reportcite.formats.bibtex.reading.inherit import Parents, inherits, wanted_parents
from reportcite.formats.bibtex.reading.parse import Entry
from reportcite.formats.bibtex.reading.scan import entries, entries_as_they_come
from reportcite.formats.rules import NO_ENTRIES
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record

_IN_MEMORY: Final = 8 << 20
"""Bytes of a stream that may have to be read again; more of them wait in a file."""


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a .bib file in order; a Problem stands for each malformed entry.

    Entries that inherit (`crossref`, `xdata`) may stand before or after what they inherit from,
    so a file that has such entries is gone through twice. Entries without a key get one that is
    made from their own fields as id.
    """
    if stream.seekable():
        yield from _read(stream, name, limits)
    else:
        yield from _read_as_it_comes(stream, name, limits)


def _read_as_it_comes(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Record | Problem]:
    """The records of a stream, each as soon as it is there, up to the first that inherits: what it
    inherits from may stand anywhere."""
    keys = UniqueKeys()
    manner = Manner(limits.assumed_language)
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        count = 0
        for entry in entries_as_they_come(stream, copy, name, limits):
            if isinstance(entry, Entry) and inherits(entry):
                break
            yield from _results(entry, name, manner, keys)
            count += 1
        else:
            if not count:
                yield _no_entry(name)
            return
        while chunk := stream.read(1 << 20):
            copy.write(chunk)
        copy.seek(0)
        yield from _read(cast(BinaryIO, copy), name, limits, count)


def _read(
    source: BinaryIO, name: str, limits: Limits, known: int = 0
) -> Iterator[Record | Problem]:
    """The records of a file but for those of the entries that are `known`, the first ones."""
    start = source.tell()
    wanted = wanted_parents(source)
    found: dict[str, Entry] = {}
    if wanted:
        source.seek(start)
        for entry in entries(source, name, limits):
            if isinstance(entry, Entry) and entry.key.lower() in wanted:
                found.setdefault(entry.key.lower(), entry)
    parents = Parents(found, name, source.seek(0, SEEK_END) - start)
    source.seek(start)
    keys = UniqueKeys()
    manner = Manner(limits.assumed_language)
    count = 0
    for count, entry in enumerate(entries(source, name, limits), 1):
        if wanted and isinstance(entry, Entry):
            parents.inherit(entry)
        results = _results(entry, name, manner, keys)
        yield from results if count > known else ()
    if not count:
        yield _no_entry(name)


def _results(
    entry: Entry | Problem, name: str, manner: Manner, keys: UniqueKeys
) -> list[Record | Problem]:
    """What is to be said of an entry: its record, or what stands for it."""
    if isinstance(entry, Problem):
        return [entry]
    if entry.type == "xdata":
        return [*entry.problems]
    return [record_of(entry, name, manner, keys.of)]


def _no_entry(name: str) -> Problem:
    hint = "an entry begins like “@book{key,”"
    return NO_ENTRIES.found("there is no BibTeX entry in it", hint, place=Place(name))
