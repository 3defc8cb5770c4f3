"""The records of a .bib file, BibTeX's or biblatex's, in order."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from reportcite.errors import Place
from reportcite.formats.bibtex.entry import Manner, record_of
from reportcite.formats.bibtex.inherit import Parents, wanted_parents
from reportcite.formats.bibtex.parse import Entry
from reportcite.formats.bibtex.scan import entries
from reportcite.formats.rules import NO_ENTRIES
from reportcite.formats.writing.keys import UniqueKeys, base_key
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a .bib file in order; a Problem stands for each malformed entry.

    Entries that inherit (`crossref`, `xdata`) may stand before or after what they inherit from,
    so a file that has such entries is gone through twice. Entries without a key get one that is
    made from their own fields as id.
    """
    if stream.seekable():
        yield from _read(stream, name, limits)
        return
    with SpooledTemporaryFile(max_size=8 << 20) as copy:
        while chunk := stream.read(1 << 20):
            copy.write(chunk)
        copy.seek(0)
        yield from _read(cast(BinaryIO, copy), name, limits)


def _read(source: BinaryIO, name: str, limits: Limits) -> Iterator[Record | Problem]:
    start = source.tell()
    wanted = wanted_parents(source)
    found: dict[str, Entry] = {}
    if wanted:
        source.seek(start)
        for entry in entries(source, name, limits):
            if isinstance(entry, Entry) and entry.key.lower() in wanted:
                found.setdefault(entry.key.lower(), entry)
    parents = Parents(found, name)
    source.seek(start)
    keys = UniqueKeys()
    manner = Manner(limits.assumed_language)
    empty = True
    for entry in entries(source, name, limits):
        empty = False
        if isinstance(entry, Problem):
            yield entry
            continue
        if wanted:
            parents.inherit(entry)
        if entry.type == "xdata":
            yield from entry.problems
        else:
            yield record_of(entry, name, manner, lambda record: keys.unique(base_key(record)))
    if empty:
        hint = "an entry begins like “@book{key,”"
        yield NO_ENTRIES.found("there is no BibTeX entry in it", hint, place=Place(name))
