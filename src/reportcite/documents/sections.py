"""A bibliography in sections: by type, language, keyword, year or script of its items."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from reportcite.csl.items.model import Item
from reportcite.csl.locale import Locale
from reportcite.csl.text.collation import collation_key
from reportcite.documents.headings import of_language, of_script, of_type, words_of
from reportcite.tuples import NamedTuple
from reportcite.values.keywords import split_keywords
from reportcite.values.language import language_tag, primary_language

_JAPANESE: Final = frozenset({"HIRAGANA", "KATAKANA"})
_NORWEGIAN: Final = frozenset({"nb", "nn"})


class Section(NamedTuple):
    """A heading and the ids of the items below it."""

    heading: str
    ids: tuple[str, ...]


def sections(items: Iterable[Item], by: str, locale: Locale) -> list[Section]:
    """The sections of the bibliography of `items`, `by` one of `GROUPINGS`.

    They come in the alphabetical order of `locale`, years with the newest first; last come items
    that have no such value. An item with several keywords stands below each; their case is that of
    the first.
    """
    grouping = _GROUPINGS[by]
    headings: dict[str, str] = {}
    ids: dict[str, list[str]] = {}
    for item in items:
        for value in dict.fromkeys(grouping.values(item)):
            key = value.casefold()
            if key not in ids:
                headings[key] = grouping.heading(value, locale)
                ids[key] = []
            if item.id not in ids[key][-1:]:
                ids[key].append(item.id)
    order = sorted(ids, key=lambda key: grouping.order(key, headings[key], locale))
    if by == "year":
        order.reverse()
    found = [Section(headings[key], tuple(ids[key])) for key in order if key]
    return [*found, *([Section(headings[""], tuple(ids[""]))] if "" in ids else [])]


class _Grouping(NamedTuple):
    """The values that items have, "" for none, and the heading and the order of each value."""

    values: Callable[[Item], Iterable[str]]
    heading: Callable[[str, Locale], str]
    order: Callable[[str, str, Locale], Any]


def _types(item: Item) -> list[str]:
    return [item.type or "document"]


def _languages(item: Item) -> list[str]:
    language = primary_language(language_tag(item.language)).lower()
    return ["no" if language in _NORWEGIAN else language]


def _keywords(item: Item) -> list[str]:
    return split_keywords(item.texts.get("keyword", "")) or [""]


def _years(item: Item) -> list[str]:
    issued = item.dates.get("issued")
    return [str(issued.start.year) if issued and issued.start and issued.start.year else ""]


def _scripts(item: Item) -> list[str]:
    """The script of most letters of the title, or of the names where there is none."""
    title = item.texts.get("title", "")
    names = (f"{name.family}{name.literal}" for names in item.names.values() for name in names)
    return [script_of(title) or script_of("".join(names))]


def script_of(text: str) -> str:
    """The script of most letters of `text`, by its name in Unicode; Han beside kana are KANA.

    >>> [script_of(text) for text in ("Война and мир", "雪国の人", "雪国", "1984")]
    ['CYRILLIC', 'KANA', 'CJK', '']
    """
    found = Counter(
        unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha()
    )
    if any(found[name] for name in _JAPANESE):
        return "KANA"
    return max(found, key=found.__getitem__, default="")


def _year_heading(value: str, locale: Locale) -> str:
    if not value:
        return words_of(locale).no_year
    year = int(value)
    if year > 0:
        return value
    return f"{-year}\u00a0{(locale.term('bc') or 'BC').strip()}"


def _by_heading(key: str, heading: str, locale: Locale) -> Any:
    return collation_key(heading, locale.language), heading


def _or(missing: str, heading: Callable[[str, Locale], str]) -> Callable[[str, Locale], str]:
    """`heading` for values that are there, the word `missing` of the language for others."""
    return lambda value, locale: (
        heading(value, locale) if value else getattr(words_of(locale), missing)
    )


_GROUPINGS: Final[Mapping[str, _Grouping]] = MappingProxyType(
    {
        "type": _Grouping(_types, of_type, _by_heading),
        "language": _Grouping(_languages, _or("no_language", of_language), _by_heading),
        "keyword": _Grouping(
            _keywords, _or("no_keyword", lambda value, locale: value), _by_heading
        ),
        "year": _Grouping(_years, _year_heading, lambda key, heading, locale: int(key or 0)),
        "script": _Grouping(_scripts, _or("other_script", of_script), _by_heading),
    }
)
GROUPINGS: Final = tuple(_GROUPINGS)
"""What a bibliography can be parted by."""
