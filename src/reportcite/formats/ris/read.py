"""RIS references, of either specification, as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.tagged import Field, Tagged
from reportcite.formats.reference_types import (
    BESIDE_SERIES_EDITORS,
    FALLBACK,
    REFERENCE_TYPES,
    expected_number,
    read_accession,
    read_proceedings,
)
from reportcite.formats.ris.fields import JOINED, TYPE_LABEL, read_label, variables
from reportcite.formats.ris.machine_written import references
from reportcite.formats.ris.notation import LABELLED, NOTATION
from reportcite.formats.ris.theses import read_department
from reportcite.formats.rules import RIS_UNCLOSED, SECOND_VALUE
from reportcite.formats.writing.keys import UniqueKeys, safe_key
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, Rule
from reportcite.record.assemble.record import assemble
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.rules import UNKNOWN_TYPE
from reportcite.record.untyped import Places, Untyped, UntypedRecord, Written
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.keywords import join_keywords
from reportcite.values.pages import is_page_range, join_pages, says_no_pages
from reportcite.values.standard_numbers import read_numbers
from reportcite.values.url import is_web_link, urls_in
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

_PMC: Final = re.compile(r"PMC[0-9]+")
# What PubMed Central writes behind U1, and the American Chemical Society behind M1.
_PMID: Final = re.compile(r"([0-9]+)\[pmid\]")
_RIGHTS: Final = re.compile(r"copyright\b|©|\(c\) ", re.IGNORECASE)
# What EndNote and ProCite write into a note, since they have no tag for it.
_IN_NOTES: Final = re.compile(
    r"(call number|edition|language|place of publication|volume id): *(?=\S)", re.IGNORECASE
)
_NOTED: Final = {
    "call number": "call-number",
    "edition": "edition",
    "language": "language",
    "place of publication": "publisher-place",
    "volume id": "volume",
}
# What stands between several lines of a field that is one text in a record.
_DELIMITERS: Final = {"keyword": ", ", "abstract": " ", "note": "\n", "license": " "}
_JOURNALS: Final = frozenset({"ABST", "EJOUR", "INPR", "JFULL", "JOUR", "MGZN", "NEWS"})
# References in which EndNote's field for the date is that of access.
_DATED_BY_ACCESS: Final = frozenset({"AGGR", "DBASE", "EBOOK", "ECHAP", "EJOUR", "MULTI"})
# A title has several abbreviations, a database a provider.
_OF_SEVERAL: Final = frozenset({"container-title-short", "source"})
_YEAR: Final = re.compile(r"[0-9]{4}")


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a RIS file in order; a Problem stands for what could not become one.

    Wrapped lines, either line ending, a byte-order mark, numbers before references and a missing
    ER are taken. References without ID get a key made from their own fields as id.
    """
    keys = UniqueKeys()
    for reference in references(stream, name, limits):
        if isinstance(reference, Problem):
            yield reference
            continue
        reading = _Reading(reference, name)
        yield assemble(reading.untyped(), keys.of)


class _Reading:
    """One reference on its way to becoming a record: which of its tags hold which fields."""

    def __init__(self, reference: Tagged, name: str) -> None:
        self.name = name
        self.line = reference.line
        self.source = reference.fields()
        self.clean = reference.clean is not None
        # By tag, the first that has a value.
        self.firsts = {one.tag: one for one in reversed(self.source) if one.text}
        self.several: dict[str, list[str]] = {}
        self.said: set[tuple[str, str]] = set()
        self.fields: dict[str, Untyped] = {}
        self.names: dict[str, list[Untyped]] = {}
        self.places: Places = {}
        self.unlabelled: list[Field] = []
        self.kept: dict[str, list[str]] = {}
        self.problems = [] if self.clean else reference.problems(name)
        kind = self.first("TY").upper()
        self.ris = kind if kind in REFERENCE_TYPES else FALLBACK
        self.variables = variables(self.ris)
        self.type = self.csl_type()
        if kind != self.ris:
            message = f"{kind[:80]!r} is no type of RIS; the reference is read as GEN"
            hint = "use a type such as RPRT, BOOK or JOUR"
            place = Place(name, self.line, 1)
            self.problems.append(UNKNOWN_TYPE.of("ris").found(message, hint, place=place))
        if not reference.closed:
            self.notice(RIS_UNCLOSED, self.line, "the reference does not end in ER")

    def untyped(self) -> UntypedRecord:
        """The fields of the record."""
        known = self.variables
        # Run for every line of a file.
        for one in self.source:
            if not one.text:
                continue
            if one.tag in JOINED:
                continue
            variable = known.get(one.tag, "")
            if variable in NAME_VARIABLES:
                self.put_name(one.line, self.role(one.tag, variable), one.text)
            elif variable in _DELIMITERS:
                self.more(one, variable)
            elif variable:
                self.take(one, variable)
            else:
                self.keep(one)
        self.joined()
        fields: dict[str, Untyped] = {"type": self.type, **self.fields}
        key = safe_key(self.first("ID"))
        if key:
            fields |= {"id": key, "citation-key": key}
        entries = {tag: one[0] if len(one) == 1 else one for tag, one in self.kept.items()}
        fields |= kept("ris", entries)
        place = Place(self.name, self.line, 1)
        return UntypedRecord(
            fields,
            place,
            NOTATION,
            key,
            problems=self.problems,
            places=self.places,
            one_line=self.clean and len(self.several.get("note", ())) < 2,
        )

    def joined(self) -> None:
        """What is read together with other tags, or when these are known."""
        for one in self.source if "JO" in self.firsts else ():
            if one.tag == "JO" and one.text:
                self.periodical(one)
        read_proceedings(self.ris, self.fields)
        if "division" in self.fields and self.ris == "THES":
            read_department(self.fields)
        for one in self.source:
            if one.tag == "SN" and one.text:
                self.number(one)
            elif one.tag in ("M1", "N1", "RN") and one.text:
                self.labelled(one)
            elif one.tag == "M3" and one.text:
                self.genre(one)
        for one in self.unlabelled:
            self.bare(one)
        for variable, texts in self.several.items():
            whole = join_keywords(texts) if variable == "keyword" else None
            self.fields.setdefault(variable, whole or _DELIMITERS[variable].join(texts))
        self.issued()
        self.pages()
        self.accession()

    def csl_type(self) -> str:
        for one in self.source if "M1" in self.firsts else ():
            label, _, value = one.text.partition(":")
            if one.tag == "M1" and label == TYPE_LABEL and value.strip(" ") in ITEM_TYPES:
                return value.strip(" ")
        return REFERENCE_TYPES[self.ris].csl_type

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

    def keep(self, one: Field, tag: str = "") -> None:
        """Keep a value that CSL has no variable for, or a second one of a variable."""
        self.kept.setdefault(tag or one.tag, []).append(one.text)

    def put(self, one: Field, variable: str, value: Untyped) -> None:
        """Let `value`, found in `one`, be that of a variable, unless it has another."""
        if not value:
            return
        held = self.fields.get(variable)
        if held is None:
            self.fields[variable] = value
            self.places[variable] = (one.line, 1)
        elif held != value and variable in _OF_SEVERAL:
            self.keep(one)
        elif held != value:
            message = f"a second value for {variable} is kept apart"
            self.notice(SECOND_VALUE, one.line, message)
            # Of several lines with this tag the first would count.
            self.keep(one, "L2" if one.tag == "UR" else "")

    def put_name(self, line: int, variable: str, name: Untyped) -> None:
        names = self.names.get(variable)
        if names is None:
            self.fields[variable] = self.names[variable] = [name]
            self.places[variable] = (line, 1)
            return
        names.append(name)
        self.places[f"{variable}/{len(names)}"] = (line, 1)

    def take(self, one: Field, variable: str) -> None:
        """A value that is the only one of its variable."""
        if variable == "URL":
            self.link(one)
        elif (variable == "source" and one.tag != "DB" and self.first("DB")) or (
            one.tag == "C2" and not self.is_own("C2") and not _PMC.fullmatch(one.text)
        ):
            self.keep(one)
        elif variable == "available-date" and not _YEAR.search(one.text):
            self.put(one, "edition", one.text)
        elif variable == "page" and one.tag not in ("SP", "EP"):
            if not self.first("SP"):
                self.put(one, variable, one.text)
            elif not self.first("SP").startswith(one.text):
                self.keep(one)
        else:
            self.put(one, variable, one.text)

    def is_own(self, tag: str) -> bool:
        """Whether EndNote gives `tag` a meaning in references of this type."""
        return tag in REFERENCE_TYPES[self.ris].variables

    def link(self, one: Field) -> None:
        """UR: URLs, or the DOI once more."""
        found = urls_in(one.text)
        if not found:
            self.keep(one)
        for url in found:
            bare = bare_doi(url)
            if is_doi(bare) and not is_web_link(url):
                self.doi(one, bare)
            else:
                self.put(one._replace(text=url), "URL", url)

    def doi(self, one: Field, bare: str) -> None:
        """A DOI in a field for something else, which DO may have, too."""
        given = bare_doi(self.first("DO"))
        if not given:
            self.put(one, "DOI", bare)
        elif given.lower() != bare.lower():
            self.keep(one)

    def role(self, tag: str, variable: str) -> str:
        """What the names behind `tag` are for; they are editors where there is nobody else, and no
        series that they could be editors of."""
        if self.ris == "EDBOOK" and tag in ("AU", "A1") and not self.first("A3", "ED"):
            return "editor"
        if tag == "A2" and variable == "collection-editor":
            alone = BESIDE_SERIES_EDITORS.isdisjoint(self.firsts)
            return "editor" if alone else variable
        return variable

    def more(self, one: Field, variable: str) -> None:
        """One of several values that become one text."""
        texts = self.several.setdefault(variable, [])
        if variable == "keyword" or (variable, one.text) not in self.said:
            texts.append(one.text)
            self.said.add((variable, one.text))
        self.places.setdefault(variable, (one.line, 1))

    def periodical(self, one: Field) -> None:
        """JO: the abbreviated title, beside another one; alone it is all there is."""
        container = self.variables["JO"]
        if container not in self.fields:
            self.put(one, container, one.text)
        if self.fields[container] != one.text or ("." in one.text and self.ris in _JOURNALS):
            self.put(one, "container-title-short", one.text)

    def genre(self, one: Field) -> None:
        """M3: a type of work, or the DOI."""
        bare = bare_doi(one.text)
        variable = self.variables["M3"]
        if is_doi(bare):
            self.doi(one, bare)
        elif variable == "genre" and is_generic_genre(one.text, self.type):
            self.keep(one)
        elif variable:
            self.put(one, variable, one.text)
        else:
            self.keep(one)

    def labelled(self, one: Field) -> None:
        """M1 and notes: a value with a label, or else a number, or a note."""
        note = one.tag != "M1"
        found = read_label(one.text, in_note=note) if one.tag != "RN" else None
        if found:
            self.put_labelled(one, *found)
        elif note:
            self.note(one)
        elif not one.text.startswith(f"{TYPE_LABEL}:"):
            self.unlabelled.append(one)

    def bare(self, one: Field) -> None:
        """M1 without a label: what the type has there, unless it is said elsewhere."""
        variable = self.variables.get("M1", "")
        if self.ris == "CHAP":
            variable = "collection-number" if self.first("T3") else "number-of-volumes"
        if variable == "number" and is_doi(bare_doi(one.text)):
            self.doi(one, bare_doi(one.text))
        elif not variable or variable in self.fields or _RIGHTS.match(one.text):
            self.keep(one)
        else:
            self.take(one, variable)

    def put_labelled(self, one: Field, variable: str, text: str) -> None:
        if variable in NAME_VARIABLES:
            self.put_name(one.line, variable, Written(text, LABELLED))
        elif variable in DATE_VARIABLES or variable in NOTATION.texts:
            self.put(one, variable, Written(text, LABELLED))
        else:
            self.put(one, variable, text)

    def note(self, one: Field) -> None:
        label = _IN_NOTES.match(one.text) if one.tag == "N1" else None
        bare = bare_doi(one.text)
        if label:
            self.put(one, _NOTED[label[1].lower()], one.text[label.end() :])
        elif is_doi(bare) and one.tag == "N1":
            self.doi(one, bare)
        else:
            self.more(one, "note")

    def number(self, one: Field) -> None:
        """SN: ISBNs, ISSNs or the thing's own number, also several of them."""
        for variable, text in read_numbers(one.text, expected_number(self.ris)).items():
            present = self.fields.get(variable)
            if isinstance(present, str) and variable != "number" and text not in present:
                self.fields[variable] = f"{present}, {text}"
            elif present is None or variable == "number":
                self.put(one, variable, text)

    def issued(self) -> None:
        date, full, year = self.first("DA"), self.first("Y1"), self.first("PY")
        # A date behind a label says more than its year, which stands in PY.
        if not (year or full or date) or "issued" in self.fields:
            return
        if self.ris in _DATED_BY_ACCESS and _is_of_another_year(date, full or year):
            self.put(self.firsts["DA"], "accessed", date)
            date = ""
        line = self.line_of("PY", "Y1", "DA")
        self.put(Field("PY", line, ""), "issued", {"date": date, "full": full, "year": year})

    def pages(self) -> None:
        """SP and EP: pages, or the number of pages where SP stands alone and the type has one."""
        first, last = self.first("SP"), self.first("EP")
        if (not first and not last) or says_no_pages(join_pages(first, last)):
            return
        one = Field("SP", self.line_of("SP", "EP"), first or last)
        if is_page_range(first) and (not last or first.endswith(last)):
            self.put(one, "page", first)
        elif first and last and first != last:
            self.put(one, "page", join_pages(first, last))
        else:
            self.put(one, self.variables["SP"] or "page", first or last)

    def accession(self) -> None:
        """AN is a number that only some databases are cited by; PubMed Central has U1 for one."""
        if (pubmed := _PMID.fullmatch(self.first("U1"))) and "PMID" not in self.fields:
            self.number_of_work("U1", "PMID", pubmed[1])
        for variable, text in read_accession(self.first("AN"), self.first("DB", "DP")).items():
            if variable == "archive":
                self.fields.setdefault(variable, text)
            elif self.fields.get(variable) in (None, text):
                self.number_of_work("AN", variable, text)

    def number_of_work(self, tag: str, variable: str, number: str) -> None:
        """What was kept behind `tag` is the number of the work in a database."""
        self.fields[variable] = number
        self.places[variable] = (self.line_of(tag), 1)
        if others := self.kept.pop(tag)[1:]:
            self.kept[tag] = others


def _is_of_another_year(date: str, year: str) -> bool:
    there, here = _YEAR.search(date), _YEAR.search(year)
    return there is not None and here is not None and there[0] != here[0]
