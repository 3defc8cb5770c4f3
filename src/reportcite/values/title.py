"""Titles: title and subtitle joined the way a title page reads, and split again."""

from __future__ import annotations

from typing import Final

_OWN_PUNCTUATION: Final = ":?!."
_DELIMITERS: Final = (": ", " ", "")


def join_title(title: str, subtitle: str) -> str:
    """`title` and `subtitle` as one text: a colon between them, or nothing but a space where the
    title ends in punctuation of its own.

    >>> join_title("Chances", "A Report"), join_title("Chances?", "A Report")
    ('Chances: A Report', 'Chances? A Report')
    """
    if not title or not subtitle:
        return title or subtitle
    delimiter = " " if title[-1] in _OWN_PUNCTUATION else ": "
    return f"{title}{delimiter}{subtitle}"


def split_title(joined: str, subtitle: str) -> str | None:
    """The title that makes `joined` together with `subtitle`; None where there is none.

    >>> split_title("Chances: A Report", "A Report"), split_title("Chances, A Report", "A Report")
    ('Chances', None)
    """
    if not subtitle:
        return None
    for delimiter in _DELIMITERS:
        title = joined.removesuffix(delimiter + subtitle)
        if title != joined and join_title(title, subtitle) == joined:
            return title
    return None


def join_part(title: str, number: str, name: str) -> str:
    """`title` with the number and the name of the part it is about, as ISBD (1.4.5) writes them.

    >>> join_part("Skrifter", "B. 4", "Comedier"), join_part("Skrifter", "", "Comedier")
    ('Skrifter. B. 4, Comedier', 'Skrifter. Comedier')
    """
    part = ", ".join(filter(None, (number, name)))
    if not title or not part:
        return title or part
    return f"{title} {part}" if title[-1] in ".!?" else f"{title}. {part}"
