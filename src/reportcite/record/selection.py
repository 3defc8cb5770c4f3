"""Which records are meant by `FIELD=TEXT`: author=beck, year=1986, type=report, keyword=work."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from reportcite.record.fields import FIELDS
from reportcite.record.model import Record
from reportcite.record.spelling import meant_field
from reportcite.tuples import NamedTuple
from reportcite.values.dates.questions import years_of
from reportcite.values.doi import bare_doi
from reportcite.values.isbn import isbns_in
from reportcite.values.keywords import split_keywords
from reportcite.values.names.display import name_text, spoken_name

_SPELLINGS: Final[Mapping[str, str]] = MappingProxyType(
    {name.casefold(): name for name in FIELDS} | {"keywords": "keyword", "tag": "keyword"}
)
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# Unicode does not take these apart.
_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
SELECTABLE: Final = frozenset({"id", "type", "year", *FIELDS})
"""The fields a condition may name, in any case: those of records, and the year of issue."""


class Condition(NamedTuple):
    """That the field `name` of a record holds `text`; see `holds`."""

    name: str
    text: str


def condition_of(typed: str) -> Condition | None:
    """The condition in `FIELD=TEXT`; None where it has no such form, no text or no such field.

    >>> condition_of("Author=Beck"), condition_of("autor=Beck"), condition_of("Beck")
    (Condition(name='author', text='Beck'), None, None)
    """
    name, equals, text = typed.partition("=")
    name = name.strip().casefold()
    known = name if name in SELECTABLE else _SPELLINGS.get(name)
    if not equals or not text.strip() or known is None:
        return None
    return Condition(known, text.strip())


def nearest_selectable(name: str) -> str | None:
    """The field of a condition that was probably meant by `name`: in another language, or mistyped.

    >>> [nearest_selectable(name) for name in ("jahr", "Verlag", "yaer", "keywrods", "qqq")]
    ['year', 'publisher', 'year', 'keyword', None]
    """
    meant = meant_field(name)
    if meant is not None:
        return "year" if meant == "issued" else meant
    from difflib import get_close_matches  # only mistakes need it

    # Comparing is quadratic in the length of what was typed; no name here is longer than 40.
    known = {**_SPELLINGS, "id": "id", "type": "type", "year": "year"}
    near = get_close_matches(name.strip().casefold()[:40], sorted(known), n=1, cutoff=0.55)
    return known[near[0]] if near else None


def holds(condition: Condition, record: Record) -> bool:
    """Whether `record` is one that `condition` means.

    A year and a type must be equal, and so must an ISBN, however it is hyphenated. All else is
    found within the field, in one of its names or keywords, whatever its case and accents;
    an umlaut may be typed as two letters.
    """
    name, text = condition
    if name == "year":
        issued = record.fields.get("issued")
        return isinstance(issued, dict) and text in map(str, years_of(issued))
    wanted = folded(text)
    if name == "type":
        return folded(record.type) == wanted
    if name == "ISBN":
        return not _isbns(text).isdisjoint(_isbns(str(record.fields.get("ISBN", ""))))
    if name == "DOI":
        wanted = folded(bare_doi(text))
    return any(is_in(wanted, each) for each in texts_of(record, name))


def is_in(wanted: str, text: str) -> bool:
    """Whether `wanted`, folded, is in `text`, in which an umlaut may be two letters: Mueller."""
    if wanted in folded(text):
        return True
    if text.isascii():
        return False
    composed = unicodedata.normalize("NFC", text.casefold())
    return wanted in folded(composed.translate(_UMLAUTS))


def texts_of(record: Record, name: str) -> Iterator[str]:
    """What the field `name` of `record` says, as texts: each name, each keyword, each year."""
    if name == "id":
        yield record.id
        return
    value = record.fields.get(name)
    if isinstance(value, str):
        yield from _TEXTS.get(name, _whole)(value)
    elif isinstance(value, list):
        for contributor in value:
            yield name_text(contributor)
            yield spoken_name(contributor)
    elif isinstance(value, dict):
        yield from ("-".join(f"{number:02}" for number in p) for p in value.get("date-parts", ()))
        yield str(value.get("literal", ""))


def key_of(record: Record) -> str:
    """What `record` is called in lists: its citation key if it has one, else its id."""
    own = record.fields.get("citation-key")
    return own if isinstance(own, str) else record.id


@lru_cache(maxsize=1 << 12)  # the words looked for, and names that stand in many records
def folded(text: str) -> str:
    """`text` for comparisons: without case, without accents, ß as ss.

    >>> folded("Böll, Straße") == folded("BOLL, strasse")
    True
    """
    if text.isascii():
        return text.lower()
    taken_apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in taken_apart if not unicodedata.combining(char))


def _isbns(text: str) -> frozenset[str]:
    found = isbns_in(text)
    return frozenset(one.isbn13 if one.valid else folded(one.typed) for one in found)


def _whole(text: str) -> list[str]:
    return [text]


_TEXTS: Final[Mapping[str, Callable[[str], list[str]]]] = MappingProxyType(
    {"keyword": split_keywords, "DOI": lambda text: [bare_doi(text)]}
)
