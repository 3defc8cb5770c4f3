"""What a folder of a run needs of a store besides reading and writing: what is there, pieces of it,
another name for it, and nothing of it any more."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any

from reportcite.remote.addresses import address_of
from reportcite.remote.connection import ask, within
from reportcite.remote.reading import listed, size_of


def names(folder: str) -> set[str]:
    """The names of the files directly in the folder at an address. Raises OSError."""
    return {path.rpartition("/")[2] for path in listed(folder).files}


def exists(path: str) -> bool:
    """Whether a file is at the address `path`. Raises OSError where the store does not say."""
    try:
        size_of(path)
    except FileNotFoundError:
        return False
    return True


def piece(path: str, start: int, size: int) -> bytes:
    """So many bytes of the file at the address `path`, from `start` on. Raises OSError."""
    if not size:
        return b""
    found: Any = ask(address_of(path), "get_range", start=start, length=size)
    return bytes(found)


def tail(path: str, size: int) -> bytes:
    """The last bytes of the file at the address `path`, so many or fewer. Raises OSError."""
    address = address_of(path)
    answer = ask(address, "get", options={"range": {"suffix": size}})
    return bytes(within(address, answer.bytes))


def create(path: str, content: bytes) -> None:
    """Make a file at the address `path`; raises FileExistsError where one is there, of which the
    store alone decides between two that try at once. Raises OSError."""
    ask(address_of(path), "put", content, mode="create")


def move(path: str, target: str) -> None:
    """Give the file at the address `path` the address `target`, in one bucket, in place of what is
    there. Raises OSError."""
    ask(address_of(path), "rename", address_of(target).key)


def delete(path: str) -> None:
    """Delete the file at the address `path`, if it is there. Raises OSError."""
    try:
        ask(address_of(path), "delete")
    except FileNotFoundError:
        return


def delete_all(folder: str) -> None:
    """Delete all files in the folder at an address. Raises OSError."""
    for path in listed(folder).files:
        delete(path)


def version_of(path: str) -> tuple[int, int]:
    """The size of the file at the address `path`, and when it was last changed, in nanoseconds.
    Raises OSError."""
    meta = ask(address_of(path), "head")
    return meta["size"], int(meta["last_modified"].timestamp() * 1e9)


def matching(pattern: str) -> list[str]:
    """The addresses that fit `pattern`, in whose last part stand `*`, `?` and `[…]`; by name.

    Raises OSError.
    """
    folder, _, name = pattern.rpartition("/")
    found = listed(folder).files
    return [path for path in found if fnmatchcase(path.rpartition("/")[2], name)]
