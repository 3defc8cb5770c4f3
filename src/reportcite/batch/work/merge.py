"""What merging does with chunks of records, and with works, wherever it is done."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportcite.batch.chunks import Chunk, results
from reportcite.batch.work.export import placeholder
from reportcite.batch.work.noting import Noted, kept_of, note
from reportcite.batch.work.sound import OnError, Screening
from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.formats.writing.keys import base_key
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.problems import Problem
from reportcite.record.checks.duplicates import Ids
from reportcite.record.works.judge import THRESHOLD
from reportcite.record.works.merge import merge, renamed
from reportcite.tuples import NamedTuple


@dataclass(frozen=True, slots=True)
class MergeSettings:
    """How records are merged: `to` names the format that is written, "" for none; from the score
    `threshold` on two records are taken for one work."""

    to: str = ""
    on_error: OnError | None = None
    limits: Limits = LIMITS
    policy: Policy = POLICY
    threshold: int = THRESHOLD
    placeholder: str = field(default_factory=placeholder, repr=False, compare=False)


class NotedChunk(NamedTuple):
    """The records of a chunk that are to be merged or written, and what was found in it."""

    records: list[Noted]
    screening: Screening
    size: int

    @property
    def written(self) -> int:
        """None yet."""
        return 0


class Work(NamedTuple):
    """One work: the id its record gets, and the records about it as bytes, the first one first."""

    id: str
    records: list[bytes]


class WorkEntry(NamedTuple):
    """The entry of a work, with a placeholder where a key belongs, the key it asks for, its id and
    citation key, and what the records about it contradict each other in."""

    text: str
    wanted: str
    id: str
    key: str
    conflicts: list[Problem]


def note_chunk(settings: MergeSettings, chunk: Chunk) -> NotedChunk:
    """What the records of `chunk` are known by.

    That some have the id of others is not told: they are one work, or get ids of their own.
    """
    screening = Screening(settings.on_error, policy=settings.policy)
    records = screening.to_write(results(chunk, settings.limits))
    noted = [note(record, pickle.dumps(record, -1)) for record in records]
    screening.ids, screening.doubtful = Ids(), set()
    return NotedChunk(noted, screening, chunk.size)


def write_works(settings: MergeSettings, works: Sequence[Work]) -> list[WorkEntry]:
    """The entry of each of `works`; without a format to write only the contradictions."""
    target_format = format_named(settings.to) if settings.to else None
    entries = []
    for work in works:
        records = [kept_of(data) for data in work.records]
        record, conflicts = merge(records) if len(records) > 1 else (records[0], [])
        if record.id != work.id:
            record = renamed(record, work.id)
        text = wanted = ""
        if target_format is not None:
            assert target_format.write is not None, "only formats that can be written are asked for"
            text = target_format.write(Fields(record), settings.placeholder)
            wanted = base_key(record) if target_format.keyed else ""
        key = record.fields.get("citation-key")
        entries.append(WorkEntry(text, wanted, record.id, str(key or ""), conflicts))
    return entries
