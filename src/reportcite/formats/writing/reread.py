"""Reports values that, written as they stand, a reader takes for something else.

Readers correct what other programs write: keywords with semicolons between them, `ger` for `de`,
entities of HTML. A record that means such a text literally does not get it back.
"""

from __future__ import annotations

from typing import Final

from reportcite.formats.loss import Fields
from reportcite.formats.reading.generic_genres import is_generic_genre

ENTITY: Final = "the entity in it is decoded when it is read"
AS_USUAL: Final = "it is read in the way it is usually written"


def report_genre(fields: Fields) -> None:
    """Report a genre that readers pass over."""
    genre = fields.record.fields.get("genre")
    if isinstance(genre, str) and is_generic_genre(genre, fields.record.type):
        report_change(fields, "genre", "readers pass it over, since the type says it")


def report_change(fields: Fields, name: str, reason: str) -> None:
    """Report `name` as changed, unless it is reported already."""
    if name not in fields.changed and name not in fields.dropped:
        fields.change(name, reason)
