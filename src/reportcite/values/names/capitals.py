"""Names that a programme wrote all in capitals: `RATZ, NORA` is Ratz, Nora."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.values.names.particles import JOINING, PARTICLES

_WORD: Final = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST_INITIALS: Final = 3


def without_capitals(name: Mapping[str, Any]) -> Mapping[str, Any]:
    """`name`, a mapping of its parts, with capitals only where a word begins.

    Initials stay, and so does a single word, which may be the acronym of an organization.

    >>> without_capitals({"family": "VAN DER BERG", "given": "JEAN-LUC J."})
    {'family': 'van der Berg', 'given': 'Jean-Luc J.'}
    >>> without_capitals({"family": "NG", "given": "JP"}), without_capitals({"family": "WHO"})
    ({'family': 'Ng', 'given': 'JP'}, {'family': 'WHO'})
    """
    family, given = name.get("family"), name.get("given")
    if not (isinstance(family, str) and isinstance(given, str) and given):
        return name
    if not family.isupper() or len(family) == 1:
        return name
    changed = {**name, "family": _in_small(family, particles=True)}
    letters = [word for word in _WORD.findall(given) if len(word) > 1]
    if given.isupper() and any(len(word) >= _LONGEST_INITIALS for word in letters):
        changed["given"] = _in_small(given, particles=False)
    return changed


def _in_small(text: str, *, particles: bool) -> str:
    """`text` with small letters behind the first of each word; particles in front are small."""

    def word(match: Any) -> str:
        small = match[0].lower()
        if particles and (small in PARTICLES or small in JOINING) and match.end() < len(text):
            return str(small)
        for mark in "'’":
            before, found, rest = small.partition(mark)
            if found and len(before) == 1:
                return f"{before.upper()}{mark}{rest.capitalize()}"
        if small.startswith("mc") and len(small) > 3:
            return f"Mc{small[2:].capitalize()}"
        return str(small.capitalize())

    return _WORD.sub(word, text)
