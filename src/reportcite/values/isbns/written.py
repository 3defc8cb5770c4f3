"""ISBNs as they are written: the numbers in what catalogues, shops, spreadsheets and people write.

Words, prices and punctuation beside a number do not count: "(pbk.) : EUR 21.00", "geb.", "br.",
"020 |a … |q (hbk.)", "urn:isbn:…". Digits that may belong to the number do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.isbns.damaged import (
    digits_alone,
    lost_digits,
    number_with_a_gap,
    odd_number,
    run_together,
    undamaged,
)
from reportcite.values.isbns.digits import holds

_LONGEST: Final = 2000
_SHOWN: Final = 120
_BREAK: Final = " ¦ "
_LABEL: Final = pattern(
    r"(?<![a-z])(?:urn:|info:)?(?:[ep]-?|print-?|online-?)?"
    r"(?:isbns?|i\.s\.b\.n\.?|ean|gtin)(?:[- ]?a(?![a-z]))?(?:[-\s]?1[03](?=97[89]|[^0-9]|$))?"
    r"(?:[-\s]?(?:nr|no|num|nummer|number|numéro|n°)\b\.?)?[\s:/=.#-]*",
    re.IGNORECASE,
)
# The subfields of MARC and PICA: $a, |a, ‡a; $9 of the DNB, which holds the ISBN with hyphens, $0
# and $A of PICA's 004A. $z is for numbers that are wrong, and marked so.
_SUBFIELD: Final = pattern(
    r"[|$‡ǂƒ\x1f](?:[a-zA-Z](?![a-zA-Z])|[09] ?(?=97[89]|(?:[0-9]-?){9}[0-9Xx](?![0-9Xx-])))"
)
_MARKS_OF_SUBFIELDS: Final = frozenset("|$‡ǂƒ\x1f")
_CANCELLED: Final = pattern(r"[|$‡ǂ\x1f]z\s*[^|$‡ǂ\x1f]*")
# 10.978.86123/45678, the ISBN as a DOI (ISBN-A).
_ACTIONABLE: Final = pattern(r"10\.(97[89])\.([0-9]{2,8})/([0-9]{2,8}[0-9Xx]?)(?![0-9])")
_DOI: Final = pattern(r"10\.[0-9]{4,9}/\S+")
_ISMN10: Final = pattern(r"(?<![A-Za-z])M[ -]?(?:[0-9][ -]?){8}[0-9](?![0-9])")
_GLUED: Final = r"(?<![0-9A-Za-z\x00-\x08\x0e-\x1e\x7f])"
# A word may follow at once ("9783948289829kart."), a letter or two may belong to the number.
_END: Final = r"(?![0-9\x00-\x08\x0e-\x1e\x7f]|[A-Za-z](?![a-z]{2}|[A-Z]{2}))"
_RUN: Final = pattern(rf"{_GLUED}[0-9]+[Xx]?(?:[ ._-]{{1,4}}(?:[0-9]+[Xx]?|[Xx]))*{_END}")
# Digits, and letters that are taken for digits; the З is Cyrillic.
_LOOSE: Final = "[0-9OoQDIil|SsBZzGbgqЗXx]+"
_LOOSE_RUN: Final = pattern(rf"{_GLUED}{_LOOSE}(?:[ ._-]{{1,4}}{_LOOSE})*{_END}")
_WORD: Final = pattern(r"(?<![0-9A-Za-z])(?![Oo]+(?![A-Za-z]))[A-Za-z]{2,}(?![0-9A-Za-z])")
"""A group of letters alone, such as ZDB, is none of digits, if they are not all an O."""
_TOKEN: Final = pattern(r"[0-9A-Za-z|]+")
_ALIKE: Final = str.maketrans("OoQDIil|SsBZzGbgqЗ", "000011115582266993")
_LETTER: Final = pattern(r"[OoQDIil|SsBZzGbgqЗ]")
_LETTERS_BEYOND: Final = str.maketrans("ОоХх×ΧχΟοІЅз", "OoXXXXXOoISЗ")
# What codes of subfields and the parts of a number may stand behind.
_MARKS: Final = {**{mark: mark for mark in "‡ǂƒ"}, **dict.fromkeys("·•‧∙⋅・", ".")}
_NO_SEPARATORS: Final = str.maketrans("", "", " -\t\n\r")
_LEFT_OVER: Final = 9
"""Digits beside an ISBN from which on they are another one; fewer are a year, a price, a volume."""


class Written(NamedTuple):
    """A number as it stands in a text, its digits alone, and what is wrong with how it is written.

    With a `reason`, `compact` is what it was probably meant to be, or holds no ISBN.
    """

    text: str
    compact: str
    reason: str = ""


def numbers_in(text: str) -> list[Written]:
    """The numbers in `text` that are ISBNs, or were meant to be: at least one.

    >>> [one.compact for one in numbers_in("978-3-518-11365-3 Pp. : EUR 12.00")]
    ['9783518113653']
    >>> [one.compact for one in numbers_in("3-948289-82-4 ; 978 3 948289 82 9")]
    ['3948289824', '9783948289829']
    """
    plain = text.replace("-", "") if len(text) < _SHOWN else ""
    if len(plain) in (10, 13) and plain.isdecimal() and plain.isascii():  # as nearly all are
        return [Written(text.strip("-"), plain)]
    shown = " ".join(text[: _SHOWN * 2].split())[:_SHOWN]
    if len(text) > _LONGEST:  # and the number that would be cut is left out
        text = text[:_LONGEST].rpartition(" ")[0] or text[:_LONGEST]
    ready = _ready(text)
    lost = lost_digits(ready)
    if lost and not any(holds(one.compact) for one in _distinct(ready)):
        return [Written(shown, "", lost)]
    ready = digits_alone(ready)
    found = [*_distinct(_DOI.sub(_BREAK, ready))] or [*_distinct(ready)]
    if any(holds(one.compact) for one in found):
        # What is shorter beside an ISBN is a date, a year or a price.
        return [one for one in found if len(one.compact) >= _LEFT_OVER]
    if repaired := _repaired(ready):
        return repaired
    return found or [Written(shown, _compact(ready))]


def _ready(text: str) -> str:
    """`text` with ASCII digits, hyphens and spaces; labels and subfields' codes are breaks."""
    text = undamaged(text)
    if not text.isascii():
        text = "".join([c if c.isascii() else _as_ascii(c) for c in text])
    if not _MARKS_OF_SUBFIELDS.isdisjoint(text):
        others = _SUBFIELD.sub(_BREAK, _CANCELLED.sub(_BREAK, text))
        text = _SUBFIELD.sub(_BREAK, text)
        if others != text and any(map(_is_long_enough, _RUN.findall(others))):
            text = others
    text = _ACTIONABLE.sub(rf"{_BREAK}\1\2\3{_BREAK}", text)
    return _LABEL.sub(_BREAK, text)


def _as_ascii(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character in _MARKS:
        return _MARKS[character]
    category = unicodedata.category(character)
    if category == "Pd" or character == "\u2212":
        return "-"
    if category == "Cf":  # invisible, and comes with pasted text
        return ""
    if category == "Zs":
        return " "
    return unicodedata.normalize("NFKC", character.translate(_LETTERS_BEYOND))


def _is_long_enough(run: str) -> bool:
    return sum(c.isalnum() for c in run) >= _LEFT_OVER


def _distinct(text: str) -> Iterator[Written]:
    known: set[str] = set()
    for match in _ISMN10.finditer(text):
        yield Written(match[0], _compact(match[0]))
        text = text.replace(match[0], _BREAK)
    for match in _RUN.finditer(text):
        for one in _in_run(match[0], _TOKEN.findall(match[0])):
            if one.compact not in known:
                known.add(one.compact)
                yield one


def _in_run(run: str, tokens: list[str]) -> list[Written]:
    """The ISBNs in digits between which only separators stand: each right one, and what may be a
    wrong one among the rest."""
    found: list[Written] = []
    rest: list[str] = []
    start = 0
    while start < len(tokens):
        end = _end_of_isbn(tokens, start)
        if end and tokens[end : end + 1] not in (["X"], ["x"]):
            found += _wrong(run, rest)
            rest = []
            found.append(_written(run, tokens[start:end]))
            start = end
        else:
            rest.append(tokens[start])
            start += 1
    found += _wrong(run, rest)
    if not rest or (found and all(holds(one.compact) for one in found)):
        return found
    parts = run_together("".join(tokens).upper())
    if all(map(holds, parts)) or any(len(one.compact) not in (10, 13) for one in found):
        return [Written(part, part) for part in parts] or found
    return found


def _end_of_isbn(tokens: list[str], start: int) -> int:
    """Where the ISBN ends that begins with the token `start`, the longer of two; 0 where none
    does."""
    compact = ""
    found = 0
    for end in range(start, len(tokens)):
        compact += tokens[end]
        if len(compact) > 13:
            break
        if len(compact) in (10, 13) and holds(compact.upper()):
            found = end + 1
    return found


def _wrong(run: str, tokens: list[str]) -> Iterator[Written]:
    """What was meant to be an ISBN in `tokens`, none of which is one."""
    digits = "".join(tokens)
    if len(digits) < _LEFT_OVER and len(digits) != 8:
        return
    start = 0
    while start < len(tokens):
        end = _end_of_length(tokens, start)
        # What a hyphen joins to a number belongs to it.
        while end < len(tokens) and f"{tokens[end - 1]}-{tokens[end]}" in run:
            end += 1
        if sum(map(len, tokens[start:end])) >= 6:
            yield _written(run, tokens[start:end])
        start = end


def _end_of_length(tokens: list[str], start: int) -> int:
    """Where what is as long as an ISBN ends; the end of all where nothing is."""
    lengths = {10: 0, 13: 0}
    compact = ""
    for end in range(start, len(tokens)):
        compact += tokens[end]
        if len(compact) in lengths:
            lengths[len(compact)] = end + 1
    if lengths[13] and (compact.startswith(("978", "979")) or not lengths[10]):
        return lengths[13]
    if len(compact) > 13:
        return lengths[10] or next(
            (i for i in range(start + 1, len(tokens)) if tokens[i][:3] in ("978", "979")),
            len(tokens),
        )
    return len(tokens)


def _written(run: str, tokens: list[str]) -> Written:
    """The number of `tokens`, with what stands between them in `run`."""
    match = re.search(r"[ ._-]{1,4}".join(tokens), run)
    return Written(match[0] if match else "".join(tokens), "".join(tokens).upper())


def _repaired(text: str) -> list[Written]:
    """What there is in `text` if something stands in the place of hyphens, or of digits."""
    if odd := odd_number(text):
        return [Written(odd.text, odd.compact)]
    if repaired := _with_digits_for_letters(text):
        return repaired
    gap = number_with_a_gap(text)
    return [Written(gap.text, gap.compact, gap.reason)] if gap else []


def _with_digits_for_letters(text: str) -> list[Written]:
    """The ISBNs that come of it when letters are read as the digits they look like."""
    found: list[Written] = []
    for match in _LOOSE_RUN.finditer(text):
        run = match[0]
        letters = sorted({*_LETTER.findall(run)})
        if not letters or sum(c.isdecimal() for c in run) < 6 or _WORD.search(run):
            continue
        digits = run.translate(_ALIKE)
        for one in _in_run(digits, _TOKEN.findall(digits)):
            if holds(one.compact):
                reason = f"the letter {letters[0]} stands where a digit belongs"
                if letters[1:]:
                    reason = f"the letters {' and '.join(letters)} stand where digits belong"
                found.append(Written(run, one.compact, reason))
    return found


def _compact(text: str) -> str:
    return text.replace("¦", "").translate(_NO_SEPARATORS).upper()
