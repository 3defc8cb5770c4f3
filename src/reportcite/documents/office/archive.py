"""Zip archives without times, so that the same document is the same file, byte for byte."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from typing import BinaryIO


def write_archive(file: BinaryIO, members: Iterable[tuple[str, str | bytes]]) -> None:
    """The members, each with its name, packed; one called `mimetype` is not (ODF 1.3 part 2, 3.3).

    Each has the earliest time that the format knows, 1980-01-01.
    """
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name)
            member.external_attr = 0o644 << 16
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(member, content, how)
