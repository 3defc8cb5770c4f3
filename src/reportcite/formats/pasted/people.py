"""The names at the head of a reference, and those of editors within it, one by one."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.names.capitals import without_capitals

_INITIALS: Final = r"[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*"
_IS_SUFFIX: Final = r"(?:(?:Jr|Sr)\b\.?|(?:III|II|IV)\b)"
_SUFFIX: Final = rf"(?:, {_IS_SUFFIX})?"
# Taken whole or not at all: otherwise a long list with one other name takes hours.
_WITH_INITIALS: Final = rf"(?>[^,&;.…]+(?:\. [^,&;.…]*)?, {_INITIALS}{_SUFFIX})"
NAMES_WITH_INITIALS: Final = (
    rf"{_WITH_INITIALS}(?:(?:,? (?:&|and|und) |, (?:\. \. \. |… ?)|, ){_WITH_INITIALS})*"
)
"""A pattern of names such as `Kalt, A. & Roe, T. B.`"""
_LIST: Final = pattern(NAMES_WITH_INITIALS)
_UNPOINTED: Final = pattern(
    r"(?P<family>[^\W\d_](?:[^\s.,;:()&]| (?=[^\s.,;:()&])){0,60}) "
    r"(?P<initials>[^\W\d_a-zà-öø-ÿ](?:-?[^\W\d_a-zà-öø-ÿ]){0,3})"
    r"(?: (?P<particle>(?:de|von|van|zu|del|di|da)(?: (?:der|den|la))?))?"
    r"(?: (?P<suffix>Jr|Sr|II|III|2nd|3rd))?"
)
_ONE: Final = pattern(rf"({_WITH_INITIALS})(?:,? (?:&|and|und) |, (?:\. \. \. |… ?)|, |$)")
_ROLE: Final = pattern(
    r"[,\s]*(?:\((?:eds?|hrsg|hg|hgg|herausgeber|editors?)\.?\)|\b(?:eds?|hrsg|hg|editors?)\b)\.?$",
    re.IGNORECASE,
)
_AND_OR_COMMA: Final = pattern(r", (?:and )?| and ")
_AND_OTHERS: Final = frozenset({"et al", "et al.", "and others"})
_OTHERS: Final = pattern(r"(?:,? (?:et al|u\. ?a|and others|und andere)\.?|,? …|,? \.\.\.)$")
_AND: Final = pattern(rf",? (?:&|and|und|et|y|e) |, (?!{_IS_SUFFIX}(?:,|$| (?:&|and|und) ))")
_ABBREVIATED: Final = pattern(r"\b(?:[^\W\d_]|et al|Jr|Sr|St|Dr|u\. ?a|[Ee]ds?|Hrsg|Hg)\.")
_ENDS: Final = pattern(r"[.?!:](?:\s|$)|[“”„\"«»]|\d{3}")
_ONE_INVERTED: Final = pattern(r"[^\s,.&]+, (?!(?:and|und|&) )[^\s,&]+(?: [^\W\d_]\.)*")
_LONGEST: Final = 1_500


def is_head(text: str) -> bool:
    """Whether `text` may be the names that a reference begins with: no sentence ends in it.

    >>> is_head("Kalt, A., & Roe, T. B."), is_head("Beck, Ulrich. Risiko"), is_head("OECD")
    (True, False, True)
    """
    return len(text) <= _LONGEST and not _ENDS.search(_ABBREVIATED.sub("", text).rstrip(" ."))


def without_role(text: str) -> tuple[str, bool]:
    """`text` without the mark that says that these are editors, and whether it had one.

    >>> without_role("Poe, A. (Hrsg.)"), without_role("Roe, Tim, eds."), without_role("Roe, T.")
    (('Poe, A.', True), ('Roe, Tim', True), ('Roe, T.', False))
    """
    shorter = _ROLE.sub("", text)
    return shorter, shorter != text


def names_in(text: str, *, inverted: bool = True) -> list[object]:
    """The names in `text`, each as people type one, or as the parts it has; `inverted` says that
    the first, without initials, is `Family, Given`. What is no person's stands in braces.

    >>> names_in("Müller, J., van der Berg, L., & García Márquez, A.")
    ['Müller, J.', 'van der Berg, L.', 'García Márquez, A.']
    >>> names_in("Müller, Jürgen, Lotte van der Berg, and Ana García")
    ['Müller, Jürgen', 'Lotte van der Berg', 'Ana García']
    >>> names_in("World Bank et al."), names_in("BECK, Ulrich und Tim ROE")[1]
    (['{World Bank}', 'et al.'], {'family': 'Roe', 'given': 'Tim'})
    """
    text = text.strip(" ,;")
    others = _OTHERS.search(text)
    if others:
        text = text[: others.start()].strip(" ,;")
    if parted := _parted(text):
        found = parted
    elif inverted and "," not in text:
        found = [text]  # no person: “Bundesamt für Migration und Flüchtlinge”
    elif _LIST.fullmatch(text):
        found = _ONE.findall(text)
    else:
        found = [part.strip() for part in _AND.split(text)]
        if inverted and "," in text and len(found) > 1:
            found[:2] = [f"{found[0]}, {found[1]}"]
    # Behind an inverted name, others are inverted only where all are.
    names = [
        _name(one, inverted=inverted and not place) for place, one in enumerate(filter(None, found))
    ]
    return [*names, "et al."] if others else names


def names_of_initials(text: str) -> list[object] | None:
    """Names as in medicine, whose initials have no stops; None where one is no such name.

    >>> names_of_initials("Kalt AB, van der Berg L, et al.")[1:]
    [{'family': 'van der Berg', 'given': 'L.'}, 'et al.']
    >>> names_of_initials("Kalt AB, World Bank")
    """
    names: list[object] = []
    parts = _AND_OR_COMMA.split(text)
    for place, part in enumerate(parts):
        if part.casefold() in _AND_OTHERS and place == len(parts) - 1 and names:
            names.append("et al.")
            continue
        match = _UNPOINTED.fullmatch(part)
        if not match or not match["initials"].isupper():
            return None
        given = " ".join(f"{letter}." for letter in match["initials"]).replace(" -. ", "-")
        name = {"family": match["family"], "given": given}
        more = {"dropping-particle": match["particle"], "suffix": match["suffix"]}
        names.append(name | {part: value for part, value in more.items() if value})
    return names


def _parted(text: str) -> list[str]:
    """The names that a semicolon parts, or, if all are inverted, a slash; none otherwise."""
    if ";" in text:
        return [part.strip() for part in text.split(";")]
    parts = [part.strip() for part in text.split("/")]
    return parts if len(parts) > 1 and all(", " in part for part in parts) else []


def are_inverted(text: str) -> bool:
    """Whether names within a reference are written `Family, Given`.

    >>> are_inverted("Poe, Ann/Roe, Tim"), are_inverted("Poe, Ann"), are_inverted("A. Poe, T. Roe")
    (True, True, False)
    """
    return bool(_parted(text) or _ONE_INVERTED.fullmatch(text))


def _name(text: str, *, inverted: bool) -> object:
    family, comma, given = text.partition(", ")
    if comma:
        if _is_capitals(family):
            return dict(without_capitals({"family": family, "given": given}))
        return text
    words = text.split()
    start = len(words)
    while start > 1 and _is_capitals(words[start - 1]):
        start -= 1
    if 0 < start < len(words) and not _is_capitals(words[0]):
        family, given = " ".join(words[start:]), " ".join(words[:start])
        return dict(without_capitals({"family": family, "given": given}))
    if not inverted and len(words) > 1:
        return text
    is_loud = len(words) > 1 and _is_capitals(text)
    return f"{{{_quiet(text) if is_loud else text}}}" if inverted else text


def _is_capitals(text: str) -> bool:
    return len(text) > 1 and text.isupper() and "." not in text


def _quiet(text: str) -> str:
    """The name of an organization without capitals: ISO 690 sets it in them."""
    small = {"of", "and", "the", "for", "in", "für", "und", "der", "des", "die", "de", "la"}
    words = [word.lower() if word.lower() in small else word.capitalize() for word in text.split()]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
