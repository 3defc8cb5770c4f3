"""Names a file for each record, in a folder that no name ever leaves."""

from __future__ import annotations

import re
from pathlib import Path

from reportcite.batch.sink import inside
from reportcite.errors import UsageError
from reportcite.formats.writing.keys import UniqueKeys

_FIELD = "{id}"


class Naming:
    """File names from a target such as `out/`, `out/{id}.ris` or `out/{id}/report.ris`.

    The folder is what stands before the first part with a field; it and others are made. Without
    a field the file is named after the id, with `suffix`. Raises UsageError for another field.
    """

    def __init__(self, target: str, suffix: str) -> None:
        before, brace, after = target.partition("{")
        folder, slash, beginning = before.rpartition("/")
        self.folder = (folder + slash if brace else target) or "."
        self._pattern = beginning + brace + after if brace else _FIELD + suffix
        if unknown := set(re.findall("[{][^{}]*[}]?", self._pattern)) - {_FIELD}:
            raise UsageError(
                f"{min(unknown)} cannot stand in a file name", suggestion=f"only {_FIELD} can"
            )
        self._names = UniqueKeys()  # file systems may take upper for lower case

    def name(self, id_: str) -> str:
        """The path for the record `id_`, like none given before; nothing is made."""
        return str(Path(self.folder) / self._name(id_))

    def path(self, id_: str) -> str:
        """As `name`, with its folder made.

        Raises OutputError where it would lie outside the folder.
        """
        return inside(self.folder, self._name(id_))

    def _name(self, id_: str) -> str:
        return self._pattern.replace(_FIELD, self._names.unique(file_stem(id_)))


def file_stem(id_: str) -> str:
    """A file name for a record: letters, digits, `.`, `_` and `-`, so that no id leaves the folder.

    >>> file_stem("../../etc/passwd")
    'etc-passwd'
    """
    stem = re.sub(r"[^\w.-]+", "-", id_).strip(".-")
    # 60 letters of any script stay below the 255 bytes that file systems allow.
    return re.sub(r"\.{2,}", ".", stem[:60]).strip(".-") or "record"
