"""What is at a path, asked with any text: where the system cannot say, nothing is there.

`Path.exists` and its like raise for names that are too long, for a folder whose entries may not be
looked up, and where too few files may be open. Who goes on to open the path is told why not.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Of these three no reading ends: the disk, the quota or the largest size of a file is full."""


def exists(path: str | Path) -> bool:
    """Whether a file, folder or device is at `path`; a link counts as what it leads to."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises


def is_file(path: str | Path) -> bool:
    """Whether a regular file is at `path`, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises


def is_folder(path: str | Path) -> bool:
    """Whether a folder is at `path`, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises


def resolved(path: Path) -> Path:
    """`path` without links on its way; raises OSError where links lead in a circle."""
    target = Path(os.path.realpath(path))
    if os.path.islink(target):  # noqa: PTH114 - Path.is_symlink raises
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return target


def where_to_make_room(error: BaseException) -> str:
    """What to do where a file without a name, for what is too much for memory, had no room; "" for
    any other `error`."""
    if not isinstance(error, OSError) or error.errno not in _NO_ROOM or error.filename:
        return ""
    import tempfile

    folder = tempfile.gettempdir()
    return f"free some room in {folder}, or let the environment variable TMPDIR name another folder"
