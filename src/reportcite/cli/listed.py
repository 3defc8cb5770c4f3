"""What a line says of a record: whose it is, of when, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportcite.tuples import NamedTuple
from reportcite.vocabulary import CREATORS

if TYPE_CHECKING:
    from reportcite.record.model import Record

_MOST_NAMES: Final = 3


class Row(NamedTuple):
    """What a list shows of a record."""

    key: str
    author: str
    year: str
    title: str
    type: str


def row_of(record: Record) -> Row:
    """The line of `record` in a list; what it does not have is empty."""
    from reportcite.record.selection import key_of
    from reportcite.values.dates.questions import years_of
    from reportcite.values.names.display import family_of
    from reportcite.values.title import join_title, plain_title

    fields = record.fields
    names = next((value for one in CREATORS if isinstance(value := fields.get(one), list)), [])
    shown = [name.get("literal") or family_of(name) or name.get("given", "") for name in names]
    authors = f"{shown[0]} et al." if len(shown) > _MOST_NAMES else ", ".join(shown)
    issued = fields.get("issued")
    years = years_of(issued) if isinstance(issued, dict) else []
    title = str(fields.get("title", ""))
    if "subtitle" in fields:
        title = join_title(title, str(fields["subtitle"]))
    year = str(years[0]) if years else ""
    return Row(key_of(record), authors, year, plain_title(title), record.type)
