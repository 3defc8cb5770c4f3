"""Opens what is read, on this machine or elsewhere: the one place for all paths of input."""

from __future__ import annotations

import io
import os

from reportcite.remote.addresses import is_remote


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
