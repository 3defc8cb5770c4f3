"""Writes chunks of records as entries of a format, wherever the work is done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from reportcite.batch.chunks import Chunk, results
from reportcite.batch.rules import LOSS
from reportcite.batch.work.sound import OnError, Screening
from reportcite.formats.format import Format, Write, encoded
from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.formats.writing.keys import DEFAULT_KEY_FORMAT, UniqueKeys, key_maker
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.problems import Problem
from reportcite.record.checks.silenced import silenced
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
    target_format = format_named(settings.to)
    write = _writer(target_format, settings.dialect)
    placeholder, key_of = settings.placeholder, key_maker(settings.key_format)
    heading = settings.heading
    keyed, apart, report_loss = target_format.keyed, settings.apart, settings.report_loss
    screening = Screening(settings.on_error, policy=settings.policy)
    texts: list[str] = []
    ids: list[str] = []
    keys: list[str] = []
    for record in screening.to_write(results(chunk, settings.limits)):
        fields = Fields(record)
        texts.append(heading + write(fields, placeholder))
        if keyed:
            keys.append(key_of(record))
        if apart:
            ids.append(record.id)
        if report_loss:
            losses = _loss_findings(record, fields, settings.strict)
            screening.findings += settings.policy.judged(silenced(losses, record.ignored))
    written = len(texts)
    if texts and not apart:
        texts = [target_format.separator.join(texts)]
    # No key has a line break in it.
    return Exported(written, [*map(encoded, texts)], ids, "\n".join(keys), screening, chunk.size)


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
