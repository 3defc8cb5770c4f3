"""Names of MODS: which variables their roles are, and what stands in their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from reportcite.formats.mods.fields import NAME_PLACES, RELATORS
from reportcite.formats.reading.xml import Indexed, indexed, text_of
from reportcite.record.untyped import Untyped
from reportcite.values.names.catalogued import body_of_heading, name_of_heading
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
        children = indexed(element).children
        variables = _variables([_terms(role) for role in children.get("role", ())], without_role)
        if variables and (name := _name(element, children)) is not None:
            for variable in variables:
                yield variable, name


def body_with_role(elements: Iterable[Element], roles: frozenset[str]) -> str:
    """The first of those who have one of these roles; "" for nobody."""
    for element in elements:
        children = indexed(element).children
        if any(not roles.isdisjoint(_terms(role)) for role in children.get("role", ())):
            name = _name(element, children)
            found = read_name("publisher", name).names if name is not None else []
            if found:
                return name_text(found[0])
    return ""


def read_name(field: str, value: Untyped) -> Reading:
    """A name as `names_in` found it: a heading, or parts of which the particles are separated."""
    if not isinstance(value, dict) or _OTHERS_FOLLOW in value:
        return Reading([], (), isinstance(value, dict))
    if literal := value.get("literal"):
        name: dict[str, Any] = {"literal": literal}
    elif "text" in value:
        name = {**name_of_heading(str(value["text"]))}
    else:
        family, given, suffix = (str(value[part]) for part in _NAME_PARTS)
        name = {**person(family, given, suffix)}
    name |= {detail: value[detail] for detail in ("ORCID", "affiliation") if detail in value}
    return Reading([cast(Contributor, name)] if name else [])


def _terms(role: Element) -> tuple[str, ...]:
    return tuple([text_of(term).strip().lower() for term in role])


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


def _name(element: Element, children: dict[str, list[Element]]) -> Untyped:
    """What an element says of a name: a heading, its parts, a body, or that others follow; None
    for nothing."""
    if _OTHERS_FOLLOW in children:
        return {_OTHERS_FOLLOW: True}
    texts: dict[str, list[str]] = {}
    for part in children.get("namePart", ()):
        if text := " ".join(text_of(part).split()):
            texts.setdefault(part.get("type", ""), []).append(text)
    if not texts.keys() - {"date", "termsOfAddress"}:
        shown = [" ".join(text_of(one).split()) for one in children.get("displayForm", ())]
        texts[""] = list(filter(None, shown))
    name: dict[str, Untyped]
    if element.get("type") in _BODIES:
        name = {"literal": body_of_heading([text for one in texts.values() for text in one])}
    elif "family" in texts or "given" in texts:
        name = {part: " ".join(texts.get(part, ())) for part in _NAME_PARTS}
    elif element.get("type") == "family" and texts[""]:
        name = {"literal": " ".join(texts[""])}
    else:
        terms = [", ".join(texts.get("termsOfAddress", ()))]
        name = {"text": ", ".join(filter(None, [" ".join(texts[""]).rstrip(", "), *terms]))}
    if not any(name.values()):
        return None
    return name | _details(element, children)


def _details(element: Element, children: dict[str, list[Element]]) -> dict[str, Untyped]:
    found: dict[str, Untyped] = {}
    uris = [one.get("typeURI") or text_of(one) for one in children.get("nameIdentifier", ())
            if one.get("type", "").lower() == "orcid"]  # fmt: skip
    uri = next(iter(uris), element.get("valueURI", ""))
    if uris or _ORCID in uri:
        found["ORCID"] = uri.strip()
    places = [" ".join(text_of(one).split()) for one in children.get("affiliation", ())]
    if text := "; ".join(filter(None, places)):
        found["affiliation"] = text
    return found


def index_names(root: Indexed, without_role: str) -> dict[str, list[Untyped]]:
    """The names of an element by variable."""
    found: dict[str, list[Untyped]] = {}
    for variable, name in names_in(root.children.get("name", ()), without_role):
        found.setdefault(variable, []).append(name)
    return found
