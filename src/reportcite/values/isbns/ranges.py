"""The ranges of groups and registrants: where the hyphens of an ISBN stand (International ISBN
Agency, RangeMessage, as python-stdnum carries it)."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

_FILE_DATE: Final = pattern(r"# file date \w+, (\d{1,2}) (\w{3}) (\d{4})")
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_AGENCY: Final = 'agency="'
_PREFIX: Final = 3
_DIGITS: Final = 12
"""Those of an ISBN-13 without its check digit."""


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
    groups = _groups()
    # No group begins with another one's digits.
    for end in range(_PREFIX + 1, _DIGITS):
        if isbn13[:end] in groups:
            starts, ranges = _ranges_of(isbn13[:end])
            return ranges[bisect_right(starts, int(isbn13[end:_DIGITS])) - 1]
    return UNKNOWN


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
    match = _FILE_DATE.search(_file())
    if match is None or match[2] not in _MONTHS:
        return None
    return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))


@lru_cache(maxsize=1)
def _file() -> str:
    """The file of ranges, found without importing stdnum: that imports much of the standard
    library, and takes longer than all that is done with one ISBN."""
    spec = find_spec("stdnum")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0], "isbn.dat").read_text(encoding="utf-8")


class _Group(NamedTuple):
    """A group's agency, and its ranges as they stand in the file: `00-19,200-227,2280-2289`."""

    agency: str
    ranges: list[str]


@lru_cache(maxsize=1)
def _groups() -> dict[str, _Group]:
    """The groups by prefix and number, such as `9783`.

    In the file the lines of prefixes are not indented, those of groups by one space, and those of
    their ranges by two (stdnum.numdb says more of it).
    """
    groups: dict[str, _Group] = {}
    prefix = ""
    held: list[str] = []
    for line in _file().splitlines():
        if line.startswith("  "):
            held.append(line.strip())
        elif line.startswith(" "):
            number, _, rest = line.strip().partition(" ")
            _, _, agency = rest.partition(_AGENCY)
            held = []
            if agency:  # a line without one says which numbers are groups
                groups[prefix + number] = _Group(agency.partition('"')[0], held)
        elif not line.startswith("#"):
            prefix = line.strip()
    return groups


@lru_cache(maxsize=1 << 9)  # there are some 300 groups
def _ranges_of(group: str) -> tuple[list[int], list[Range]]:
    """Where the ranges of a group, and the gaps between them, begin, as the digits between the
    group and the check digit; and what they are."""
    agency, lines = _groups()[group]
    end, width = len(group), _DIGITS - len(group)
    gap = Range(end, 0, agency)
    found = {0: gap}
    pairs = [one.partition("-")[::2] for line in lines for one in line.split(",")]
    for first, last in sorted((first, last or first) for first, last in pairs):
        found[int(first.ljust(width, "0"))] = Range(end, end + len(first), agency, first, last)
        found.setdefault(int(last.ljust(width, "9")) + 1, gap)
    starts = sorted(found)
    return starts, [found[start] for start in starts]
