"""Names as people type them, made into CSL names.

`Family, Given`, `Family, Given, Suffix` and `Given Family`; particles as CSL 1.0.2 tells them
apart: lower-case words before a family name do not drop, those after a given name drop.
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.record.model import Contributor

NAME_PARTS: Final = frozenset(Contributor.__annotations__)
NAME_FLAGS: Final = frozenset({"comma-suffix", "static-ordering"})

_SUFFIX: Final = pattern(r"(?:jr|sr|jun|sen|esq|ph\.?d|m\.?d|[ivx]{2,4}|[vx])\.?", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words no family or given name has: a text that holds one names a corporate body.
_BODY_WORDS: Final = _words(
    """academy agency agentur akademie amt and archiv archive association authority bank behörde
    board bundesamt bundesanstalt bundesministerium bundesregierung bundestag center centre club
    college commission commissioner committee company consortium consulting corporation council
    department deutsche deutscher deutsches e.v. federal federation for forum foundation für
    gesellschaft ggmbh gmbh government group gruppe hochschule inc inc. institut institute
    institution kommission konsortium laboratory landesamt ltd ltd. ministerium ministry museum
    national nations network netzwerk of office organisation organization parliament partnership
    press research schule school secretariat society stadt stiftung team the trust union universität
    université university verband verein verlag zentrum und et"""
)
_BODY_ENDINGS: Final = (
    "institut",
    "ministerium",
    "universität",
    "gesellschaft",
    "stiftung",
    "verband",
    "verein",
    "verlag",
    "zentrum",
    "anstalt",
    "kommission",
)
_BODY_MARKS: Final = pattern(r"[0-9&/()@:„“”\"+]")


def names_from_text(text: str) -> list[Contributor]:
    """The names in `text`: one, or several with semicolons between them."""
    return [name_from_text(one) for one in text.split(";") if one.strip()]


def name_from_text(text: str) -> Contributor:
    """One name; a text that cannot be a person's is kept whole as `literal`.

    Braces round a name (`{Ratzmann Stiftung}`) say that it is a corporate body's.
    """
    text = " ".join(text.split())
    if len(text) > 2 and text[0] == "{" and text[-1] == "}":
        return {"literal": text[1:-1]}
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or (len(parts) == 2 and _SUFFIX.fullmatch(parts[1])):
        return _spoken(parts[0], "".join(parts[1:]))
    if len(parts) > 3 or not parts[0] or (" " in parts[0] and _is_body(parts[0])):
        return {"literal": text}
    suffix = ""
    if len(parts) == 3:
        # BibTeX puts the suffix second, everyone else last.
        suffix = parts.pop(1 if _SUFFIX.fullmatch(parts[1]) else 2)
    return _inverted(parts[0], parts[1], suffix)


def _inverted(family: str, given: str, suffix: str) -> Contributor:
    words = given.split()
    end = len(words)
    while end > 1 and _is_particle(words[end - 1]):
        end -= 1
    return _name(family.split(), words[:end], suffix, words[end:])


def _spoken(text: str, suffix: str) -> Contributor:
    """A name in speaking order: the family name is the last word and the particles before it."""
    words = text.split()
    if not suffix and len(words) > 2 and _SUFFIX.fullmatch(words[-1]) and words[-1][0].isupper():
        suffix = words.pop()
    if len(words) < 2 or _is_body(text):
        return {"literal": text if not suffix else f"{text}, {suffix}"} if text else {}
    start = len(words) - 1
    for index in range(1, len(words) - 1):
        if _is_particle(words[index]):
            start = index
            break
    return _name(words[start:], words[:start], suffix, [])


def _name(family: list[str], given: list[str], suffix: str, dropping: list[str]) -> Contributor:
    start = 0
    while start < len(family) - 1 and _is_particle(family[start]):
        start += 1
    name: Contributor = {"family": " ".join(family[start:])}
    if given:
        name["given"] = " ".join(given)
    if start:
        name["non-dropping-particle"] = " ".join(family[:start])
    if dropping:
        name["dropping-particle"] = " ".join(dropping)
    if suffix:
        name["suffix"] = suffix
    return name


def _is_particle(word: str) -> bool:
    """Whether `word` is all small letters, as `van`, `de la`, `d'` and `'t` are."""
    return word.islower() and not word.endswith(".")


def _is_body(text: str) -> bool:
    if _BODY_MARKS.search(text):
        return True
    words = text.lower().split()
    return any(word in _BODY_WORDS or word.endswith(_BODY_ENDINGS) for word in words)
