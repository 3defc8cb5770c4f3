"""Names in parts: CSL-JSON's mappings, and what people and other programs call the parts.

Shapes: CSL-JSON's schema (csl-data.json of CSL 1.0.2), "name-variable".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, cast

from reportcite.tuples import NamedTuple
from reportcite.values.names.organizations import is_legal_form
from reportcite.values.names.typed import name_from_text
from reportcite.values.shapes import Contributor

NAME_PARTS: Final = frozenset(Contributor.__annotations__)
"""What CSL-JSON calls the parts of a name."""

DETAILS: Final = frozenset(
    """ORCID ROR address affiliation alias city country date-end date-start email fax location
    post-code region tel website""".split()
)
"""What else is known of a contributor: texts, called as in the Citation File Format (schema.json
of 1.2.0, "person" and "entity") and Crossref."""

_FLAGS: Final = frozenset({"comma-suffix", "static-ordering"})
_TEXTS: Final = NAME_PARTS - _FLAGS
_NAMING: Final = frozenset({"family", "given", "literal"})
"""The parts of which a name has at least one."""

IGNORED: Final = frozenset({"authenticated-orcid", "id", "parse-names", "role", "sequence"})
"""What programs add to the names of CSL-JSON for their own use."""

_SPELLED: Final = {name.lower(): name for name in NAME_PARTS | DETAILS}
_MEANT: Final = {
    **dict.fromkeys(("first", "first-name", "firstname", "forename", "vorname"), "given"),
    **dict.fromkeys(("given-name", "givenname", "given-names", "prénom", "nombre"), "given"),
    **dict.fromkeys(("last", "last-name", "lastname", "surname", "nachname"), "family"),
    **dict.fromkeys(("family-name", "familyname", "nom", "apellido", "apellidos"), "family"),
    **dict.fromkeys(("organization", "organisation", "institution", "corporate"), "literal"),
    **dict.fromkeys(("particle", "prefix", "von"), "non-dropping-particle"),
}
_FALSE: Final = (False, None, 0, "", "false", "0", "no")


class WrongPart(NamedTuple):
    """What is wrong with one member of a mapping: it is no part of a name, or `is_known` and its
    value is no text.

    `key` is as it was written; `part` is the part it is, or that is meant by it ("" for none).
    """

    key: str
    part: str
    value: object
    is_known: bool


class PartsReading(NamedTuple):
    """A name as read from a mapping, None where it has none of family, given and literal, with what
    else is known of the contributor (`DETAILS`); and the members that are left out."""

    name: Contributor | None
    wrong: list[WrongPart]


def is_contributor(source: Mapping[str, object]) -> bool:
    """Whether `source` is a name as it stands: known parts, all texts, one of them a name's."""
    if not source.keys() <= _TEXTS or _NAMING.isdisjoint(source):
        return False
    for value in source.values():  # noqa: SIM110 - a generator would cost as much as the rest
        if not isinstance(value, str) or not value:
            return False
    return True


def are_parts(keys: Iterable[str]) -> bool:
    """Whether `keys` are parts of a name that are all texts, one of them a name's."""
    found = set(keys)
    return found <= _TEXTS and not _NAMING.isdisjoint(found)


def is_name(value: object) -> bool:
    """Whether `value` is a mapping of known parts, texts and flags."""
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= NAME_PARTS
        and all(isinstance(part, str | bool) for part in value.values())
    )


def read_parts(source: Mapping[str, object]) -> PartsReading:
    """The name in `source`, whose keys are taken in any case, with `_` for `-`.

    >>> name, wrong = read_parts({"Family": "Ng", "first": "Bo"})
    >>> name, wrong[0].part
    ({'family': 'Ng'}, 'given')
    """
    parts: dict[str, object] = {}
    wrong: list[WrongPart] = []
    for key, value in source.items():
        part = key
        if key not in NAME_PARTS:
            part = key.lower().replace("_", "-")
            part = _SPELLED.get(part, part)
        if part == "name" and _NAMING.isdisjoint(source):
            part = "literal"  # Crossref's name of an organization
        if part in DETAILS:
            if detail := _detail(value):
                parts[part] = detail
        elif part not in NAME_PARTS:
            if part not in IGNORED:
                wrong.append(WrongPart(key, _MEANT.get(part, ""), value, is_known=False))
        elif part in _FLAGS:
            parts[part] = value not in _FALSE
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            # Older versions of pandoc wrote a list of given names.
            if value:
                parts[part] = " ".join(value)
        elif isinstance(value, list | dict):
            wrong.append(WrongPart(key, part, value, is_known=True))
        elif value is not None and value != "":
            parts[part] = str(value)
    name = None if _NAMING.isdisjoint(parts) else cast(Contributor, parts)
    return PartsReading(name, wrong)


def _detail(value: object) -> str:
    """A detail as one text; Crossref has a list of affiliations, each a mapping with a name."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_detail, value)))
    if isinstance(value, Mapping):
        return _detail(value.get("name"))
    return "" if value is None or isinstance(value, bool) else str(value)


def contributor(**parts: str) -> Contributor:
    """A name of these parts (`non_dropping_particle` and so on), and of details; empty ones are
    left out.

    >>> contributor(family="Ng", given="", suffix="Jr.")
    {'family': 'Ng', 'suffix': 'Jr.'}
    """
    found = {name.replace("_", "-"): part for name, part in parts.items() if part}
    return cast(Contributor, found)


def person(family: str, given: str, suffix: str = "") -> Contributor:
    """A person's name whose parts may hold particles, as catalogues write them.

    >>> person("van Gogh", "Vincent")
    {'family': 'Gogh', 'given': 'Vincent', 'non-dropping-particle': 'van'}
    """
    # Nearly all names are seen at once to have no particle, and this runs for each.
    if family.istitle() and given.istitle() and not suffix and _are_single_words(family, given):
        return {"family": family, "given": given}
    parts = [part for part in (family, given, suffix) if part]
    if family and given and not any("," in part for part in parts):
        name = name_from_text(", ".join(parts))
        if "literal" not in name:
            return name
    return contributor(family=family, given=given, suffix=suffix)


def _are_single_words(family: str, given: str) -> bool:
    """Whether both are one word of letters and hyphens, and the second is no company's form."""
    both = family + given
    return both.isascii() and both.replace("-", "a").isalpha() and not is_legal_form(given)
