"""Names in RIS: `von Last, First, Jr.`, and a corporate body's name as it is.

A particle that drops stands behind the given name, where library catalogues put it and citation
software looks for it: `Humboldt, Alexander von`.
"""

from __future__ import annotations

from functools import lru_cache

from reportcite.formats.plain_text import one_line
from reportcite.record.model import Contributor

COMMA = ", "
BARS = " || "
"""What parts family and given name where a line holds a label too, as in Zotero's extra field."""


def write_name(name: Contributor, separator: str = COMMA) -> tuple[str, str]:
    """One name as it stands behind its tag, and what is altered ("" for nothing)."""
    if len(name) == 2 and "family" in name and "given" in name:
        return _write_two_parts(name["family"], name["given"], separator)
    return _write_any(name, separator)


@lru_cache(maxsize=1 << 13)  # the same people write many reports
def _write_two_parts(family: str, given: str, separator: str) -> tuple[str, str]:
    return _write_any({"family": family, "given": given}, separator)


def _write_any(name: Contributor, separator: str) -> tuple[str, str]:
    # What becomes of the name is seen by reading it back.
    text = one_line(_whole(name, separator))[0]
    if not text:
        return "", "a name without any letters is left out"
    return text, "" if read_name(text, separator) == name else _how_altered(name, separator)


def read_name(text: str, separator: str = COMMA) -> Contributor:
    """The name that `text` says; without a separator it is a corporate body's."""
    family, comma, rest = text.partition(separator.strip(" "))
    family, rest = family.strip(" "), rest.strip(" ")
    if not comma or not family or not rest:
        whole = f"{family} {rest}".strip(" ")
        return {"literal": whole} if whole else {}
    given, _, suffix = rest.rpartition(",") if "," in rest else (rest, "", "")
    given, suffix = given.strip(" "), suffix.strip(" ")
    particle, family = _split_front(family)
    given, dropping = _split_end(given)
    name: Contributor = {"family": family}
    if given:
        name["given"] = given
    if particle:
        name["non-dropping-particle"] = particle
    if dropping:
        name["dropping-particle"] = dropping
    if suffix:
        name["suffix"] = suffix
    return name


def _whole(name: Contributor, separator: str) -> str:
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip(" ")
    given = f"{name.get('given', '')} {name.get('dropping-particle', '')}".strip(" ")
    suffix = name.get("suffix", "")
    if not name.get("family"):
        return name.get("literal", "") or " ".join(part for part in (given, family, suffix) if part)
    behind = f"{given}, {suffix}" if suffix else given
    return f"{family}{separator}{behind}" if behind else family


def _how_altered(name: Contributor, separator: str) -> str:
    if separator.strip(" ") in name.get("literal", ""):
        return "a comma in a corporate name is read as parting family and given name"
    if "comma-suffix" in name or "static-ordering" in name:
        return "the comma before the suffix and a fixed order of the parts are not kept"
    if not name.get("given") and "literal" not in name:
        return "a name of one part is read as a corporate body's"
    return "the parts of a name are read in another way than they are recorded"


def _split_front(family: str) -> tuple[str, str]:
    words = family.split(" ")
    start = 0
    while start < len(words) - 1 and _is_particle(words[start]):
        start += 1
    return " ".join(words[:start]), " ".join(words[start:])


def _split_end(given: str) -> tuple[str, str]:
    words = given.split(" ")
    end = len(words)
    while end > 1 and _is_particle(words[end - 1]):
        end -= 1
    return " ".join(words[:end]), " ".join(words[end:])


def _is_particle(word: str) -> bool:
    return word.islower() and not word.endswith(".")
