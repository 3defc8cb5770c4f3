"""Names of MODS: which variables their roles are, and what stands in their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from reportcite.formats.mods.fields import NAME_PLACES, RELATORS
from reportcite.formats.reading.xml import Indexed, line_text, name_of, text_of
from reportcite.record.untyped import Untyped
from reportcite.values.names.catalogued import (
    body_of_heading,
    name_of_heading,
    role_of_bodies,
)
from reportcite.values.names.display import name_text
from reportcite.values.names.parts import person
from reportcite.values.names.reading import Reading
from reportcite.values.shapes import Contributor
from reportcite.vocabulary import NAME_VARIABLES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Codes and terms of the MARC relator list (loc.gov/marc/relators).
_VARIABLE_OF_TERM: Final = {
    **{code: name for name, code in RELATORS.items() if name not in NAME_PLACES},
    **dict.fromkeys(
        """cre creator dis dissertant writer art artist pht photographer ctg cartographer prg
        programmer inv inventor cph spk speaker ive interviewee crp correspondent isb""".split(),
        "author",
    ),
    **dict.fromkeys(("red", "redaktor", "edc", "editor of compilation", "editor"), "editor"),
    **dict.fromkeys(("addressee", "rcp"), "recipient"),
    **dict.fromkeys(("film director", "fmd", "tld", "drt"), "director"),
    **dict.fromkeys(("screenwriter", "aus", "author of screenplay, etc."), "script-writer"),
    **dict.fromkeys(
        "cnd conductor sng singer mus musician itr instrumentalist act actor".split(), "performer"
    ),
    "issuing body": "author",
    "fmp": "producer",
}
PUBLISHERS: Final = frozenset({"pbl", "publisher"})
DEGREE_GRANTORS: Final = frozenset({"degree grantor", "degree granting institution", "dgg"})
# Those who took part in the making of the copies, or in the degree, are no contributors to a work.
_OTHERS: Final = (
    PUBLISHERS
    | DEGREE_GRANTORS
    | frozenset({"dst", "distributor", "prt", "printer", "mfr", "manufacturer"})
)
_BODIES: Final = frozenset({"corporate", "conference"})
_NAME_PARTS: Final = ("family", "given", "termsOfAddress")
_OTHERS_FOLLOW: Final = "etal"
_ORCID: Final = "orcid.org/"


def names_in(elements: Iterable[Element], without_role: str) -> Iterator[tuple[str, Untyped]]:
    """Each variable and a name for it; a name with several roles stands in several variables."""
    for element in elements:
        name, roles = _parts_of(element)
        if name is not None:
            for variable in _variables(roles, without_role):
                yield variable, name


def body_with_role(elements: Iterable[Element], roles: frozenset[str]) -> str:
    """The first of those who have one of these roles; "" for nobody."""
    for element in elements:
        name, found = _parts_of(element)
        if name is not None and any(not roles.isdisjoint(terms) for terms in found):
            names = read_name("publisher", name).names
            if names:
                return name_text(names[0])
    return ""


def read_name(field: str, value: Untyped) -> Reading:
    """A name as `names_in` found it: one in parts, a heading, or that others follow."""
    if not isinstance(value, dict) or _OTHERS_FOLLOW in value:
        return Reading([], (), isinstance(value, dict))
    if "text" in value:
        heading: dict[str, Any] = {**name_of_heading(str(value["text"]))}
        details = {detail: value[detail] for detail in ("ORCID", "affiliation") if detail in value}
        return Reading([cast(Contributor, heading | details)] if heading else [])
    return Reading([cast(Contributor, value)])


def _variables(roles: Sequence[tuple[str, ...]], without_role: str) -> list[str]:
    if not roles:
        return [without_role]
    if len(roles) == 1:
        return [only] if (only := _variable(*roles[0])) else []
    found = [variable for terms in roles if (variable := _variable(*terms))]
    known = [variable for variable in found if variable != "contributor"]
    return list(dict.fromkeys(known or found))


@lru_cache(maxsize=1 << 8)  # a file has the same few roles throughout
def _variable(*terms: str) -> str:
    """The variable that a role is, said by code and term; "" for one that is none."""
    for term in terms:
        if term in NAME_VARIABLES:
            return term
    for term in terms:
        if term in _VARIABLE_OF_TERM:
            return _VARIABLE_OF_TERM[term]
    return "" if not _OTHERS.isdisjoint(terms) else "contributor"


def _parts_of(element: Element) -> tuple[Untyped, list[tuple[str, ...]]]:
    """What an element says of a name (a heading, its parts, a body, or that others follow; None
    for nothing), and the terms of each role."""
    texts: dict[str, list[str]] = {}
    roles: list[tuple[str, ...]] = []
    others: list[Element] = []
    for child in element:
        tag = name_of(child)
        if tag == "namePart":
            if text := line_text(child):
                texts.setdefault(child.get("type", ""), []).append(text)
        elif tag == "role":
            roles.append(tuple([text_of(term).strip().lower() for term in child]))
        else:
            others.append(child)
    if "family" in texts or "given" in texts:
        name: dict[str, Any] = {**person(*[" ".join(texts.get(part, ())) for part in _NAME_PARTS])}
    else:
        name = _heading(element, texts, others)
    if others or element.get("valueURI"):
        name |= _details(element, others) if any(name.values()) else {}
    return (name if any(name.values()) else None), roles


def _heading(
    element: Element, texts: dict[str, list[str]], others: Iterable[Element]
) -> dict[str, Untyped]:
    """What stands in a name that is not in parts."""
    if any(name_of(one) == _OTHERS_FOLLOW for one in others):
        return {_OTHERS_FOLLOW: True}
    if not texts.keys() - {"date", "termsOfAddress"}:
        shown = [line_text(one) for one in others if name_of(one) == "displayForm"]
        texts[""] = list(filter(None, shown))
    if element.get("type") in _BODIES:
        return {"literal": body_of_heading([text for one in texts.values() for text in one])}
    bare = texts.get("", [])
    if element.get("type") == "family":
        return {"literal": " ".join(bare)}
    terms = ", ".join(texts.get("termsOfAddress", ()))
    return {"text": ", ".join(filter(None, [" ".join(bare).rstrip(", "), terms]))}


def _details(element: Element, others: Iterable[Element]) -> dict[str, Untyped]:
    found: dict[str, Untyped] = {}
    orcid = element.get("valueURI", "")
    places: list[str] = []
    for one in others:
        tag = name_of(one)
        if tag == "nameIdentifier" and one.get("type", "").lower() == "orcid":
            orcid, found["ORCID"] = "", one.get("typeURI") or line_text(one)
        elif tag == "affiliation":
            places.append(line_text(one))
    if _ORCID in orcid:
        found["ORCID"] = orcid
    if text := "; ".join(filter(None, places)):
        found["affiliation"] = text
    return found


def index_names(
    root: Indexed, without_role: str, csl_type: str = "", publisher: object = ""
) -> dict[str, list[Untyped]]:
    """The names of an element by variable; bodies without a role by what else is known of it."""
    found: dict[str, list[Untyped]] = {}
    bodies: list[Untyped] = []
    for element in root.children.get("name", ()):
        plain = element.get("type") == "corporate" and element.get("usage") != "primary"
        for variable, name in names_in([element], "" if plain and csl_type else without_role):
            if variable:
                found.setdefault(variable, []).append(name)
            else:
                bodies.append(name)
    role = role_of_bodies(found, csl_type) if bodies else ""
    for body in bodies:
        if role == "author" or not (isinstance(body, dict) and body.get("literal") == publisher):
            found.setdefault(role, []).append(body)
    return found
