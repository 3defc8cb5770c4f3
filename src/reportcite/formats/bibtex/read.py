"""The records of a .bib file, BibTeX's or biblatex's, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import SEEK_END
from typing import BinaryIO, Final, cast

from reportcite.errors import Place
from reportcite.formats.bibtex.reading.at_once import record_at_once
from reportcite.formats.bibtex.reading.entry import Manner, record_of
from reportcite.formats.bibtex.reading.inherit import Parents, inherits, may_inherit, wanted_parents
from reportcite.formats.bibtex.reading.parse import ParsedEntry, RawEntry
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
    from tempfile import SpooledTemporaryFile  # a file can be read again

    keys = UniqueKeys()
    manner = Manner(limits.assumed_language)
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        count = 0
        for one in entries_as_they_come(stream, copy, name, limits):
            entry = one.entry() if isinstance(one, RawEntry) and may_inherit(one) else one
            if isinstance(entry, ParsedEntry) and inherits(entry):
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
    found: dict[str, ParsedEntry] = {}
    if wanted:
        source.seek(start)
        for one in entries(source, name, limits):
            if not isinstance(one, Problem) and (key := one.key.lower()) in wanted:
                found.setdefault(key, one.entry() if isinstance(one, RawEntry) else one)
    parents = Parents(found, name, source.seek(0, SEEK_END) - start)
    source.seek(start)
    keys = UniqueKeys()
    manner = Manner(limits.assumed_language)
    count = 0
    for count, one in enumerate(entries(source, name, limits), 1):
        entry = one.entry() if isinstance(one, RawEntry) and wanted and may_inherit(one) else one
        if wanted and isinstance(entry, ParsedEntry):
            parents.inherit(entry)
        results = _results(entry, name, manner, keys)
        yield from results if count > known else ()
    if not count:
        yield _no_entry(name)


def _results(
    entry: ParsedEntry | RawEntry | Problem, name: str, manner: Manner, keys: UniqueKeys
) -> Sequence[Record | Problem]:
    """What is to be said of an entry: its record, or what stands for it."""
    if isinstance(entry, Problem):
        return (entry,)
    problems = () if isinstance(entry, RawEntry) else entry.problems
    if entry.type == "xdata":
        return problems
    if not problems:
        raw = entry if isinstance(entry, RawEntry) else entry.raw()
        if record := record_at_once(raw, name, manner):
            return (record,)
    whole = entry.entry() if isinstance(entry, RawEntry) else entry
    return (record_of(whole, name, manner, keys.of),)


def _no_entry(name: str) -> Problem:
    hint = "an entry begins like “@book{key,”"
    return NO_ENTRIES.found("there is no BibTeX entry in it", hint, place=Place(name))
