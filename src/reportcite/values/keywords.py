"""Keywords: CSL holds them as one text with commas, formats as lists or with other delimiters.

Headings of catalogues have commas inside (`Education, Higher`): where there are such, semicolons
stand between all.
"""

from __future__ import annotations

from collections.abc import Iterable


def split_keywords(text: str) -> list[str]:
    """The single keywords of a `keyword` value, parted by semicolons if it has any.

    >>> split_keywords("work, migration,, "), split_keywords("Education, Higher; work;")
    (['work', 'migration'], ['Education, Higher', 'work'])
    """
    delimiter = ";" if ";" in text else ","
    return [word for part in text.split(delimiter) if (word := part.strip(", "))]


def join_keywords(words: Iterable[str]) -> str:
    """The `keyword` value that holds `words`; empty ones are left out, and one with semicolons
    inside is several. A word alone may be a list with commas.

    >>> join_keywords(["work", "", "migration"]), join_keywords(["Education, Higher", "work"])
    ('work, migration', 'Education, Higher; work')
    """
    held = list(filter(None, words))
    text = ", ".join(held)
    if ";" in text:
        held = split_keywords(";".join(held))
        text = ", ".join(held)
    return "; ".join(held) if text.count(",") >= len(held) > 1 else text


def read_keywords(text: str) -> str:
    """The `keyword` value in what a program wrote, which may have put semicolons for commas.

    >>> read_keywords("migration; integration;work"), read_keywords("a, b;  c")
    ('migration, integration, work', 'a, b; c')
    """
    return join_keywords([text]) if ";" in text else text
