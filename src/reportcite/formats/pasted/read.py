"""Reads a pasted reference as far as it can be understood."""

from __future__ import annotations

import re
from typing import Final

from reportcite.errors import Place
from reportcite.formats.pasted.engineering import PREPRINTS, add_engineering
from reportcite.formats.pasted.films import add_film
from reportcite.formats.pasted.forms import YEAR, form_of
from reportcite.formats.pasted.medical import add_medical
from reportcite.formats.pasted.numbers import numbers_in
from reportcite.formats.pasted.people import names_in
from reportcite.formats.pasted.sciences import add_scientific
from reportcite.formats.pasted.work import add_work
from reportcite.formats.rules import NO_REFERENCE, PASTED_REST
from reportcite.formats.writing.keys import base_key
from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.record.assemble.notations import CSL
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import Untyped, UntypedRecord

_LONGEST: Final = 4_000
_NUMBERED: Final = pattern(r"(?P<patent>patent)|report|paper|bericht", re.IGNORECASE)
_YEARS: Final = pattern(rf"{YEAR}[–-]{YEAR}")
_OF_BOOKS: Final = frozenset(
    {"publisher", "publisher-place", "ISBN", "edition", "number-of-volumes", "editor", "translator"}
)


def read_reference(text: str, place: Place) -> Record | Problem:
    """The record of one reference, on one line and without a number before it.

    What is not understood is kept as its note, with a problem. A Problem stands for what has no
    title and no date or names.
    """
    if len(text) > _LONGEST:
        return _none(f"{len(text)} characters are no reference", place)
    bare, numbers = numbers_in(text)
    fields: dict[str, object] = {}
    left = _add(bare, fields)
    has_names = not fields.keys().isdisjoint(("author", "editor", "director"))
    if not fields.get("title") or not (has_names or fields.get("issued")):
        return _none(f"{shown(text)} has no names and no date that are known as such", place)
    if _YEARS.fullmatch(str(fields.get("issued"))):
        fields["issued"] = re.sub("[–-]", "/", str(fields["issued"]))
    problems = []
    if left:
        fields["note"] = left
        problems = [PASTED_REST.found(f"{shown(left)} is not understood", "", place)]
    fields |= numbers
    if "accessed" in fields and "page" not in fields and fields.get("type") == "article-newspaper":
        fields["type"] = "webpage"
    fields.setdefault("type", _type(fields))
    untyped: dict[str, Untyped] = {name: value for name, value in fields.items() if value}  # type: ignore[misc]
    return assemble(UntypedRecord(untyped, place, CSL, "", problems=problems), base_key)


def _add(text: str, fields: dict[str, object]) -> str:
    """Put what a reference without its identifiers says into `fields`; return what is left over."""
    for add in (add_film, add_scientific, add_medical, add_engineering):
        left = add(text, fields)
        if left is not None:
            return left
    names, edited, date, rest = form_of(text)
    if date:
        fields["issued"] = date
    if names:
        fields["editor" if edited else "author"] = names_in(names)
    return add_work(rest, fields)


def _type(fields: dict[str, object]) -> str:
    """The type of what says only where it was published."""
    if "container-title" in fields:
        return "webpage" if "URL" in fields and "page" not in fields else "paper-conference"
    if PREPRINTS.match(str(fields.get("publisher", ""))):
        return "article"
    genre = str(fields.get("genre", ""))
    if "number" in fields and (kind := _NUMBERED.search(genre)):
        return "patent" if kind["patent"] else "report"
    if "URL" in fields and not fields.keys().isdisjoint(("publisher", "publisher-place")):
        return "report"
    if "URL" in fields and "accessed" in fields:
        return "webpage"
    return "document" if fields.keys().isdisjoint(_OF_BOOKS) else "book"


def _none(message: str, place: Place) -> Problem:
    hint = "paste one reference to a line, or begin a record with `reportcite new`"
    return NO_REFERENCE.found(message, hint, place)
