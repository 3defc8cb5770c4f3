"""Pages: ranges with any dash, their first and last page, and labels that styles add themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.values.locators.label import LABELS
from reportcite.values.rules import PAGE_DASH, PAGE_LABEL, PAGE_ORDER

DASHES: Final = "-‐‑–—"
"""What stands between the first and the last page: hyphens and dashes of any length. The hyphen
comes first, so that they may stand in a class of a regular expression."""

RANGES: Final = pattern(
    rf"(?<![{DASHES}\w./:\\])([^\W_]+)[ \u00a0]*(?:--|[{DASHES}])[ \u00a0]*([^\W_]+)"
    rf"(?![{DASHES}\w/\\]|[.:]\w)"
)
"""Each range in a text: two numbers and what stands between them. Neither is a part of something
longer: of a third number, a decimal, a path, a date, a verse ("3:16")."""

# Any dash, once or several times, with spaces, as it is typed and as word processors make it.
_TYPED_RANGES: Final = pattern(
    r"(?<![‐‑‒–—―−\w./:\\-])([^\W_]+)([ \u00a0]*(?:[‐‑‒–—―−-][ \u00a0]*){1,3})([^\W_]+)"
    r"(?![‐‑‒–—―−\w/\\-]|[.:]\w)"
)
_AFTER_FIRST: Final = f"{DASHES},& "
_ROMAN: Final = pattern(r"[ivxlcdm]+", re.IGNORECASE)
_ENDS: Final = pattern(
    rf"([^{DASHES}\s,;]+)(?:[ \u00a0]?[{DASHES}]{{1,2}}[ \u00a0]?([^{DASHES}\s,;]+))?"
)
# PsycINFO's words, in two parts where there is a field for each page.
_NO_PAGES: Final = pattern(r"no[ -](?:pagination[ -])?specified|no pagination", re.IGNORECASE)
_CUT_SHORT: Final = pattern(
    rf"(?P<letters>[A-Za-z]*)(?P<first>[0-9]+)[{DASHES}](?P=letters)?(?P<last>[0-9]+)"
)
_NUMBERED: Final = pattern(rf"[A-Za-z]?[0-9]{{1,6}} ?[{DASHES}] ?[A-Za-z]?[0-9]{{1,6}}")
_NUMBERED_ENDS: Final = pattern(r"([A-Za-z]*)([0-9]{1,9})-([A-Za-z]*)([0-9]{1,9})")
_BETWEEN_DIGITS: Final = pattern(r"(?<=[0-9])-(?=[0-9])")
_LABELLED: Final = pattern(
    r"(?P<label>[^\W\d_]{1,6})(?:\.\s*|\s+)(?P<after>(?:[A-Za-z]?[0-9]|[ivxlcdm]+\b).*)"
    rf"|(?P<before>(?:[ivxlcdmIVXLCDM]+, ?)?[0-9]+(?: ?[{DASHES}] ?[0-9]+)?)\s*"
    r"(?P<unit>[^\W\d_]{1,6})\.?"
)


def is_page(text: str) -> bool:
    """Whether `text`, one word, can be a page: it has a digit, or is a roman numeral.

    >>> is_page("12a"), is_page("xii"), is_page("passim")
    (True, True, False)
    """
    return any(map(str.isdigit, text)) or _ROMAN.fullmatch(text) is not None


def is_page_range(text: str) -> bool:
    """Whether `text` is one range of numbered pages, and so no number of pages.

    >>> is_page_range("12–34"), is_page_range("e5 - e9"), is_page_range("340")
    (True, True, False)
    """
    return _NUMBERED.fullmatch(text) is not None


def page_ends(text: str) -> tuple[str, str] | None:
    """The first and the last page of a range, the last "" of a single page; None of anything else.

    >>> page_ends("12 – 34"), page_ends("12"), page_ends("12, 14")
    (('12', '34'), ('12', ''), None)
    """
    match = _ENDS.fullmatch(text)
    return (match[1], match[2] or "") if match else None


def first_page(text: str) -> str:
    """The first of several pages.

    >>> first_page("101–118"), first_page("7, 9"), first_page("12")
    ('101', '7', '12')
    """
    for index, character in enumerate(text):
        if character in _AFTER_FIRST:
            return text[:index]
    return text


def join_pages(first: str, last: str) -> str:
    """The range from the first to the last page; one of them alone where the other is "".

    >>> join_pages("12", "34"), join_pages("12", ""), join_pages("", "34")
    ('12-34', '12', '34')
    """
    return f"{first}-{last}" if first and last else first or last


def says_no_pages(text: str) -> bool:
    """Whether `text` is what databases write for a work without pages.

    >>> says_no_pages("No Pagination Specified"), says_no_pages("No-Specified")
    (True, True)
    """
    return _NO_PAGES.fullmatch(text) is not None


def full_range(text: str) -> str:
    """A range whose last page is cut short, with all its digits; anything else as it is.

    >>> full_range("132-42"), full_range("S110-2"), full_range("5-12"), full_range("e12516")
    ('132-142', 'S110-S112', '5-12', 'e12516')
    """
    match = _CUT_SHORT.fullmatch(text)
    if match is None or len(match["last"]) >= len(match["first"]):
        return text
    letters, first, last = match["letters"], match["first"], match["last"]
    return f"{letters}{first}-{letters}{first[: -len(last)]}{last}"


def double_hyphens(text: str) -> str:
    """`text` with two hyphens for the one in each range of digits: TeX prints a dash for them.

    >>> double_hyphens("12-34, A-5")
    '12--34, A-5'
    """
    return _BETWEEN_DIGITS.sub("--", text)


def bare_pages(text: str) -> str:
    """`text` without a label for pages before or behind it; as it is where there is none.

    >>> bare_pages("S. 12-14"), bare_pages("45 S."), bare_pages("S12"), bare_pages("e5")
    ('12-14', '45', 'S12', 'e5')
    """
    match = _LABELLED.fullmatch(text.strip())
    if match is None or LABELS.get((match["label"] or match["unit"]).lower()) != "page":
        return text
    return match["after"] or match["before"]


def read_extent(text: str) -> dict[str, str]:
    """What the size of a publication says: the pages it is on, or how many it has; {} for nothing
    of the kind.

    >>> read_extent("245 Seiten"), read_extent("pp. 12–34"), read_extent("3 MB")
    ({'number-of-pages': '245'}, {'page': '12–34'}, {})
    """
    text = text.strip()
    bare = bare_pages(text)
    if is_page_range(bare):
        return {"page": bare.replace(" ", "")}
    is_count = bare != text and text.startswith(bare)  # with its label behind it
    return {"number-of-pages": bare} if is_count else {}


def page_problems(text: str) -> Iterator[Problem]:
    """Whether pages have a label, which styles add."""
    pages = bare_pages(text)
    if pages != text:
        message = f"{shown(text)} has a label, which styles add"
        yield PAGE_LABEL.found(message, f"write {pages}", fix=Fix(text, pages))


def hyphenated_pages(text: str) -> str:
    """`text` with one hyphen in each range of pages, whatever dashes and spaces were there.

    >>> hyphenated_pages("12 – 34, 40--45"), hyphenated_pages("see 3 – never")
    ('12-34, 40-45', 'see 3 – never')
    """
    return _TYPED_RANGES.sub(_hyphenated, text)


def _hyphenated(match: re.Match[str], hyphen: str = "-") -> str:
    both_are_pages = is_page(match[1]) and is_page(match[3])
    return f"{match[1]}{hyphen}{match[3]}" if both_are_pages else match[0]


def is_tex_range(text: str) -> bool:
    """Whether `text` is a page or a range with one hyphen or two, as TeX's programs take it; False
    of some others that are so, too.

    >>> is_tex_range("12--34"), is_tex_range("12"), is_tex_range("12---34")
    (True, True, False)
    """
    return "---" not in text and text.replace("-", "").isalnum()


def tex_pages(latex: str) -> str:
    """`latex` with two hyphens in each range of pages that has other dashes, or spaces; what has
    one hyphen or two is left as it is, since TeX's programs take either.

    >>> tex_pages("12–34, 40 -- 45, 50-55, 60---65")
    '12--34, 40--45, 50-55, 60--65'
    """
    return _TYPED_RANGES.sub(
        lambda match: match[0] if match[2] in ("-", "--") else _hyphenated(match, "--"), latex
    )


def dash_problems(text: str, pages: str = "") -> Iterator[Problem]:
    """Whether ranges of pages are written otherwise than with a hyphen, or than in `pages`."""
    if text.isdecimal():  # as many are
        return
    pages = pages or hyphenated_pages(text)
    if pages != text:
        message = f"{shown(text)} has another dash, or spaces"
        yield PAGE_DASH.found(message, f"write {pages}", fix=Fix(text, pages))


def order_problems(text: str) -> Iterator[Problem]:
    """Whether a range of pages ends before it begins; one whose end is cut short does not."""
    for match in RANGES.finditer(bare_pages(text)):
        both = _NUMBERED_ENDS.fullmatch(full_range(f"{match[1]}-{match[2]}"))
        if both and both[1] == both[3] and int(both[2]) > int(both[4]):
            message = f"{shown(match[0])} ends before it begins"
            yield PAGE_ORDER.found(message, f"write {match[2]}-{match[1]}, if they are swapped")
