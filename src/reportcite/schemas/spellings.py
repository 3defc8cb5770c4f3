"""Patterns for the names of fields and types in any spelling that is read (`record.spelling`)."""

from __future__ import annotations

from collections.abc import Iterable


def other_spellings(names: Iterable[str], known: Iterable[str]) -> str:
    """A regular expression for `names` in any case, with `_` or a space for `-`, and for none of
    `known` as they stand, which a schema has under their own names.

    >>> other_spellings(["DOI"], ["DOI"])
    '^(?!(?:DOI)$)[ \\\\t]*(?:[Dd][Oo][Ii])[ \\\\t]*$'
    """
    alternatives = "|".join(sorted(map(_any_case, names)))
    return rf"^(?!(?:{'|'.join(sorted(known))})$)[ \t]*(?:{alternatives})[ \t]*$"


def any_spelling(names: Iterable[str]) -> str:
    """A regular expression for `names` in any case, with `_` or a space for `-`.

    >>> any_spelling(["a-b"])
    '^[ \\\\t]*(?:[Aa][-_ ][Bb])[ \\\\t]*$'
    """
    return rf"^[ \t]*(?:{'|'.join(sorted(map(_any_case, names)))})[ \t]*$"


def _any_case(name: str) -> str:
    return "".join(map(_letter, name))


def _letter(letter: str) -> str:
    if letter in "-_ ":
        return "[-_ ]"
    return f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else letter
