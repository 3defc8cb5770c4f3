"""RIS references, of either specification, as records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from reportcite.errors import Place
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.lines import not_utf8, numbered_lines
from reportcite.formats.ris.fields import (
    FALLBACK_TYPE,
    PASSED_OVER,
    READ_TYPES,
    TYPE_LABEL,
    FieldKind,
    expected_number,
    read_label,
    variables,
)
from reportcite.formats.ris.notation import LABELLED, NOTATION
from reportcite.formats.ris.parse import Field, Reference, references
from reportcite.formats.rules import RIS_UNCLOSED, SECOND_VALUE, UNKNOWN_FIELD
from reportcite.formats.writing.keys import UniqueKeys, base_key, safe_key
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, Rule
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.rules import UNKNOWN_TYPE
from reportcite.record.untyped import Places, Untyped, UntypedRecord, Written
from reportcite.values.pages import is_page_range, join_pages
from reportcite.values.standard_numbers import read_numbers
from reportcite.values.url import urls_in
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

_PMC = re.compile(r"PMC[0-9]+")
_IN_SERIES = frozenset({"book", "chapter", "classic", "paper-conference"})
_ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})
_ABBREVIATIONS = frozenset({"J1", "J2", "J9", "JA", "JI"})
_DOUBTFUL = PASSED_OVER | _ABBREVIATIONS | {"C2", "M3"}
# What stands between several lines of a field that is one text in a record.
_DELIMITERS = {"keyword": ", ", "abstract": " ", "note": "\n"}
_NOWHERE = ("", FieldKind.KEY)
# Read together with another tag.
_JOINED = frozenset({"TY", "ID", "ER", "PY", "Y1", "DA", "SP", "EP", "SN", "M1", "M2", "N1", "RN"})


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a RIS file in order; a Problem stands for what could not become one.

    Wrapped lines, either line ending, a byte-order mark, numbers before references and a missing
    ER are taken. References without ID get a key made from their own fields as id.
    """
    lines = numbered_lines(stream)
    keys = UniqueKeys()
    for reference in references(lines, name, limits):
        if isinstance(reference, Problem):
            yield reference
            continue
        untyped = _Reading(reference, name).untyped(lambda record: keys.unique(base_key(record)))
        yield assemble(untyped)


class _Reading:
    """One reference on its way to becoming a record: which of its tags hold which fields."""

    def __init__(self, reference: Reference, name: str) -> None:
        self.name = name
        self.line = reference.line
        self.source = reference.fields()
        # By tag, the first that has a value.
        self.firsts = {one.tag: one for one in reversed(self.source) if one.text}
        self.several: dict[str, list[str]] = {}
        self.fields: dict[str, Untyped] = {}
        self.names: dict[str, list[Untyped]] = {}
        self.places: Places = {}
        self.unlabelled: list[Field] = []
        self.problems: list[Problem] = []
        self.type = self.csl_type()
        if reference.not_utf8_line:
            self.problems.append(not_utf8(Place(name, reference.not_utf8_line, 1)))
        kind = self.first("TY")
        if kind.upper() not in READ_TYPES and self.type == FALLBACK_TYPE:
            message = f"{kind[:80]!r} is no type of RIS; the reference is read as GEN"
            hint = "use a type such as RPRT, BOOK or JOUR"
            place = Place(name, self.line, 1)
            self.problems.append(UNKNOWN_TYPE.of("ris").found(message, hint, place=place))
        if not reference.closed:
            self.notice(RIS_UNCLOSED, self.line, "the reference does not end in ER")

    def untyped(self, fallback_id: Callable[[Record], str]) -> UntypedRecord:
        """The fields of the record; it is named by `fallback_id` where it has no ID."""
        known = variables(self.type)
        for one in self.source:
            tag = one.tag
            if tag in _JOINED:
                self.take_joined(one)
            elif one.text and not (tag in _DOUBTFUL and self.is_passed_over(one)):
                variable, kind = known.get(tag, _NOWHERE)
                if variable:
                    self.take(one, variable, kind)
                else:
                    self.left_out(one)
        for variable, texts in self.several.items():
            self.fields.setdefault(variable, _DELIMITERS[variable].join(texts))
        self.issued()
        self.pages()
        for one in self.unlabelled:
            self.unlabelled_number(one)
        fields = {"type": self.type, **self.fields}
        key = safe_key(self.first("ID"))
        if key:
            fields |= {"id": key, "citation-key": key}
        place = Place(self.name, self.line, 1)
        return UntypedRecord(
            fields,
            place,
            NOTATION,
            fallback_id,
            problems=self.problems,
            places=self.places,
        )

    def take_joined(self, one: Field) -> None:
        """A value that is read together with others, or when these are known."""
        if one.tag in ("M1", "M2"):
            self.labelled(one)
        elif one.tag in ("N1", "RN"):
            self.note(one)
        elif one.tag == "SN":
            self.number(one)

    def csl_type(self) -> str:
        for one in self.source if "M1" in self.firsts else ():
            label, _, value = one.text.partition(":")
            if one.tag == "M1" and label == TYPE_LABEL and value.strip(" ") in ITEM_TYPES:
                return value.strip(" ")
        return READ_TYPES.get(self.first("TY").upper(), FALLBACK_TYPE)

    def is_passed_over(self, one: Field) -> bool:
        """Whether a value says nothing that a record keeps, or what the reference has already."""
        if (
            one.tag == "AN"
            and one.text.isdecimal()
            and self.first("DB", "DP").startswith(("PubMed", "MEDLINE", "Medline", "NLM"))
        ):
            self.put(one.line, "PMID", one.text)
        if one.tag == "C2" and _PMC.fullmatch(one.text):
            self.put(one.line, "PMCID", one.text)
            return True
        if one.tag in _ABBREVIATIONS:
            return "container-title-short" in self.fields
        if one.tag == "M3":
            return is_generic_genre(one.text, self.type)
        return one.tag in PASSED_OVER

    def first(self, *tags: str) -> str:
        """The first value behind the first of `tags` that has one."""
        for tag in tags:
            if tag in self.firsts:
                return self.firsts[tag].text
        return ""

    def line_of(self, *tags: str) -> int:
        """The line of what `first` finds; the reference's own where it finds nothing."""
        return next((self.firsts[tag].line for tag in tags if tag in self.firsts), self.line)

    def notice(self, rule: Rule, line: int, message: str) -> None:
        self.problems.append(rule.found(message, place=Place(self.name, line, 1)))

    def left_out(self, one: Field) -> None:
        self.notice(UNKNOWN_FIELD, one.line, f"{one.tag} has no place in a record: left out")

    def put(self, line: int, variable: str, value: Untyped) -> None:
        if not value:
            return
        if variable not in self.fields:
            self.fields[variable] = value
            self.places[variable] = (line, 1)
        elif self.fields[variable] != value:
            message = f"a second value for {variable} is left out"
            self.notice(SECOND_VALUE, line, message)

    def put_name(self, line: int, variable: str, name: Untyped) -> None:
        names = self.names.get(variable)
        if names is None:
            self.fields[variable] = self.names[variable] = [name]
            self.places[variable] = (line, 1)
            return
        names.append(name)
        self.places[f"{variable}/{len(names)}"] = (line, 1)

    def take(self, one: Field, variable: str, kind: FieldKind) -> None:
        if kind is FieldKind.NAMES:
            variable = self.part_of_a2(variable) if one.tag == "A2" else variable
            self.put_name(one.line, variable, one.text)
        elif kind is FieldKind.URL:
            for url in urls_in(one.text):
                self.put(one.line, variable, url)
        elif variable in _DELIMITERS:
            self.more(one, variable)
        else:
            self.put(one.line, variable, one.text)

    def part_of_a2(self, variable: str) -> str:
        """Behind A2 of a report with authors and a series stand the editors of the series."""
        series = self.type == "report" and self.first("T2")
        return "collection-editor" if series and self.first("AU", "A1") else variable

    def more(self, one: Field, variable: str) -> None:
        """One of several values that become one text."""
        self.several.setdefault(variable, []).append(one.text)
        self.places.setdefault(variable, (one.line, 1))

    def labelled(self, one: Field) -> None:
        found = read_label(one.text, in_note=False)
        if found:
            self.put_labelled(one.line, *found)
        elif not one.text.startswith(f"{TYPE_LABEL}:") and one.text:
            self.unlabelled.append(one)

    def unlabelled_number(self, one: Field) -> None:
        """M1 or M2 without a label: a number, if the record is of a type that has one and lacks it;
        of a book in a series, the number in the series."""
        variable = "number"
        if self.type in _IN_SERIES:
            variable = "collection-number" if "collection-title" in self.fields else ""
        elif self.type in _ARTICLES:
            variable = ""
        if one.tag == "M1" and ":" not in one.text and variable and variable not in self.fields:
            self.put(one.line, variable, one.text)
        else:
            self.left_out(one)

    def put_labelled(self, line: int, variable: str, text: str) -> None:
        if variable in NAME_VARIABLES:
            self.put_name(line, variable, Written(text, LABELLED))
        elif variable in DATE_VARIABLES or variable in NOTATION.texts:
            self.put(line, variable, Written(text, LABELLED))
        else:
            self.put(line, variable, text)

    def note(self, one: Field) -> None:
        found = read_label(one.text) if one.tag == "N1" else None
        if found:
            self.put_labelled(one.line, *found)
        elif one.text:
            self.more(one, "note")

    def number(self, one: Field) -> None:
        """SN: ISBNs, ISSNs or the thing's own number, also several of them."""
        if not one.text:
            return
        for variable, text in read_numbers(one.text, expected_number(self.type)).items():
            present = self.fields.get(variable)
            if isinstance(present, str) and variable != "number" and text not in present:
                self.fields[variable] = f"{present}, {text}"
            elif present is None or variable == "number":
                self.put(one.line, variable, text)

    def issued(self) -> None:
        year, date = self.first("PY", "Y1"), self.first("DA")
        # A date behind a label says more than its year, which stands in PY.
        if (year or date) and "issued" not in self.fields:
            line = self.line_of("PY", "Y1", "DA")
            self.put(line, "issued", {"year": year, "date": date})

    def pages(self) -> None:
        """SP and EP: pages, or the number of pages where SP stands alone and the type has one."""
        first, last = self.first("SP"), self.first("EP")
        if not first and not last:
            return
        line = self.line_of("SP", "EP")
        variable, _ = variables(self.type).get("SP", ("page", FieldKind.PAGES))
        if is_page_range(first) and (not last or first.endswith(last)):
            self.put(line, "page", first)
        elif first and last and first != last:
            self.put(line, "page", join_pages(first, last))
        else:
            self.put(line, variable, first or last)
