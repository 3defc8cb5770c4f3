"""What is known of a MARC record while its fields are gone through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from reportcite.formats.marc.crosswalk.people import Heading
from reportcite.record.untyped import Untyped


@dataclass(slots=True)
class Crossed:
    """What is known of a record while its fields are gone through."""

    leader: str
    all_fields: Sequence[tuple[str, str]] = ()
    id: str = ""
    coded: str = ""  # field 008
    type: str = ""  # as CSL calls it
    lines: list[str] = field(default_factory=list)  # what MARC has no field for
    host: str = ""
    statement: str = ""
    fields: dict[str, Untyped] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)  # tag and content
    several: dict[str, list[str]] = field(default_factory=dict)
    origin: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    theses: list[str] = field(default_factory=list)
    genres: list[str] = field(default_factory=list)
    names: list[tuple[str, Heading]] = field(default_factory=list)
    call_numbers: dict[str, list[str]] = field(default_factory=dict)

    def add(self, variable: str, text: str) -> None:
        """One of several texts of a variable."""
        if text:
            self.several.setdefault(variable, []).append(text)


FieldReader: TypeAlias = Callable[[str, str, Crossed], bool]
"""Reads the content of a field with a tag; whether all that it says was read."""
