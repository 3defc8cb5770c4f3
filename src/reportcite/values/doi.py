"""DOIs: read without what stands before them, and doubted (DOI Handbook, 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.rules import DOI_PREFIX, DOI_SYNTAX

_DOI: Final = pattern(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,5}/\S+")

_DOI_PREFIX: Final = pattern(
    r"\s*(?:https?://(?:www\.)?(?:dx\.)?doi\.org/|doi:|doi )\s*", re.IGNORECASE
)


def bare_doi(text: str) -> str:
    """`text` without blanks round it and without a resolver's address or `doi:` before it."""
    match = _DOI_PREFIX.match(text)
    return text[match.end() :].strip() if match else text.strip()


def is_doi(text: str) -> bool:
    """Whether `text` is a DOI and nothing else."""
    return _DOI.fullmatch(text) is not None


def doi_faults(text: str) -> Iterator[Problem]:
    """What is wrong with a DOI."""
    bare = bare_doi(text)
    if not _DOI.fullmatch(bare):
        message = f"{shown(text)} is not a DOI"
        yield DOI_SYNTAX.found(message, "a DOI is of the form 10.1234/something")
    elif bare != text:
        message = f"{shown(text)} is more than the DOI"
        yield DOI_PREFIX.found(message, f"write {bare}")
