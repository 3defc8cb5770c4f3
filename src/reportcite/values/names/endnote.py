"""Names as EndNote has them: an organization ends in a comma, or has its first comma doubled.

Source: the EndNote manual, "Entering author names".
"""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.values.names.display import name_text
from reportcite.values.names.doubts import is_others, without_others
from reportcite.values.names.reading import Reading
from reportcite.values.names.typed import name_from_text, name_problem
from reportcite.values.shapes import Contributor

_BETWEEN: Final = pattern(r"[;\r]")


def read_names(text: str) -> Reading:
    """The names in `text`: one, or several where semicolons or line ends stand between them."""
    names: list[Contributor] = []
    problems = []
    truncated = False
    for piece in _pieces(text):
        if is_others(piece):
            truncated = True
            continue
        bare = without_others(piece)
        truncated = truncated or bare != piece
        name = _read_name(bare)
        if not name:
            continue
        names.append(name)
        doubtful = "," not in piece or piece.count(",") > 1
        if doubtful and (problem := name_problem(piece, name)):
            problems.append(problem)
    return Reading(names, problems, truncated)


def write_name(name: Contributor) -> str:
    """`name` as `read_names` reads it.

    >>> write_name({"literal": "DeZIM"}), write_name({"literal": "BMAS, Berlin"})
    ('DeZIM,', 'BMAS,, Berlin')
    """
    literal = name.get("literal")
    if not literal:
        return name_text(name)
    return literal.replace(",", ",,", 1) if "," in literal else f"{literal},"


def _pieces(text: str) -> list[str]:
    pieces = [piece for piece in _BETWEEN.split(text) if piece.strip()]
    return pieces if len(pieces) > 1 and all("," in piece for piece in pieces) else [text]


def _read_name(text: str) -> Contributor:
    if text.endswith(",") and "," not in text[:-1]:
        return {"literal": text[:-1]}
    if ",," in text:
        return {"literal": text.replace(",,", ",", 1)}
    return name_from_text(text)
