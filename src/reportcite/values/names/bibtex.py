"""Names in BibTeX's order: `First von Last`, `von Last, First`, `von Last, Jr., First`.

The parts are found as Oren Patashnik's "Designing BibTeX Styles" describes it; read, but not
written, is biblatex's extended form as well, `family=…, given=…, prefix=…`. Words are of a syntax
that is not known here, such as LaTeX: whoever has them says what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.tuples import NamedTuple
from reportcite.values.names.organizations import has_organization_noun, is_organization
from reportcite.values.names.particles import is_usual_particle
from reportcite.values.names.typed import is_suffix, is_suffix_behind, name_problem
from reportcite.values.rules import NAME_LIST, NAME_SPLIT
from reportcite.values.shapes import Contributor

Particle: TypeAlias = Literal["non-dropping-particle", "dropping-particle"]
"""What a `von` part is taken for; BibTeX has no word for it, biblatex the option `useprefix`."""

Parts: TypeAlias = list[list[str]]
"""The words of a name, between its commas."""

_EXTENDED: Final = pattern(r"(family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)
_BETWEEN_FAMILIES: Final = frozenset({"y", "i"})
"""What stands between the two parts of a Spanish or Catalan family name: `Ortega y Gasset`."""
# Degrees and orders, which stand where BibTeX wants a suffix.
_TITLE: Final = pattern(
    r"(?:M\.?D|Ph\.?D|[BM]\.?(?:A|Sc)|D\.?(?:D\.?S|O|Sc)|S\.?J|O\.?P|O\.?S\.?B|O\.?F\.?M)\.?"
)
_ALII: Final = ("al.", "al")
_LONGEST_DOUBTED: Final = 500
# Given names in full, as libraries add them behind the initials: “J. T. (John Thomas) Hoyle”.
_IN_FULL: Final = pattern(r"(?<=[A-Z]\.) \([^\W\d_][^()\d_]*\) (?=[^\W\d_])")


class Syntax(NamedTuple):
    """What the words of a name mean.

    `decode` gives the text of words with single spaces between them. `is_small` says whether BibTeX
    takes a word for part of `von`, `is_organization` whether a name without commas is no person's.
    """

    decode: Callable[[str], str]
    is_small: Callable[[str], bool]
    is_organization: Callable[[list[str]], bool]


def cut_et_al(parts: Parts) -> bool:
    """Whether `parts` end in `et al.`, which is taken off."""
    last = parts[-1]
    if len(last) < 2 or last[-1].lower() not in _ALII or last[-2].lower() != "et":
        return False
    del last[-2:]
    return True


def read_name(parts: Parts, particle: Particle, syntax: Syntax) -> Contributor | None:
    """The name in `parts`; None where there are no words."""
    if not any(parts):
        return None
    if parts[0] and _EXTENDED.match(parts[0][0]):
        return _read_extended(parts, particle, syntax)
    if len(parts) > 3 or _is_list(parts):
        return _literal([", ".join([" ".join(part) for part in parts])], syntax)
    parts, suffix = _suffix_apart(parts, syntax)
    if len(parts) == 1:
        if syntax.is_organization(parts[0]):
            return _literal(parts[0], syntax)
        first, von, last = _spoken(parts[0], syntax)
        if von and not first and syntax.is_small(last[-1]):
            # A name all in small letters, as some people type theirs.
            first, von = _before_particles(von, syntax)
        return _name(last, first, von, suffix, particle, syntax)
    start = _end_of_von(parts[0], syntax) if len(parts[0]) > 1 else 0
    suffix = parts[1] if len(parts) > 2 else suffix
    return _name(parts[0][start:], parts[-1], parts[0][:start], suffix, particle, syntax)


def _is_list(parts: Parts) -> bool:
    """Whether there are three parts, of which neither of the last two is a suffix: these are no
    one's, as in `Guy Steele, Ann Doe, Bo Ng`. What is in braces stands where BibTeX wants it."""
    if len(parts) != 3:
        return False
    middle, last = " ".join(parts[1]), " ".join(parts[2])
    in_braces = middle[:1] == "{" or not middle
    return not (in_braces or is_suffix(middle) or _TITLE.fullmatch(middle) or is_suffix(last))


def _suffix_apart(parts: Parts, syntax: Syntax) -> tuple[Parts, list[str]]:
    """`parts`, and the suffix behind a name, where many put it but BibTeX does not expect it:
    `Guy Steele Jr.`, `Guy Steele, Jr.`, `Steele, Guy, Jr.`, `Steele Jr., Guy`."""
    if len(parts) == 2 and len(parts[0]) > 1 and is_suffix_behind(parts[0][-1]):
        return [parts[0][:-1], parts[1]], parts[0][-1:]
    last = parts[-1][-1:]
    if not last or not is_suffix_behind(last[0]):
        return parts, []
    if len(parts) == 1:
        return ([parts[0][:-1]], last) if len(parts[0]) > 2 else (parts, [])
    if len(parts[-1]) > 1:
        return parts, []
    is_spoken = len(parts) == 2 and len(parts[0]) > 1 and not syntax.is_small(parts[0][0])
    is_last = len(parts) == 3 and not is_suffix(" ".join(parts[1]))
    return (parts[:-1], last) if is_spoken or is_last else (parts, [])


def write_name(last: str, given: str, suffix: str) -> str:
    """The parts of a name in order; `last` has its `von` before it, `given` may be empty.

    >>> write_name("van der Berg", "Jan", "Jr.")
    'van der Berg, Jr., Jan'
    """
    return ", ".join([part for part in (last, suffix) if part] + [given])


def is_unbraced_organization(text: str) -> bool:
    """Whether words without a comma cannot be a person's.

    >>> is_unbraced_organization("World Bank"), is_unbraced_organization("Ludwig van Beethoven")
    (True, False)
    """
    text = _IN_FULL.sub(" ", text)
    has_von = any(map(str.islower, text.split(" ")))
    return has_organization_noun(text) if has_von else is_organization(text)


def several_problem(text: str) -> Problem:
    """That `text` holds several names without `and` between them."""
    message = f"{shown(text)} holds more than one name, and they are not parted by “and”"
    return NAME_LIST.found(message, "write “Family, Given and Family, Given”")


def name_doubt(parts: Parts, name: Contributor, *, braced: bool) -> Problem | None:
    """What is doubtful about `name`, read from `parts`; `braced` says that these are one word in
    braces."""
    literal = name.get("literal", "")
    if not literal:
        return None
    several = ";" in literal and "," in literal and not has_organization_noun(literal)
    if len(parts) > 2 or several:
        return several_problem(literal)
    if braced:
        # Braces say that it is an organization; several names in them are a slip.
        problem = name_problem(literal, name) if len(literal) < _LONGEST_DOUBTED else None
        return problem if problem and problem.rule is NAME_LIST else None
    if len(parts[0]) > 1:
        message = f"{shown(literal)} is taken for an organization, not for a person"
        hint = "write it in braces, {World Bank}, and a person as “Bank, World”"
        return NAME_SPLIT.found(message, hint)
    return None


def _read_extended(parts: Parts, particle: Particle, syntax: Syntax) -> Contributor | None:
    named: dict[str, list[str]] = {}
    for part in parts:
        key, _, value = " ".join(part).partition("=")
        named[key.strip().lower()] = [value.strip()]
    if named.get("useprefix"):
        drops = named["useprefix"][0].lower() == "false"
        particle = "dropping-particle" if drops else "non-dropping-particle"
    return _name(
        named.get("family", []),
        named.get("given", []),
        named.get("prefix", []),
        named.get("suffix", []),
        particle,
        syntax,
    )


def _name(  # noqa: PLR0913, PLR0917 - the parts of a name
    last: list[str],
    first: list[str],
    von: list[str],
    suffix: list[str],
    particle: Particle,
    syntax: Syntax,
) -> Contributor | None:
    decode = syntax.decode
    family = decode(" ".join(last))
    if not family:
        return _literal([*first, *von, *suffix], syntax)
    name: Contributor = {"family": family}
    if given := decode(" ".join(first)):
        name["given"] = given
    if von and (prefix := decode(" ".join(von))):
        name[particle] = prefix
    if suffix and (junior := decode(" ".join(suffix))):
        name["suffix"] = junior
    return name


def _literal(words: list[str], syntax: Syntax) -> Contributor | None:
    text = syntax.decode(" ".join(words))
    return {"literal": text} if text else None


def _spoken(words: list[str], syntax: Syntax) -> tuple[list[str], list[str], list[str]]:
    """First, von and Last of `First von Last`: von is what stands between small-letter words."""
    small = [index for index, word in enumerate(words[:-1]) if syntax.is_small(word)]
    # Of Pi i Margall it is not known whether a given name stands there.
    last = small.pop() - 1 if _joins_families(words, small, 2) else len(words) - 1
    if not small:
        return words[:last], [], words[last:]
    return words[: small[0]], words[small[0] : small[-1] + 1], words[small[-1] + 1 :]


def _joins_families(words: list[str], small: list[int], first: int) -> bool:
    """Whether the last of the `small` words, not before the place `first`, stands between the two
    parts of a family name."""
    if not small or small[-1] < first or words[small[-1]] not in _BETWEEN_FAMILIES:
        return False
    return small[-1] - 1 not in small


def _before_particles(words: list[str], syntax: Syntax) -> tuple[list[str], list[str]]:
    """The words before the first that is a usual particle, and the others."""
    for index, word in enumerate(words):
        if is_usual_particle(syntax.decode(word)):
            return words[:index], words[index:]
    return words, []


def _end_of_von(words: list[str], syntax: Syntax) -> int:
    """How many words before a comma are `von`; none in a double name: `Bueno de Mesquita`."""
    small = [index for index, word in enumerate(words[:-1]) if syntax.is_small(word)]
    if _joins_families(words, small, 1):
        small.pop()
    is_double = not syntax.is_small(words[0]) and not is_usual_particle(
        syntax.decode(words[0]).lower()
    )
    return 0 if is_double or not small else small[-1] + 1
