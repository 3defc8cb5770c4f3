"""The first line of records that are written for people: it tells editors where the schema is.

yaml-language-server reads it ("Using inlined schema" in its README), in each document of a file. It
takes an address, or a path from the folder of the file. The project has no address on the web that
would hold the schema, so the line names, as a path, the schema that the folder of the file or one
above it holds, which is the same for all who share the folder; or else the one that is installed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from reportcite.cli.terminal import is_stdout
from reportcite.files import is_file
from reportcite.remote.addresses import is_remote
from reportcite.shipped import record_schema_file

SHARED: Final = ".reportcite.schema.json"
"""The name under which a folder of records holds the schema."""

MODELINE: Final = "# yaml-language-server: $schema="
"""How the line begins."""


def modeline(target: str) -> str:
    """The line for records in the file `target`, "" or "-" for standard output, with its end."""
    return f"{MODELINE}{_schema_for(target)}\n"


def without_modelines(text: str) -> str:
    """`text` without such lines, which are not the same on every machine."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(MODELINE))


def _schema_for(target: str) -> str:
    if not is_stdout(target) and not is_remote(target):
        folder = Path(target).absolute().parent
        for place in (folder, *folder.parents):
            if is_file(place / SHARED):
                return Path(os.path.relpath(place / SHARED, folder)).as_posix()
    return record_schema_file().as_uri()
