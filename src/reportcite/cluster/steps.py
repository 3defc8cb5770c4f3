"""The steps of an export in parts: convert each partition, number each bucket of keys, fill in.

The first pass converts, with a placeholder where a key belongs, and puts into buckets what must be
compared over all records: the keys by their stem, the ids. Each bucket, in the order of parts and
positions, then says which keys get a suffix and which ids were there before. The second pass puts
the keys in. The result is that of one run over all records.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Final

from reportcite.batch.chunks import chunks
from reportcite.batch.sink import flush_folder, naming, replacing, replacing_bytes
from reportcite.batch.work.export import Exported, export_chunk
from reportcite.batch.work.sound import Screening
from reportcite.cluster.found import problem_from, screening_from, screening_to
from reportcite.cluster.plan import MANIFEST, Plan, forget, require_unchanged
from reportcite.cluster.sections import (
    bucket,
    read_section,
    read_sections,
    stem,
    write_sections,
)
from reportcite.errors import Place
from reportcite.files import exists
from reportcite.formats.format import write_all_encoded
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.problems import Problem
from reportcite.record.checks.duplicates import Ids, Seen
from reportcite.tuples import NamedTuple

_BLOCK: Final = 1 << 20


class Step(NamedTuple):
    """One step of the run: `work` does number n of its `count`, after which the file `mark` is
    there. `of` is what there are so many of."""

    of: str
    work: Callable[[Plan, int], None]
    count: Callable[[Plan], int]
    mark: Callable[[Plan, int], Path]

    def missing(self, plan: Plan) -> list[int]:
        """The numbers that are not done."""
        return [one for one in range(self.count(plan)) if not exists(self.mark(plan, one))]


class Reported(NamedTuple):
    """What became of a chunk, as `cli` reports it; `again` are the records, by their index among
    those written of it, whose id an earlier record has."""

    written: int
    screening: Screening
    size: int
    again: list[tuple[int, Problem]]


def convert(plan: Plan, number: int) -> None:
    """The entries of a partition, the keys they ask for and what was found in its records.

    Raises InputError for a partition that has changed, OutputError where nothing can be written.
    """
    partition = plan.partitions[number]
    require_unchanged(partition)
    asked = _Asked(plan.buckets)
    written = 0
    text, notes = _file(plan, "text", number), _file(plan, "found", number)
    with replacing_bytes(text) as entries, replacing_bytes(notes) as found:

        def texts() -> Iterator[bytes]:
            nonlocal written
            parts = chunks([partition.path], plan.from_, plan.settings.limits, plan.excluded)
            for chunk in parts:
                exported = export_chunk(plan.settings, chunk)
                found.write(_note(exported))
                asked.add(exported)
                written += exported.written
                yield from exported.texts

        for piece in write_all_encoded(plan.format, texts()):
            entries.write(piece)
    with replacing_bytes(_file(plan, "keys", number)) as file:
        write_sections(file, asked.sections())
    _write_json(_converted(plan, number), {"records": written})


def number_bucket(plan: Plan, number: int) -> None:
    """Which keys of a bucket get a suffix, and which ids in it were there before, for each part."""
    keys, seen = UniqueKeys(), Seen()

    def sections() -> Iterator[dict[str, Any]]:
        for part in range(len(plan.partitions)):
            with Path(_file(plan, "keys", part)).open("rb") as file:
                asked = read_section(file, number, plan.buckets)
            unique = zip(asked["at"], asked["keys"], map(keys.unique, asked["keys"]), strict=True)
            suffixed = [(at, key) for at, base, key in unique if key != base]
            again = seen.same_ids(_ids(asked))
            yield {
                "keys": suffixed,
                "again": [(asked["ids_at"][index], problem) for index, problem in again],
            }

    with replacing_bytes(str(_numbered(plan, number))) as file:
        write_sections(file, sections())


def fill(plan: Plan, number: int) -> None:
    """The part itself: the entries with their keys, counted and summed up."""
    keys, again = _keys(plan, number)
    placeholder = plan.settings.placeholder.encode("ascii")
    digest, size = sha256(), 0
    with (
        Path(_file(plan, "text", number)).open("rb") as text,
        replacing_bytes(str(plan.state / plan.part(number))) as part,
    ):
        for piece in _filled(text, placeholder, iter(keys)):
            part.write(piece)
            digest.update(piece)
            size += len(piece)
    _write_json(Path(_file(plan, "again", number)), again)
    told = {
        "file": plan.part(number),
        "input": plan.partitions[number].path,
        "records": json.loads(_converted(plan, number).read_text("ascii"))["records"],
        "bytes": size,
        "sha256": digest.hexdigest(),
    }
    _write_json(_full(plan, number), told)


def finish(plan: Plan) -> None:
    """Put all parts in their places, and then the manifest, in place of those of an earlier run.

    As long as there is no manifest the folder is not whole. Raises OutputError.
    """
    folder = Path(plan.folder)
    manifest = folder / MANIFEST
    parts = [json.loads(_full(plan, one).read_text("ascii")) for one in range(len(plan.partitions))]
    with naming(plan.folder):
        _delete_older(manifest, {part["file"] for part in parts})
        for part in parts:
            if exists(made := plan.state / part["file"]):  # else an earlier attempt came to here
                made.replace(folder / part["file"])
        flush_folder(folder)
    told = {
        "format": plan.settings.to,
        "records": sum(part["records"] for part in parts),
        "parts": parts,
        "run": plan.fingerprint(),
    }
    with replacing(str(manifest)) as write:
        write(json.dumps(told, indent=1) + "\n")
    forget(plan)


def reports(plan: Plan) -> Iterator[Reported]:
    """What became of all chunks, in the order of the partitions; before `finish`."""
    for number in range(len(plan.partitions)):
        again = json.loads(Path(_file(plan, "again", number)).read_text("ascii"))
        repeated = {at: problem_from(problem) for at, problem in again}
        first = 0
        with Path(_file(plan, "found", number)).open("rb") as lines:
            for line in lines:
                told = json.loads(line)
                here = range(first, first + told["written"])
                of_chunk = [(at - first, repeated[at]) for at in here if at in repeated]
                yield Reported(told["written"], screening_from(told), told["size"], of_chunk)
                first = here.stop


class _Asked:
    """The keys and ids of a partition, by their buckets, with their positions in it."""

    def __init__(self, buckets: int) -> None:
        self._keys: list[tuple[list[int], list[str]]] = [([], []) for _ in range(buckets)]
        self._ids: list[tuple[list[int], Ids]] = [([], Ids()) for _ in range(buckets)]
        self._keys_before = self._ids_before = 0

    def add(self, exported: Exported) -> None:
        """Those of some records more."""
        count, wanted = len(self._keys), exported.wanted
        for at, key in enumerate(wanted, self._keys_before):
            positions, keys = self._keys[bucket(stem(key), count)]
            positions.append(at)
            keys.append(key)
        found = exported.screening.ids
        for at, (id_, place) in enumerate(
            zip(found.ids, found.places, strict=True), self._ids_before
        ):
            positions, ids = self._ids[bucket(id_, count)]
            positions.append(at)
            ids.ids.append(id_)
            ids.places.append(place)
        self._keys_before += len(wanted)
        self._ids_before += len(found.ids)

    def sections(self) -> Iterator[dict[str, Any]]:
        """One for each bucket."""
        for (at, keys), (ids_at, ids) in zip(self._keys, self._ids, strict=True):
            files = groupby(place.file for place in ids.places)
            yield {
                "at": at,
                "keys": keys,
                "ids_at": ids_at,
                "ids": ids.ids,
                "files": [(file, len([*run])) for file, run in files],
                "lines": [(place.line, place.column) for place in ids.places],
            }


def _ids(asked: dict[str, Any]) -> Ids:
    places: list[Place] = []
    lines = iter(asked["lines"])
    for file, count in asked["files"]:
        places += [Place(file, *next(lines)) for _ in range(count)]
    return Ids(asked["ids"], places)


def _keys(plan: Plan, number: int) -> tuple[list[str], list[Any]]:
    """The keys of a part in their order, and what was said of its ids, by their positions."""
    keys: dict[int, str] = {}
    with Path(_file(plan, "keys", number)).open("rb") as file:
        for asked in read_sections(file, plan.buckets):
            keys.update(zip(asked["at"], asked["keys"], strict=True))
    again = []
    for one in range(plan.buckets):
        with _numbered(plan, one).open("rb") as file:
            said = read_section(file, number, len(plan.partitions))
        keys.update(said["keys"])
        again += said["again"]
    return [keys[at] for at in range(len(keys))], again


def _filled(file: BinaryIO, placeholder: bytes, keys: Iterator[str]) -> Iterator[bytes]:
    """What `file` has, with a key in place of each placeholder."""
    most = len(placeholder) - 1  # of a placeholder that a block cuts
    rest = b""
    while block := file.read(_BLOCK):
        *before, rest = (rest + block).split(placeholder)
        pieces = [piece + next(keys).encode("utf-8", "replace") for piece in before]
        pieces.append(rest[:-most])
        yield b"".join(pieces)
        rest = rest[-most:]
    yield rest


def _note(exported: Exported) -> bytes:
    told = {"written": exported.written, "size": exported.size}
    return json.dumps(told | screening_to(exported.screening)).encode("ascii") + b"\n"


def _delete_older(manifest: Path, names: set[str]) -> None:
    """The manifest of an earlier run, and its parts of which there are none any more."""
    if not exists(manifest):
        return
    older = json.loads(manifest.read_text("utf-8"))
    manifest.unlink()
    for part in older.get("parts", ()):
        name = Path(part["file"]).name
        if name not in names:
            (manifest.parent / name).unlink(missing_ok=True)


def _write_json(path: Path, told: Any) -> None:
    with replacing(str(path)) as write:
        write(json.dumps(told))


def _file(plan: Plan, name: str, number: int) -> str:
    return str(plan.state / f"{name}-{number + 1:05}")


def _converted(plan: Plan, number: int) -> Path:
    return plan.state / f"converted-{number + 1:05}.json"


def _numbered(plan: Plan, number: int) -> Path:
    return plan.state / f"numbered-{number + 1:05}"


def _full(plan: Plan, number: int) -> Path:
    return plan.state / f"full-{number + 1:05}.json"


STEPS: Final = (
    Step("partitions", convert, lambda plan: len(plan.partitions), _converted),
    Step("buckets of keys", number_bucket, lambda plan: plan.buckets, _numbered),
    Step("parts", fill, lambda plan: len(plan.partitions), _full),
)
