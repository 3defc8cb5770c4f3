"""Variables written into a note, for want of a field: lines such as `event-date: 2004-10-01`.

The convention of Zotero's field Extra and of citeproc-js: lines `variable: value`, or
`{:variable: value}` anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reportcite.patterns import pattern
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES, VARIABLES

# As variables are written: a note may begin with a word and a colon, too.
_LINE = pattern(r"([a-z]+(?:[-_][a-z]+)*|[A-Z]+): *(\S.*)", re.DOTALL)
_BRACED = pattern(r"\{:([-_A-Za-z]+): *([^}]+)\}")


def line_of(text: str) -> tuple[str, str] | None:
    """What stands before and behind the colon of one line; None where it is no such line.

    >>> line_of("original-title: Air"), line_of("A remark.")
    (('original-title', 'Air'), None)
    """
    match = _LINE.fullmatch(text.strip())
    return (match[1], match[2]) if match else None


def variables_in_note(note: str) -> tuple[dict[str, Any], str]:
    """The CSL-JSON variables stated in `note`, and what of the note is left.

    Names are "Family || Given", several on lines of their own; dates are in ISO form.
    """
    found: dict[str, Any] = {}
    rest: list[str] = []
    for line in note.split("\n"):
        stated = line_of(line)
        if stated and not (rest and rest[-1].strip()) and _add(found, *stated):
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
