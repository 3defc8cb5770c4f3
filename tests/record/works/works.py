"""Records of works for the tests of this folder."""

from __future__ import annotations

from typing import Any

from reportcite.errors import Place
from reportcite.record.model import Record


def names(*texts: str) -> list[dict[str, str]]:
    """Names typed `Family, Given`; one without a comma is an organization's."""
    found = []
    for text in texts:
        family, comma, given = text.partition(", ")
        found.append({"family": family, "given": given} if comma else {"literal": text})
    return found


def dated(*parts: int) -> dict[str, Any]:
    """A date of year, month, day."""
    return {"date-parts": [[*parts]]}


def work(type_: str = "book", id_: str = "a", line: int = 1, **fields: Any) -> Record:
    """A record; `author` and `year` are short for their fields, `_` stands for `-`."""
    author, year = fields.pop("author", None), fields.pop("year", None)
    found = {name.replace("_", "-"): value for name, value in fields.items()}
    if author:
        found["author"] = names(*([author] if isinstance(author, str) else author))
    if year:
        found["issued"] = dated(*([year] if isinstance(year, int) else year))
    return Record(id_, type_, found, Place(f"{id_}.bib", line))
