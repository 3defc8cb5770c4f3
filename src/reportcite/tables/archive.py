"""What the ZIP archives of both kinds of spreadsheet are made of."""

from __future__ import annotations

import re
import zipfile
from typing import Final

from reportcite.patterns import pattern

_FORBIDDEN: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def member(name: str) -> zipfile.ZipInfo:
    """A packed member, without the time of the day: the same rows give the same file."""
    found = zipfile.ZipInfo(name)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = 0o644 << 16
    return found


def printable(text: str) -> str:
    """`text` with U+FFFD for each character that XML cannot hold.

    >>> printable("a\\x00b\\n")
    'a�b\\n'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def lines_of(text: str) -> list[str]:
    r"""The lines of a cell.

    >>> lines_of("a\r\nb\rc\n")
    ['a', 'b', 'c', '']
    """
    return re.split(r"\r\n|[\r\n]", text)
