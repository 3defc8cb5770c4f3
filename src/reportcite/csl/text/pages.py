"""Page and locator ranges (CSL 1.0.2, "Page Ranges" and "Range Delimiters")."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.pages import RANGES, is_page

_NUMBER: Final = pattern(r"((?:\w*[^\W\d_])?)(\d+)")
# Pages counted in each article (“2:1-2:20”), or verses of chapters.
_IN_PARTS: Final = pattern(r"(?<![\w:.])(\d+:\d+)--?(\d+:\d+)(?![\w:]|\.\w)")
_MOST_DIGITS: Final = 18  # of a shortened number; longer ones stay as typed
_ESCAPED_HYPHEN: Final = "\x00"


def format_range(page: str, mode: str | None, delimiter: str) -> str:
    """`page` with each of its ranges in the form that page-range-format `mode` asks for.

    `mode` is "expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16" or
    `None`, which changes the delimiter only. `delimiter` is the locale's page-range-delimiter.
    A hyphen written `\\-` stays a hyphen.
    """
    if "-" not in page and page.isascii():  # as one page is; no other dash is ASCII
        return page
    if ":" in page:
        page = _IN_PARTS.sub(lambda match: f"{match[1]}{delimiter}{match[2]}", page)
    if "\\-" in page:
        page = page.replace("\\-", _ESCAPED_HYPHEN)
        page = RANGES.sub(partial(_format_match, mode, delimiter), page)
        return page.replace(_ESCAPED_HYPHEN, "-")
    return RANGES.sub(partial(_format_match, mode, delimiter), page)


def format_hyphens(text: str, delimiter: str) -> str:
    """`text` with `delimiter` for the hyphen of each range; an en dash is what was meant."""
    return "–".join([format_range(part, None, delimiter) for part in text.split("–")])


def _format_match(mode: str | None, delimiter: str, match: re.Match[str]) -> str:
    first, last = match.groups()
    first_number, last_number = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if first_number and last_number:
        prefix, first_digits = first_number.groups()
        last_prefix, last_digits = last_number.groups()
        if prefix != last_prefix:  # not a range of one kind of page (page_Expand)
            return f"{first}-{last}"
        if mode is None or max(len(first_digits), len(last_digits)) > _MOST_DIGITS:
            return f"{first}{delimiter}{last}"
        shown = _last_page(mode, first_digits, last_digits)
        # Only "expanded" repeats the prefix (page_ChicagoWeird).
        return f"{first}{delimiter}{prefix if mode == 'expanded' else ''}{shown}"
    if is_page(first) and is_page(last):
        return f"{first}{delimiter}{last}"
    return match.group()


def _last_page(mode: str, first: str, last: str) -> str:
    """The digits of the last page as `mode` prints them; both arguments are digits."""
    typed = last
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
        if int(last) <= int(first):
            return typed  # no shortened number of a later page: "109-9" stays
    if len(last) != len(first) or int(last) < int(first) or mode == "expanded":
        return last
    changed = _shared_digits(first, last)
    if mode == "minimal":
        return last[changed:]
    if mode == "minimal-two":
        return last[min(changed, max(len(last) - 2, 0)) :]
    return _chicago(first, last, changed, sixteenth=mode == "chicago-16")


def _shared_digits(first: str, last: str) -> int:
    """How many leading digits two numbers of one length share; the last one never counts."""
    pairs = zip(first[:-1], last[:-1], strict=True)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), len(first) - 1)


def _chicago(first: str, last: str, changed: int, *, sixteenth: bool) -> str:
    """The Chicago Manual of Style's inclusive numbers, 15th (8.117) or 16th edition (9.60)."""
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if number % 100 < 10:
        return last[changed:]
    if not sixteenth and len(first) == 4 and len(last) - changed >= 3:
        return last
    return last[min(changed, len(last) - 2) :]
