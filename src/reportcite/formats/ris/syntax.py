"""How RIS lays out its references, and how programs lay them out that are less exact."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.reading.tagged import TagSyntax
from reportcite.formats.rules import RIS_SYNTAX

# Tags of which EndNote writes each value on a line of its own, and the tag before the first only.
_LISTING: Final = frozenset({"KW", "SN", "UR", "AU", "A1", "A2", "A3", "A4", "ED"})
_SCHEME: Final = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)


def _is_further(tag: str, text: str) -> bool:
    """Whether a line without a tag is another value of the tag before, not the rest of its value.

    A wrapped line is indented, and a wrapped name of an organization has no comma.
    """
    if tag not in _LISTING or text[:1] in ("", " ", "\t"):
        return False
    if tag == "UR":
        return _SCHEME.match(text) is not None
    return tag in ("KW", "SN") or "," in text


SYNTAX: Final = TagSyntax(
    tagged=re.compile(r"([A-Z][A-Z0-9])  -(?: |$)"),
    begins=frozenset({"TY"}),
    kind="RIS reference",
    hint="a reference begins like “TY  - BOOK” and ends in “ER  - ”",
    misplaced=RIS_SYNTAX,
    ends="ER",
    # Ovid says behind each reference which database it is of, and what NLM calls the journal.
    between=frozenset({"C1", "NL"}),
    # What some programs and many hands write. Within a text that goes on in the next line it could
    # be part of the text, so it counts only in a reference that begins so.
    loose=(
        re.compile(r"TY[ \t]*-[ \t]*[A-Z]{2,7}[ \t]*"),
        re.compile(r"([A-Z][A-Z0-9])[ \t]*-(?:[ \t]|$)"),
    ),
    is_further=_is_further,
)
"""Two spaces, a hyphen and a space behind each tag, and no more than the tag before the first of
several values."""
