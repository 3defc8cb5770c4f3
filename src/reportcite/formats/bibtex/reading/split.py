"""Entries that programs wrote with a line for each field, in braces: split rather than parsed.

Splitting at the ends of lines costs a fraction of matching each field. The names of the fields come
out with all that stands round them, the same in all entries with the same fields, so that there is
one look at each set of them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import Final

from reportcite.formats.bibtex.reading.parse import RawEntry
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

# Possessive, so that a brace that is not closed is known at once; groups are not, which CPython
# matches wrongly before 3.11.5 (gh-106052).
IN_BRACES: Final = r"[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}[^{}]*+)*\}[^{}]*+)*"
"""What stands in braces, with such in it a few times."""

NOT_ENTRIES: Final = frozenset({"string", "comment", "preamble"})

_HEAD: Final = re.compile(r"@([A-Za-z][\w.+:-]*)\{[ \t]*+([^\s,={}\"#%'()]++)[ \t]*+,[ \t]*+(?=\n)")
_NAME: Final = re.compile(r"\s*+([^\s,={}()\"'#%]++)\s*+=\s*+")
_BARE: Final = pattern(r"(\s*+[^\s,={}()\"'#%]++\s*+=\s*+)(\w++)[ \t]*+,[ \t]*+\n")
_BALANCED: Final = re.compile(IN_BRACES)
_END_OF_FIELD: Final = "},\n"
_LONGEST: Final = 1 << 17
"""Characters in which the end of an entry is looked for, so that none is looked for in all."""
_LONGEST_NAMES: Final = 1 << 12
"""Characters that the names of an entry's fields may have to be remembered."""


class _Fields(NamedTuple):
    """What stands before the values of an entry: the names of its fields, how many lines below the
    first each value begins where all are of one line, and how many line breaks there are then."""

    names: tuple[str, ...]
    below: tuple[int, ...]
    breaks: int


def split_entry(
    text: str, at: int, number: int, strings: Mapping[str, str]
) -> tuple[RawEntry, int] | None:
    """The entry that begins at `at`, in the line of that `number`, and where it ends; None where
    it is written otherwise, or not well. `strings` are the abbreviations that are known."""
    head = _HEAD.match(text, at)
    if head is None or (kind := head[1].lower()) in NOT_ENTRIES:
        return None
    next_one = text.find("\n@", at, at + _LONGEST)
    end = text.find("\n}", at, next_one if next_one >= 0 else at + _LONGEST)
    body = text[head.end() : end].removesuffix(",") if end >= 0 else ""
    if body[-1:] != "}":
        return None
    # Run for each field of a file.
    pieces = [part.partition("{") for part in body[:-1].split(_END_OF_FIELD)]
    texts = [value for _, _, value in pieces]
    befores = [before for before, _, _ in pieces]
    for value in texts:
        if ("{" in value or "}" in value) and _BALANCED.fullmatch(value) is None:
            return None
    if len(body) - sum(map(len, texts)) > _LONGEST_NAMES:
        return None
    words: Sequence[int] = ()
    if "," in "".join(befores):
        words = _part_words(befores, texts, strings)
    fields = _fields(*befores)
    if fields is None:
        return None
    below: Sequence[int] = fields.below
    if body.count("\n") != fields.breaks:
        below = _with_breaks(fields, texts, words)
    entry = (kind, head[2], number, fields.names, texts, below)
    return tuple.__new__(RawEntry, entry), end + 2


def _part_words(befores: list[str], texts: list[str], strings: Mapping[str, str]) -> Sequence[int]:
    """Part the numbers and abbreviations, which stand without braces, from what is before the next
    value: each becomes one of `texts`. The numbers of their fields."""
    words: list[int] = []
    for at in [at for at, before in enumerate(befores) if "," in before]:
        start = 0
        before = befores[at + len(words)]
        while bare := _BARE.match(before, start):
            word = bare[2]
            if not word.isdecimal() and word not in strings:
                break
            befores.insert(at + len(words), bare[1])
            texts.insert(at + len(words), strings.get(word, word))
            words.append(at + len(words))
            start = bare.end()
        befores[at + len(words)] = before[start:]
    return words


@lru_cache(maxsize=1 << 12)  # the entries of a program hold a few hundred sets of fields
def _fields(*befores: str) -> _Fields | None:
    """The fields whose values `befores` stand before; None where they are no names of fields, or
    one is given twice."""
    names: list[str] = []
    below: list[int] = []
    line = 0
    for before in befores:
        found = _NAME.fullmatch(before)
        if found is None:
            return None
        names.append(found[1].lower())
        line += before.count("\n")
        below.append(line)
        line += 1
    return _Fields(tuple(names), tuple(below), line - 1) if len({*names}) == len(names) else None


def _with_breaks(fields: _Fields, texts: Sequence[str], words: Container[int]) -> list[int]:
    """The lines of the values where some are of several lines; what words stand for never is in
    the file."""
    lines: list[int] = []
    more = 0
    for number, text in enumerate(texts):
        lines.append(fields.below[number] + more)
        if number not in words:
            more += text.count("\n")
    return lines
