"""Identifiers of any kind in tables: what stands in the columns beside them."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.tables.verdict import Judging, Verdict
from reportcite.values.identifiers.identifier import Identifier
from reportcite.values.identifiers.recognise import recognise

_NAME: Final = pattern(
    r"(?:persistent )?(?:identifiers?|identifikator(?:en)?|identifiants?|ids?|kennung(?:en)?|"
    r"codes?|numbers?|nummern?)|(?:isbn|issn|ismn|isni|orcid|isil|isrc|doi|handle|urn|nbn|gnd|viaf|"
    r"wikidata|arxiv|pmid|pmcid|oclc).{0,12}"
)


def _judge(text: str) -> Verdict:
    found = recognise(text)
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
)
