"""Names as people type them, made into CSL names.

`Family, Given`, `Family, Given, Suffix` and `Given Family`; particles as CSL 1.0.2 has them
apart: lower-case words before a family name do not drop, those after a given name drop.
"""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.names.doubts import is_others, name_doubt, role_problem
from reportcite.values.names.organizations import (
    has_organization_noun,
    is_legal_form,
    is_organization,
)
from reportcite.values.names.particles import PARTICLES, count_leading, count_trailing, is_particle
from reportcite.values.names.reading import Reading
from reportcite.values.names.scripts import is_closed_up
from reportcite.values.rules import NAME_LIST, NAME_SPLIT
from reportcite.values.shapes import Contributor

# A single `V`, `X` or `Vi` behind a comma is an initial or a short given name.
_TITLE: Final = r"(?i:jr|sr|jun|sen|junior|senior|esq|ph\.?d)\.?|M\.D\."
_LAST_SUFFIX: Final = pattern(rf"{_TITLE}|II|III")
_LONGEST_SUFFIX: Final = len("Ph.D.")
_MIDDLE_SUFFIX: Final = pattern(rf"{_TITLE}|(?:[IVX]{{2,4}}|V)\.?|2nd|3rd|4th")
# Without a full stop Sen and Jun are family and given names, and V or VI may be initials.
_BEHIND_NAME: Final = pattern(
    r"(?i:jr|sr|junior|senior|esq|ph\.?d)\.?|(?i:jun|sen)\.|M\.D\.|II|III|IV|2nd|3rd|4th"
)

# The look-ahead makes it quick: most words of a name begin with none of these.
_SEVERAL: Final = pattern(
    r" (?=[&aeu(])(?:(?P<connective>(?:&|and|und|et(?! al\b)) )|et al\b|u\. ?a\.$|"
    r"\((?i:hg|hgg|hrsg|eds?|editors?|dir|coord|trans|transl|übers)\.?\)$)"
)
_PLAIN: Final = pattern(r"([^\W\d_]+(?:-[^\W\d_]+)*), ([A-Z]\w*\.?(?: [A-Z]\w*\.?)*)")
"""One family name and given names with capitals: as nearly all are."""
_LIST_HINT: Final = (
    "write each name as an item of a list, “- Family, Given”, and editors under “editor:”"
)


def read_names(text: str) -> Reading:
    """The names in `text`, as `names_from_text` has them, without those that are no names."""
    names: list[Contributor] = []
    problems: list[Problem] = []
    truncated = False
    for one in text.split(";") if ";" in text else (text,):
        name = name_from_text(one)
        if not name:
            continue
        inverted = "literal" not in name and "," in one
        if not inverted and is_others(one):
            truncated = True
            continue
        names.append(name)
        # Most names are inverted and beyond doubt, and this runs for each.
        if not inverted:
            problem = name_problem(one, name)
        elif _may_be_doubtful(one, name):
            problem = name_doubt(name)
        else:
            continue
        if problem is not None:
            problems.append(problem)
    return Reading(names, problems, truncated)


def names_from_text(text: str) -> list[Contributor]:
    """The names in `text`: one, or several with semicolons between them."""
    return [name_from_text(one) for one in text.split(";") if one.strip()]


def plain_name(text: str) -> Contributor | None:
    """The name in `text` if that is a family name and given names of one word each, as most are.

    >>> plain_name("Ng, Bo A."), plain_name("Alder, Inc."), plain_name("Van Gogh, Vincent")
    ({'family': 'Ng', 'given': 'Bo A.'}, None, None)
    """
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return None
    family, given = plain.groups()
    if (len(given) <= _LONGEST_SUFFIX and _LAST_SUFFIX.fullmatch(given)) or is_legal_form(given):
        return None
    return {"family": family, "given": given}


def name_from_text(text: str) -> Contributor:
    """One name; a text that cannot be a person's is kept whole as `literal`.

    Braces round a name (`{Ratzmann Stiftung}`) say that it is an organization's.
    """
    if plain := plain_name(text):
        return plain
    text = " ".join(text.split())
    if text[:1] == "{" and _is_braced(text):
        return {"literal": text[1:-1]}
    commas = text.count(",")
    # Nearly all names are a family and a given name, and that is seen at once.
    if (commas != 1 or _SEVERAL.search(text)) and _is_several(text):
        return {"literal": text}
    parts = [part.strip() for part in text.split(",")] if commas else [text]
    if len(parts) == 1 or (len(parts) == 2 and _LAST_SUFFIX.fullmatch(parts[1])):
        return _spoken(parts[0], "".join(parts[1:]))
    if len(parts) > 3 or not parts[0] or _is_organization_in(parts):
        return {"literal": text}
    suffix = ""
    if len(parts) == 3:
        # BibTeX puts the suffix second, everyone else last.
        middle = _MIDDLE_SUFFIX.fullmatch(parts[1]) and not _LAST_SUFFIX.fullmatch(parts[2])
        suffix = parts.pop(1 if middle else 2)
    return _inverted(parts[0], parts[1], suffix)


def is_suffix(text: str) -> bool:
    """Whether `text` may be a suffix, where one can stand.

    >>> is_suffix("Jr."), is_suffix("III"), is_suffix("Bo")
    (True, True, False)
    """
    return _MIDDLE_SUFFIX.fullmatch(text) is not None


def is_suffix_behind(text: str) -> bool:
    """Whether it is one behind a name.

    >>> is_suffix_behind("Jr."), is_suffix_behind("Sen"), is_suffix_behind("V.")
    (True, False, False)
    """
    return _BEHIND_NAME.fullmatch(text) is not None


def name_problem(text: str, name: Contributor) -> Problem | None:
    """What is doubtful about `name` as read from `text`: several names in one, or a guess."""
    if "literal" in name:
        if not _is_braced(text) and _is_several(text := " ".join(text.split())):
            found = _SEVERAL.search(text)
            if found and found[0].endswith(")") and not _is_several(text[: found.start()]):
                return role_problem(text[: found.start()], found[0].strip())
            message = f"{shown(text)} holds more than one name; it is kept as it stands"
            return NAME_LIST.found(message, _LIST_HINT)
        return None if _is_braced(text) else name_doubt(name)
    if problem := name_doubt(name):
        return problem
    if "," not in text and _is_guess(name):
        family, given = shown(name["family"]), shown(name["given"])
        message = f"{shown(text)} is taken for a person, given name {given}, family name {family}"
        hint = f"write “{name['family']}, {name['given']}”, or “literal: …” for an organization"
        return NAME_SPLIT.found(message, hint)
    return None


def _may_be_doubtful(text: str, name: Contributor) -> bool:
    """A first look for titles, which end in a small letter and a full stop, and for initials."""
    stop = text.find(".")
    if stop > 0 and text[stop - 1].islower():
        return True
    return " " in name["family"] or name.get("given", "").isupper()


def _is_guess(name: Contributor) -> bool:
    """Whether a name in speaking order could be an organization's: no initial, no particle."""
    if "suffix" in name or "given" not in name or "family" not in name:
        return False
    if not PARTICLES.isdisjoint(name.get("non-dropping-particle", "").split()):
        return False
    return all(len(word) > 1 and not word.endswith(".") for word in name["given"].split())


def _is_braced(text: str) -> bool:
    text = text.strip()
    return len(text) > 2 and text[0] == "{" and text[-1] == "}"


def _is_several(text: str) -> bool:
    """Whether `text` holds several names or an editor's mark, and is no organization's name."""
    found = _SEVERAL.search(text)
    commas = text.count(",")
    if found is None:
        return commas > 1 and _is_enumeration(text.split(",")) and not has_organization_noun(text)
    if not found["connective"]:
        return True
    before, after = text[: found.start()], text[found.end() :]
    # “Simon & Schuster” is one firm, “Anna Seghers and Ernst Toller” are two persons.
    several = "," in before or (not commas and " " in before and " " in after)
    return several and not has_organization_noun(text)


def _is_enumeration(parts: list[str]) -> bool:
    """Whether parts between commas are more than family name, given name and suffix."""
    return len(parts) > 3 or all(" " in part.strip() for part in parts)


def _is_organization_in(parts: list[str]) -> bool:
    return (" " in parts[0] and is_organization(parts[0])) or is_legal_form(parts[1])


def _inverted(family: str, given: str, suffix: str) -> Contributor:
    words = given.split()
    end = len(words) - count_trailing(words)
    return _name(family.split(), words[:end], suffix, words[end:])


def _spoken(text: str, suffix: str) -> Contributor:
    """A name in speaking order: the family name is the last word and the particles before it, but
    in Chinese, Japanese and Korean the first word."""
    words = text.split()
    if is_organization(text) or len(words) < (1 if suffix else 2):
        return {"literal": f"{text}, {suffix}" if suffix else text} if text else {}
    if not suffix and len(words) > 2 and is_suffix_behind(words[-1]):
        suffix = words.pop()
    if is_closed_up(text):
        return _name(words[:1], words[1:], suffix, [])
    start = len(words) - 1
    for index in range(1, len(words) - 1):
        if is_particle(words[index]):
            start = index
            break
    return _name(words[start:], words[:start], suffix, [])


def _name(family: list[str], given: list[str], suffix: str, dropping: list[str]) -> Contributor:
    start = count_leading(family)
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
