"""Finds records that are the same publication, in one pass over any number of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from reportcite.errors import Place
from reportcite.problems import Problem, Rule, shown
from reportcite.record.model import Record
from reportcite.record.rules import DUPLICATE_DOI, DUPLICATE_ID, DUPLICATE_ISBN, DUPLICATE_TITLE
from reportcite.values.dates.questions import years_of
from reportcite.values.doi import bare_doi
from reportcite.values.isbn import isbns_in

_LINE_BITS: Final = 40


class Identity(NamedTuple):
    """One thing that no two records should share: its rule, what is compared, what is shown.

    Small and without the record, so that it can be sent from one process to another.
    """

    rule: Rule
    key: str
    text: str
    place: Place


def identities(record: Record, *, thorough: bool = False) -> Iterator[Identity]:
    """The id and the ISBNs of `record`; `thorough` adds the DOI and the title with the year."""
    yield Identity(DUPLICATE_ID, record.id, record.id, record.place_of("id"))
    for name, value in (("ISBN", record.fields.get("ISBN")), ("DOI", record.fields.get("DOI"))):
        if not isinstance(value, str):
            continue
        place = record.place_of(name)
        if name == "ISBN":
            for isbn in isbns_in(value):
                if isbn.valid:
                    yield Identity(DUPLICATE_ISBN, isbn.isbn13, isbn.typed, place)
        elif thorough:
            yield Identity(DUPLICATE_DOI, bare_doi(value).lower(), value, place)
    if thorough:
        key = _title_key(record)
        if key:
            title = str(record.fields["title"])
            yield Identity(DUPLICATE_TITLE, key, title, record.place_of("title"))


class Seen:
    """What the records up to now were known by.

    Keeps two numbers for every identity, not the record: keys are compared by their hash, which
    for ten million of them errs with a chance of one in 300,000.
    """

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._files: dict[str, int] = {}

    def problems(self, found: Iterable[Identity]) -> list[Problem]:
        """A problem for each of one record's identities that an earlier record had, too."""
        problems: list[Problem] = []
        own: set[int] = set()
        for rule, key, text, place in found:
            known = hash((rule.name, key))
            if known in own:
                continue
            own.add(known)
            earlier = self._places.get(known)
            if earlier is None:
                number = self._files.setdefault(place.file, len(self._files))
                self._places[known] = number << _LINE_BITS | place.line
            else:
                problems.append(_problem(rule, text, place, self._place(earlier)))
        return problems

    def _place(self, packed: int) -> Place:
        names = list(self._files)
        return Place(names[packed >> _LINE_BITS], packed & ((1 << _LINE_BITS) - 1))


def _problem(rule: Rule, text: str, place: Place, first: Place) -> Problem:
    what, fix = _WORDS[rule.name]
    return rule.found(f"the {what} {shown(text)} is that of {first}, too", fix, place)


_WORDS: Final[dict[str, tuple[str, str]]] = {
    DUPLICATE_ID.name: ("id", "give one of them another id"),
    DUPLICATE_ISBN.name: ("ISBN", "delete one of the records or correct its ISBN"),
    DUPLICATE_DOI.name: ("DOI", "delete one of the records or correct its DOI"),
    DUPLICATE_TITLE.name: ("title, in the same year,", "delete one of the records"),
}


def _title_key(record: Record) -> str:
    """Title, subtitle and year without case, accents and punctuation; "" without title or year."""
    issued = record.fields.get("issued")
    years = years_of(issued) if isinstance(issued, dict) else []
    title = record.fields.get("title")
    if not years or not isinstance(title, str):
        return ""
    text = f"{title} {record.fields.get('subtitle', '')}"
    letters = [c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum()]
    return f"{''.join(letters)} {years[0]}" if letters else ""
