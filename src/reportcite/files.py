"""What is at a path, asked with any text: where the system cannot say, nothing is there.

`Path.exists` and its like raise for names that are too long, for a folder whose entries may not be
looked up, and where too few files may be open. Who goes on to open the path is told why not.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path


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
