"""The order of a record's fields in files that people read: that of a title page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

ORDER: Final = (
    "id", "type", "title", "subtitle", "title-short", "author", "editor", "translator",
    "contributor", "issued", "publisher", "publisher-place", "genre", "number", "version",
    "edition", "collection-editor", "collection-title", "collection-number", "container-author",
    "container-title", "volume", "issue", "page", "number-of-pages", "ISBN", "ISSN", "DOI", "URL",
    "accessed", "language", "keyword", "abstract", "note",
)  # fmt: skip
"""The fields in the order in which a record file names them; all others follow."""

_RANK: Final = {name: rank for rank, name in enumerate(ORDER)}


def in_order(names: Iterable[str]) -> list[str]:
    """`names` in the project's order, those that have no place in it last, as they came."""
    return sorted(names, key=lambda name: _RANK.get(name, len(ORDER)))
