"""What tells works of one title apart: volume, issue, edition, part, number, pages, the day, who
translated it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.record.selection import folded
from reportcite.record.works import kinds
from reportcite.record.works.people import creator_of
from reportcite.values.edition import edition_number
from reportcite.values.language import language_tag, primary_language
from reportcite.values.pages import bare_pages, first_page, full_range

_NUMBERS: Final = ("volume", "issue", "edition", "version", "part-number", "chapter-number",
                   "supplement-number", "number", "collection-number")  # fmt: skip
_TITLES: Final = ("part-title", "volume-title")

_OF_EDITIONS: Final = frozenset({"edition", "part-number", "part-title", "volume", "volume-title"})
_OF_WHOLES: Final = frozenset({"volume", "part-number"})
"""What a record of a book with several volumes lacks, and one of a volume has."""

_VOLUME: Final = pattern(
    r"(?<=\w)[\s,.:;(–-]+(?:(?P<volume>vol(?:ume|\.)?|band|bd\.?|tome|tomo)|part|pt\.|teil|partie)\s+"
    r"(?P<number>[0-9]{1,3}|[ivx]{1,5}|one|two|three|four|five|six)\b\)?",
    re.IGNORECASE,
)
_WORDS: Final = dict(zip("one two three four five six".split(), "123456", strict=True))
_ONE: Final = pattern(r"[a-z]?[0-9]+[a-z]?(?![a-z])")
_ROMAN: Final = pattern(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES: Final = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


def details_of(type_: str, kind: str, fields: Mapping[str, Any]) -> dict[str, str]:
    """What `fields` say of those, each value in a form that can be compared.

    >>> fields = {"volume": "Vol. IV", "edition": "zweite Auflage", "page": "S. 12-14"}
    >>> details_of("chapter", "part", fields)
    {'volume': '4', 'edition': '2', 'page': '12'}
    """
    found: dict[str, str] = {}
    for name in _NUMBERS:
        value = fields.get(name)
        if isinstance(value, str):
            found[name] = number_in(edition_number(value) if name == "edition" else value)
    for name in _TITLES:
        value = fields.get(name)
        if isinstance(value, str):
            found[name] = "".join(filter(str.isalnum, folded(value)))
    page = fields.get("page")
    if isinstance(page, str) and kind in (kinds.PART, kinds.ARTICLE, kinds.REVIEW):
        found["page"] = number_in(first_page(full_range(bare_pages(page))))
    language = fields.get("language")
    if isinstance(language, str) and kind == kinds.WHOLE:
        found["language"] = primary_language(language_tag(language)).lower()
    translators = fields.get("translator")
    if isinstance(translators, list) and translators:
        found["translator"] = creator_of(translators[0])[0]
    issued = fields.get("issued")
    if type_ in kinds.DATED and isinstance(issued, dict):
        first = (issued.get("date-parts") or [[]])[0]
        if len(first) > 1:
            found["day"] = ".".join(map(str, first[1:]))
    return {name: value for name, value in found.items() if value}


def without_volume(title: str, details: dict[str, str]) -> str:
    """The title of a whole without the number of its volume or part, which is added to `details`
    where these have none: it may as well have a field of its own.

    >>> details = {}
    >>> without_volume("Works, Volume 1: Poems", details), details
    ('Works: Poems', {'volume': '1'})
    >>> without_volume("Soils. Teil II", details), details
    ('Soils', {'volume': '1', 'part-number': '2'})
    """
    match = _VOLUME.search(title)
    if match is None:
        return title
    name = "volume" if match["volume"] else "part-number"
    number = number_in(_WORDS.get(match["number"].lower(), match["number"]))
    if details.setdefault(name, number) != number:
        return title
    return title[: match.start()] + title[match.end() :]


def number_in(text: str) -> str:
    """The numbers in `text`, without what is written before them; folded, where it has none.

    >>> number_in("No. 12"), number_in("WP/12/034"), number_in("Bd. IX"), number_in("S110")
    ('12', '12.34', '9', 's110')
    """
    low = folded(text)
    if found := _ONE.findall(low):
        return ".".join(one.lstrip("0") or "0" for one in found)
    words = low.replace(".", " ").split()
    if words and _ROMAN.fullmatch(words[-1]):
        return str(_roman(words[-1]))
    return "".join(filter(str.isalnum, low))


def contradiction(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """The first detail that two records have, and not the same; "" for none.

    A double issue (12/13) agrees with its beginning.

    >>> contradiction({"volume": "1"}, {"volume": "2"}), contradiction({"volume": "1"}, {})
    ('volume', '')
    """
    for name, value in one.items():
        there = other.get(name)
        if there and there != value:
            longer, shorter = (value, there) if len(value) > len(there) else (there, value)
            if not (name in ("issue", "day") and longer.startswith(f"{shorter}.")):
                return name
    return ""


def of_edition(details: Mapping[str, str]) -> dict[str, str]:
    """Those of `details` that tell apart publications which were given one ISBN: that of a set, or
    the first edition's."""
    return {name: value for name, value in details.items() if name in _OF_EDITIONS}


def is_volume_of(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether one of two records is about a volume or part, and the other does not say of which."""
    return any((name in one) != (name in other) for name in _OF_WHOLES)


def _roman(text: str) -> int:
    total = 0
    for letter, following in zip(text, [*text[1:], ""], strict=True):
        value = _VALUES[letter]
        total += -value if value < _VALUES.get(following, 0) else value
    return total
