"""Reads records from Parquet files (parquet.apache.org), by pyarrow.

A column has the name of a CSL variable; names and dates are structs and lists as in CSL-JSON, or
texts. A table of one column of texts holds an item of CSL-JSON in each. What is null is not there.
"""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from reportcite.errors import InputError, Place
from reportcite.formats.csl.read_json import read_csl_json
from reportcite.formats.format import Format
from reportcite.formats.rules import NO_RECORDS
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_AT_ONCE: Final = 500
"""Rows that are in memory at a time, beside the part of the file that they are read from."""
_NOT_OF_RECORDS: Final = "__"
"""How columns begin that programs keep for themselves, such as `__index_level_0__`."""


def read_parquet(
    stream: BinaryIO, name: str, limits: Limits = LIMITS
) -> Iterator[Record | Problem]:
    """The records of a Parquet file, a row each; the line of a place is the number of the row.

    Never raises for bad data. Raises InputError where pyarrow is missing, OSError where the file
    cannot be put on disk: what says where its columns are stands at its end.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        message = "the package pyarrow is needed for it"
        hint = "pip install 'reportcite[parquet]'"
        raise InputError(message, place=Place(name), suggestion=hint) from error
    with tempfile.TemporaryFile() as file:
        shutil.copyfileobj(stream, file)
        try:
            lines = _lines(parquet.ParquetFile(file))
            yield from read_csl_json(cast(BinaryIO, io.BufferedReader(_Lines(lines))), name, limits)
        except (ArrowException, OSError) as error:
            reason = str(error).partition("\n")[0]
            message = f"no more rows of the table can be read: {reason}"
            yield NO_RECORDS.found(message, "write or copy it anew", Place(name))


def _lines(table: Any) -> Iterator[bytes]:
    """A line of JSON for each row."""
    from pyarrow import types

    schema = table.schema_arrow
    names = [one for one in schema.names if not one.startswith(_NOT_OF_RECORDS)]
    is_text = types.is_string, types.is_large_string
    alone = len(names) == 1 and any(test(schema.field(names[0]).type) for test in is_text)
    for rows in table.iter_batches(_AT_ONCE, columns=names):
        for row in rows.to_pylist(maps_as_pydicts="lossy"):
            if alone:
                text = row[names[0]] or ""
                # A line break is white space where JSON may have it.
                yield text.replace("\r", " ").replace("\n", " ").encode("utf-8", "replace") + b"\n"
            else:
                yield json.dumps(_item(row), default=str).encode() + b"\n"


def _item(value: Any) -> Any:
    """What JSON says of a value; numbers that are whole have no fraction, as tables give them one
    where some are missing."""
    if isinstance(value, Mapping):
        return {name: _item(one) for name, one in value.items() if not _is_missing(one)}
    if isinstance(value, list):
        return [_item(one) for one in value if not _is_missing(one)]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return _date(value).isoformat() if isinstance(value, date) else value


def _date(value: date) -> date:
    """A moment at midnight is a day, as tables write them."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value


def _number(value: Decimal) -> int | str:
    """A decimal number without the zeros at its end: all of a column have as many places."""
    whole, _, places = f"{value:f}".partition(".")
    places = places.rstrip("0")
    return f"{whole}.{places}" if places else int(whole)


def _is_missing(value: Any) -> bool:
    return value is None or value != value  # noqa: PLR0124 - as NaN is not


class _Lines(io.RawIOBase):
    """A stream of lines, which are asked for as they are read."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        if not self._ready:
            self._ready = memoryview(next(self._lines, b""))
        size = min(len(target), len(self._ready))
        target[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size


FORMAT: Final = Format("parquet", "Parquet", read=read_parquet)
