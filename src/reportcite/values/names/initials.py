"""Given names as initials (CSL 1.0.2, "Name": initialize, initialize-with)."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.values.names.scripts import has_capitals

# Of any number of tags in a row each would be where one looks for a name behind all others.
_PIECE: Final = pattern(
    r"(?P<lead>(?:<[^<>]*>){0,9})(?P<word>[^\s<>.-]+)(?P<dot>\.?)(?P<trail>(?:</[^<>]*>){0,9})"
)
_UPPERCASE_RUN: Final = pattern(r"([A-ZÀ-Þ])([A-ZÀ-Þ]+)(?=[a-zß-ÿ])")
# Names in full behind initials, as catalogues add them: “J. T. (John Thomas)”; or several words.
_ADDED: Final = pattern(r"(?<=\.) \([^()]*\)|(?<=\S) \([^()]* [^()]*\)")


def initials(given: str, initialize_with: str, *, initialize: bool, hyphen: bool) -> str:
    """The given names as initials, each followed by `initialize_with`.

    `initialize=False` touches only what is an initial already (attribute `initialize`);
    `hyphen` keeps the hyphen of compound names (attribute `initialize-with-hyphen`).
    Words wholly in small letters (particles inside the given name) stay as they are, and so do
    those of a script without capitals.

    >>> initials("Jean-Luc Guy", ". ", initialize=True, hyphen=True)
    'J.-L. G.'
    >>> initials("राम कुमार", ". ", initialize=True, hyphen=True)
    'राम कुमार'
    """
    if initialize and "(" in given:
        given = _ADDED.sub("", given)
    core = initialize_with.rstrip()
    gap = initialize_with[len(core) :]
    result: list[str] = []
    position = 0
    wordlike = False  # whether the piece before was a word written out
    for match in _PIECE.finditer(given):
        between = given[position : match.start()]
        position = match.end()
        word, dotted = match["word"], bool(match["dot"])
        hyphened = "-" in between and bool(result)
        if hyphened and initialize and not dotted and _is_small(word[0]):
            continue
        abbreviated = _abbreviate(word, dotted=dotted, initialize=initialize)
        written_out = abbreviated is None
        if result:
            result.append(
                _between_initials(
                    hyphened and (hyphen or written_out), wordlike or written_out, gap
                )
            )
        text = word + match["dot"] if abbreviated is None else abbreviated + core
        result.append(match["lead"] + text + match["trail"])
        wordlike = written_out
    return "".join(result)


def _between_initials(hyphened: bool, spaced: bool, gap: str) -> str:
    if hyphened:
        return "-"
    return " " if spaced else gap


def _abbreviate(word: str, *, dotted: bool, initialize: bool) -> str | None:
    """The initial that stands for `word`; None where the word is to be written out."""
    if dotted:
        return word
    if not initialize:
        return word if len(word) == 1 and word.isupper() else None
    # "John [Jack]" has one initial.
    if _is_small(word[0]) or word[0] in "[(" or not has_capitals(word[0]):
        return None
    run = _UPPERCASE_RUN.match(word)
    if run:
        return run[1] + run[2].lower()
    return word[0]


def _is_small(letter: str) -> bool:
    return letter.islower() and has_capitals(letter)
