"""Headings of MARC (X00, X10, X11, 6XX): contributors by variable, conferences and keywords.

Source: MARC 21 Bibliographic, appendix "Heading fields"; the Library of Congress's mapping of MARC
to MODS (name).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from reportcite.formats.marc.crosswalk.relators import (
    stating_roles,
    variable_in_statement,
    variable_of,
)
from reportcite.formats.marc.fields import DELIMITER, first_texts, has_only, subfields
from reportcite.patterns import pattern
from reportcite.record.untyped import Untyped
from reportcite.tuples import NamedTuple
from reportcite.values.isbd import bare_text, heading_text, without_stop
from reportcite.values.names.catalogued import (
    body_of_heading,
    name_of_heading,
    role_of_bodies,
)

_SUFFIX: Final = pattern(r"(?:[JS]r\.?|[IVX]{1,5}|jun\.?|sen\.?)[.,]?")
_ORCID: Final = pattern(r"(?:\(orcid\) ?)?((?:.*orcid\.org/)?\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX])")

_LONGEST_STATEMENT: Final = 9999
"""As long as a field of ISO 2709; in a longer one, each of many names would be sought for ever."""

_AUTHOR: Final = ("author",)
_FILM: Final = "motion_picture"
_NAME: Final = f"{DELIMITER}a"
_LIFE: Final = f"{DELIMITER}d"
_TITLE: Final = f"{DELIMITER}c"
_TERM: Final = f"{DELIMITER}e"
_CODE: Final = f"{DELIMITER}4"
_ADDRESS: Final = f"{DELIMITER}1"
_BESIDE_NAME: Final = frozenset("ade4")
_READ_OF_PERSON: Final = frozenset("abe4u68")
_READ_OF_BODY: Final = frozenset("abe4u68")
_READ_OF_CONFERENCE: Final = frozenset("acdenq468j")


class Heading(NamedTuple):
    """What a field X00 or X10 says of whom it names.

    `name` has what else is known of them beside its parts; None where nobody is named. `variables`
    are those of the stated roles, None where no role is stated. `whole` is whether all that the
    field says was read. `entry` is how the name is written there; "" for a body, and for a person
    who has no family name.
    """

    name: dict[str, str] | None
    variables: tuple[str, ...] | None
    whole: bool
    entry: str = ""


@lru_cache(maxsize=1 << 14)  # many works are of the same few; what is written is read again
def read_field(tag: str, content: str) -> Heading:
    """The heading in the `content` of a field X00 or X10."""
    _, *texts = content.split(DELIMITER)
    if tag[1:] == "00" and content[:1] == "1" and content[2:4] == _NAME and (
        entry := texts[0][1:].strip(", ")
    ):  # fmt: skip
        # Most have a name, years of life and a role, or some of these.
        if len(texts) == 1 or (len(texts) == 2 and texts[1][:1] == "d"):
            name: Any = name_of_heading(entry)
            return Heading(name, None, len(texts) == 1, entry)
        if _BESIDE_NAME.issuperset([text[:1] for text in texts]):
            name = name_of_heading(entry)
            roles = [(text[0], role) for text in texts if (role := text[1:].strip())]
            return Heading(name, _stated(roles), _LIFE not in content, entry)
    entry = ""
    parts = subfields(content)
    if tag[1:] == "00":
        name, entry = _person(content[:1], parts)
        whole = has_only(content, _READ_OF_PERSON) or (
            (_TITLE in content or _ADDRESS in content)
            and all(map(_is_read_of_person, content.split(DELIMITER)[1:]))
        )
    else:
        name = _body(parts)
        whole = has_only(content, _READ_OF_BODY)
    has_role = _TERM in content or _CODE in content
    return Heading(name, _stated(parts) if has_role else None, whole, entry)


def _is_read_of_person(part: str) -> bool:
    code = part[:1]
    return (
        code in _READ_OF_PERSON
        or (code == "c" and is_suffix(part[1:]))
        or (code == "1" and "orcid.org/" in part)
    )


def names_in(
    headings: Sequence[tuple[str, Heading]], statement: str, publisher: str, csl_type: str
) -> dict[str, list[Untyped]]:
    """Who is named in fields X00 and X10, each a tag and a heading, by the variables of the roles.

    Without a role the main heading (1XX) is the author, and so is an added one of whom the
    `statement` of responsibility says nothing else. So is a body of which no role is stated, where
    nobody else is responsible: the `publisher` has a heading only where it did more than publish
    (AACR2, 21.30E).
    """
    if len(headings) == 1 and headings[0][0][0] == "1":  # as in half of all records
        _, (only, roles, *_) = headings[0]
        stated = _AUTHOR if roles is None else roles
        return {variable: [only] for variable in stated} if only else {}
    found: dict[str, dict[tuple[str, ...], Untyped]] = {}
    bodies: list[tuple[tuple[str, ...], dict[str, str]]] = []
    is_film = csl_type == _FILM
    statement = stating_roles(statement[:_LONGEST_STATEMENT])
    for tag, (name, roles, _, entry) in headings:
        if name is None:
            continue
        known = (entry, *name.values())  # who has another heading is somebody else
        if roles is None and tag[1:] == "10" and tag[0] != "1":
            bodies.append((known, name))
            continue
        for variable in _implied(tag, entry, statement, is_film) if roles is None else roles:
            if variable in found:
                found[variable].setdefault(known, name)
            else:
                found[variable] = {known: name}
    if bodies:
        role = role_of_bodies(found, csl_type)
        for known, name in bodies:
            if role == "author" or name.get("literal") != publisher:
                found.setdefault(role, {}).setdefault(known, name)
    return {variable: [*names.values()] for variable, names in found.items()}


def _stated(parts: list[tuple[str, str]]) -> tuple[str, ...] | None:
    """The variables of the roles that are stated; None where none is."""
    codes = [text for code, text in parts if code == "4"]
    terms = [text for code, text in parts if code == "e"]
    if not (codes or terms):
        return None
    found = [variable_of(role) for role in codes or terms]
    if codes and terms and not any(variable is not None for variable in found):
        found = [variable_of(role) for role in terms]
    if known := [variable for variable in found if variable]:
        return tuple(dict.fromkeys(known))
    return ("contributor",) if None in found else ()


def _implied(tag: str, entry: str, statement: str, is_film: bool) -> tuple[str, ...]:
    """The variables of a person whose role is not stated, or of the main heading."""
    if tag[0] == "1" or not statement:
        return _AUTHOR
    family = entry.partition(",")[0]
    return (variable_in_statement(family, statement, is_film=is_film),)


def _person(kind: str, parts: list[tuple[str, str]]) -> tuple[dict[str, str] | None, str]:
    """The name, and how it is written; a literal, and "", for one that has no family name."""
    heading = suffix = ""
    details = _details(parts) if len(parts) > 1 else {}
    for code, text in parts:
        if code == "a":
            heading = heading or text
        elif code == "b":
            heading = f"{heading} {text}"
        elif code == "c" and is_suffix(text):
            suffix = text
    heading = heading.rstrip(", ")
    if not heading:
        return None, ""
    if "," not in heading and kind != "1":
        return {"literal": without_stop(heading), **details}, ""
    entry = f"{heading}, {suffix}" if suffix else heading
    name: Any = name_of_heading(entry)
    return {**name, **details}, entry


def _body(parts: list[tuple[str, str]]) -> dict[str, str] | None:
    units = [text for code, text in parts if code in "ab"]
    return {"literal": body_of_heading(units), **_details(parts)} if units else None


def _details(parts: list[tuple[str, str]]) -> dict[str, str]:
    """What is known of a person or body besides the name."""
    # Always in one order: names are compared by their values.
    units = [text for code, text in parts if code == "u"]
    known = {"affiliation": units[-1]} if units else {}
    for code, text in parts:
        if code in "01" and (match := _ORCID.fullmatch(text)):
            known["ORCID"] = match[1]
    return known


def read_conference(content: str, fields: dict[str, Untyped]) -> bool:
    """The meeting in a field X11 is the event of a record; whether all that it says was read."""
    whole = has_only(content, _READ_OF_CONFERENCE)
    parts = subfields(content)
    names = [bare_text(text) for code, text in parts if code in "aeq"]
    if not names:
        return whole
    fields["event-title"] = body_of_heading(names)
    texts = first_texts(content)
    if place := bare_text(texts.get("c", "").rstrip(". ")):
        fields["event-place"] = place
    if date := bare_text(texts.get("d", "").rstrip(". ")):
        fields["event-date"] = date
    return whole


@lru_cache(maxsize=1 << 12)  # catalogues have the same headings again and again
def words_of(content: str) -> tuple[str, ...]:
    """The keywords in the heading of a subject (6XX) that is no body.

    >>> words_of(" 0\\x1faTides\\x1fzFrance.")
    ('Tides', 'France')
    """
    _, *parts = content.split(DELIMITER)
    return tuple(
        [heading_text(text) for part in parts if part[:1] in "avxyz" and (text := part[1:].strip())]
    )


def words_of_body(content: str) -> list[str]:
    """The keywords in the heading of a body (610 and 611).

    >>> words_of_body("20\\x1faBern.\\x1fbRat.\\x1fxHistory.")
    ['Bern. Rat', 'History']
    """
    parts = subfields(content)
    words = [body_of_heading([text for code, text in parts if code in "ab"])]
    words += [text for code, text in parts if code in "vxyz"]
    return [heading_text(word) for word in words]


def is_suffix(text: str) -> bool:
    """Whether what stands with a name is a part of it, such as `Jr.`, and no title."""
    return _SUFFIX.fullmatch(text.strip()) is not None
