"""What a record may hold: the names of its fields, and the shapes of their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from reportcite.values.shapes import Contributor, Date
from reportcite.vocabulary import STANDARD_VARIABLES, VARIABLES

Value: TypeAlias = str | list[Contributor] | Date

FIELDS: Final = VARIABLES | {"subtitle"}
"""The fields a record may hold: the variables of CSL, and one that it adds."""

TEXT_FIELDS: Final = STANDARD_VARIABLES | {"subtitle"}
"""Those of them that hold a text; numbers are texts, too."""

NEVER_NONE: Final = frozenset({"DOI", "ISBN", "ISSN", "URL", "publisher"})
"""Texts of which `none` states that the publication has none."""

_CONTROL: Final = bytes([*range(0x20), 0x7F])


def are_one_line(texts: Sequence[str]) -> bool:
    """Whether `texts` are such as `Record.one_line` says; a text without letters is not.

    Raises TypeError where one of them is no text.
    """
    # Joined by spaces, one at the end of a text shows as two, and so does an empty text.
    line = " ".join(texts)
    if "  " in line or line[:1] in ("", " ") or line[-1] == " ":
        return False
    # Of ASCII alone this is known in half the time.
    if line.isascii():
        return len(line.encode().translate(None, _CONTROL)) == len(line)
    return line.isprintable()


def holds_one_line_each(fields: Mapping[str, Any]) -> bool:
    """Whether all texts in `fields` are such as `Record.one_line` says; then nobody looks at each
    again."""
    texts: list[str] = []
    for value in fields.values():
        if value.__class__ is str:
            texts.append(value)
        elif value.__class__ is list:
            for name in value:
                texts += name.values()
        elif literal := value.get("literal"):
            texts.append(literal)
    try:
        return are_one_line(texts)
    except TypeError:  # a name has a flag
        return False
