"""Locators as typed: which label goes with them (CSL 1.0.2, Appendix IV, "Locators")."""

from __future__ import annotations

import re

from reportcite.patterns import pattern

# Abbreviations that a locator may begin with: it then names its own kind, and needs no label.
_OWN_LABEL = pattern(
    r"(?:bk|bks|ch|chap|chaps|col|cols|fig|figs|fol|fols|no|nos|l|ll|n|nn|op|opp|p|pp|para|paras"
    r"|pt|pts|r|rr|sec|secs|s\.v|s\.vv|v|vv|vol|vols)\. ?\S|[§¶]",
    re.IGNORECASE,
)


def locator_label(label: str, locator: str) -> str:
    """The kind of a locator by its CSL name; "" where the locator names its kind itself."""
    if _OWN_LABEL.match(locator):
        return ""
    return "sub-verbo" if label == "sub verbo" else label or "page"
