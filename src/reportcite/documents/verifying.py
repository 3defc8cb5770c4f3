"""Compares pasted references with what a style prints of their records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Final, NamedTuple
from unicodedata import normalize

from reportcite.patterns import pattern

_ALIKE: Final = 60
"""How much of two references must be the same, of 100, for them to be of one work."""
_NUMBER: Final = pattern(r"(?:\[\d+\]|\(\d+\)|\d+[.)])[\s\xa0]+(?=\D)|[•*–-][\s\xa0]+")
_WORD: Final = pattern(r"[ \xa0]*\S+")


class Pasted(NamedTuple):
    """One reference as it was pasted, and the line it begins in."""

    text: str
    line: int


class Verified(NamedTuple):
    """A pasted reference with the key of its record, "" where none fits, and how the two differ.

    `difference` marks words as `[-pasted-]` and `{+printed+}`; it is "" where nothing differs.
    """

    pasted: Pasted
    key: str
    difference: str


def references_in(text: str) -> list[Pasted]:
    """The references of a text: paragraphs where empty lines part them, else lines.

    Their numbers and bullets are taken off.

    >>> references_in("1. Beck, U.\\n2. Kalt, A.\\n")
    [Pasted(text='Beck, U.', line=1), Pasted(text='Kalt, A.', line=2)]
    """
    lines = normalize("NFC", text).splitlines()
    blocks: list[tuple[int, list[str]]] = []
    in_paragraphs = any(not line.strip() for line in "\n".join(lines).strip().split("\n"))
    begun = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            begun = False
        elif begun and in_paragraphs:
            blocks[-1][1].append(line)
        else:
            blocks.append((number, [line]))
            begun = True
    return [Pasted(plain(" ".join(block)), number) for number, block in blocks]


def plain(text: str) -> str:
    """A reference on one line, without its number."""
    text = " ".join(text.split())
    match = _NUMBER.match(text)
    return text[match.end() :] if match else text


def verified(pasted: Sequence[Pasted], printed: Mapping[str, str]) -> Iterator[Verified]:
    """Each of `pasted` with the entry of `printed`, by key, that is most like it.

    No entry is that of two references, as long as there are others.
    """
    from rapidfuzz import fuzz, process

    entries = {key: plain(normalize("NFC", text)) for key, text in printed.items()}
    free = dict(entries)
    nearest = partial(process.extractOne, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE)
    for one in pasted:
        found = nearest(one.text, free) or nearest(one.text, entries)
        if found is None:
            yield Verified(one, "", "")
            continue
        entry, _, key = found
        free.pop(key, None)
        yield Verified(one, key, difference(one.text, entry))


def difference(pasted: str, printed: str) -> str:
    """`pasted` with the words that differ marked; "" where none does.

    >>> difference("Beck, U. (1987). Risk.", "Beck, U. (1986). Risk.")
    'Beck, U. [-(1987).-] {+(1986).+} Risk.'
    """
    if pasted == printed:
        return ""
    before, after = _WORD.findall(pasted), _WORD.findall(printed)
    out = ""
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            out += "".join(before[i:j])
            continue
        for words, opening, closing in ((before[i:j], "[-", "-]"), (after[k:m], "{+", "+}")):
            if words:
                out += f" {opening}{''.join(words).strip()}{closing}"
    return re.sub("^ ", "", out)
