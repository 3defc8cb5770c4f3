"""A work as one of the vocabularies of a page describes it, and the best of several of the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reportcite.errors import Place
from reportcite.formats.reading.agency import AGENCY
from reportcite.patterns import pattern
from reportcite.record.assemble.record import assemble
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.untyped import UntypedRecord, Written
from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.keywords import join_keywords
from reportcite.values.language import language_tag
from reportcite.values.title import split_title
from reportcite.vocabulary import NAME_VARIABLES

_MOST_ALIKE: Final = 20
_YEAR = pattern(r"[0-9]{4}")
_WORD = pattern(r"\w+")


class Tag(NamedTuple):
    """A meta tag of a page, or an element: its name in small letters, what it says, its line."""

    name: str
    content: str
    line: int


@dataclass(slots=True)
class Described:
    """Fields as they stand in a page, with the line of each; `rest` is what CSL has no place for.

    `weak` marks what may describe the page itself and no work. `exact` names the fields that are
    as a record has them, which no vocabulary says better.
    """

    type: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)
    weak: bool = False
    exact: set[str] = field(default_factory=set)

    def put(self, name: str, value: Any, line: int) -> None:
        """Let field `name` be `value`, if that is something and the field is not known yet."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.lines[name] = line

    def put_all(self, values: Mapping[str, Any], line: int) -> None:
        """Put all `values`, by their fields."""
        for name, value in values.items():
            self.put(name, value, line)

    def add(self, name: str, value: Any, line: int) -> None:
        """Add `value` to the list that field `name` is."""
        if value:
            self.fields.setdefault(name, []).append(value)
            self.lines.setdefault(name, line)

    def keep(self, name: str, value: Any) -> None:
        """Keep what CSL has no variable for; of several values a list."""
        if name not in self.rest:
            self.rest[name] = value
        elif isinstance(self.rest[name], list):
            self.rest[name].append(value)
        else:
            self.rest[name] = [self.rest[name], value]

    def fill_from(self, other: Described) -> None:
        """Take from `other` what is not known here."""
        for name, value in other.fields.items():
            if name in other.exact - self.exact:
                self.fields.pop(name, None)
            self.put(name, value, other.lines.get(name, 0))
        self.exact |= other.exact
        self.type = self.type or other.type
        self.rest = {**other.rest, **self.rest}


def best_of(found: Iterable[Described]) -> list[Described]:
    """The works in `found`, of each the fullest description, which takes from the others of the
    same work what it lacks; in the order in which they were found first."""
    works: list[list[Described]] = []
    known: dict[str, list[list[Described]]] = {}  # by DOI, and by title
    for one in found:
        keys = list(filter(None, (_doi_of(one), _title_of(one))))
        near = [work for key in keys for work in known.get(key, ())]
        # A page lists thousands of works, and few have one title.
        alike = (work for work in near[:_MOST_ALIKE] if any(_are_same(one, each) for each in work))
        same = next(alike, None)
        if same is None:
            same = []
            works.append(same)
        same.append(one)
        for key in keys:
            of_key = known.setdefault(key, [])
            if len(of_key) < _MOST_ALIKE and not any(work is same for work in of_key):
                of_key.append(same)
    if any(not one.weak for work in works for one in work):
        works = [work for work in works if not all(one.weak for one in work)]
    return [_merged(work) for work in works]


def _merged(work: list[Described]) -> Described:
    fullest, *others = sorted(work, key=lambda one: (one.weak, -len(one.fields)))
    for other in others:
        fullest.fill_from(other)
    _drop_repeated(fullest)
    return fullest


def _drop_repeated(work: Described) -> None:
    """Leave out contributors who have another role: Dublin Core has no other word for them."""
    others = work.fields.pop("contributor", ())
    roles = [value for name, value in work.fields.items() if name in NAME_VARIABLES]
    known = [_words_of(one) for names in roles for one in names]
    new = [one for one in others if _words_of(one) not in known]
    work.put("contributor", new, work.lines.get("contributor", 0))


def _words_of(name: Any) -> set[str]:
    """The words of a name, in parts or written in any way."""
    parts = name.value if isinstance(name, Written) else name
    texts = parts.values() if isinstance(parts, Mapping) else [parts]
    text = " ".join(one for one in texts if isinstance(one, str))
    return set(_WORD.findall(text.casefold()))


def _are_same(one: Described, other: Described) -> bool:
    """Whether two descriptions are of one work: by DOI, else by title, which chapters of many books
    share, so that neither the years nor the first authors may be others."""
    dois = [_doi_of(one), _doi_of(other)]
    if all(dois):
        return dois[0] == dois[1]
    title = _title_of(one)
    if not title or title != _title_of(other):
        return False
    years, authors = zip(_year_and_author(one), _year_and_author(other), strict=True)
    return not any(all(each) and each[0].isdisjoint(each[1]) for each in (years, authors))


def _doi_of(one: Described) -> str:
    return bare_doi(str(one.fields.get("DOI", ""))).lower()


def _title_of(one: Described) -> str:
    return _letters(str(one.fields.get("title", "")))


def _year_and_author(one: Described) -> tuple[set[str], set[str]]:
    """The years of the date, each with the next, in which the print may have followed, and the
    words of the first author's name, written in any way."""
    first = (one.fields.get("author") or [""])[0]
    years = map(int, _YEAR.findall(str(one.fields.get("issued", ""))))
    either = {str(year + later) for year in years for later in (0, 1)}
    return either, _words_of(first)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def record_of(work: Described, program: str, name: str, id_: str) -> Record:
    """The record of a work in the file called `name`; what CSL has no variable for is kept as that
    of `program`."""
    fields = {"type": work.type or "document", **work.fields}
    if isinstance(words := fields.get("keyword"), list):
        fields["keyword"] = join_keywords(dict.fromkeys(words))
    title, subtitle = str(fields.get("title", "")), str(fields.get("subtitle", ""))
    if own := split_title(title, subtitle):
        fields["title"] = own
    if is_doi(doi := bare_doi(str(fields.get("DOI", "")))):
        fields["DOI"] = doi
    fields |= kept(program, work.rest)
    places = {variable: (line, 1) for variable, line in work.lines.items() if line}
    line = min(filter(None, work.lines.values()), default=1)
    return assemble(UntypedRecord(fields, Place(name, line, 1), _NOTATION, id_, (), (), places))


_NOTATION: Final = AGENCY._replace(texts={"language": language_tag})
