"""The page of the fields of a record, from the vocabulary and what editors show of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from reportcite.record.checks.required import AnyOf, wanted
from reportcite.record.fields import FIELDS, NEVER_NONE
from reportcite.record.spelling import TYPE_SPELLINGS
from reportcite.schemas.fields import FIELDS as WORDS
from reportcite.schemas.fields import NAME_PARTS
from reportcite.values.names.parts import DETAILS
from reportcite.vocabulary import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TITLE_VARIABLES,
)
from tests.reference.markdown import code, codes, table

_HEAD = """\
# Fields of a record

[The record](../record.md) says how these are written. Letter case, `_` and spaces do not matter;
`reportcite schema record` is the same for [editors](../ci.md#the-editor).
"""


def fields() -> str:
    titles = TITLE_VARIABLES | {"subtitle"}
    others = FIELDS - NAME_VARIABLES - DATE_VARIABLES - NUMBER_VARIABLES - titles
    details = codes(sorted(DETAILS, key=str.lower))
    none = codes(sorted(NEVER_NONE, key=str.lower))
    return "\n".join(
        [
            _HEAD,
            "## Types and what they need\n",
            "Of `a / b` one is enough. What is recommended and missing is a warning.\n",
            table(
                ["type", "required", "recommended", "also read as it"],
                map(_type, sorted(ITEM_TYPES)),
            ),
            "## Titles\n",
            _fields(titles),
            "## People\n",
            _fields(NAME_VARIABLES),
            "### The parts of a name\n",
            table(["part", "what it is", "for example"], _rows(NAME_PARTS)),
            f"Beside them may stand what is known of the person: {details}.\n",
            "## Dates\n",
            _fields(DATE_VARIABLES),
            "## Numbers\n",
            _fields(NUMBER_VARIABLES),
            "## All others\n",
            f"`none` in {none}, in names and in `issued` states that there is none.\n",
            _fields(others),
        ]
    )


def _type(name: str) -> list[str]:
    required, recommended = wanted(name)
    spelled = sorted(one for one, meant in TYPE_SPELLINGS.items() if meant == name and one != name)
    return [code(name), _any_of(required), _any_of(recommended), codes(spelled)]


def _any_of(groups: Iterable[AnyOf]) -> str:
    return ", ".join(" / ".join(map(code, group)) for group in groups)


def _fields(names: Iterable[str]) -> str:
    known = {name: WORDS[name] for name in sorted(names, key=str.lower)}
    return table(["field", "what it is", "for example"], _rows(known))


def _rows(known: Any) -> Iterable[list[str]]:
    for name, field in known.items():
        yield [code(name), field.description, code(_value(field.example))]


def _value(example: object) -> str:
    """`example` in YAML, on one line."""
    if isinstance(example, str):
        return example
    return json.dumps(example, ensure_ascii=False)
