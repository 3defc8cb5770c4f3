"""Writes chunks of records as entries of a format, wherever the work is done."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby, repeat

from reportcite.batch.chunks import Chunk, frames, results
from reportcite.batch.rules import LOSS
from reportcite.batch.work.sound import OnError, Screening
from reportcite.formats.format import Format, Write, all_encoded, encoded
from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.formats.writing.keys import DEFAULT_KEY_FORMAT, UniqueKeys, key_maker, keys_maker
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.problems import Problem
from reportcite.record.checks.check import are_sound, is_sound
from reportcite.record.checks.silenced import silenced
from reportcite.record.frame import Frame, Frames, screened
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple


def placeholder() -> str:
    """A word that no record can hold, because nobody knew it when the record was written."""
    return f"key{os.urandom(16).hex()}"


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """How records are exported: `to` names a format, `dialect` is one of its dialects, "" for
    none, and `apart` asks for entries that can be put into files of their own. `heading` stands
    before each entry.

    Only who sees all records can make their keys unique. Until then `placeholder` stands where a
    key belongs: a word no record can hold, because nobody knew it when the record was written.
    """

    to: str
    dialect: str = ""
    apart: bool = False
    heading: str = ""
    key_format: str = DEFAULT_KEY_FORMAT
    report_loss: bool = False
    strict: bool = False
    on_error: OnError | None = None
    limits: Limits = LIMITS
    policy: Policy = POLICY
    placeholder: str = field(default_factory=placeholder, repr=False, compare=False)


class Exported(NamedTuple):
    """What became of one chunk: how many of its records are written, their entries in the target
    format, in UTF-8, and, where these hold keys, the key that each asks for.

    `texts` is one text of all entries, in which they can go from one process to another; `apart`
    one a record, with `ids` those of the records. The keys are one text, too: see `wanted`.
    """

    written: int
    texts: list[bytes]
    ids: list[str]
    keys: str
    screening: Screening
    size: int

    @property
    def wanted(self) -> list[str]:
        """The key that each entry asks for; none for a format without keys."""
        return self.keys.split("\n") if self.keys else []


def export_chunk(settings: ExportSettings, chunk: Chunk) -> Exported:
    """The records of `chunk` as entries, their keys still to be put in by `with_keys`."""
    screening = Screening(settings.on_error, policy=settings.policy)
    entries = _Entries(settings, screening)
    if settings.report_loss or settings.policy.raises():
        entries.add(results(chunk, settings.limits))
    else:
        for found in frames(chunk, settings.limits):
            if isinstance(found, Frames):
                entries.add_frames(screened(found, are_sound, is_sound))
            else:
                entries.add(found)
            if screening.stopped:
                break
    return entries.exported(chunk.size)


class _Entries:
    """The entries of records, in their order; what is found in these is in `screening`."""

    def __init__(self, settings: ExportSettings, screening: Screening) -> None:
        self.settings = settings
        self.screening = screening
        self.format = format_named(settings.to)
        self.write = _writer(self.format, settings.dialect)
        self.write_frame = None if settings.dialect else self.format.write_frame
        self.key_of = key_maker(settings.key_format)
        self.keys_of = keys_maker(settings.key_format)
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.keys: list[str] = []

    def add(self, found: Iterable[Record | Problem]) -> None:
        """Add entries for the records that are to be written."""
        settings, screening = self.settings, self.screening
        for record in screening.to_write(found):
            fields = Fields(record)
            self.texts.append(self.write(fields, settings.placeholder))
            if self.format.keyed:
                self.keys.append(self.key_of(record))
            if settings.apart:
                self.ids.append(record.id)
            if settings.report_loss:
                losses = _loss_findings(record, fields, settings.strict)
                screening.findings += settings.policy.judged(silenced(losses, record.ignored))

    def add_frames(self, found: Frames) -> None:
        """The same, of which those in frames are sound."""
        written: dict[int, tuple[str, str, Record]] = {}
        for frame in found.frames:
            keys = self.keys_of(frame) if self.format.keyed else repeat("")
            written |= zip(
                frame.rows,
                zip(self._entries(frame), keys, frame.records, strict=False),
                strict=False,
            )
        rows = sorted(written)
        start = 0
        for end, others in groupby(found.rest, lambda other: bisect_left(rows, other[0])):
            self._take(rows[start:end], written)
            self.add([result for _, result in others])
            if self.screening.stopped:
                return
            start = end
        self._take(rows[start:], written)

    def _entries(self, frame: Frame) -> list[str]:
        key = self.settings.placeholder
        if self.write_frame is not None:
            return self.write_frame(frame, key)
        return [self.write(Fields(record), key) for record in frame.records]

    def _take(self, rows: list[int], written: Mapping[int, tuple[str, str, Record]]) -> None:
        """Add what is `written` in `rows`."""
        if not rows:
            return
        texts, keys, records = zip(*map(written.__getitem__, rows), strict=True)
        self.screening.take(records)
        self.texts += texts
        if self.format.keyed:
            self.keys += keys
        if self.settings.apart:
            self.ids += [record.id for record in records]

    def exported(self, size: int) -> Exported:
        """What became of a chunk of this size."""
        heading, separator = self.settings.heading, encoded(self.format.separator)
        texts = [heading + text for text in self.texts] if heading else self.texts
        entries = all_encoded(texts)
        if entries and not self.settings.apart:
            entries = [separator.join(entries)]
        # No key has a line break in it.
        keys = "\n".join(self.keys)
        return Exported(len(texts), entries, self.ids, keys, self.screening, size)


def _writer(target_format: Format, dialect: str) -> Write:
    write = target_format.dialects[dialect] if dialect else target_format.write
    assert write is not None, "only formats that can be written are asked for"
    return write


def with_keys(exported: Exported, placeholder: str, keys: UniqueKeys) -> list[bytes]:
    """The texts of `exported`, with keys that `keys` has not given before."""
    if not exported.keys:
        return exported.texts
    given = iter(encoded("\n".join(keys.all_unique(exported.wanted))).split(b"\n"))
    there = placeholder.encode()
    return [_fill(text.split(there), given) for text in exported.texts]


def _fill(pieces: list[bytes], keys: Iterator[bytes]) -> bytes:
    """`pieces` with a key between every two of them, those that are next."""
    *before, last = pieces
    return b"".join([*chain.from_iterable(zip(before, keys, strict=False)), last])


def _loss_findings(record: Record, fields: Fields, strict: bool) -> Iterator[Problem]:
    rule = LOSS.of("--strict") if strict else LOSS
    for loss in fields.losses():
        message = f"{record.id}: {loss.field} {loss.kind}: {loss.reason}"
        place = record.place_of(loss.field)
        yield rule.found(message, place=place).of_record(record.id)
