"""Locators as typed: which label goes with them (CSL 1.0.2, Appendix IV, "Locators")."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.locator import LABELS

_LABEL: Final = "|".join(re.escape(word) for word in sorted(LABELS, key=len, reverse=True))
_OWN_LABEL: Final = pattern(rf"(?i:{_LABEL})\. ?\S|[§¶]")
_NUMBER_WITH_LABEL: Final = pattern(rf"(?:{_LABEL})\. ?\d")
_NUMBERS_OF_TWO_KINDS: Final = pattern(rf"(.+), ({_LABEL})\. ?(.+)")


def locator_label(label: str, locator: str) -> str:
    """The kind of a locator by its CSL name; "" where the locator names its kind itself."""
    if _OWN_LABEL.match(locator):
        return ""
    return "sub-verbo" if label == "sub verbo" else label or "page"


def has_label(number: str) -> bool:
    """Whether the value of a number variable begins with a label of its own: "pp. 5-7"."""
    return _NUMBER_WITH_LABEL.match(number) is not None


def two_kinds(number: str) -> tuple[str, str, str] | None:
    """The numbers of "7, p. 3-8" apart, and the kind of the later ones: ("7", "page", "3-8")."""
    found = _NUMBERS_OF_TWO_KINDS.fullmatch(number)
    return (found[1], LABELS[found[2]], found[3]) if found else None
