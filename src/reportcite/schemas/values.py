"""JSON Schemas of the values in a record: texts, codes, names and dates as they are read.

They refuse what is read with an error, as far as a schema can say it: that a check digit is wrong,
it cannot. Scalars of YAML are taken as they were typed, so that each may be a number or a truth
value to the schema. Types come first and alternatives are avoided: editors then say what is wrong
instead of naming all there could be.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from reportcite.schemas.fields import NAME_PARTS, Field
from reportcite.schemas.spellings import other_spellings
from reportcite.values.names.parts import DETAILS, IGNORED
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES

Schema: TypeAlias = dict[str, Any]

_SCALAR: Final = ("string", "number", "boolean", "null")
# The control characters that `record.checks.wrong` finds.
_CONTROL: Final = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_PRINTABLE: Final = rf"^[^{_CONTROL}]*$"
_NOTHING: Final = r"\s*(?:none\s*)?$"
_DOI: Final = rf"^(?:{_NOTHING}|[\s\S]*10\.)"
# Nine digits at least; those of other scripts are digits, too.
_ISBN: Final = rf"^(?:{_NOTHING}|[\s\S]*[^\u0000-\u007f]|(?:[^0-9]*[0-9]){{9}})"
_URL: Final = (
    rf"^(?:{_NOTHING}|\s*(?:<[^<>]{{1,40}}>:?//|(?:[Hh][Tt][Tt][Pp][Ss]?|[Ff][Tt][Pp][Ss]?)://"
    r"[^\s/?#]|(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"
    r"(?:[/:?#]|\s*$|[;|](?=https?://|www\.)|\s*[;,|]?\s+(?=https?://|www\.))))"
)
_MONTH: Final = "(?:0?[1-9]|1[0-2])"
_DAY: Final = "(?:0?[1-9]|[12][0-9]|3[01])"
_SEASON: Final = "2[1-4]"
# Of dates in numbers those that no calendar has; all others are for the reader.
_POSSIBLE: Final = rf"(?:{_SEASON}|{_MONTH}(?:-{_DAY})?)\s*$"
_DATE: Final = (
    rf"^(?![\s\S]*[{_CONTROL}])(?!\s*[0-9]{{4}}-(?!{_POSSIBLE})[0-9]{{1,2}}(?:-[0-9]{{1,2}})?\s*$)"
)

_HIDDEN: Final = "a control character is hidden in it"
_WRONG: Final = {
    "DOI": "a DOI is of the form 10.1234/something",
    "ISBN": "an ISBN has 13 digits, or 10 before 2007",
    "URL": "a URL begins with http, https, ftp or ftps",
}
# What is read as nothing in these even where it is in quotes.
_NEVER_NULL: Final = NAME_VARIABLES | DATE_VARIABLES


def _scalars_but_null() -> list[str]:
    return [one for one in _SCALAR if one != "null"]


def texts(pattern: str = _PRINTABLE) -> Schema:
    """A text: one scalar, or a list, of which the first counts; it fits `pattern`."""
    return {
        "type": [*_SCALAR, "array"],
        "pattern": pattern,
        **_saying(_HIDDEN),
        "items": {"type": [*_SCALAR]},
        "if": {"type": "array", "maxItems": 1},
        "then": {"items": {"pattern": pattern}},
    }


def joined() -> Schema:
    """A text, or a list of texts that become one."""
    member = {"type": [*_SCALAR], "pattern": _PRINTABLE}
    return {**member, "type": [*_SCALAR, "array"], "items": member}


def code(name: str) -> Schema:
    """A DOI, ISBN, ISSN, URL or publisher: a text that may be `none`."""
    patterns = {"DOI": _DOI, "ISBN": _ISBN, "URL": _URL}
    schema = {**texts(patterns.get(name, _PRINTABLE)), **_saying(_WRONG.get(name, _HIDDEN))}
    if name in {"DOI", "URL"}:
        schema["type"] = ["string", "null", "array"]  # no number is one
    elif name == "ISBN":
        schema["type"] = ["string", "number", "null", "array"]
    return schema


def named(member: str) -> Schema:
    """A text, or a mapping that has it as `member`, as Crossref writes publishers."""
    mapping = {"required": [member], "properties": {member: {"type": _scalars_but_null()}}}
    members = {"type": [*_SCALAR, "object"], **mapping}
    return {**texts(), **members, "type": [*_SCALAR, "array", "object"], "items": members}


def _saying(words: str) -> Schema:
    """What editors say where a pattern does not fit: an extension of VS Code's."""
    return {"patternErrorMessage": words}


def identifier() -> Schema:
    """An id: any text."""
    return {"type": [*_SCALAR, "array"], "items": {"type": [*_SCALAR]}}


def names() -> Schema:
    """A list of names, or one name; `$ref` to `name`."""
    return {
        "type": [*_SCALAR, "array", "object"],
        "if": {"type": "array"},
        "then": {"items": {"$ref": "#/definitions/name"}},
        "else": {"$ref": "#/definitions/name"},
    }


def name() -> Schema:
    """One name: a text such as `Family, Given`, or a mapping of parts."""
    known = [*dict.fromkeys([*NAME_PARTS, "name", *sorted(DETAILS), *sorted(IGNORED)])]
    member = {"type": _scalars_but_null(), "pattern": _PRINTABLE}
    part = {"type": [*_SCALAR, "array"], "pattern": _PRINTABLE, "items": member}
    texts_ = [key for key in known if _is_text(key)]
    kinds = [*_scalars_but_null(), "array"]
    return {
        "title": "name",
        "description": "A person, “Family, Given” or in parts, or an organization.",
        "type": [*_SCALAR, "object"],
        "pattern": _PRINTABLE,
        "properties": {
            key: {
                **(described(NAME_PARTS[key]) if key in NAME_PARTS else {}),
                **(part if key in texts_ else {}),
            }
            for key in known
        },
        "patternProperties": {
            other_spellings(texts_, known): part,
            other_spellings(set(known).difference(texts_), known): {},
        },
        "additionalProperties": False,
        "if": {"type": "object", "propertyNames": {"enum": known}},
        "then": {"anyOf": [_with(key, kinds) for key in ("family", "literal", "given", "name")]},
    }


def _is_text(key: str) -> bool:
    """Whether a part of a name must be a text; details are whatever a program wrote."""
    return key == "name" or (key in NAME_PARTS and not isinstance(NAME_PARTS[key].example, bool))


def date() -> Schema:
    """A date as it is typed, as CSL-JSON has it, or as pandoc once wrote it."""
    alone = {**_BY_YEAR, "type": [*_scalars_but_null(), "object"]}
    return {
        "title": "date",
        "description": "2024, 2024-05, 2024-05-07, 5. Mai 2024, 2023/2024, 2024~ (circa), n.d.",
        "type": [*_SCALAR, "array", "object"],
        "pattern": _DATE,
        **_saying("no calendar has this date"),
        "properties": {
            "date-parts": _POINTS,
            "season": {"type": [*_SCALAR], "minimum": 1, "maximum": 4},
            **{key: {} for key in ("circa", "raw", "edtf", "year", "month", "day")},
            "literal": {"pattern": _PRINTABLE},
        },
        "if": {"type": "object"},
        "then": {"anyOf": _DATES},
        "else": {
            "if": {"type": "array", "maxItems": 1},
            "then": {"minItems": 1, "items": alone},
            "else": {"maxItems": 2, "items": {**_BY_YEAR, "type": "object"}},
        },
    }


def _number(lowest: int, highest: int) -> Schema:
    """A part of a date, which programs write as a text, too, or leave empty."""
    return {
        "type": ["integer", "string", "null"],
        "pattern": r"^\s*(?:[+-]?[0-9]{1,7})?\s*$",
        "minimum": lowest,
        "maximum": highest,
    }


def _with(name: str, kinds: Sequence[str], shortest: int = 1) -> Schema:
    """That there is a `name` of one of `kinds` which is no empty text."""
    given = {"type": [*kinds], "pattern": _PRINTABLE, "minLength": shortest, "minItems": 1}
    return {"required": [name], "properties": {name: given}}


_YEAR: Final = _number(-9999, 9999)
_MONTH_AND_DAY: Final = (_number(0, 12), _number(0, 31))
_GIVEN: Final[Schema] = {"type": ["integer", "string"], "pattern": "[0-9]"}
_UNDATED: Final = [[[]], [[None]]]  # Crossref's of works without a date
_POINTS: Final[Schema] = {
    "type": "array",
    "minItems": 1,
    "maxItems": 2,
    "items": {"type": "array", "maxItems": 3, "items": [_YEAR, *_MONTH_AND_DAY]},
    "if": {"enum": _UNDATED},
    "else": {"items": [{"minItems": 1, "items": [_GIVEN]}]},
}
_NO_DATE: Final[Schema] = {
    "type": "object",
    "required": ["date-parts"],
    "properties": {"date-parts": {"enum": _UNDATED}},
}
_BY_YEAR: Final[Schema] = {
    "required": ["year"],
    "properties": {
        "year": {"allOf": [_YEAR, _GIVEN]},
        "month": _MONTH_AND_DAY[0],
        "day": _MONTH_AND_DAY[1],
    },
}
# As they are read: what comes first counts.
_DATES: Final[list[Schema]] = [
    {"required": ["date-parts"]},
    *(_with(key, _scalars_but_null(), 0) for key in ("raw", "edtf")),
    _BY_YEAR,
    {**_with("literal", _scalars_but_null()), "not": {"required": ["year"]}},
]


def has(name: str) -> Schema:
    """That there is a `name`, and something in it."""
    says = r"^(?!\s*(?:null|~)\s*$)\s*\S" if name in _NEVER_NULL else r"\S"
    something = {"type": [*_scalars_but_null(), "array", "object"], "pattern": says}
    no_date = {"not": _NO_DATE} if name in DATE_VARIABLES else {}
    return {
        "required": [name],
        "properties": {name: {**something, **no_date, "contains": something, "minItems": 1}},
    }


def described(field: Field) -> Schema:
    """The words about `field`."""
    example = field.example
    return {"description": field.description, "examples": [example]}
