"""What stands behind T2 in a thesis: EndNote has the department there, other programs a subtitle or
a series.

Source: EndNote's table of reference types; what Pure exports, the system of many universities.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.values.names.organizations import has_organization_noun

_FEWEST_WORDS: Final = 7
"""A department is called by fewer than these."""
_SERIES: Final = pattern(
    r"\b(?:series|theses|dissertations|dissertationes|acta|schriftenreihe|publications)\b"
)


def meant_by_department(text: str) -> str:
    """The variable for what is said to be the department of a thesis.

    >>> meant_by_department("Department of Physics"), meant_by_department("from air to soil")
    ('division', 'subtitle')
    >>> meant_by_department("Doctoral Theses at Kiel")
    'collection-title'
    """
    words = text.split()
    if text[:1].islower() or (len(words) >= _FEWEST_WORDS and not has_organization_noun(text)):
        return "subtitle"
    return "collection-title" if _SERIES.search(text.lower()) else "division"


def is_department(text: str) -> bool:
    """Whether a reader takes `text` for a department."""
    return meant_by_department(text) == "division"


def read_department(fields: MutableMapping[str, Any]) -> None:
    """Let the department in `fields`, by variable, be what is meant by it."""
    text = fields.get("division")
    variable = meant_by_department(text) if isinstance(text, str) else "division"
    if variable not in fields:
        fields[variable] = fields.pop("division")
