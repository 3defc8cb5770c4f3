"""The results of a run: parts, and a manifest with counts and checksums, which is written last."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, BinaryIO, Final, cast

from reportcite.batch.sink import replacing, replacing_bytes
from reportcite.cluster import storage
from reportcite.cluster.partitions import MANIFEST, Plan, forget

FULL: Final = "full"
"""What is told of a part that is made."""


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


def finish(plan: Plan, count: int, about: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Put `count` parts in their places, and then the manifest, which says what is known `about`
    them, in place of those of an earlier run.

    As long as there is no manifest the folder is not whole. Returns what is told of each part.
    Raises OutputError.
    """
    parts = [storage.read_json(plan.file(FULL, number)) for number in range(count)]
    manifest = storage.within(plan.folder, MANIFEST)
    _delete_older(plan, manifest, {part["file"] for part in parts})
    there = storage.names(plan.state)
    for part in parts:
        name = part["file"]
        if name in there:  # else an earlier attempt came to here
            storage.move(storage.within(plan.state, name), storage.within(plan.folder, name))
    storage.flush(plan.folder)
    records = sum(part["records"] for part in parts)
    told = {**about, "records": records, "parts": parts, "run": plan.fingerprint()}
    with replacing(manifest) as write:
        write(json.dumps(told, indent=1) + "\n")
    forget(plan)
    return parts


def whole(plan: Plan) -> Sequence[dict[str, Any]]:
    """What is told of each part, if the folder holds the finished result of this very plan; else
    nothing."""
    manifest = storage.within(plan.folder, MANIFEST)
    if not storage.exists(manifest):
        return []
    told = storage.read_json(manifest)
    parts: list[dict[str, Any]] = told["parts"] if told.get("run") == plan.fingerprint() else []
    return parts if all(_has_size(plan, part) for part in parts) else []


def _has_size(plan: Plan, part: Mapping[str, Any]) -> bool:
    path = storage.within(plan.folder, part["file"])
    if not storage.exists(path):
        return False
    with storage.Pieces(path) as file:
        return file.size == int(part["bytes"])


def _delete_older(plan: Plan, manifest: str, names: set[str]) -> None:
    """The manifest of an earlier run, and its parts of which there are none any more."""
    if not storage.exists(manifest):
        return
    older = storage.read_json(manifest)
    storage.delete(manifest)
    for part in older.get("parts", ()):
        name = part["file"].replace("\\", "/").rpartition("/")[2]
        if name not in names:
            storage.delete(storage.within(plan.folder, name))


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
