"""The fields of a record as they are found behind its tags, in the formats that databases write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.reading.numbered_lines import numbered_lines
from reportcite.formats.reading.tagged import NO_TAGS, Field, Tagged, TagSyntax, tagged_records
from reportcite.formats.rules import SECOND_VALUE, UNKNOWN_FIELD
from reportcite.formats.writing.keys import UniqueKeys, safe_key
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Places, Untyped, UntypedRecord
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.slashed import read_issued, read_slashed
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.keywords import join_keywords, read_keywords
from reportcite.values.language import language_tag
from reportcite.values.names.inverted import read_names
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.pages import join_pages
from reportcite.values.standard_numbers import Kind, read_numbers
from reportcite.vocabulary import NAME_VARIABLES

# What makes one text of several values.
_JOINED: Final[Mapping[str, Callable[[Iterable[str]], str]]] = {
    "keyword": join_keywords,
    "abstract": " ".join,
    "note": "\n".join,
    "license": " ".join,
}


def _names(field: str, value: Any) -> NamesReading:
    if isinstance(value, dict):
        reading = read_names(value["name"])
        more = {name: text for name, text in value.items() if name != "name"}
        names: list[Any] = [name | more for name in reading.names]
        return reading._replace(names=names)
    return read_names(value)


def _date(field: str, value: Any) -> Reading:
    if isinstance(value, dict):
        return read_issued(value["date"], value["year"])
    return read_slashed(str(value))


NOTATION: Final = Notation(_names, _date, {"language": language_tag, "keyword": read_keywords})
"""How databases write values: the family name first, dates in words or figures. A name may be a
mapping, `name` and what else is known of the contributor; a date of issue `date` and `year`."""


class Collected:
    """A record of a format of tagged lines on its way to becoming one of ours.

    `program` is the name under which what CSL has nothing for is kept.
    """

    def __init__(self, tagged: Tagged, name: str, program: str) -> None:
        self.source = [one for one in tagged.fields() if one.text]
        self.firsts = {one.tag: one for one in reversed(self.source)}
        self.place = Place(name, tagged.line, 1)
        self.program = program
        self.fields: dict[str, Untyped] = {}
        self.places: Places = {}
        self.problems = tagged.problems(name)
        self._several: dict[str, list[str]] = {}
        self._kept: dict[str, dict[str, list[str]]] = {}

    def first(self, *tags: str) -> str:
        """The first value behind the first of `tags` that has one."""
        return next((self.firsts[tag].text for tag in tags if tag in self.firsts), "")

    def all(self, *tags: str) -> list[Field]:
        """Every value behind one of `tags`."""
        return [one for one in self.source if one.tag in tags]

    def keep(self, one: Field, program: str = "", tag: str = "") -> None:
        """Keep a value that CSL has no variable for, or a second one of a variable; under the tag
        of another format, where that has a place for it."""
        entries = self._kept.setdefault(program or self.program, {})
        entries.setdefault(tag or one.tag, []).append(one.text)

    def unknown(self, one: Field) -> None:
        """Say that the format has no such tag."""
        message = f"{one.tag} is no tag of {self.program}: its value is kept as it is"
        place = Place(self.place.file, one.line, 1)
        self.problems.append(UNKNOWN_FIELD.found(message, place=place))

    def put(self, one: Field, variable: str, value: Untyped = None) -> None:
        """Let the text of `one`, or `value`, be that of a variable: a further name, a part of its
        text, or its only value."""
        value = one.text if value is None else value
        here = (one.line, 1)
        if variable in NAME_VARIABLES:
            names = self.fields.setdefault(variable, [])
            assert isinstance(names, list)
            names.append(value)
            self.places.setdefault(variable, here)
            self.places[f"{variable}/{len(names)}"] = here
        elif variable in _JOINED:
            self._several.setdefault(variable, []).append(str(value))
            self.places.setdefault(variable, here)
        elif variable not in self.fields:
            self.fields[variable] = value
            self.places[variable] = here
        elif self.fields[variable] != value:
            message = f"a second value for {variable} is kept apart"
            place = Place(self.place.file, one.line, 1)
            self.problems.append(SECOND_VALUE.found(message, place=place))
            self.keep(one)

    def number(self, one: Field, expected: Kind) -> None:
        """ISBNs and ISSNs, several of one kind with commas between."""
        for variable, text in read_numbers(one.text, expected).items():
            held = self.fields.get(variable)
            if isinstance(held, str) and variable != "number":
                if text not in held:
                    self.fields[variable] = f"{held}, {text}"
            else:
                self.put(one, variable, text)

    def doi(self, one: Field) -> None:
        """A DOI, whatever leads to it; anything else is kept as it is."""
        self.put(one, "DOI", bare_doi(one.text) if is_doi(bare_doi(one.text)) else one.text)

    def pages(self, first_tag: str, last_tag: str) -> None:
        """First and last page."""
        first, last = self.first(first_tag), self.first(last_tag)
        if first and last and first != last and not first.endswith(f"-{last}"):
            self.put(self.firsts[first_tag], "page", join_pages(first, last))
        elif first or last:
            self.put(self.firsts[first_tag if first else last_tag], "page", first or last)

    def issued(self, year_tag: str, date_tag: str, date: str | None = None) -> None:
        """The date of issue, of which the year stands behind a tag of its own."""
        year = self.first(year_tag)
        date = self.first(date_tag) if date is None else date
        if year or date:
            one = self.firsts.get(date_tag) or self.firsts[year_tag]
            self.put(one, "issued", {"date": date, "year": year})

    def joined(self) -> dict[str, Untyped]:
        """All fields, those of several values joined, and what is kept."""
        for variable, texts in self._several.items():
            self.fields.setdefault(variable, _JOINED[variable](dict.fromkeys(texts)))
        entries = {
            program: {tag: texts[0] if len(texts) == 1 else texts for tag, texts in held.items()}
            for program, held in self._kept.items()
        }
        return {**self.fields, "custom": entries} if entries else self.fields

    def record(self, csl_type: str, id_: str, keys: UniqueKeys) -> Record:
        """The record; without a usable `id_` it is named by what it says."""
        fields: dict[str, Untyped] = {"type": csl_type, **self.joined()}
        if id_ := safe_key(id_):
            fields["id"] = id_
        untyped = UntypedRecord(
            fields,
            self.place,
            NOTATION,
            id_,
            problems=self.problems,
            places=self.places,
        )
        return assemble(untyped, keys.of)


Make = Callable[[Tagged, str, UniqueKeys], Record]
"""(a record's tagged values, the name of its file, the keys given so far) → the record."""


def read_tagged(
    stream: BinaryIO, name: str, syntax: TagSyntax, limits: Limits, make: Make
) -> Iterator[Record | Problem]:
    """The records that `make` makes of a file of tagged lines, in order."""
    keys = UniqueKeys()
    for found in tagged_records(numbered_lines(stream), name, syntax, limits):
        yield found if isinstance(found, Problem) else make(found, name, keys)


def take_all(
    collected: Collected,
    variables: Mapping[str, str],
    special: frozenset[str],
    tags: frozenset[str] = NO_TAGS,
) -> None:
    """Put every value behind a tag into its variable, but those of `special` tags; what has no
    variable is kept. That there is no such tag is said where it is none of `tags`, if any."""
    for one in collected.source:
        if tags and one.tag not in tags:
            collected.unknown(one)
        if one.tag in special:
            continue
        if variable := variables.get(one.tag, ""):
            collected.put(one, variable)
        else:
            collected.keep(one)
