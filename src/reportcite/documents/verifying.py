"""Compares pasted references with what a style prints of their records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final
from unicodedata import normalize

from reportcite.patterns import pattern
from reportcite.similarity import most_alike
from reportcite.tuples import NamedTuple

_ALIKE: Final = 0.6
"""How much of two references must be the same for them to be of one work."""
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
    return [Pasted(unnumbered(" ".join(block)), number) for number, block in blocks]


def unnumbered(text: str) -> str:
    """A reference on one line, without its number."""
    text = " ".join(text.split())
    match = _NUMBER.match(text)
    return text[match.end() :] if match else text


def verified(pasted: Sequence[Pasted], printed: Mapping[str, str]) -> Iterator[Verified]:
    """Each of `pasted` with the entry of `printed`, by key, that is most like it.

    No entry is that of two references, as long as there are others.
    """
    entries = {key: unnumbered(normalize("NFC", text)) for key, text in printed.items()}
    words = {key: sorted(entry.split()) for key, entry in entries.items()}
    free = dict.fromkeys(entries)
    for one in pasted:
        key = _nearest(one.text, free, words) or _nearest(one.text, entries, words)
        if key is None:
            yield Verified(one, "", "")
            continue
        free.pop(key, None)
        yield Verified(one, key, difference(one.text, entries[key]))


def _nearest(text: str, keys: Iterable[str], words: Mapping[str, Sequence[str]]) -> str | None:
    """The key whose words, in any order, are most like those of `text`."""
    wanted = sorted(text.split())
    # Those that share many words come first: once one is near, most others are seen to be less so.
    shared = {key: len(set(wanted).intersection(words[key])) for key in keys}
    order = sorted(shared, key=shared.__getitem__, reverse=True)
    return most_alike(" ".join(wanted), order, _ALIKE, lambda key: " ".join(words[key]))


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
