"""Reads records from CSL-JSON (csl-data.json of the CSL 1.0.2 schema) and from JSON Lines.

An array is read one member at a time, so that its size does not matter. Numbers stay the text
that was typed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any, BinaryIO, Final

from reportcite.errors import Place, Problem
from reportcite.record.build import Tree, build_record, numbered_id, stem_of
from reportcite.record.fault import Fault, shown
from reportcite.record.model import Record
from reportcite.record.source import (
    MAX_RECORD_SIZE,
    NOT_UTF8,
    RecordTooLarge,
    Source,
    Unreadable,
    too_large,
)

_WHITE: Final = re.compile(r"[ \t\n\r]*")
_ESCAPED_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_HINT: Final = "check the quotation marks, commas and brackets before this place"


class _NotJson(ValueError):
    """A value the standard library's parser takes, but JSON does not have."""


def _no_constant(name: str) -> Tree:
    raise _NotJson(f"{name} is not JSON")


class _Decoder:
    """Decodes one value at a time; `duplicates` are the keys given twice in the last one."""

    def __init__(self) -> None:
        self.duplicates: list[str] = []
        self._scan = json.JSONDecoder(
            object_pairs_hook=self._mapping,
            parse_int=str,  # keeps every digit, and no number is too long
            parse_float=str,
            parse_constant=_no_constant,
        ).scan_once

    def decode(self, text: str, at: int) -> tuple[Tree, int]:
        """The value that begins at `at`, and where it ends.

        Raises StopIteration where none begins, ValueError, RecursionError.
        """
        self.duplicates = []
        value: tuple[Tree, int] = self._scan(text, at)
        return value

    def _mapping(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(pairs)
        if len(mapping) != len(pairs):
            seen: set[str] = set()
            self.duplicates += [key for key, _ in pairs if key in seen or seen.add(key)]
            return dict(reversed(pairs))  # the first counts
        return mapping
