"""What a run over many partitions is to do, written down once, so that any process goes on with it.

Each step of the run is a function of the plan and of a number, and writes its files whole. So a
step that is done twice gives the same bytes, and one that is missing can be done by any process.
"""

from __future__ import annotations

import glob
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from reportcite import __version__
from reportcite.batch.work.export import placeholder
from reportcite.cluster import storage
from reportcite.errors import InputError, Place, UsageError
from reportcite.files import exists, is_file
from reportcite.path_patterns import PathPatterns
from reportcite.remote.addresses import is_remote, typed_address, without_secrets
from reportcite.tuples import NamedTuple

MANIFEST: Final = "manifest.json"
_UNFINISHED: Final = ".unfinished"
_PLAN: Final = "plan"
_FEWEST_BUCKETS: Final = 16
_MOST_BUCKETS: Final = 4096
_OF_A_BUCKET: Final = 1 << 28
"""Bytes of input whose keys come into one bucket: some 400,000 records, looked at in memory."""
# What waits in files is read by the version of Python that wrote it.
_VERSION: Final = f"{__version__} with Python {sys.version_info.major}.{sys.version_info.minor}"


class Partition(NamedTuple):
    """A file of records, as it is when the run begins; `modified` is in nanoseconds."""

    path: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What the `command` does with each of `partitions`, as its `settings` say; `folder` is where
    its results come to, and what is not finished stands.

    `columns` are those of CSV, `from_` is the format of all partitions, None where each says it.
    Another `version` of reportcite might write other bytes. All processes write one `placeholder`.
    """

    folder: str
    partitions: tuple[Partition, ...]
    settings: Any
    command: str = "export"
    columns: tuple[str, ...] = ()
    from_: str | None = None
    excluded: tuple[PathPatterns, ...] = ()
    version: str = _VERSION
    placeholder: str = field(default_factory=placeholder)

    @property
    def buckets(self) -> int:
        """How many sets of keys are looked at apart from each other."""
        size = sum(one.size for one in self.partitions)
        return max(_FEWEST_BUCKETS, min(size // _OF_A_BUCKET, _MOST_BUCKETS))

    @property
    def state(self) -> str:
        """The folder of what is not finished."""
        return storage.within(self.folder, _UNFINISHED)

    def file(self, name: str, number: int) -> str:
        """The path of what is known by this name of a partition, or of a bucket."""
        return storage.within(self.state, f"{name}-{number + 1:05}")

    def fingerprint(self) -> str:
        """What another process must have in common to go on with this run."""
        files = [one._replace(path=_absolute(one.path)) for one in self.partitions]
        how = (self.command, self.settings, self.columns, self.from_, self.excluded)
        told = repr((self.version, files, *how))
        return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()


def _absolute(path: str) -> str:
    return path if is_remote(path) else str(Path(path).absolute())


def partitions(paths: Iterable[str]) -> tuple[Partition, ...]:
    """The files that `paths` name, in order; a pattern such as `in/*.jsonl` by name.

    Raises UsageError for a pattern without a file and for what is no file, InputError for what
    cannot be looked at.
    """
    return tuple(_partition(file) for path in paths for file in _files(path))


def require_outside(folder: str, partitions: Iterable[Partition]) -> None:
    """Raises UsageError where any of `partitions` is in the `folder` of the results: a part may
    have its name, and parts would be read by the next run."""
    where = _folder(storage.within(folder, MANIFEST))
    for path, *_ in partitions:
        if _folder(path) == where:
            raise UsageError(
                f"{without_secrets(path)} is in {without_secrets(folder)}, where the parts come to",
                suggestion="name another folder with --parts",
            )


def _folder(path: str) -> str:
    return path.rpartition("/")[0] if is_remote(path) else os.path.realpath(Path(path).parent)


def _files(path: str) -> list[str]:
    if not glob.has_magic(path) or exists(path):
        return [path]
    if is_remote(path):
        from reportcite.remote.objects import matching

        if glob.has_magic(path.rpartition("/")[0]):
            hint = "a pattern stands in the last part of an address"
            raise UsageError(f"{without_secrets(path)} cannot be looked for", suggestion=hint)
        with storage.reading(path):
            found = matching(path)
    else:
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute ones
    if not found:
        raise UsageError(f"no file is called like {without_secrets(path)}")
    return found


def _partition(path: str) -> Partition:
    if is_remote(path):
        from reportcite.remote.objects import version_of

        typed_address(path)
        with storage.reading(path):
            return Partition(path, *version_of(path))
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
    if plan.version != _VERSION:
        raise UsageError(
            f"the run was begun by reportcite {plan.version}, and a worker has {_VERSION}",
            suggestion="install the same versions everywhere",
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
            place=Place(without_secrets(partition.path)),
            suggestion="begin the run anew",
        )


def begun(plan: Plan, *, joins: bool) -> Plan:
    """`plan` as it is written down in its folder: a new one, or one that is gone on with.

    Raises UsageError where an unfinished run is there that is another, or that is not to be gone on
    with (`joins`), and OutputError where nothing can be written there.
    """
    if not joins and is_begun(plan):
        raise UsageError(
            f"{plan.folder} holds a run that is not finished",
            suggestion=f"--resume goes on with it; or delete {plan.state}",
        )
    storage.make_folder(plan.state)
    told = {"fingerprint": plan.fingerprint(), "placeholder": plan.placeholder}
    # Of several processes that begin at once, the first one's placeholder is everybody's.
    written = storage.create(_written(plan), json.dumps(told).encode("ascii"))
    known = storage.read_json(written, dict.fromkeys(told, str))
    if not known["placeholder"] or not known["placeholder"].isascii():
        raise storage.Damaged(written)
    if known["fingerprint"] != plan.fingerprint():
        raise UsageError(
            f"{plan.folder} holds an unfinished run of other files or with other options",
            suggestion=f"repeat these, or delete {plan.state}",
        )
    return replace(plan, placeholder=known["placeholder"])


def _written(plan: Plan) -> str:
    return storage.within(plan.state, _PLAN)


def is_begun(plan: Plan) -> bool:
    """Whether the folder holds a run that is not finished."""
    return storage.exists(_written(plan))


def forget(plan: Plan) -> None:
    """Delete what is not needed when the run is finished."""
    storage.delete_all(plan.state)
