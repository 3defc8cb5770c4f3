"""The labels people write before the number of a page, chapter or section, as CSL calls them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.vocabulary import LOCATOR_SPELLINGS

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {word: label for label, words in LOCATOR_SPELLINGS.items() for word in (label, *words.split())}
)
"""Spelling in lower case and without a full stop at its end → CSL locator label."""
