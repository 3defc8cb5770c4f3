"""Identifiers of any kind in tables: what stands in the columns beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.tables.verdict import Judging, Verdict
from reportcite.values.identifiers.identifier import Identifier
from reportcite.values.identifiers.recognise import KINDS, recognise

_BETWEEN: Final = pattern(r"[;|\n]|,\s")
_WORD: Final = pattern(r"[a-z]+")
_NAME: Final = pattern(
    r"(?:persistent )?(?:identifiers?|identifikator(?:en)?|identifiants?|ids?|kennung(?:en)?|"
    r"codes?|numbers?|nummern?)|(?:isbn|issn|ismn|isni|orcid|isil|isrc|doi|handle|urn|nbn|gnd|viaf|"
    r"wikidata|arxiv|pmid|pmcid|oclc|lccn|ppn|idn|zdb|ror(?![a-z])).{0,12}"
)


def _judge(text: str, expected: str = "") -> Verdict:
    found = recognise(text)
    if expected and found.kind != expected:
        meant = recognise(text, expected)
        if meant.kind == expected and (meant.valid or not found.kind):
            found = meant
    if _BETWEEN.search(text):
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        several = [recognise(part) for part in parts]
        if len(several) > 1 and all(one.kind for one in several):
            return _of_several(parts, several)
    cells = (
        "yes" if found.valid else "no",
        found.kind,
        found.normalized,
        found.link,
        found.reason,
        found.suggestion,
    )
    keys = (f"{found.kind} {found.normalized.lower()}",) if found.valid else ()
    return Verdict(found.valid, cells, keys, partial(_details, text, found))


def _judge_below(name: str) -> Callable[[str], Verdict]:
    """What judges the cells of a column with this name: numbers alone are of the kind it names."""
    named = {kind.name for kind in KINDS if kind.name.lower() in _WORD.findall(name)}
    return partial(_judge, expected=named.pop()) if len(named) == 1 else _judge


def _of_several(parts: list[str], found: list[Identifier]) -> Verdict:
    """Several identifiers in a cell: what is known of them stands in the same order."""
    valid = all(one.valid for one in found)
    columns = zip(*(one[:3] for one in found), strict=True)
    kinds, forms, links = ("; ".join(filter(None, column)) for column in columns)
    wrong = [(part, one) for part, one in zip(parts, found, strict=True) if not one.valid]
    reasons = "; ".join(f"{part}: {one.reason}" for part, one in wrong)
    suggestions = "; ".join(one.suggestion for _, one in wrong if one.suggestion)
    cells = ("yes" if valid else "no", kinds, forms, links, reasons, suggestions)
    keys = tuple(f"{one.kind} {one.normalized.lower()}" for one in found if one.valid)
    return Verdict(valid, cells, keys, partial(_all_details, parts, found))


def _all_details(parts: list[str], found: list[Identifier]) -> list[dict[str, Any]]:
    return [*map(identifier_details, parts, found)]


def _details(text: str, found: Identifier) -> list[dict[str, Any]]:
    return [identifier_details(text, found)]


def identifier_details(typed: str, found: Identifier) -> dict[str, Any]:
    """All that is known of an identifier, as JSON has it."""
    return {
        "typed": typed,
        "valid": found.valid,
        "kind": found.kind,
        "normalized": found.normalized,
        "link": found.link,
        "reason": found.reason,
        "suggestion": found.suggestion,
    }


IDENTIFIERS: Final = Judging(
    ("valid", "kind", "normalized", "link", "reason", "suggestion"),
    lambda name: _NAME.fullmatch(name) is not None,
    _judge,
    _judge_below,
)
