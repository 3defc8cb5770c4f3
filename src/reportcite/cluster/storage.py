"""The files of a run: in a folder that all of its processes see, or in a bucket of a store.

A path is that of a file of this machine, or an address (`s3://bucket/out/part-00001.ris`). What
cannot be read or written raises InputError or OutputError with the path.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

from reportcite.batch.opening import open_input
from reportcite.batch.sink import flush_folder, naming, replacing
from reportcite.cluster.shapes import Shape, fits
from reportcite.errors import InputError, Place
from reportcite.files import exists as is_here
from reportcite.files import is_file, is_folder
from reportcite.remote.addresses import inside, is_remote, without_secrets

_CREATED: Final = "content"
_LARGEST: Final = 1 << 62
_SMALL: Final = 1 << 16
"""Bytes that are asked for together more cheaply than in two requests."""


def within(folder: str, name: str) -> str:
    """The path of `name` in `folder`."""
    return inside(folder, name) if is_remote(folder) else str(Path(folder, name))


def exists(path: str) -> bool:
    """Whether a file is at `path`."""
    if not is_remote(path):
        return is_here(path)
    from reportcite.remote import objects

    with reading(path):
        return objects.exists(path)


def names(folder: str) -> set[str]:
    """What the files directly in `folder` are called; none where it is not there."""
    if is_remote(folder):
        from reportcite.remote import objects

        with reading(folder):
            return objects.names(folder)
    try:
        return {one.name for one in Path(folder).iterdir()}
    except FileNotFoundError:
        return set()


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The content of the file at `path`, from its beginning on."""
    with reading(path), _open(path) as file:
        yield file


def _open(path: str) -> BinaryIO:
    """The file at `path`. Raises Damaged for a pipe or a device, which might be waited for without
    end, and OSError."""
    is_other = is_here(path) and not is_file(path) and not is_folder(path)
    if is_other and not is_remote(path):
        raise Damaged(path)
    return open_input(path)


def read_json(path: str, shape: Shape) -> Any:
    """What the file at `path` says, which is JSON of this shape. Raises Damaged for any other."""
    with opened(path) as file:
        return parsed(path, file.read(), shape)


def parsed(path: str, content: bytes, shape: Shape) -> Any:
    """What `content` says, which is JSON of this shape and stands in the file at `path`. Raises
    Damaged where it is none."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Damaged(path) from error
    if not fits(told, shape):
        raise Damaged(path)
    return told


@contextmanager
def understood(path: str) -> Iterator[None]:
    """Where what the file at `path` says is looked up. Raises Damaged where there is no such
    number, name or part."""
    try:
        yield
    except InputError as error:
        raise (error if error.place else Damaged(path)) from error
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise Damaged(path) from error


def write_json(path: str, told: Any) -> None:
    """Have the file at `path` say what `told` does; whole or not at all."""
    with replacing(path) as write:
        write(json.dumps(told))


def make_folder(folder: str) -> None:
    """Make `folder`, and those it is in. In a bucket there are none to make."""
    if not is_remote(folder):
        with naming(folder):
            Path(folder).mkdir(parents=True, exist_ok=True)


def create(path: str, content: bytes) -> str:
    """Make a file known as `path`, unless one is there; of several processes one alone makes it.

    Returns the path that it has. In a folder of this machine it stands in a folder of its own: no
    file system puts a folder in the place of one that holds something, but many have no links, by
    which a file could be put where none is (FAT, SMB, what mounts a store as a folder).
    """
    with naming(without_secrets(path)):
        if is_remote(path):
            from reportcite.remote import objects

            with suppress(FileExistsError):
                objects.create(path, content)
            return path
        own = Path(f"{path}.{os.urandom(6).hex()}")
        made = Path(path, _CREATED)
        try:
            own.mkdir()
            Path(own, _CREATED).write_bytes(content)
            own.rename(path)
        except OSError:
            # Which error says that a folder is there differs between systems.
            if not is_here(made):
                raise
        finally:
            shutil.rmtree(own, ignore_errors=True)
        return str(made)


def move(path: str, target: str) -> None:
    """Give the file at `path` the path `target`, in place of what is there."""
    with naming(without_secrets(target)):
        if is_remote(path):
            from reportcite.remote import objects

            objects.move(path, target)
        else:
            Path(path).replace(target)


def delete(path: str) -> None:
    """Delete the file at `path`, if it is there."""
    with naming(without_secrets(path)):
        if is_remote(path):
            from reportcite.remote import objects

            objects.delete(path)
        else:
            Path(path).unlink(missing_ok=True)


def delete_all(folder: str) -> None:
    """Delete `folder` with all files in it."""
    if is_remote(folder):
        from reportcite.remote import objects

        with naming(without_secrets(folder)):
            objects.delete_all(folder)
    else:
        shutil.rmtree(folder, ignore_errors=True)


def flush(folder: str) -> None:
    """Have what was moved into `folder` outlive a power cut."""
    if not is_remote(folder):
        flush_folder(Path(folder))


class Damaged(InputError):
    """A file that a run has written holds something else now."""

    def __init__(self, path: str) -> None:
        """The file at `path`."""
        super().__init__(
            "is damaged: it is not what a run writes",
            place=Place(without_secrets(path)),
            suggestion="delete the folder .unfinished, and begin the run anew",
        )


class Pieces:
    """A file of which pieces are read, wherever they stand in it."""

    def __init__(self, path: str) -> None:
        """The file at `path`, which is to be closed."""
        self.path = path
        self._file: BinaryIO | None = None
        self._size: int | None = None
        if not is_remote(path):
            with reading(path):
                self._file = _open(path)

    @property
    def size(self) -> int:
        """Its bytes."""
        if self._size is None:
            with reading(self.path):
                if self._file is not None:
                    self._size = Path(self.path).stat().st_size
                else:
                    from reportcite.remote.reading import size_of

                    self._size = size_of(self.path)
        return self._size

    @property
    def most(self) -> int:
        """So many bytes it has at most: of one in a store it is not asked how many it has."""
        return _LARGEST if self._file is None else self.size

    def piece_before_end(self, before: int, size: int) -> bytes:
        """So many bytes from `before` bytes before the end on."""
        if self._file is None and self._size is None and before <= _SMALL:
            from reportcite.remote import objects

            with reading(self.path):  # a request less than to ask for the size
                return objects.tail(self.path, before)[:size]
        return self.piece(self.size - before, size)

    def piece(self, start: int, size: int) -> bytes:
        """So many bytes from `start` on; fewer where it ends before."""
        with reading(self.path):
            if self._file is not None:
                start = max(0, min(start, self.size))
                self._file.seek(start)
                return self._file.read(min(size, self.size - start))
            from reportcite.remote import objects

            return objects.piece(self.path, start, size)

    def close(self) -> None:
        """Let the file go."""
        if self._file is not None:
            self._file.close()

    def __enter__(self) -> Pieces:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def reading(path: str) -> Iterator[None]:
    """Turn the system's failure to read into an InputError that names the path."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        place = Place(without_secrets(path))
        raise InputError(f"cannot be read: {reason}", place=place) from error
