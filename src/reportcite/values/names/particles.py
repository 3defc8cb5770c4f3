"""Particles of family names: what they are, how they are joined to a name, and separated from it.

CSL 1.0.2, "Name-part": a particle before the family name does not drop when the name stands alone
(`van Gogh`), one behind the given name does (`Humboldt, Alexander von`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.names.scripts import is_small

# Apostrophes and hyphens: d’Aubigné, al-Farabi.
_ELIDED: Final = frozenset("'’ʼ‘-‐‑")
_WORD_ENDS: Final = pattern(r"(?<=\s)|(?<=\w[’'\u2018-])(?=\w)")
_FIRST_LETTER: Final = pattern(r"[’'\u2018`ʿ]?[^\W\d_]")
_LONGEST_HYPHENED: Final = 4

PARTICLES: Final = frozenset(
    """af al bin bint da das de dei del della delle dello dem den der des di do dos du el het ibn
    la las le les los op ten ter tot van von zu zum zur""".split()
)
"""Words that are particles of persons' names, whatever stands beside them."""
JOINING: Final = frozenset("e und y".split())
"""What joins two family names that are one: Ortega y Gasset."""
# These begin names in capitals (Ben Ali, Im, St. John), or stand in those of organizations.
_SOMETIMES: Final = frozenset(
    "am an ap aus av aw ben dal em im in lo st st. te the vander vanden vom vor".split()
)
_USUAL: Final = PARTICLES | JOINING | _SOMETIMES


def takes_space(particle: str) -> bool:
    """Whether a space stands between `particle`, which is not empty, and the name it belongs to.

    Not if it ends in an apostrophe or a hyphen, nor if it brings a space of its own.

    >>> takes_space("van"), takes_space("d’"), takes_space("al-")
    (True, False, False)
    """
    last = particle[-1]
    return last not in _ELIDED and not last.isspace()


def join(particle: str, name: str) -> str:
    """`particle` and `name` as one text; either may be empty.

    >>> join("al-", "Farabi"), join("van der", "Berg"), join("", "Ng")
    ('al-Farabi', 'van der Berg', 'Ng')
    """
    if not particle or not name:
        return particle or name
    return f"{particle} {name}" if takes_space(particle) else particle + name


def is_particle(word: str) -> bool:
    """Whether `word` is all small letters, as `van`, `de la`, `d'` and `'t` are.

    >>> is_particle("van"), is_particle("Van"), is_particle("jr.")
    (True, False, False)
    """
    return is_small(word) and not word.endswith(".")


def is_usual_particle(word: str) -> bool:
    """Whether `word` is a particle that is known, in small letters.

    >>> is_usual_particle("van"), is_usual_particle("d’"), is_usual_particle("bell")
    (True, True, False)
    """
    return word in _USUAL or word[-1:] in _ELIDED


def count_leading(words: Sequence[str]) -> int:
    """How many of `words`, a family name, are particles before it; the last never is.

    >>> count_leading(["van", "der", "Berg"]), count_leading(["hooks"])
    (2, 0)
    """
    count = 0
    while count < len(words) - 1 and is_particle(words[count]):
        count += 1
    return count


def count_trailing(words: Sequence[str]) -> int:
    """How many of `words`, given names, are particles behind them; the first never is.

    >>> count_trailing(["Alexander", "von"]), count_trailing(["bell"])
    (1, 0)
    """
    count = 0
    while count < len(words) - 1 and is_particle(words[-1 - count]):
        count += 1
    return count


def split_family(family: str) -> tuple[str, str]:
    """The particle that begins a family name of CSL-JSON, and the rest; elided ones are found.

    The particle ends in a space only where that distinguishes `de' Rossi` from `d'Aubignac`.

    >>> split_family("van der Vlist"), split_family("al-Ghazali"), split_family("abdul-Yi")
    (('van der', 'Vlist'), ('al-', 'Ghazali'), ('', 'abdul-Yi'))
    """
    if not family or family[0].isupper():
        return "", family
    words = _WORD_ENDS.split(family)
    count = 0
    for word in words[:-1]:
        if not is_small(word) or not _FIRST_LETTER.match(word):
            break
        count += 1
    particle = "".join(words[:count])
    # A hyphen joins a particle only at its end ("al-"); "ten-brink" stays one word elsewhere.
    if particle.endswith("-") and len(particle) > _LONGEST_HYPHENED:
        return "", family
    if not particle.endswith(("' ", "’ ", "\u2018 ")):
        particle = particle.rstrip()
    return particle, "".join(words[count:])


def split_given(given: str) -> tuple[str, str]:
    """The given names of CSL-JSON, and the particle in small letters that ends them.

    >>> split_given("Alexander von"), split_given("bell")
    (('Alexander', 'von'), ('bell', ''))
    """
    words = given.split(" ")
    count = 0
    for word in reversed(words[1:]):
        if not word[:1].isalpha() or not is_small(word):
            break
        count += 1
    # A given name wholly in lower case is somebody's own spelling, not a particle.
    if not count or not words[0]:
        return given, ""
    return " ".join(words[:-count]), " ".join(words[-count:])
