"""Names a file for each record, in a folder that no name ever leaves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from unicodedata import category, normalize

from reportcite.batch.sink import inside
from reportcite.errors import UsageError
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.patterns import pattern
from reportcite.remote.addresses import inside as inside_remote
from reportcite.remote.addresses import is_remote

_FIELD = "{id}"
_LETTERS: Final = 60
"""The most that a name takes of an id: of any script they stay below the 255 bytes of most systems.
"""
_RESERVED: Final = pattern(r"(?i:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)")
"""What Windows takes for a device, whatever stands behind a full stop."""


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
        name = self._name(id_)
        if is_remote(self.folder):
            return inside_remote(self.folder, name)
        return str(Path(self.folder) / name)

    def path(self, id_: str) -> str:
        """As `name`, with its folder made.

        Raises OutputError where it would lie outside the folder.
        """
        return inside(self.folder, self._name(id_))

    def _name(self, id_: str) -> str:
        stem = self._names.unique(file_stem(id_))
        while _RESERVED.match(stem):  # the second `com` would be `com2`
            stem = self._names.unique(file_stem(id_))
        return self._pattern.replace(_FIELD, stem)


def file_stem(id_: str) -> str:
    """A file name for a record: letters with their marks, digits, `.`, `_` and `-`, so that no id
    leaves the folder, and none that Windows reserves (Microsoft, "Naming Files").

    >>> file_stem("../../etc/passwd")
    'etc-passwd'
    >>> file_stem("aux.2")
    'aux_.2'
    """
    # Python's `\w` has no marks, without which "हिन्दी" or a decomposed "ü" are other words.
    kept = "".join([one if _stays(one) else " " for one in normalize("NFC", id_)])
    joined = "-".join(kept.split()).strip(".-")
    stem = re.sub(r"\.{2,}", ".", joined[:_LETTERS]).strip(".-") or "record"
    reserved = _RESERVED.match(stem)
    return f"{reserved[0]}_{stem[reserved.end() :]}" if reserved else stem


def _stays(character: str) -> bool:
    return character.isalnum() or character in "_.-" or category(character).startswith("M")
