"""Citation keys that are unique over all parts: texts with a placeholder where a key belongs, the
keys by their buckets, which of them get a suffix, and the parts with their keys filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Final

from reportcite.batch.sink import replacing_bytes
from reportcite.cluster import storage
from reportcite.cluster.outputs import new_part
from reportcite.cluster.partitions import Plan
from reportcite.cluster.sections import (
    as_json,
    bucket,
    read_section,
    stem,
    told_in,
    write_sections,
)
from reportcite.cluster.steps import Step, of_buckets
from reportcite.formats.format import Format, encoded, write_all_encoded
from reportcite.formats.registry import FORMATS, format_named
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.remote.addresses import without_secrets

CONVERTED: Final = "converted"
"""How many records a text holds; it is written last of what belongs to a text."""
_BLOCK: Final = 1 << 20
_ASKED: Final = ([int], [str])


class Asked:
    """Keys in order, by the buckets of their stems, with their positions."""

    def __init__(self, buckets: int) -> None:
        self._buckets: list[tuple[list[int], list[str]]] = [([], []) for _ in range(buckets)]
        self._count = 0

    def add(self, keys: Iterable[str]) -> None:
        """Add some behind all others."""
        for at, key in enumerate(keys, self._count):
            positions, same = self._buckets[bucket(stem(key), len(self._buckets))]
            positions.append(at)
            same.append(key)
            self._count = at + 1

    def sections(self) -> Iterator[bytes]:
        """One for each bucket: positions and keys."""
        return map(as_json, self._buckets)


def target_format(plan: Plan) -> Format:
    """The format that is written."""
    return format_named(plan.settings.to)._replace(columns=plan.columns)


def write_text(plan: Plan, number: int, entries: Iterable[bytes], asked: Asked) -> None:
    """The file of these entries, which ask for keys while they are written; call `is_converted`
    when all that belongs to it is there."""
    with replacing_bytes(plan.file("text", number)) as text:
        for piece in write_all_encoded(target_format(plan), entries):
            text.write(piece)
    with replacing_bytes(plan.file("keys", number)) as file:
        write_sections(file, asked.sections())


def is_converted(plan: Plan, number: int, records: int) -> None:
    """Note that a partition became the text of so many records, with all that belongs to it."""
    storage.write_json(plan.file(CONVERTED, number), records)


def number_keys(plan: Plan, number: int) -> None:
    """Which keys of a bucket get a suffix, for each part."""
    unique = UniqueKeys()

    def sections() -> Iterator[bytes]:
        for part in range(len(plan.partitions)):
            path = plan.file("keys", part)
            at, keys = told_in(path, number, plan.buckets, _ASKED)
            with storage.understood(path):
                given = [*zip(at, keys, map(unique.unique, keys), strict=True)]
            yield as_json([(one, key) for one, base, key in given if key != base])

    with replacing_bytes(plan.file("numbered", number)) as file:
        write_sections(file, sections())


def fill(plan: Plan, number: int, keys: Sequence[str]) -> None:
    """The part itself: the entries with their `keys`, see `keys_of`."""
    placeholder = plan.placeholder.encode("ascii")
    suffix = FORMATS[plan.settings.to].suffixes[0]
    told = {
        "input": without_secrets(plan.partitions[number].path),
        "records": storage.read_json(plan.file(CONVERTED, number), int),
    }
    with (
        storage.opened(plan.file("text", number)) as text,
        new_part(plan, number, suffix, told) as part,
    ):
        try:
            for piece in _filled(text, placeholder, keys):
                part.write(piece)
        except ValueError as error:
            raise storage.Damaged(plan.file("text", number)) from error


def keys_of(plan: Plan, number: int) -> list[str]:
    """The keys of a part in their order."""
    keys: dict[int, str] = {}
    path = plan.file("keys", number)
    with storage.Pieces(path) as file:
        for one in range(plan.buckets):
            asked = storage.parsed(path, read_section(file, one, plan.buckets), _ASKED)
            with storage.understood(path):
                keys.update(zip(*asked, strict=True))
    count = len(keys)
    for one in range(plan.buckets):
        numbered = plan.file("numbered", one)
        keys.update(told_in(numbered, number, len(plan.partitions), [(int, str)]))
    with storage.understood(path):
        return [keys[at] for at in range(count)]


def _filled(file: BinaryIO, placeholder: bytes, keys: Sequence[str]) -> Iterator[bytes]:
    """What `file` has, with a key in place of each placeholder. Raises ValueError where it has more
    of these or fewer."""
    most = len(placeholder) - 1  # of a placeholder that a block cuts
    rest = b""
    at = 0
    while block := file.read(_BLOCK):
        *before, rest = (rest + block).split(placeholder)
        some = keys[at : at + len(before)]
        at += len(before)
        pieces = [piece + encoded(key) for piece, key in zip(before, some, strict=True)]
        pieces.append(rest[:-most])
        yield b"".join(pieces)
        rest = rest[-most:]
    if at != len(keys):
        raise ValueError("there are fewer places than keys")
    yield rest


NUMBER_KEYS: Final = Step("buckets of keys", number_keys, of_buckets, "numbered")
