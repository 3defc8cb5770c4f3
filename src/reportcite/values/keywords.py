"""Keywords: CSL holds them as one text with commas, formats as lists or with other delimiters."""

from __future__ import annotations

from collections.abc import Iterable


def split_keywords(text: str) -> list[str]:
    """The single keywords of a `keyword` value, with semicolons for commas where it has those.

    >>> split_keywords("work, migration,, "), split_keywords("work; migration;")
    (['work', 'migration'], ['work', 'migration'])
    """
    words = [word for part in text.split(",") if (word := part.strip())]
    if len(words) == 1 and ";" in words[0]:
        return [word for part in words[0].split(";") if (word := part.strip())]
    return words


def join_keywords(words: Iterable[str]) -> str:
    """The `keyword` value that holds `words`; empty ones are left out.

    >>> join_keywords(["work", "", "migration"])
    'work, migration'
    """
    return ", ".join(filter(None, words))


def read_keywords(text: str) -> str:
    """The `keyword` value in what a program wrote, which may have put semicolons for commas.

    >>> read_keywords("migration; integration;work"), read_keywords("a, b; c")
    ('migration, integration, work', 'a, b; c')
    """
    if ";" not in text or "," in text:
        return text
    return join_keywords(part.strip() for part in text.split(";"))
