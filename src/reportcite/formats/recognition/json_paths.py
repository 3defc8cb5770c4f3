"""The names and first values of a JSON file, found without reading it whole."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

_TOKEN: Final = pattern(r'"((?:[^"\\]|\\.)*)("?)|([{}\[\]:,])|([^\s{}\[\]:,"]+)')
_MOST: Final = 3000
_LONGEST: Final = 200


class Glimpse(NamedTuple):
    """What the beginning of a JSON file shows.

    `signs` are the paths of its members and, behind `=`, texts and numbers: `message/DOI`,
    `message/DOI=10.1/a`; lists add nothing to a path. `names` are those of the first mapping.
    """

    signs: list[str]
    names: list[str]


def json_paths(beginning: str) -> Glimpse:
    """What is seen in `beginning`; what is no JSON in it does not matter.

    >>> json_paths('[{"id": "a", "author": [{"family": "B"}]}]').signs
    ['id', 'id=a', 'author', 'author/family', 'author/family=B']
    """
    signs: list[str] = []
    names: list[str] = []
    above: list[str | None] = []  # a name for each mapping that is open, None for each list
    wants_name = False
    first_is_open = True
    for count, token in enumerate(_TOKEN.finditer(beginning)):
        text, closed, mark, word = token.groups()
        if count == _MOST or (text is not None and not closed):
            break
        if mark == "{":
            above.append("")
            wants_name = True
        elif mark == "[":
            above.append(None)
            wants_name = False
        elif mark in ("}", "]"):
            first_is_open = first_is_open and not (mark == "}" and _depth(above) == 1)
            if above:
                above.pop()
            wants_name = False
        elif mark == ",":
            wants_name = bool(above) and above[-1] is not None
        elif wants_name and text is not None:
            above[-1] = text
            wants_name = False
            signs.append(_path(above))
            if first_is_open and _depth(above) == 1:
                names.append(text)
        elif not mark:
            signs.append(f"{_path(above)}={(word if text is None else text)[:_LONGEST]}")
    return Glimpse(signs, names)


def _depth(above: list[str | None]) -> int:
    """How many mappings are open."""
    return sum(name is not None for name in above)


def _path(above: list[str | None]) -> str:
    return "/".join([name for name in above if name is not None])
