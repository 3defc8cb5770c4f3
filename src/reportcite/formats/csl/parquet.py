"""Apache Parquet: tables of CSL-JSON, of which each row is an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a Parquet file."""
    from reportcite.formats.csl.read_parquet import read_parquet

    return read_parquet(stream, name, limits)


FORMAT: Final = Format(name="parquet", title="Parquet", read=read)
