"""Names in RIS: `von Last, First, Jr.`, and a corporate body's name as it is.

A particle that drops stands behind the given name, where library catalogues put it and citation
software looks for it: `Humboldt, Alexander von`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from reportcite.formats.writing.one_line import one_line
from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.names.organizations import is_body
from reportcite.values.names.typed import name_fault, name_from_text
from reportcite.values.rules import NAME_DATES, NAME_SPLIT
from reportcite.values.shapes import Contributor

COMMA = ", "
BARS = " || "
"""What parts family and given name where a line holds a label too, as in Zotero's extra field."""

_LIFE_DATES: Final = pattern(r"(?:\*|b\. ?|born |geb\. )?[0-9]{4} ?[-–]? ?(?:[0-9]{4})?\.?")
_INITIALS_FIRST: Final = pattern(r"(?:[^\W\d_]\.[ -]?)+ ?[^\W\d_].*")
_INITIALS_LAST: Final = pattern(r"(?P<family>\S.*) (?P<given>(?:[^\W\d_]\.?-?){1,3})")
# What stands behind the names of bodies and is no initials.
_NO_INITIALS: Final = frozenset(
    "AG AT CH DE EU EV EWIV FR GB II III IV KG NGO SA SE TV UG UK UN US USA".split()
)


class Names(NamedTuple):
    """The names behind one tag, and what is doubtful about them."""

    names: list[Contributor]
    faults: Sequence[Problem]


_NO_FAULTS: Final = ()


def write_name(name: Contributor, separator: str = COMMA) -> tuple[str, str]:
    """One name as it stands behind its tag, and what is altered ("" for nothing)."""
    # What becomes of the name is seen by reading it back.
    text = one_line(_whole(name, separator))[0]
    if not text:
        return "", "a name without any letters is left out"
    back = read_names(text).names if separator == COMMA else [read_name(text, separator)]
    return text, "" if back == [name] else _how_altered(name, separator)


@lru_cache(maxsize=1 << 13)  # the same people write many reports
def write_person(family: str, given: str) -> tuple[str, str]:
    """As `write_name`, of a name that has these parts and no others."""
    return write_name({"family": family, "given": given})


def read_names(text: str) -> Names:
    """The name behind a tag for names, or the names, where a semicolon parts several.

    Names in speaking order and with initials behind, as some databases have them, are a person's
    where the initials show it.
    """
    commas = text.count(",")
    if commas == 1 and ";" not in text:  # as nearly all are
        return Names(_listed(read_name(text)), _NO_FAULTS)
    if ";" in text:
        pieces = [piece for piece in text.split(";") if piece.strip(" ")]
        if len(pieces) > 1 and all("," in piece for piece in pieces):
            found = [read_names(piece.strip(" ")) for piece in pieces[:1000]]
            return Names(
                [name for one in found for name in one.names],
                [fault for one in found for fault in one.faults],
            )
    if commas == 1:
        return Names(_listed(read_name(text)), _NO_FAULTS)
    if commas > 1:
        return _read_many_commas(text)
    return _read_without_comma(text)


def _listed(name: Contributor) -> list[Contributor]:
    return [name] if name else []


def _read_many_commas(text: str) -> Names:
    rest, _, last = text.rpartition(",")
    if _LIFE_DATES.fullmatch(last.strip(" ")):
        message = f"the dates of life behind {shown(text)} are left out"
        fault = NAME_DATES.found(message)
        return Names(_listed(read_name(rest)), [fault])
    name = read_name(text)
    if text.count(",") > 2 and len(text) < 2000:
        read = name_from_text(text)
        if "literal" in read:
            fault_found = name_fault(text, read)
            return Names([read], [fault_found] if fault_found else [])
    return Names(_listed(name), [])


def _read_without_comma(text: str) -> Names:
    name = read_name(text)
    if " " not in text or len(text) > 80 or is_body(text):
        return Names(_listed(name), [])
    if _INITIALS_FIRST.fullmatch(text):
        return Names([name_from_text(text)], [])
    if (match := _INITIALS_LAST.fullmatch(text)) and _are_initials(match["given"]):
        return Names([read_name(f"{match['family']}, {match['given']}")], [])
    if text.count(" ") > 2:
        return Names([name], [])
    message = f"{shown(text)} is taken for a body, since it has no comma"
    return Names([name], [NAME_SPLIT.of("ris").found(message, "write persons “Family, Given”")])


def _are_initials(text: str) -> bool:
    return text.isupper() and text not in _NO_INITIALS


def read_name(text: str, separator: str = COMMA) -> Contributor:
    """The one name that `text` says; without a separator it is a corporate body's."""
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
    particle = name.get("non-dropping-particle", "")
    glue = "" if particle.endswith(("'", "’")) else " "
    family = f"{particle}{glue}{name.get('family', '')}".strip(" ")
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
