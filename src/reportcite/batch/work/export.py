"""Turns chunks of records into entries of another format, wherever the work is done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from reportcite.batch.chunks import Chunk, results
from reportcite.batch.rules import LOSS
from reportcite.batch.work.sound import Sieve
from reportcite.formats.format import Fields, Format, Write
from reportcite.formats.reading.source import MAX_RECORD_SIZE
from reportcite.formats.registry import format_named
from reportcite.formats.writing.keys import DEFAULT_KEY_FORMAT, UniqueKeys, base_key
from reportcite.problems import Problem
from reportcite.record.checks.duplicates import Ids
from reportcite.record.model import Record


def _placeholder() -> str:
    return f"key{os.urandom(16).hex()}"


@dataclass(frozen=True, slots=True)
class Conversion:
    """How records are to be converted; `dialect` is one of the format's, "" for none, and `apart`
    asks for entries that can be put into files of their own.

    Only who sees all records can make their keys unique. Until then `placeholder` stands where a
    key belongs: a word no record can hold, because nobody knew it when the record was written.
    """

    to: str
    dialect: str = ""
    apart: bool = False
    key_format: str = DEFAULT_KEY_FORMAT
    report_loss: bool = False
    strict: bool = False
    fail_fast: bool = False
    max_record_size: int = MAX_RECORD_SIZE
    placeholder: str = field(default_factory=_placeholder)


class Converted(NamedTuple):
    """What became of one chunk: how many sound records it has, their entries in the target format
    and, where these hold keys, the key that each asks for.

    `texts` is one text of all entries, in which they can go from one process to another; `apart`
    one a record, with `ids` those of the records.
    """

    written: int
    texts: list[str]
    ids: list[str]
    keys: list[str]
    sieve: Sieve
    size: int
    known_by: Ids


def convert(conversion: Conversion, chunk: Chunk) -> Converted:
    """The sound records of `chunk` as entries, their keys still to be put in by `with_keys`."""
    format = format_named(conversion.to)
    write = writer(format, conversion.dialect)
    placeholder, key_format = conversion.placeholder, conversion.key_format
    sieve = Sieve(fail_fast=conversion.fail_fast)
    texts: list[str] = []
    ids: list[str] = []
    keys: list[str] = []
    known_by = Ids()
    found = results(chunk, max_record_size=conversion.max_record_size)
    for record in known_by.noting(sieve.sound(found)):
        fields = Fields(record)
        texts.append(write(fields, placeholder))
        if format.keyed:
            keys.append(base_key(record, key_format))
        if conversion.apart:
            ids.append(record.id)
        if conversion.report_loss:
            sieve.findings += _loss_findings(record, fields, conversion.strict)
    written = len(texts)
    if texts and not conversion.apart:
        texts = [format.separator.join(texts)]
    return Converted(written, texts, ids, keys, sieve, chunk.size, known_by)


def writer(format: Format, dialect: str) -> Write:
    """What writes `format`, in a dialect if one is named; it must be one that can be written."""
    write = format.dialects[dialect] if dialect else format.write
    assert write is not None, "only formats that can be written are asked for"
    return write


def with_keys(converted: Converted, placeholder: str, keys: UniqueKeys) -> list[str]:
    """The texts of `converted`, with keys that `keys` has not given before."""
    if not converted.keys:
        return converted.texts
    wanted = iter(converted.keys)
    return [_fill(text.split(placeholder), wanted, keys) for text in converted.texts]


def _fill(pieces: list[str], wanted: Iterator[str], keys: UniqueKeys) -> str:
    """`pieces` with a key between every two of them, those that are `wanted` next."""
    *before, last = pieces
    return "".join(chain.from_iterable(zip(before, map(keys.unique, wanted), strict=False))) + last


def _loss_findings(record: Record, fields: Fields, strict: bool) -> Iterator[Problem]:
    rule = LOSS.of("--strict") if strict else LOSS
    for loss in fields.losses():
        message = f"{record.id}: {loss.field} {loss.kind}: {loss.reason}"
        place = record.place_of(loss.field)
        yield rule.found(message, place=place)
