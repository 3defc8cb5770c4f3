"""What a run over many partitions is to do, written down once, so that any process goes on with it.

Each step of the run is a function of the plan and of a number, and writes its files whole. So a
step that is done twice gives the same bytes, and one that is missing can be done by any process.
"""

from __future__ import annotations

import glob
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportcite import __version__
from reportcite.batch.sink import naming, replacing
from reportcite.batch.work.export import ExportSettings
from reportcite.errors import InputError, Place, UsageError
from reportcite.files import exists, is_file
from reportcite.formats.format import Format
from reportcite.formats.registry import FORMATS, format_named
from reportcite.path_patterns import PathPatterns
from reportcite.tuples import NamedTuple

MANIFEST: Final = "manifest.json"
_UNFINISHED: Final = ".unfinished"
_PLAN: Final = "plan.json"
_FEWEST_BUCKETS: Final = 16
_MOST_BUCKETS: Final = 4096
_OF_A_BUCKET: Final = 1 << 28
"""Bytes of input whose keys come into one bucket: some 400,000 records, looked at in memory."""


class Partition(NamedTuple):
    """A file of records, as it is when the run begins; `modified` is in nanoseconds."""

    path: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The records of each of `partitions` become one part in `folder`, as `settings` say.

    `columns` are those of CSV, `from_` is the format of all partitions, None where each says it.
    Another `version` of reportcite might write other bytes.
    """

    folder: str
    partitions: tuple[Partition, ...]
    settings: ExportSettings
    columns: tuple[str, ...] = ()
    from_: str | None = None
    excluded: tuple[PathPatterns, ...] = ()
    version: str = __version__

    @property
    def format(self) -> Format:
        """The format that is written."""
        return format_named(self.settings.to)._replace(columns=self.columns)

    @property
    def buckets(self) -> int:
        """How many sets of keys are looked at apart from each other."""
        size = sum(one.size for one in self.partitions)
        return max(_FEWEST_BUCKETS, min(size // _OF_A_BUCKET, _MOST_BUCKETS))

    @property
    def state(self) -> Path:
        """The folder of what is not finished."""
        return Path(self.folder) / _UNFINISHED

    def part(self, number: int) -> str:
        """The name of a part; parts sort like the partitions they are made of."""
        return f"part-{number + 1:05}{FORMATS[self.settings.to].suffixes[0]}"

    def fingerprint(self) -> str:
        """What another process must have in common to go on with this run."""
        same = replace(self.settings, placeholder="")
        files = [one._replace(path=str(Path(one.path).absolute())) for one in self.partitions]
        told = (self.version, files, same, self.columns, self.from_, self.excluded)
        return sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()


def partitions(paths: Iterable[str]) -> tuple[Partition, ...]:
    """The files that `paths` name, in order; a pattern such as `in/*.jsonl` by name.

    Raises UsageError for a pattern without a file and for what is no file, InputError for what
    cannot be looked at.
    """
    return tuple(_partition(file) for path in paths for file in _files(path))


def _files(path: str) -> list[str]:
    if not glob.has_magic(path) or exists(path):
        return [path]
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute ones
    if not found:
        raise UsageError(f"no file is called like {path}")
    return found


def _partition(path: str) -> Partition:
    try:
        there = Path(path).stat()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=Place(path)) from error
    if not is_file(path):
        raise UsageError(
            f"{path} is no file, and only files are read in parts",
            suggestion=f"write '{path.rstrip('/')}/*'" if path != "-" else "name files",
        )
    return Partition(path, there.st_size, there.st_mtime_ns)


def require_version(plan: Plan) -> None:
    """Raises UsageError where the run was begun by another version than this process has."""
    if plan.version != __version__:
        raise UsageError(
            f"the run was begun by reportcite {plan.version}, and a worker has {__version__}",
            suggestion="install the same version everywhere",
        )


def require_unchanged(partition: Partition) -> None:
    """Raises InputError where the file is not as it was when the run began, or not to be seen."""
    try:
        same = _partition(partition.path) == partition
    except UsageError:
        same = False
    if not same:
        raise InputError(
            "is not the file that it was when the run began",
            place=Place(partition.path),
            suggestion="begin the run anew",
        )


def begun(plan: Plan, *, joins: bool) -> Plan:
    """`plan` as it is written down in its folder: a new one, or one that is gone on with.

    Raises UsageError where an unfinished run is there that is another, or that is not to be gone on
    with (`joins`), and OutputError where nothing can be written there.
    """
    file = plan.state / _PLAN
    if not joins and is_begun(plan):
        raise UsageError(
            f"{plan.folder} holds a run that is not finished",
            suggestion=f"--resume goes on with it; or delete {plan.state}",
        )
    with naming(plan.folder):
        plan.state.mkdir(parents=True, exist_ok=True)
        if not exists(file):
            _write_once(file, plan)
        known = json.loads(file.read_text("utf-8"))
    if known["fingerprint"] != plan.fingerprint():
        raise UsageError(
            f"{plan.folder} holds an unfinished run of other files or with other options",
            suggestion=f"repeat these, or delete {plan.state}",
        )
    return replace(plan, settings=replace(plan.settings, placeholder=known["placeholder"]))


def _write_once(file: Path, plan: Plan) -> None:
    """Of several processes that begin at once, the first one's placeholder is everybody's."""
    told = {"fingerprint": plan.fingerprint(), "placeholder": plan.settings.placeholder}
    own = file.with_name(f"plan.{os.urandom(6).hex()}")
    with replacing(str(own)) as write:
        write(json.dumps(told))
    with suppress(FileExistsError):
        os.link(own, file)
    own.unlink()


def is_begun(plan: Plan) -> bool:
    """Whether the folder holds a run that is not finished."""
    return exists(plan.state / _PLAN)


def is_whole(plan: Plan) -> bool:
    """Whether the folder holds the finished result of this very plan."""
    folder = Path(plan.folder)
    if not exists(folder / MANIFEST):
        return False
    told = json.loads((folder / MANIFEST).read_text("utf-8"))
    same: bool = told.get("run") == plan.fingerprint()
    return same and all(_has_size(folder / one["file"], one["bytes"]) for one in told["parts"])


def _has_size(path: Path, size: int) -> bool:
    return exists(path) and path.stat().st_size == size


def forget(plan: Plan) -> None:
    """Delete what is not needed when the run is finished."""
    shutil.rmtree(plan.state, ignore_errors=True)
