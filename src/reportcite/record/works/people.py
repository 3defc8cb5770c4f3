"""Names compared: whether two may be one person's or organization's, and which says more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from reportcite.record.works.titles import all_words, one_slip, words_of
from reportcite.values.names.display import family_of
from reportcite.values.shapes import Contributor

Creator: TypeAlias = tuple[str, str, tuple[str, ...]]
"""What counts in a name: the family name, or all of an organization's, in one word; the initials of
the given names; all words. Plain tuples, so that a million of them can go through a file."""

SAME: Final = 1.0
TURNED: Final = 0.9
"""The same words, with other parts of the name."""
SLIP: Final = 0.8
LATER: Final = 0.6
"""The first of one list stands further behind in the other."""
NAMESAKE: Final = 0.2
"""The family name is the same, and the given names are others."""
OTHER: Final = 0.0


def creator_of(name: Contributor) -> Creator:
    """What counts in `name`.

    >>> creator_of({"family": "Müller", "given": "Eva-Maria"})
    ('muller', 'em', ('muller', 'eva', 'maria'))
    >>> creator_of({"literal": "DeZIM-Institut"})
    ('deziminstitut', '', ('dezim', 'institut'))
    """
    if literal := name.get("literal"):
        words = words_of(literal)
        return "".join(words), "", words
    family = all_words(family_of(name))
    given = all_words(name.get("given", ""))
    initials = "".join([word[0] for word in given])
    return "".join(family), initials, (*family, *given)


def likeness(one: Creator, other: Creator) -> float:
    """How surely two names are one person's.

    >>> creators = [creator_of({"family": "Ng", "given": given}) for given in ("Bo", "B.", "Al")]
    >>> likeness(creators[0], creators[1]), likeness(creators[0], creators[2])
    (1.0, 0.2)
    """
    if one[0] == other[0]:
        return SAME if _agree(one, other) else NAMESAKE
    if set(one[2]) == set(other[2]):
        return TURNED
    if _spelled_out(one, other) or _spelled_out(other, one):
        return TURNED
    if one_slip(one[0], other[0]) and one[1][:1] == other[1][:1]:
        return SLIP
    return OTHER


def first_likeness(one: Sequence[Creator], other: Sequence[Creator]) -> float:
    """How surely the first of two lists are one person; both hold at least one."""
    first = likeness(one[0], other[0])
    if first >= LATER:
        return first
    further = [likeness(one[0], each) for each in other[1:]]
    further += [likeness(each, other[0]) for each in one[1:]]
    return LATER if max(further, default=OTHER) >= SLIP else first


def fullness(name: Contributor) -> tuple[int, int, int]:
    """How much a name says: whether it is in parts, the letters of given names that are written
    out, how many signs it has that other spellings leave out.

    >>> fullness({"family": "Ng", "given": "Bo"}) > fullness({"family": "Ng", "given": "B."})
    True
    """
    given = name.get("given", "")
    words = [word for word in given.replace(".", ". ").replace("-", " ").split() if word]
    written_out = sum(len(word) for word in words if len(word.rstrip(".")) > 1)
    others = len(words) + len(name)
    texts = "".join(part for part in name.values() if isinstance(part, str))
    marks = sum(not character.isascii() for character in texts)
    shouted = texts.isupper() and len(texts) > 3
    return int("family" in name) - int(shouted), 10 * written_out + others, marks


def _agree(one: Creator, other: Creator) -> bool:
    """Whether given names do not contradict each other: where both are written out they begin
    alike, else their initials do."""
    if not one[1] or not other[1]:
        return True
    if one[1][0] != other[1][0]:
        return False
    given = [creator[2][len(creator[2]) - len(creator[1]) :] for creator in (one, other)]
    first, second = given[0][0], given[1][0]
    if len(first) > 1 and len(second) > 1:
        return first.startswith(second) or second.startswith(first) or one_slip(first, second)
    shorter, longer = sorted((one[1], other[1]), key=len)
    return longer.startswith(shorter)


def _spelled_out(whole: Creator, parts: Creator) -> bool:
    """Whether `whole`, a name in one text, is the person `parts` with initials or given names."""
    if whole[1] or not parts[1] or parts[0] not in whole[2]:
        return False
    others = [word for word in whole[2] if word != parts[0]]
    return bool(others) and others[0][0] == parts[1][0]
