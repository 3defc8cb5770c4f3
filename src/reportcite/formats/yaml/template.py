"""A record to fill in, in YAML, with a comment on each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.record.checks.required import AnyOf, wanted
from reportcite.vocabulary import NAME_VARIABLES

_HINTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "as on the title page; in quotes if it holds a colon",
        "author": "none if nobody is named; else below it, a line each: - Ratzmann, Nora",
        "editor": "below it, a line each: - Ratzmann, Nora",
        "issued": "2024, 2024-05, 2024-05-07, or n.d. if there is no date",
        "publisher": "the institution that published it, or none",
        "publisher-place": "the first city named",
        "container-title": "the journal, newspaper, book or site it is in",
        "event-title": "the conference",
        "event": "the conference",
        "number": "the number in its series, such as 2024-05",
        "ISBN": "978-…, or none",
        "DOI": "10.…",
        "URL": "https://…",
        "volume": "a number",
        "issue": "a number",
        "page": "12-34",
        "number-of-pages": "the last number printed",
        "genre": "such as Dissertation",
        "accessed": "the day you looked at it: 2024-05-07",
        "language": "a tag, such as de-DE",
        "subtitle": "what follows the colon of the title",
        "keyword": "[Kommune, Resilienz]",
        "abstract": "a summary",
    }
)
_OTHERS: Final = ("subtitle", "editor", "URL", "keyword", "abstract")
_COLUMN: Final = 26


def template(type_: str) -> str:
    """A document with the fields that a record of `type_`, a type of CSL, needs and should have,
    all of them empty."""
    required, recommended = wanted(type_)
    shown = {name for group in (*required, *recommended) for name in group}
    others = [(name,) for name in _OTHERS if name not in shown]
    lines = [
        "# What is empty counts as missing: fill it in, or delete the line.",
        f"type: {type_}",
        "",
        "# Needed",
        *_lines(required),
    ]
    if recommended:
        lines += ["", "# Recommended", *_lines(recommended)]
    lines += ["", "# If there is one", *(f"# {line}" for line in _lines(others))]
    return "\n".join(lines) + "\n"


def _lines(groups: Iterable[AnyOf]) -> Iterator[str]:
    for first, *others in groups:
        hint = _HINTS.get(first, "a name a line" if first in NAME_VARIABLES else "")
        instead = f"or instead {', '.join(f'{name}:' for name in others)}" if others else ""
        comment = "; ".join(filter(None, [hint, instead]))
        yield f"{first + ':':<{_COLUMN}}# {comment}" if comment else f"{first}:"
