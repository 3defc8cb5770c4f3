"""What a mistyped ISBN may have been: the ISBNs one slip away, the likeliest first.

How often each kind of slip is made: J. Verhoeff, Error Detecting Decimal Codes (1969): of all
slips 79 % are one digit wrong, 10 % two neighbours swapped, 1 % two that stand round a third, 0.5 %
a pair such as 22 for 55. Of the first kind there are a hundred ways, of the second a dozen, so that
two swapped neighbours that explain all are likelier than any one digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final

from reportcite.values.check_digits import modulus_10
from reportcite.values.isbns.digits import check_digit, form_problem, holds, isbn13_of
from reportcite.values.isbns.ranges import hyphenated13, range_of
from reportcite.values.issn import is_issn

_X: Final = "0123456789X"
# What looks like what, in print or written by hand, is mistaken for it more often.
_ALIKE: Final = frozenset("17 71 06 60 38 83 56 65 49 94 14 41 27 72 08 80 35 53 68 86".split())
_OTHER_NUMBERS: Final = ("977", "9790")
"""What ISSNs as bar codes and ISMNs begin with."""
_INVERSE_11: Final = (0, 1, 6, 4, 3, 9, 2, 8, 7, 5, 10)


def candidates(compact: str, groups: Sequence[str] = (), most: int = 20) -> tuple[str, ...]:
    """At most `most` ISBNs one slip away from `compact`, hyphenated, in ranges that exist; first
    those that differ in one of the `groups` that hyphens or spaces make of it, then those with
    groups as long.

    >>> candidates("9783948289828", most=1), candidates("306406152", most=1)
    (('978-3-948289-82-9',), ('0-306-40615-2',))
    >>> candidates("978030640615", ("978", "0", "306", "40615"), most=1)
    ('978-0-306-40615-7',)
    """
    found = _distinct(compact)
    if len(groups) < 2:
        return tuple(islice(found, most))
    ranked: tuple[list[str], ...] = ([], [], [])
    for hyphens in found:
        ranked[_difference(hyphens.split("-"), groups)].append(hyphens)
        if len(ranked[0]) == most:
            break
    return tuple(chain(*ranked))[:most]


def _difference(meant: list[str], typed: Sequence[str]) -> int:
    """0 where one group differs, or one at an end is lost; 1 where all are as long; else 2."""
    if len(meant) == len(typed):
        differing = [(one, other) for one, other in zip(meant, typed, strict=True) if one != other]
        if len(differing) == 1:
            return 0
        return 1 if all(len(one) == len(other) for one, other in differing) else 2
    return 0 if len(meant) == len(typed) + 1 and [*typed] in (meant[1:], meant[:-1]) else 2


def _distinct(compact: str) -> Iterator[str]:
    """Each candidate once, hyphenated."""
    known: set[str] = set()
    for candidate in _one_slip_away(compact):
        if candidate in known:
            continue
        known.add(candidate)
        isbn13 = candidate if len(candidate) == 13 else isbn13_of(candidate)
        hyphens = hyphenated13(isbn13, range_of(isbn13))
        if hyphens:
            yield hyphens if isbn13 is candidate else f"{hyphens[4:-1]}{candidate[-1]}"


def _one_slip_away(compact: str) -> Iterator[str]:
    if len(compact) not in (10, 13):
        yield from _of_another_length(compact)
        return
    digits = compact.isascii() and compact[:-1].isdecimal() and compact[-1] in _X
    if digits and len(compact) == 10:
        yield from _in_10(compact)
    elif digits and not form_problem(compact):
        yield from _in_13(compact)
    elif digits and compact[-1] != "X" and not compact.startswith(_OTHER_NUMBERS):
        yield from filter(holds, _swapped(compact))
        yield from filter(holds, (prefix + compact[3:] for prefix in ("978", "979")))


def _in_13(compact: str) -> Iterator[str]:
    """Two neighbours swapped; the check digit; another digit; a pair."""
    digits = [*map(int, compact)]
    total = (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10
    # The check digit of the ISBN-10 was kept when 978 was put before it.
    body = compact[:12]
    right = body + str((digits[12] - total) % 10)
    if compact[:3] == "978" and check_digit(compact[3:12]) == compact[12]:
        yield right
    for i in range(3, 12):
        # The weights of neighbours differ by two: the sum changes by twice the difference.
        change = 2 * (digits[i + 1] - digits[i])
        if (total + change if i % 2 else total - change) % 10 == 0:
            yield compact[:i] + compact[i + 1] + compact[i] + compact[i + 2 :]
    yield right
    single = [(i, (digits[i] - total * (7 if i % 2 else 1)) % 10) for i in range(3, 12)]
    yield from filter(_is_no_music, _replaced(compact, single))
    yield from filter(holds, _pairs(compact))


def _in_10(compact: str) -> Iterator[str]:
    """978 lost before an ISBN-13, then as in one of 13."""
    digits = [_X.index(c) for c in compact]
    total = sum([(10 - i) * digit for i, digit in enumerate(digits)]) % 11
    if compact[9] != "X" and modulus_10(f"978{compact[:9]}") == compact[9]:
        yield f"978{compact}"
    for i in range(9):
        if (total + digits[i + 1] - digits[i]) % 11 == 0 and digits[i + 1] != 10:
            yield compact[:i] + compact[i + 1] + compact[i] + compact[i + 2 :]
    yield compact[:9] + check_digit(compact[:9])
    single = [(i, (digits[i] - total * _INVERSE_11[10 - i]) % 11) for i in range(9)]
    yield from _replaced(compact, [(i, digit) for i, digit in single if digit < 10])
    for i in range(8):
        if (total + 2 * (digits[i + 2] - digits[i])) % 11 == 0 and digits[i + 2] != 10:
            yield compact[:i] + compact[i + 2] + compact[i + 1] + compact[i] + compact[i + 3 :]
    yield from filter(holds, _pairs(compact))


def _replaced(compact: str, digits: list[tuple[int, int]]) -> Iterator[str]:
    """`compact` with each of these digits in its place, first where the two look alike."""
    others: list[str] = []
    for place, digit in digits:
        one = f"{compact[:place]}{digit}{compact[place + 1 :]}"
        if f"{compact[place]}{digit}" in _ALIKE:
            yield one
        else:
            others.append(one)
    yield from others


def _is_no_music(isbn13: str) -> bool:
    return isbn13[3] != "0" or isbn13[2] == "8"


def _swapped(compact: str) -> Iterator[str]:
    for i in range(len(compact) - 1):
        yield compact[:i] + compact[i + 1] + compact[i] + compact[i + 2 :]


def _pairs(compact: str) -> Iterator[str]:
    """Two like neighbours, both another digit."""
    for i in range(len(compact) - 2):
        if compact[i] == compact[i + 1]:
            for digit in "0123456789":
                yield f"{compact[:i]}{digit}{digit}{compact[i + 2 :]}"


def _of_another_length(compact: str) -> Iterator[str]:
    """Digits lost at an end, as in a spreadsheet; a digit lost, or one too many."""
    body, last = compact[:-1], compact[-1:]
    if not (body.isdecimal() and body.isascii() and last in _X) or is_issn(compact):
        return
    length = len(compact)
    if 6 <= length < 10:
        yield from filter(holds, [compact.rjust(10, "0")])
    yield from filter(holds, _with_ends(compact))
    places = range(length)
    if length in (9, 12):
        # Of two like digits one is lost more often than any other.
        yield from filter(holds, (compact[:i] + compact[i] + compact[i:] for i in places))
        for i in range(length + 1):
            yield from filter(holds, (compact[:i] + digit + compact[i:] for digit in _X))
    if length in (11, 14):
        twice = sorted(places, key=lambda i: compact[i] != compact[i - 1 : i])
        yield from filter(holds, (compact[:i] + compact[i + 1 :] for i in twice))


def _with_ends(compact: str) -> Iterator[str]:
    """With the check digit that is lost, or the rest of a prefix, with an X for a 10, or without a
    prefix that stands there twice."""
    if compact.isdecimal() and (len(compact) == 9 or compact[:3] in ("978", "979")):
        yield compact + check_digit(compact[:12])
    lost = 13 - len(compact)
    if lost in (1, 2):
        yield from (
            prefix[:lost] + compact
            for prefix in ("978", "979")
            if compact.startswith(prefix[lost:])
        )
    if len(compact) == 11 and compact.endswith("10"):
        yield f"{compact[:9]}X"
    if len(compact) == 16:
        yield compact[3:]
