"""Variables written into an item's note, for want of a field: `event-date: 2004-10-01`.

The convention of reference managers: lines `variable: value`, or `{:variable: value}` anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportcite.patterns import pattern
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES, VARIABLES

# As variables are written: a note may begin with a word and a colon, too.
_LINE = pattern(r"([a-z][-_a-z]*|[A-Z]+): *(\S.*)")
_BRACED = pattern(r"\{:([-_A-Za-z]+): *([^}]+)\}")


def variables_in_note(note: str) -> tuple[dict[str, Any], str]:
    """The CSL-JSON variables stated in `note`, and what of the note is left.

    Names are "Family || Given", several on lines of their own; dates are in ISO form.
    """
    found: dict[str, Any] = {}
    rest: list[str] = []
    for line in note.split("\n"):
        stated = _LINE.fullmatch(line.strip())
        if stated and not (rest and rest[-1].strip()) and _add(found, stated[1], stated[2]):
            continue
        rest.append(
            _BRACED.sub(lambda match: "" if _add(found, match[1], match[2]) else match[0], line)
        )
    return found, "\n".join(rest).strip()


def _add(found: dict[str, Any], key: str, value: str) -> bool:
    variable = key if key in VARIABLES else key.lower().replace("_", "-")
    if variable == "type":
        found[variable] = value
        return True
    if variable == "note" or variable.removesuffix("-short") not in VARIABLES:
        return False
    if variable in NAME_VARIABLES:
        family, _, given = value.partition("||")
        name: Mapping[str, str] = {"family": family.strip(), "given": given.strip()}
        if not given.strip():
            name = {"literal": family.strip()}
        found.setdefault(variable, []).append(name)
    elif variable in DATE_VARIABLES:
        found[variable] = {"raw": value.strip()}
    else:
        found[variable] = value.strip()
    return True
