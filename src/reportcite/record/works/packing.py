"""Plain values as bytes that wait in a file, which in a run in parts others may write to: JSON, of
which nothing but texts, numbers, lists and mappings can be made, whatever is in the file."""

from __future__ import annotations

import json
from typing import Any, Final

import orjson

from reportcite.errors import InputError

_SLOW: Final = b" "
"""Before what orjson does not write, and would not read as it was."""


def packed(value: Any) -> bytes:
    """`value`, of which tuples come back as lists, for `unpacked`."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:  # half characters and huge numbers, as records may hold
        return _SLOW + json.dumps(value).encode("ascii")


def unpacked(data: bytes) -> Any:
    """What `packed` made `data` of. Raises InputError (`damaged`) where it made none."""
    try:
        return json.loads(data) if data.startswith(_SLOW) else orjson.loads(data)
    except (ValueError, RecursionError) as error:
        raise damaged() from error


def damaged() -> InputError:
    """That a file does not hold what a run has written."""
    return InputError("a file of this run is damaged", suggestion="begin anew, without --resume")
