"""References for tests, in few words."""

from __future__ import annotations

from typing import Any


def person(name: str) -> dict[str, str]:
    """A name object from "Family, Given" or "Family"."""
    family, _, given = name.partition(", ")
    return {"family": family, "given": given} if given else {"family": family}


def people(names: str) -> list[dict[str, str]]:
    """Name objects from "Family, Given; Family, Given"."""
    return [person(name) for name in names.split("; ")]


def report(name: str, author: str = "", year: int = 0, **variables: Any) -> dict[str, Any]:
    """A report by "Family, Given; Family, Given", with variables in Python's spelling."""
    item: dict[str, Any] = {"id": name, "type": "report"}
    if author:
        item["author"] = people(author)
    if year:
        item["issued"] = {"date-parts": [[year]]}
    return item | {key.replace("_", "-"): value for key, value in variables.items()}
