"""Records of the Web of Science."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.tagged import Field, Tagged
from reportcite.formats.reading.tagged_fields import Collected, read_tagged, take_all
from reportcite.formats.wos.fields import DOCUMENT_TYPES, SEASONS, SYNTAX, TYPES, VARIABLES
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record

_SPECIAL: Final = frozenset(
    """PT AU AF BA BF GP CA SO J9 JI SN EI BN PY PD BP EP DI D2 UT DT EA CY DE ID MC MQ PN DG PC AE
    PS OI RI PA PI""".split()
)
_KEYWORDS: Final = ("DE", "ID", "MC", "MQ")
_EMAIL: Final = re.compile(r" *\(([^()\s]+@[^()\s]+)\)$")
_ORCID: Final = re.compile(r"(.+)/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file that the Web of Science exported as plain text."""
    return read_tagged(stream, name, SYNTAX, limits, _record)


def _record(tagged: Tagged, name: str, keys: UniqueKeys) -> Record:
    found = Collected(tagged, name, "wos")
    csl_type = _type(found)
    take_all(found, VARIABLES, _SPECIAL, SYNTAX.tags)
    _people(found)
    _source(found, csl_type)
    for tag in _KEYWORDS:
        for one in found.all(tag):
            for word in one.text.split(";"):
                found.put(one, "keyword", word.strip())
    _numbers(found, csl_type)
    _dates(found)
    found.pages("BP", "EP")
    for one in found.all("PS"):
        if not found.first("BP"):
            found.put(one, "page")
    for one in found.all("DT"):
        kinds = [kind for kind in one.text.split("; ") if not is_generic_genre(kind, csl_type)]
        if kinds and csl_type != "patent":
            found.put(one, "genre", "; ".join(kinds))
    return found.record(csl_type, "", keys)


def _town(text: str) -> str:
    """The place of a publisher, which stands in capitals.

    >>> _town("NEW YORK"), _town("Bern")
    ('New York', 'Bern')
    """
    return text.title() if text.isupper() else text


def _type(found: Collected) -> str:
    usual = TYPES.get(found.first("PT"), "article-journal")
    documents = [one.strip().lower() for one in found.first("DT").split(";")]
    special = [DOCUMENT_TYPES[one] for one in documents if one in DOCUMENT_TYPES]
    # A paper in a journal is an article; the conference is named besides.
    if special == ["paper-conference"] and usual == "article-journal":
        return usual
    return special[-1] if special else usual


def _people(found: Collected) -> None:
    """Full names rather than those with initials; of a book its authors."""
    orcids = {
        match[1]: match[2]
        for one in found.all("OI")
        for piece in one.text.split(";")
        if (match := _ORCID.fullmatch(piece.strip()))
    }
    for one in found.all("AF") or found.all("AU"):
        _person(found, one, "author", orcids)
    for one in found.all("CA"):
        found.put(one, "author", {"literal": one.text})
    for one in found.all("BF") or found.all("BA"):
        _person(found, one, "container-author", orcids)
    for one in found.all("GP", "RI", "PA"):
        found.keep(one)
    for one in found.all("OI"):
        if not orcids:
            found.keep(one)


def _person(found: Collected, one: Field, variable: str, orcids: dict[str, str]) -> None:
    email = _EMAIL.search(one.text)
    bare = one.text[: email.start()] if email else one.text
    person = {"name": bare}
    if email:
        person["email"] = email[1]
    if bare in orcids:
        person["ORCID"] = f"https://orcid.org/{orcids[bare]}"
    found.put(one, variable, person if len(person) > 1 else bare)


def _source(found: Collected, csl_type: str) -> None:
    """The journal or book, and what it is called in short."""
    for one in found.all("SO"):
        if csl_type == "patent":
            found.keep(one)
        elif csl_type == "book" and not found.first("TI"):
            found.put(one, "title")
        else:
            found.put(one, "container-title")
    for one in found.all("JI") or found.all("J9"):
        found.put(one, "container-title-short")
    if found.first("JI"):
        for one in found.all("J9"):
            found.keep(one)


def _numbers(found: Collected, csl_type: str) -> None:
    for one in found.all("SN", "EI"):
        found.number(one, "ISSN")
    for one in found.all("BN"):
        found.number(one, "ISBN")
    for one in found.all("PI"):
        found.put(one, "publisher-place", _town(one.text))
    for one in found.all("DI", "D2"):
        if one.tag == "DI" or not found.first("DI"):
            found.doi(one)
        else:
            found.keep(one)
    for one in found.all("UT"):
        found.keep(one, "ris", "AN")
    for tag, variable in (("PN", "number"), ("AE", "publisher"), ("PC", "publisher-place")):
        for one in found.all(tag):
            if csl_type == "patent":
                found.put(one, variable)
            elif tag == "PN":
                found.put(one, "part-number")
            else:
                found.keep(one)


def _dates(found: Collected) -> None:
    published = found.first("DG") or found.first("PD")
    published = SEASONS.get(published.upper(), published)
    found.issued("PY", "DG" if found.first("DG") else "PD", published)
    if found.first("DG"):
        for one in found.all("PD"):
            found.keep(one)
    for one in found.all("EA"):
        found.put(one, "available-date")
    for one in found.all("CY"):
        found.put(one, "event-date")


FORMAT: Final = Format("wos", "Web of Science", read=read)
