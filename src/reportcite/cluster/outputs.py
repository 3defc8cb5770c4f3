"""The results of a run: parts, and a manifest with counts and checksums, which is written last."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, BinaryIO, Final, cast

from reportcite.batch.sink import replacing, replacing_bytes
from reportcite.cluster import storage
from reportcite.cluster.partitions import MANIFEST, Plan, forget
from reportcite.cluster.shapes import fits
from reportcite.errors import ExitCode
from reportcite.tuples import NamedTuple

FULL: Final = "full"
"""What is told of a part that is made."""
_PART: Final = re.compile(r"part-\d{5,}\.[a-z.]+")
"""What parts are called: no name leads out of the folder."""


class Ending(NamedTuple):
    """How a run ended: its exit code, what it said at its end, and which of its inputs could not
    be read to the end."""

    exit: ExitCode = ExitCode.CLEAN
    closing: tuple[str, ...] = ()
    cut_off: tuple[str, ...] = ()


class Whole(NamedTuple):
    """A finished result: what is told of each part, and how the run ended that made it."""

    parts: Sequence[dict[str, Any]]
    ending: Ending


@contextmanager
def new_part(plan: Plan, number: int, suffix: str, told: dict[str, Any]) -> Iterator[BinaryIO]:
    """The file of a part, which stands with what is not finished until `finish`; parts sort like
    the partitions they are made of. At the end what is `told` of it is written down, beside its
    bytes and SHA-256."""
    name = f"part-{number + 1:05}{suffix}"
    with replacing_bytes(storage.within(plan.state, name)) as file:
        part = _Summed(file)
        yield cast(BinaryIO, part)
    summed = {"bytes": part.size, "sha256": part.digest.hexdigest()}
    storage.write_json(plan.file(FULL, number), {"file": name} | told | summed)


def told_of_parts(plan: Plan, count: int, numbers: Iterable[str] = ()) -> list[dict[str, Any]]:
    """What is told of each of `count` parts, when all are made; before `finish`. Of each these
    `numbers` are known. Raises Damaged."""
    told = []
    for number in range(count):
        path = plan.file(FULL, number)
        part = storage.read_json(path, {str: str | int | None})
        if not _is_part(part) or not fits([part.get(name) for name in numbers], [int]):
            raise storage.Damaged(path)
        told.append(part)
    return told


def finish(
    plan: Plan, parts: Sequence[dict[str, Any]], format_name: str, ending: Ending | None = None
) -> None:
    """Put the parts in their places, and then the manifest, which says of which format they are and
    how the run ended, where that is known before, in place of those of an earlier run.

    As long as there is no manifest the folder is not whole. Raises OutputError.
    """
    manifest = storage.within(plan.folder, MANIFEST)
    _delete_older(plan, manifest, {part["file"] for part in parts})
    there = storage.names(plan.state)
    for part in parts:
        name = part["file"]
        if name in there:  # else an earlier attempt came to here
            storage.move(storage.within(plan.state, name), storage.within(plan.folder, name))
    storage.flush(plan.folder)
    records = sum(part["records"] for part in parts)
    ended = ending._asdict() if ending else {}
    told = {"format": format_name, "records": records, **ended, "parts": parts}
    with replacing(manifest) as write:
        write(json.dumps(told | {"run": plan.fingerprint()}, indent=1) + "\n")
    forget(plan)


def whole(plan: Plan) -> Whole | None:
    """The finished result of this very plan, if it is in the folder."""
    told = _manifest(plan)
    parts, ending = _parts_of(told), _ending_of(told)
    if told.get("run") != plan.fingerprint() or not parts or ending is None:
        return None
    return Whole(parts, ending) if all(_has_size(plan, part) for part in parts) else None


def _manifest(plan: Plan) -> dict[str, Any]:
    """What the manifest in the folder says; nothing where there is none, or one that is damaged."""
    path = storage.within(plan.folder, MANIFEST)
    if not storage.exists(path):
        return {}
    try:
        told: dict[str, Any] = storage.read_json(path, {str: object})
    except storage.Damaged:
        return {}
    return told


def _parts_of(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a manifest says of its parts; nothing where anybody else has written it."""
    parts = told.get("parts")
    sound = isinstance(parts, list) and all(map(_is_part, parts))
    return cast(list[dict[str, Any]], parts) if sound else []


def _is_part(told: Any) -> bool:
    """Whether this is what is told of a part; no name leads out of the folder."""
    return (
        isinstance(told, dict)
        and _PART.fullmatch(str(told.get("file"))) is not None
        and fits([told.get("bytes"), told.get("records")], [int])
    )


def _ending_of(told: Mapping[str, Any]) -> Ending | None:
    """How the run ended that wrote a manifest; None where that cannot be."""
    try:
        code = ExitCode(told.get("exit", ExitCode.CLEAN))
    except ValueError:
        return None
    closing, cut_off = told.get("closing", []), told.get("cut_off", [])
    if not isinstance(closing, list) or not isinstance(cut_off, list):
        return None
    return Ending(code, tuple(map(str, closing)), tuple(map(str, cut_off)))


def _has_size(plan: Plan, part: Mapping[str, Any]) -> bool:
    path = storage.within(plan.folder, part["file"])
    if not storage.exists(path):
        return False
    with storage.Pieces(path) as file:
        return file.size == int(part["bytes"])


def _delete_older(plan: Plan, manifest: str, names: set[str]) -> None:
    """The manifest of an earlier run, and its parts of which there are none any more."""
    older = _parts_of(_manifest(plan))
    storage.delete(manifest)
    for part in older:
        if part["file"] not in names:
            storage.delete(storage.within(plan.folder, part["file"]))


class _Summed:
    """Writes to `file`, and sums up what is written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        self.size += len(data)
        return self._file.write(data)
