"""What is known of a MARC record while its fields are gone through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reportcite.formats.marc.crosswalk.people import Heading
from reportcite.record.untyped import Untyped


class Crossed:
    """What is known of a record while its fields are gone through."""

    __slots__ = (
        *("all_fields", "call_numbers", "coded", "fields", "genres", "host", "id", "kept"),
        *("leader", "lines", "names", "origin", "several", "statement", "theses", "type", "words"),
    )

    def __init__(self, leader: str, all_fields: list[tuple[str, str]]) -> None:
        # Run for each record of a catalogue: as a dataclass it would take half as long again.
        self.leader = leader
        self.all_fields = all_fields
        self.id = self.host = self.statement = ""
        self.coded = ""  # field 008
        self.type = ""  # as CSL calls it
        self.lines: list[str] = []  # what MARC has no field for
        self.fields: dict[str, Untyped] = {}
        self.kept: list[tuple[str, str]] = []  # tag and content
        self.several: dict[str, list[str]] = {}
        self.origin: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.theses: list[str] = []
        self.genres: list[str] = []
        self.names: list[tuple[str, Heading]] = []
        self.call_numbers: dict[str, list[str]] = {}

    def add(self, variable: str, text: str) -> None:
        """One of several texts of a variable."""
        if text:
            self.several.setdefault(variable, []).append(text)


FieldReader: TypeAlias = Callable[[str, str, Crossed], bool]
"""Reads the content of a field with a tag; whether all that it says was read."""
