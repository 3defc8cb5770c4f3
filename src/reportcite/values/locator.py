"""The labels people write before the number of a page, chapter or section, as CSL calls them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern
from reportcite.vocabulary import LOCATOR_SPELLINGS

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {word: label for label, words in LOCATOR_SPELLINGS.items() for word in (label, *words.split())}
)
"""Spelling in lower case and without a full stop at its end → CSL locator label."""


_PAGES: Final = pattern(
    r"(?P<label>[^\W\d_]{1,6})(?:\.\s*|\s+)(?P<after>(?:[A-Za-z]?[0-9]|[ivxlcdm]+\b).*)"
    r"|(?P<before>(?:[ivxlcdmIVXLCDM]+, ?)?[0-9]+)\s*(?P<unit>[^\W\d_]{1,6})\.?"
)


def bare_pages(text: str) -> str:
    """`text` without a label for pages before or behind it; as it is where there is none.

    >>> bare_pages("S. 12-14"), bare_pages("45 S."), bare_pages("S12"), bare_pages("e5")
    ('12-14', '45', 'S12', 'e5')
    """
    match = _PAGES.fullmatch(text.strip())
    if match is None or LABELS.get((match["label"] or match["unit"]).lower()) != "page":
        return text
    return match["after"] or match["before"]
