"""Reads one name of a record: a text, or a mapping of parts as people and programs call them."""

from __future__ import annotations

from typing import Final, cast

from reportcite.problems import Problem, shown
from reportcite.record.rules import UNKNOWN_KEY
from reportcite.record.untyped import Untyped, wrong_shape
from reportcite.values.names.doubts import is_others, name_doubt, others_fault
from reportcite.values.names.typed import (
    NAME_FLAGS,
    NAME_PARTS,
    PERSONAL,
    name_fault,
    name_from_text,
)
from reportcite.values.rules import WRONG_SHAPE
from reportcite.values.shapes import Contributor

# What programs add to the names of CSL-JSON for their own use.
_IGNORED_PARTS: Final = frozenset(
    {"affiliation", "authenticated-orcid", "id", "orcid", "parse-names", "role", "sequence"}
)
_TEXT_PARTS: Final = NAME_PARTS - NAME_FLAGS
_MEANT: Final = {
    **dict.fromkeys(("first", "first-name", "firstname", "forename", "vorname"), "given"),
    **dict.fromkeys(("given-name", "givenname", "given-names", "prénom", "nombre"), "given"),
    **dict.fromkeys(("last", "last-name", "lastname", "surname", "nachname"), "family"),
    **dict.fromkeys(("family-name", "familyname", "nom", "apellido", "apellidos"), "family"),
    **dict.fromkeys(("organization", "organisation", "institution", "corporate"), "literal"),
    **dict.fromkeys(("particle", "prefix", "von"), "non-dropping-particle"),
}
"""What people and other programs call the parts of a name."""


def is_contributor(source: dict[str, Untyped]) -> bool:
    """Whether `source` is a name as it stands: known parts, all texts, one of them a name's."""
    if not source.keys() <= _TEXT_PARTS or PERSONAL.isdisjoint(source):
        return False
    for value in source.values():  # noqa: SIM110 - a generator would cost as much as the rest
        if not isinstance(value, str) or not value:
            return False
    return True


def read_name(field: str, value: Untyped) -> tuple[list[Contributor], list[Problem]]:
    """The names in `value`, mostly one, and what is wrong or doubtful about them.

    A text may hold several with semicolons between them; what is no name is left out.
    """
    if isinstance(value, str):
        return _typed_names(value)
    if isinstance(value, dict):
        return _name_of_parts(field, value)
    if value is None:
        return [], []
    return [], [wrong_shape(field, value, "a name such as “Family, Given”")]


def _typed_names(text: str) -> tuple[list[Contributor], list[Problem]]:
    names: list[Contributor] = []
    problems: list[Problem] = []
    for one in text.split(";") if ";" in text else (text,):
        name = name_from_text(one)
        if not name:
            continue
        inverted = "literal" not in name and "," in one
        if not inverted and is_others(one):
            problems.append(others_fault(one))
            continue
        names.append(name)
        # Most names are inverted and beyond doubt, and this runs for each.
        if not inverted:
            problem = name_fault(one, name)
        elif _may_be_doubtful(one, name):
            problem = name_doubt(name)
        else:
            continue
        if problem is not None:
            problems.append(problem)
    return names, problems


def _may_be_doubtful(text: str, name: Contributor) -> bool:
    """A first look for titles, which end in a small letter and a full stop, and for initials."""
    stop = text.find(".")
    if stop > 0 and text[stop - 1].islower():
        return True
    return " " in name["family"] or name.get("given", "").isupper()


def _name_of_parts(
    field: str, source: dict[str, Untyped]
) -> tuple[list[Contributor], list[Problem]]:
    parts: dict[str, object] = {}
    problems: list[Problem] = []
    for key, value in source.items():
        part = key if key in NAME_PARTS else key.lower().replace("_", "-")
        if part == "name" and PERSONAL.isdisjoint(source):
            part = "literal"  # Crossref's name of an organization
        if part not in NAME_PARTS:
            if part not in _IGNORED_PARTS:
                problems.append(_unknown_part(key, part))
        elif part in NAME_FLAGS:
            parts[part] = value not in (False, None, 0, "", "false", "0", "no")
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            # Older versions of pandoc wrote a list of given names.
            if value:
                parts[part] = " ".join(map(str, value))
        elif isinstance(value, list | dict):
            problems.append(wrong_shape(f"{field}’s {part}", value, "one text"))
        elif value is not None and value != "":
            parts[part] = str(value)
    if not PERSONAL.isdisjoint(parts):
        return [cast(Contributor, parts)], problems
    message = f"a name of {field} has neither family nor given nor literal"
    problems.append(WRONG_SHAPE.found(message, "write family and given"))
    return [], problems


def _unknown_part(key: str, part: str) -> Problem:
    message = f"{shown(key)} is not a part of a name; it is left out"
    meant = _MEANT.get(part)
    hint = f"did you mean `{meant}`?" if meant else f"the parts are {', '.join(sorted(NAME_PARTS))}"
    return UNKNOWN_KEY.found(message, hint)
