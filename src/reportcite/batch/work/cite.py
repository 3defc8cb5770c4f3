"""Sets the bibliography entries of chunks of records, each record for itself."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportcite.batch.chunks import Chunk, results
from reportcite.batch.work.sound import Sieve
from reportcite.csl import Processor
from reportcite.formats.reading.source import MAX_RECORD_SIZE
from reportcite.record.checks.duplicates import Ids

_ID = "record"
_FIRST, _SECOND = "\ue000", "\ue001"
"""Entries that no writer changes, to see what stands round entries."""


class Citing(NamedTuple):
    """How records are cited; "" stands for the style's own language."""

    style: str
    locale: str
    language: str
    fail_fast: bool = False
    max_record_size: int = MAX_RECORD_SIZE


class Cited(NamedTuple):
    """The entries of one chunk, in input order, and what was found in it."""

    entries: list[str]
    sieve: Sieve
    size: int
    known_by: Ids


class Frame(NamedTuple):
    """What stands before, between and after the entries of a bibliography."""

    head: str
    between: str
    tail: str


@lru_cache(maxsize=1)
def processor(style: str, locale: str, language: str) -> Processor:
    """The compiled style; the same one for every chunk of a process, and those it starts."""
    return Processor(style, locale=locale or None, output=language)


def cite(citing: Citing, chunk: Chunk) -> Cited:
    """The entry of each sound record, as if there were no others: unsorted, without suffixes."""
    engine = processor(citing.style, citing.locale, citing.language)
    sieve = Sieve(fail_fast=citing.fail_fast)
    entries = []
    known_by = Ids()
    found = results(chunk, max_record_size=citing.max_record_size)
    for record in known_by.noting(sieve.sound(found)):
        # Under the same id each takes the place of the one before.
        item = record.item() | {"id": _ID}
        entries += [entry.text for entry in engine.bibliography([item])]
    return Cited(entries, sieve, chunk.size, known_by)


def frame(citing: Citing) -> Frame:
    """What the output language puts round the entries."""
    engine = processor(citing.style, citing.locale, citing.language)
    text = engine.writer.bibliography([_FIRST, _SECOND], engine.layout)
    head, _, rest = text.partition(_FIRST)
    between, _, tail = rest.partition(_SECOND)
    return Frame(head, between, tail if tail.endswith("\n") else tail + "\n")
