"""The ranges of groups and registrants: where the hyphens of an ISBN stand (International ISBN
Agency, RangeMessage, as python-stdnum carries it)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

_FILE_DATE: Final = re.compile(rb"# file date \w+, (\d{1,2}) (\w{3}) (\d{4})")
_MONTHS: Final = b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DIGITS_BEHIND: Final = 9
"""How many digits of an ISBN-13 stand between its prefix and its check digit."""


class Range(NamedTuple):
    """A range of registrants: how it splits an ISBN-13, and whose it is.

    `group_end` and `registrant_end` are the places in 13 digits where group and registrant end;
    0 where no agency or registrant has the range. `first` and `last` are its registrants.
    """

    group_end: int = 0
    registrant_end: int = 0
    agency: str = ""
    first: str = ""
    last: str = ""


UNKNOWN: Final = Range()
"""What no agency has yet."""


def range_of(isbn13: str) -> Range:
    """The range that the 13 digits of an ISBN lie in.

    >>> range_of("9783948289829")
    Range(group_end=4, registrant_end=10, agency='German language', first='900000', last='949999')
    """
    starts, ranges = _table()
    return ranges[bisect_right(starts, int(isbn13[2:12])) - 1]


def hyphenated13(isbn13: str, found: Range) -> str:
    """`isbn13` with the hyphens of its range; "" where no registrant has it."""
    group, registrant = found.group_end, found.registrant_end
    if not registrant:
        return ""
    return (
        f"{isbn13[:3]}-{isbn13[3:group]}-{isbn13[group:registrant]}-"
        f"{isbn13[registrant:12]}-{isbn13[12]}"
    )


@lru_cache(maxsize=1)
def range_date() -> date | None:
    """The day of the range table that is used; None if its file does not say."""
    from importlib.resources import files

    with (files("stdnum") / "isbn.dat").open("rb") as lines:
        match = _FILE_DATE.search(lines.read(2000))
    if match is None or match[2] not in _MONTHS:
        return None
    return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))


@lru_cache(maxsize=1)
def _table() -> tuple[list[int], list[Range]]:
    """Where each range begins, as the digits from the last of the prefix on, and the ranges.

    Read out of stdnum's table once: its own search looks at all groups for each ISBN.
    """
    from stdnum import numdb

    found = {0: UNKNOWN}
    for _, prefix, _, _, groups in numdb.get("isbn").prefixes:
        for _, group, last, props, ranges in groups:
            if group == last and "agency" in props:
                found |= _of_group(prefix, group, props["agency"], ranges, found)
    starts = sorted(found)
    return starts, [found[start] for start in starts]


def _of_group(
    prefix: str, group: str, agency: str, ranges: list[Any], known: dict[int, Range]
) -> dict[int, Range]:
    """Where the ranges of a group begin, and the gaps between them and behind the group."""
    group_end = 3 + len(group)
    gap = Range(group_end, 0, agency)
    found = {_start(prefix, group): gap}
    for first, last, one in _sorted(group, group_end, agency, ranges):
        found[_start(prefix, group + first)] = one
        found.setdefault(_start(prefix, group + last) + _width(group + last), gap)
    behind = _start(prefix, group) + _width(group)
    if found.get(behind) is gap or behind not in found:
        found[behind] = UNKNOWN
    # Of two groups that follow each other the second begins where the first ends.
    return {start: one for start, one in found.items() if start not in known or one != UNKNOWN}


def _sorted(
    group: str, group_end: int, agency: str, ranges: list[Any]
) -> Iterator[tuple[str, str, Range]]:
    for length, first, last, *_ in sorted(ranges, key=lambda entry: str(entry[1])):
        yield first, last, Range(group_end, group_end + length, agency, first, last)


def _start(prefix: str, digits: str) -> int:
    return int(prefix[2] + digits.ljust(_DIGITS_BEHIND, "0"))


def _width(digits: str) -> int:
    """How many numbers begin with `digits`."""
    return int(10 ** (_DIGITS_BEHIND - len(digits)))
