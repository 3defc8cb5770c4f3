"""Names with the family name first, as RIS has them: `von Last, First, Jr.`; an organization's as
it is.

A particle that drops stands behind the given name, where library catalogues put it and citation
software looks for it: `Humboldt, Alexander von`.
"""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import shown
from reportcite.values.names.display import family_of, given_of
from reportcite.values.names.doubts import is_others, without_others
from reportcite.values.names.organizations import is_organization
from reportcite.values.names.particles import count_leading, count_trailing
from reportcite.values.names.reading import Reading
from reportcite.values.names.typed import name_from_text, name_problem
from reportcite.values.rules import NAME_DATES, NAME_SPLIT
from reportcite.values.shapes import Contributor

COMMA: Final = ", "

_LIFE_DATES: Final = pattern(r"(?:\*|b\. ?|born |geb\. )?[0-9]{4} ?[-–]? ?(?:[0-9]{4})?\.?")
_INITIALS_FIRST: Final = pattern(r"(?:[^\W\d_]\.[ -]?)+ ?[^\W\d_].*")
_INITIALS_LAST: Final = pattern(r"(?P<family>\S.*) (?P<given>(?:[^\W\d_]\.?-?){1,3})")
_SUFFIX_BEHIND: Final = pattern(r"([^,]+, [^,]*[^,\s]) ((?:[JS]r|II|III|IV)\.?|2nd|3rd|4th|5th)")
# What stands behind the names of organizations and is no initials.
_NO_INITIALS: Final = frozenset(
    "AG AT CH DE EU EV EWIV FR GB II III IV KG NGO SA SE TV UG UK UN US USA".split()
)


def read_names(text: str) -> Reading:
    """The name behind a tag for names, or the names, where a semicolon parts several.

    Names in speaking order and with initials behind, as some databases have them, are a person's
    where the initials show it. `et al.` behind a name says that there are others.
    """
    if (bare := without_others(text)) != text:
        return read_names(bare)._replace(truncated=True)
    commas = text.count(",")
    if commas == 1 and ";" not in text:  # as nearly all are
        return _read_one_comma(text)
    if ";" in text:
        pieces = [piece for piece in text.split(";") if piece.strip(" ")]
        if len(pieces) > 1 and all("," in piece for piece in pieces):
            found = [read_names(piece.strip(" ")) for piece in pieces[:1000]]
            return Reading(
                [name for one in found for name in one.names],
                [problem for one in found for problem in one.problems],
            )
    if commas == 1:
        return _read_one_comma(text)
    if commas > 1:
        return _read_many_commas(text)
    return _read_without_comma(text)


def _listed(name: Contributor) -> list[Contributor]:
    return [name] if name else []


def _read_one_comma(text: str) -> Reading:
    name = read_name(text)
    if "literal" in name and is_others(name["literal"]):  # EndNote: “et al.,”
        return Reading([], (), True)
    return Reading(_listed(name))


def _read_many_commas(text: str) -> Reading:
    rest, _, last = text.rpartition(",")
    if _LIFE_DATES.fullmatch(last.strip(" ")):
        message = f"the dates of life behind {shown(text)} are left out"
        return Reading(_listed(read_name(rest)), [NAME_DATES.found(message)])
    name = read_name(text)
    if text.count(",") > 2 and len(text) < 2000:
        read = name_from_text(text)
        if "literal" in read:
            problem = name_problem(text, read)
            return Reading([read], [problem] if problem else [])
    return Reading(_listed(name))


def _read_without_comma(text: str) -> Reading:
    if is_others(text):
        return Reading([], (), True)
    name = read_name(text)
    if " " not in text or len(text) > 80 or is_organization(text):
        return Reading(_listed(name))
    if _INITIALS_FIRST.fullmatch(text):
        return Reading([name_from_text(text)])
    if (match := _INITIALS_LAST.fullmatch(text)) and _are_initials(match["given"]):
        return Reading([read_name(f"{match['family']}, {match['given']}")])
    if text.count(" ") > 2:
        return Reading([name])
    message = f"{shown(text)} is taken for an organization, since it has no comma"
    return Reading([name], [NAME_SPLIT.found(message, "write persons “Family, Given”")])


def _are_initials(text: str) -> bool:
    return text.isupper() and text not in _NO_INITIALS


def suffix_apart(text: str) -> str:
    """A name as PubMed has it, with a comma before the suffix behind the given names.

    >>> suffix_apart("King, Martin L Jr"), suffix_apart("Roe, Al 3rd"), suffix_apart("Ng, V")
    ('King, Martin L, Jr', 'Roe, Al, 3rd', 'Ng, V')
    """
    match = _SUFFIX_BEHIND.fullmatch(text)
    return f"{match[1]}, {match[2]}" if match else text


def read_name(text: str, separator: str = COMMA) -> Contributor:
    """The one name that `text` says; without a separator it is an organization's."""
    family, comma, rest = text.partition(separator.strip(" "))
    family, rest = family.strip(" "), rest.strip(" ")
    if not comma or not family or not rest:
        whole = f"{family} {rest}".strip(f" {separator.strip(' ')}" if comma else " ")
        return {"literal": whole} if whole else {}
    given, _, suffix = rest.rpartition(",") if "," in rest else (rest, "", "")
    given, suffix = given.strip(" ,"), suffix.strip(" ")
    words, names = family.split(" "), given.split(" ")
    start, end = count_leading(words), len(names) - count_trailing(names)
    name: Contributor = {"family": " ".join(words[start:])}
    if given:
        name["given"] = " ".join(names[:end])
    if start:
        name["non-dropping-particle"] = " ".join(words[:start])
    if end < len(names):
        name["dropping-particle"] = " ".join(names[end:])
    if suffix:
        name["suffix"] = suffix
    return name


def write_name(name: Contributor, separator: str = COMMA) -> str:
    """`name` as `read_name` reads it; "" where there is nothing to write.

    >>> write_name({"family": "Farabi", "given": "Abu Nasr", "non-dropping-particle": "al-"})
    'al-Farabi, Abu Nasr'
    >>> write_name({"literal": "UN DESA"}), write_name({"literal": "DeZIM"})
    ('UN DESA,', 'DeZIM')
    """
    family, given = family_of(name).strip(" "), given_of(name).strip(" ")
    suffix = name.get("suffix", "")
    behind = f"{given}, {suffix}" if suffix else given
    if name.get("family") and behind:
        return f"{family}{separator}{behind}"
    text = name.get("literal", "") or " ".join([part for part in (given, family, suffix) if part])
    # Several words without a comma are split at the last space by some readers.
    alone = separator == COMMA and len(text.split()) > 1 and "," not in text
    return f"{text.rstrip()}," if alone else text
