"""The JSON Schema of a file of records, made of the vocabulary, for editors.

It is of draft-07, which every language server and library knows. It takes what is read without an
error, and refuses what is not, as far as a schema can say it; and it refuses a field that nobody
knows, which is read with a warning and left out.
"""

from __future__ import annotations

from typing import Final

from reportcite.record.assemble.crossref import NAMED_BY, OTHER_MEMBERS
from reportcite.record.checks.required import AnyOf, wanted
from reportcite.record.fields import FIELDS, NEVER_NONE
from reportcite.record.spelling import SPELLINGS, TYPE_SPELLINGS
from reportcite.schemas.fields import FIELDS as WORDS
from reportcite.schemas.spellings import any_spelling, other_spellings
from reportcite.schemas.values import (
    Schema,
    code,
    date,
    described,
    has,
    identifier,
    joined,
    name,
    named,
    names,
    texts,
)
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

VERSION: Final = 1
_EMPTY: Final[list[object]] = [None, "", [], {}]


def record_schema() -> Schema:
    """The schema of a document: a record, a list of them, or pandoc's `references`."""
    record = {"$ref": "#/definitions/record"}
    several = {"type": "array", "items": record}
    return {
        "description": "A bibliographic record, a list of records, or pandoc’s references.",
        "type": ["object", "array"],
        "if": {"type": "array"},
        "then": several,
        "else": {
            "if": {"required": ["references"], "properties": {"references": {"type": "array"}}},
            "then": {"properties": {"references": several}},
            "else": record,
        },
        "definitions": {
            "record": _record(),
            "type": _type(),
            "id": identifier(),
            "text": texts(),
            "keyword": joined(),
            "names": names(),
            "name": name(),
            "date": date(),
            **{field: _code(field) for field in _of_their_own()},
        },
    }


def _code(field: str) -> Schema:
    return named(NAMED_BY[field]) if field in NAMED_BY else code(field)


def _definition(field: str) -> str:
    """The definition that the value of `field` is held to."""
    if field in NAME_VARIABLES:
        return "names"
    if field in DATE_VARIABLES:
        return "date"
    return field if field in {"keyword", *_of_their_own()} else "text"


def _of_their_own() -> list[str]:
    """The fields that are texts of another shape than others."""
    return sorted(NEVER_NONE | NAMED_BY.keys())


def _record() -> Schema:
    fields = {
        field: {**described(WORDS[field]), "allOf": [_reference(_definition(field))]}
        for field in sorted(FIELDS, key=str.lower)
    }
    known = [*FIELDS, *_OTHER]
    return {
        "title": "record",
        "type": "object",
        "properties": {**_OTHER, **fields},
        "patternProperties": {
            **{
                other_spellings(spellings, known): _reference(definition)
                for definition, spellings in _by_definition().items()
            },
            other_spellings(["id"], known): _reference("id"),
            other_spellings(["type"], known): _reference("type"),
            other_spellings(["custom"], known): _OTHER["custom"],
            other_spellings(["categories"], known): _OTHER["categories"],
            any_spelling(OTHER_MEMBERS): {},
        },
        "additionalProperties": False,
        # Who spells a field otherwise is not told that it is missing.
        "if": {"propertyNames": {"enum": sorted(known)}},
        "then": _required(),
    }


_OTHER: Final[dict[str, Schema]] = {
    "id": {
        "description": "What the record is cited by; the file’s name if left out.",
        "examples": ["ratzmann2024"],
        "allOf": [{"$ref": "#/definitions/id"}],
    },
    "type": {
        "description": "The type of the publication, one of CSL; report if left out.",
        "examples": ["report"],
        "default": "report",
        "allOf": [{"$ref": "#/definitions/type"}],
    },
    "custom": {
        "description": "What CSL has no variable for: a mapping of anything.",
        "examples": [{"bibtex": {"file": "paper.pdf"}}],
        "anyOf": [{"type": "object"}, {"enum": _EMPTY}],
    },
    "categories": {
        "description": "Categories of a CSL item, kept as they are.",
        "anyOf": [{"type": "array"}, {"enum": _EMPTY}],
    },
    "<<": {"description": "Fields of another record, by its anchor."},
}
"""What a record has besides its fields."""


def _type() -> Schema:
    spelled = [
        {"enum": sorted(ITEM_TYPES)},
        {"type": "string", "pattern": rf"{any_spelling(TYPE_SPELLINGS)}|^$"},
        {"type": "null"},
    ]
    several = {"type": "array", "items": {"anyOf": spelled}}
    return {"title": "type", "anyOf": [*spelled, several]}


def _required() -> Schema:
    """That a record has what records of its type need; one without a type is a report."""
    conditions = [
        {
            "if": {"required": ["type"], "properties": {"type": {"const": type_}}},
            "then": _needs(type_),
        }
        for type_ in sorted(ITEM_TYPES)
        if _groups(type_)
    ]
    by_default = {"if": {"not": {"required": ["type"]}}, "then": _needs("report")}
    return {"allOf": [has("title"), by_default, *conditions]}


def _groups(type_: str) -> list[AnyOf]:
    """What records of `type_` need besides a title, which all need."""
    groups, _ = wanted(type_)
    return [group for group in groups if group != ("title",)]


def _needs(type_: str) -> Schema:
    return {"allOf": [*map(_one_of, _groups(type_))]}


def _one_of(group: AnyOf) -> Schema:
    if len(group) == 1:
        return has(group[0])
    return {"anyOf": [*map(has, group)]}


def _by_definition() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for spelling, field in sorted(SPELLINGS.items()):
        if field in FIELDS:
            found.setdefault(_definition(field), []).append(spelling)
    return found


def _reference(definition: str) -> Schema:
    return {"$ref": f"#/definitions/{definition}"}
