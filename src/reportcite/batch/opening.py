"""Opens what is read, on this machine or elsewhere: the one place for all paths of input."""

from __future__ import annotations

import io
import os
from itertools import islice
from pathlib import Path
from typing import Final

from reportcite.files import where_to_make_room
from reportcite.remote.addresses import is_remote

_AS_LIKE: Final = 0.75
"""How like a file's name must be to be taken for the one that was meant."""
_LISTED: Final = 10_000
"""So many names of a folder are looked at in 50 ms."""


def open_input(path: str, *, listed: bool = False) -> io.BufferedReader:
    """The bytes of the file at `path`, as they are stored; `path` may be an address (`s3://…`).

    With `listed`, a name that was listed as that of a file, and has become a link or a pipe since,
    is not followed or waited for. Raises OSError or ValueError where it cannot be opened,
    UsageError for an address that is none, MissingPackage.
    """
    if is_remote(path):
        from reportcite.remote.reading import open_remote

        return open_remote(path)
    flags = os.O_NOFOLLOW | os.O_NONBLOCK if listed else 0
    return os.fdopen(os.open(path, os.O_RDONLY | flags), "rb")


def what_to_do(path: str, error: OSError | ValueError) -> str:
    """What may help where `path` cannot be opened, for an error message: the file of nearly
    that name, or room for what is kept of a stream."""
    if not isinstance(error, FileNotFoundError) or is_remote(path):
        return where_to_make_room(error) or "check the file"
    from reportcite.similarity import most_alike

    wanted = Path(path)
    try:
        with os.scandir(wanted.parent) as listed:
            names = [one.name for one in islice(listed, _LISTED)]
    except OSError:
        return "check the folder"
    meant = most_alike(wanted.name, sorted(names), _AS_LIKE, str)
    return f"did you mean {wanted.parent / meant}?" if meant else "check the name"
