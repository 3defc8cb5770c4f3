"""Persons and entities of the Citation File Format: names, and what else is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reportcite.formats.cff.schema import ENTITY, PERSON
from reportcite.record.untyped import Untyped
from reportcite.values.names.parts import contributor
from reportcite.values.names.reading import Reading
from reportcite.values.shapes import Contributor

_PARTS: Final = {
    "family-names": "family",
    "given-names": "given",
    "name-particle": "non-dropping-particle",
    "name-suffix": "suffix",
}
_ORCID: Final = "ORCID"
_NAMES: Final = frozenset({*_PARTS, "name"})
# Key → what a record calls the same.
_DETAILS: Final = {
    key: _ORCID if key == "orcid" else key for key in [*PERSON, *ENTITY] if key not in _NAMES
}


def read_name(field: str, value: Untyped) -> Reading:
    """The name of a person or an entity, as the schema has them, with all that is known of them;
    one without any name is called by the alias."""
    node = value if isinstance(value, dict) else {}
    parts = {part: scalar(node.get(key)) for key, part in _PARTS.items()}
    name = contributor(**{part.replace("-", "_"): text for part, text in parts.items()})
    alias = scalar(node.get("alias"))
    if literal := scalar(node.get("name")):
        name = {"literal": literal}
    elif "family" not in name and "given" not in name:
        name = contributor(literal=alias)
        alias = ""
    if not name:
        return Reading([])
    details = {part: scalar(node.get(key)) for key, part in _DETAILS.items()} | {"alias": alias}
    parts = {key: str(part) for key, part in name.items()} | details
    return Reading([contributor(**parts)])


def scalar(value: object) -> str:
    """A scalar as text; empty ones, lists and mappings are none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    return "" if text.isspace() else text


def people(
    names: Sequence[Contributor], details: Sequence[Mapping[str, str]] = ()
) -> list[dict[str, str]]:
    """Persons and entities, each once, as the schema asks, with what it allows of the details."""
    found: dict[frozenset[tuple[str, str]], dict[str, str]] = {}
    for index, name in enumerate(names):
        if literal := name.get("literal"):
            one = {"name": literal}
        else:
            one = {key: str(name[part]) for key, part in _PARTS.items() if name.get(part)}  # type: ignore[literal-required]
        if not one:
            continue
        known = details[index] if details else {}
        one |= {key: known[part] for key, part in _DETAILS.items() if fits_detail(one, key, known)}
        found.setdefault(frozenset(one.items()), one)
    return list(found.values())


def fits_detail(one: Mapping[str, Any], key: str, known: Mapping[str, str]) -> bool:
    """Whether the schema allows what is `known` under `key` of this person or entity."""
    keys = ENTITY if "name" in one else PERSON
    text = known.get(_DETAILS.get(key, key))
    return text is not None and key in keys and keys[key](text)
