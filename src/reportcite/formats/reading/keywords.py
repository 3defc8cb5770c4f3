"""Keywords, which CSL holds as one text with commas between them."""

from __future__ import annotations


def keywords_of(text: str) -> str:
    """Keywords with commas between them, also where semicolons part them.

    >>> keywords_of("migration; integration;work"), keywords_of("a, b; c")
    ('migration, integration, work', 'a, b; c')
    """
    if ";" not in text or "," in text:
        return text
    return ", ".join([word for part in text.split(";") if (word := part.strip())])
