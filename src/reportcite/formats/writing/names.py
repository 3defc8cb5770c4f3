"""Names as one line of text, `Family, Given, Suffix`, for the formats that hold no parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from reportcite.formats.loss import Fields
from reportcite.values.names.typed import name_from_text
from reportcite.values.shapes import Contributor


def contributor(**parts: str) -> Contributor:
    """A name of these parts (`non_dropping_particle` and so on); empty ones are left out."""
    found = {name.replace("_", "-"): part for name, part in parts.items() if part}
    return cast(Contributor, found)


def family_of(name: Contributor) -> str:
    """The family name with the particle that never leaves it."""
    return _joined(name.get("non-dropping-particle", ""), name.get("family", ""))


def given_of(name: Contributor) -> str:
    """The given names with the particle that follows them."""
    return _joined(name.get("given", ""), name.get("dropping-particle", ""))


def name_text(name: Contributor) -> str:
    """`name` on one line, family name first; a corporate body's as it is."""
    if literal := name.get("literal"):
        return literal
    parts = (family_of(name), given_of(name), name.get("suffix", ""))
    return ", ".join(part for part in parts if part)


def spoken_name(name: Contributor) -> str:
    """`name` as it is spoken, given names first; a corporate body's as it is."""
    if literal := name.get("literal"):
        return literal
    spoken = _joined(given_of(name), family_of(name))
    return f"{spoken}, {name['suffix']}" if name.get("suffix") else spoken


def declare_names(fields: Fields, variable: str, names: Sequence[Contributor]) -> None:
    """Declare the names of `variable` changed where their text does not tell their parts."""
    if any(name_from_text(name_text(name)) != name for name in names):
        fields.change(variable, "the text of a name does not tell all its parts apart")


def _joined(first: str, second: str) -> str:
    # d’ and l’ stand close to the name they belong to.
    glue = "" if first.endswith(("'", "’", "-")) else " "
    return f"{first}{glue}{second}" if first and second else first or second
