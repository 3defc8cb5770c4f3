"""Names behind the tags of RIS, on one line each."""

from __future__ import annotations

from functools import lru_cache

from reportcite.formats.ris.line import line
from reportcite.formats.writing.one_line import one_line
from reportcite.values.names import inverted
from reportcite.values.names.inverted import COMMA
from reportcite.values.shapes import Contributor

BARS = " || "
"""What parts family and given name where a line holds a label too, as in Zotero's extra field."""

OTHERS = "et al."
"""What stands in place of a name where a list of names goes on."""

_NOTHING = "a name without any letters is left out"
_READINGS = 4
"""After how many readings any name stays as it is; each takes a delimiter from it."""


def write_name(name: Contributor, separator: str = COMMA) -> tuple[str, str]:
    """One name as it stands behind its tag, and what is altered ("" for nothing)."""
    # What becomes of the name is seen by reading it back.
    text = one_line(inverted.write_name(name, separator))[0]
    if not text:
        return "", _NOTHING
    back = _read(text, separator)
    if back == [name]:
        return text, ""
    altered = _how_altered(name, separator)
    if len(back) != 1:
        text = one_line(text.replace(";", " "))[0]
        back = _read(text, separator)
    # It is written as it will be once it was read, so that the file stays the same.
    for _ in range(_READINGS):
        if not back:
            return "", _NOTHING
        again = one_line(inverted.write_name(back[0], separator))[0]
        if again == text:
            break
        text = again
        back = _read(text, separator)
    return text, altered


def _read(text: str, separator: str) -> list[Contributor]:
    if separator == COMMA:
        return inverted.read_names(text).names
    name = {} if text == OTHERS else inverted.read_name(text, separator)
    return [name] if name else []


@lru_cache(maxsize=1 << 13)  # the same people write many reports
def person_line(tag: str, family: str, given: str) -> tuple[str, str]:
    """The line for a name that has these parts and no others ("" for none), and what is altered."""
    text, altered = write_name({"family": family, "given": given})
    return line(tag, text) if text else "", altered


def _how_altered(name: Contributor, separator: str) -> str:
    if separator.strip(" ") in name.get("literal", ""):
        return "a comma in a corporate name is read as parting family and given name"
    if "comma-suffix" in name or "static-ordering" in name:
        return "the comma before the suffix and a fixed order of the parts are not kept"
    if not name.get("given") and "literal" not in name:
        return "a name of one part is read as an organization's"
    return "the parts of a name are read in another way than they are recorded"
