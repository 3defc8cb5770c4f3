"""The fields of one record of an XML file, and the line on which each of them stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportcite.errors import Place
from reportcite.formats.reading.xml import line_of, line_text
from reportcite.formats.rules import UNKNOWN_FIELD
from reportcite.problems import Problem
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Places, Untyped, UntypedRecord

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True)
class PlacedFields:
    """What was found in an entry: its type, its fields in the notation of the format, where they
    stand, and what has no place in a record."""

    type: str = "document"
    fields: dict[str, Untyped] = field(default_factory=dict)
    places: Places = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(self, variable: str, element: Element | None, value: Untyped = None) -> None:
        """Let `variable` be `value`, or else the text in `element`, where it is not known yet."""
        if element is None or variable in self.fields:
            return
        found = line_text(element) if value is None else value
        if found:
            self.fields[variable] = found
            self.places[variable] = (line_of(element), 0)

    def add_name(self, variable: str, element: Element, name: Untyped) -> None:
        """Add a name to the list of `variable`."""
        names = self.fields.setdefault(variable, [])
        assert isinstance(names, list)
        names.append(name)
        where = (line_of(element), 0)
        self.places.setdefault(variable, where)
        self.places[f"{variable}/{len(names)}"] = where

    def leave_out(self, kinds: Iterable[str]) -> None:
        """Say that what is called so has no place in a record."""
        self.problems += [
            UNKNOWN_FIELD.found(f"{kind[:80]} has no place in a record: left out")
            for kind in dict.fromkeys(kinds)
        ]

    def record(self, id_: str, place: Place, notation: Notation) -> Record:
        """The record that this makes."""
        fields = {"type": self.type, **self.fields}
        problems = [problem.at(place) for problem in self.problems]
        return assemble(UntypedRecord(fields, place, notation, id_, (), problems, self.places))
