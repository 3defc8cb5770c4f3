"""What is doubtful about names: what is no person's name, or more than it, and halves of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.names.organizations import is_organization
from reportcite.values.names.particles import PARTICLES
from reportcite.values.rules import NAME_HALVES, NAME_INITIALS, NAME_LIST, NAME_TITLE, NAME_UNKNOWN
from reportcite.values.shapes import Contributor

AND_OTHERS: Final = "et al."
"""What stands for the names that are left out at the end of a list."""
_OTHERS: Final = frozenset(
    {
        *("others", "and others", "& others", "et al", "et al.", "et. al.", "et alii", "& al."),
        *("u. a.", "u.a.", "u.a", "ua.", "und andere", "e. a.", "e.a.", "et autres", "y otros"),
    }
)
_NOBODY: Final = frozenset(
    {
        *(
            "none",
            "n/a",
            "n.a.",
            "n. a.",
            "unknown",
            "unknown author",
            "anonymous",
            "anon",
            "anon.",
        ),
        *("anonym", "unbekannt", "ohne verfasser", "o. v.", "o.v.", "n. n.", "n.n.", "k. a."),
        *("k.a.", "s. n.", "s.n.", "inconnu", "anonyme", "anónimo", "nobody", "-", "–", "?"),
    }
)
_TITLES: Final = pattern(
    r"(?:(?:Dr|Prof|PD|Mag|Dipl|Ing|Rev|Hon|Mr|Mrs|Ms|Mx)\.(?:-Ing\.)?|Dr|Prof|Professorin|"
    r"Professor|Sir|Dame)(?= |$)"
)
_MOST_INITIALS: Final = 3


def is_others(text: str) -> bool:
    """Whether `text` stands for names that are left out, as `et al.` does."""
    return text.strip().lower() in _OTHERS


def without_others(text: str) -> str:
    """The name in `text` without what says behind it that others are left out.

    >>> without_others("Ng, B. et al."), without_others("Ng, B., and others"), without_others("Al")
    ('Ng, B.', 'Ng, B.', 'Al')
    """
    if not text.endswith(("et al.", "et al", "and others")):  # as hardly any does
        return text
    return _BEHIND.sub("", text)


_BEHIND: Final = pattern(r"(?<=\S),? +(?:et al\.?|and others)$")


def halves_problem(members: Sequence[object]) -> Problem | None:
    """What is doubtful about a list of several texts: it may be one name cut at its comma.

    A list in brackets, `[Ratzmann, Nora]`, is two texts to YAML. Organizations are known by
    their words or capitals; of two texts the second may have several words.
    """
    texts = [member for member in members if isinstance(member, str)]
    if len(texts) != len(members) or any(_is_whole(text) for text in texts):
        return None
    if not all(_is_half(text) for text in (texts[:1] if len(texts) == 2 else texts)):
        return None
    family, given = texts[0], texts[1]
    message = f"{shown(family)} and {shown(given)} are taken for two names"
    one = f"{family}, {given}"
    hint = f'write “- {one}” or ["{one}"]; “- literal: {family}” if it is a whole name'
    return NAME_HALVES.found(message, hint)


def name_doubt(name: Contributor) -> Problem | None:
    """What is doubtful about the parts of `name`, however they came to be: a title, initials
    without full stops, words for nobody or for others."""
    literal = name.get("literal") or ("" if "given" in name else name.get("family", ""))
    if literal:
        return _literal_doubt(literal)
    given = name.get("given", "")
    family = name.get("family", "")
    if 1 < len(given) <= _MOST_INITIALS and given.isalpha() and given.isupper():
        # Of a name all in capitals, three may be a whole word: “BAUER, EVA”.
        if len(given) == _MOST_INITIALS and family.isupper():
            return None
        message = f"the initials {shown(given)} have no full stops: styles take them for one word"
        return NAME_INITIALS.found(message, f"write “{'. '.join(given)}.”")
    for part in (given, f"{family} ") if " " in family else (given,):
        for match in _TITLES.finditer(part):
            if (part is given or match.start() == 0) and _begins_word(part, match.start()):
                return _title_problem(match[0], part.strip())
    return None


def role_problem(name: str, role: str) -> Problem:
    """What is wrong with a text that holds `name` and behind it a role, such as `(Hrsg.)`."""
    message = f"{shown(role)} behind {shown(name)} is a role and no part of the name; it is kept"
    hint = f"write “{name}” under the field of the role, such as “editor:”"
    return NAME_LIST.found(message, hint)


def _literal_doubt(text: str) -> Problem | None:
    if is_others(text):
        message = f"{shown(text)} is no name: the list is cut short"
        hint = "name all authors; styles shorten the list"
        return NAME_LIST.found(message, hint)
    if text.strip().lower() in _NOBODY:
        message = f"{shown(text)} is printed as the name of somebody"
        return NAME_UNKNOWN.found(message, "write “author: none” if nobody is named")
    return None


def _title_problem(title: str, part: str) -> Problem:
    message = f"the title {shown(title)} in {shown(part)} is printed as part of the name"
    rest = " ".join(_TITLES.sub("", part).split())
    return NAME_TITLE.found(message, f"write “{rest}”" if rest else "delete it")


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == " "


def _is_whole(text: str) -> bool:
    """Whether `text` is a name as it stands: with a comma, or an organization's."""
    text = text.strip()
    if not text or "," in text or text[0] == "{" or is_others(text):
        return True
    return is_organization(text) or (
        len(text) > 1 and text[1:] != text[1:].lower() and " " not in text
    )


def _is_half(text: str) -> bool:
    """Whether `text` is one word, but for particles, or initials."""
    words = [word for word in text.split() if word not in PARTICLES]
    return len(words) <= 1 or all(len(word) <= 2 and word.endswith(".") for word in words)
