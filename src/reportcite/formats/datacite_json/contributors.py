"""Who made a work, in DataCite's `creators` and `contributors`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.reading.members import mappings, text_of, texts
from reportcite.values.names.parts import contributor, person
from reportcite.values.names.typed import name_from_text
from reportcite.values.shapes import Contributor

# contributorType of DataCite Metadata Schema 4.6, appendix 1; all others contribute.
_ROLES: Final = {"Editor": "editor", "Producer": "producer", "Translator": "translator"}
_DETAILS: Final = {"ORCID": "ORCID", "ROR": "ROR"}


def creators_in(value: Any) -> list[Contributor]:
    """The names in `creators`."""
    return [name for one in mappings(value) if (name := _name(one))]


def contributors_in(value: Any) -> dict[str, list[Contributor]]:
    """The names in `contributors` by CSL variable; who has several roles is named once in each."""
    found: dict[str, dict[frozenset[tuple[str, object]], Contributor]] = {}
    for one in mappings(value):
        names = found.setdefault(_ROLES.get(text_of(one.get("contributorType")), "contributor"), {})
        if name := _name(one):
            names.setdefault(frozenset(name.items()), name)
    return {variable: [*names.values()] for variable, names in found.items()}


def _name(creator: Mapping[str, Any]) -> Contributor | None:
    family, given = text_of(creator.get("familyName")), text_of(creator.get("givenName"))
    name = text_of(creator.get("name"))
    if family:
        found = person(family, given)
    elif creator.get("nameType") == "Organizational":
        found = contributor(literal=name)
    elif name:
        found = name_from_text(name)
    else:
        return None
    affiliations = creator.get("affiliation")
    details = {
        "affiliation": "; ".join(
            texts(affiliations) or [text_of(one.get("name")) for one in mappings(affiliations)]
        )
    }
    for one in mappings(creator.get("nameIdentifiers")):
        if kind := _DETAILS.get(text_of(one.get("nameIdentifierScheme")).upper()):
            details.setdefault(kind, text_of(one.get("nameIdentifier")))
    return contributor(**{**found, **details}) if found else None  # type: ignore[arg-type]
