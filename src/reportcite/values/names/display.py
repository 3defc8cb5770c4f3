"""Names as one line of text, family name first or as they are spoken."""

from __future__ import annotations

from reportcite.values.names.particles import join
from reportcite.values.names.scripts import is_closed_up
from reportcite.values.shapes import Contributor


def family_of(name: Contributor) -> str:
    """The family name with the particle that never leaves it.

    >>> family_of({"family": "Farabi", "non-dropping-particle": "al-"})
    'al-Farabi'
    """
    return join(name.get("non-dropping-particle", ""), name.get("family", ""))


def given_of(name: Contributor) -> str:
    """The given names with the particle that follows them.

    >>> given_of({"given": "Alexander", "dropping-particle": "von"})
    'Alexander von'
    """
    return _spaced(name.get("given", ""), name.get("dropping-particle", ""))


def name_text(name: Contributor) -> str:
    """`name` on one line, `Family, Given, Suffix`; an organization's as it is.

    >>> name_text({"family": "King", "given": "Martin", "suffix": "Jr."})
    'King, Martin, Jr.'
    """
    if literal := name.get("literal"):
        return literal
    parts = (family_of(name), given_of(name), name.get("suffix", ""))
    return ", ".join([part for part in parts if part])


def spoken_name(name: Contributor) -> str:
    """`name` as it is spoken, given names first but for Chinese, Japanese and Korean; an
    organization's as it is.

    >>> spoken_name({"family": "Urfé", "given": "Honoré", "dropping-particle": "d’"})
    'Honoré d’Urfé'
    >>> spoken_name({"family": "毛", "given": "泽东"})
    '毛泽东'
    """
    if literal := name.get("literal"):
        return literal
    family = join(name.get("dropping-particle", ""), family_of(name))
    given = name.get("given", "")
    spoken = family + given if is_closed_up(family + given) else _spaced(given, family)
    return f"{spoken}, {name['suffix']}" if name.get("suffix") else spoken


def _spaced(first: str, second: str) -> str:
    return f"{first} {second}" if first and second else first or second
