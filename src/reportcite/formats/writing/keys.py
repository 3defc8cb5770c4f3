"""Citation keys: made from a record, the same in every run, unique without regard to case."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from string import ascii_lowercase, digits
from types import MappingProxyType

from reportcite.errors import UsageError
from reportcite.record.frame import Frame
from reportcite.record.hashed import Hashed
from reportcite.record.model import Record
from reportcite.values.dates.questions import named_year
from reportcite.values.names.particles import join
from reportcite.values.shapes import Contributor
from reportcite.values.texts.folding import fold
from reportcite.vocabulary import CREATORS

DEFAULT_KEY_FORMAT = "author-year-word"

# What BibTeX, biber or TeX would stumble over in a key that came with a record.
_UNSAFE = re.compile("[\\s\x00-\x20\x7f-\xa0\ud800-\udfff\u2028\u2029{}(),\"'`#%=~^$&\\\\@<>|;]+")
_WORDS = re.compile(r"[^\W_]+(?:[’'ʼ][^\W_]+)*")
_STOP_WORDS = frozenset(
    """a an the and or of on in at to for from by with as is are der die das den dem des ein
    eine einer eines und oder im in am an auf aus bei mit nach von vom zu zum zur für über
    le la les un une des du de et en au aux sur dans el los las una y del il lo gli i het
    een op voor""".split()
)
_LONGEST = 10
"""Letters or digits of a suffix, of which there are never so many."""
_LIKELY = 10_000
"""A number of a suffix: all keys are looked at closely before any can be as large."""
_SURE = 4
"""Letters at the end of a key that is not like one with a suffix of a lower number."""
_MANY = 4_000
_AT_ONCE = 1_000
_NOBODY = "anon"
_UNDATED = "nd"
_SAYS_LITTLE = frozenset({"", _NOBODY, _UNDATED})


def safe_key(key: str) -> str:
    """A key that came with a record, without the characters that would break an entry."""
    if key.isascii() and key.isalnum():
        return key
    return _UNSAFE.sub("", key)


def base_key(record: Record, key_format: str = DEFAULT_KEY_FORMAT) -> str:
    """The key `record` asks for, before collisions are resolved; never empty.

    A record that brought its own `citation-key` keeps it. `key_format` names parts joined by
    hyphens (see `KEY_PARTS`); they are written one after the other, in ASCII letters and digits.
    Where these leave nothing of author and title but a year, the record's id is the key.
    Raises UsageError for an unknown part.
    """
    return key_maker(key_format)(record)


def key_maker(key_format: str = DEFAULT_KEY_FORMAT) -> Callable[[Record], str]:
    """What makes the key that a record asks for: see `base_key`."""
    parts = key_parts(key_format)

    def make(record: Record) -> str:
        # Run for every record of an export.
        own = record.fields.get("citation-key")
        if own and isinstance(own, str) and (kept := safe_key(own)):
            return kept
        key = "".join([part(record) for part in parts])
        if not key or _NOBODY in key:
            pieces = [part(record) for part in parts]
            if all(piece in _SAYS_LITTLE or piece.isdecimal() for piece in pieces):
                return fold(record.id) or key or _NOBODY
        return key

    return make


def keys_maker(key_format: str = DEFAULT_KEY_FORMAT) -> Callable[[Frame], list[str]]:
    """What makes the keys that the records of a frame ask for, the same as `key_maker` makes."""
    make, parts = key_maker(key_format), key_parts(key_format)

    def make_all(frame: Frame) -> list[str]:
        if "citation-key" in frame.columns:
            return [*map(make, frame.records)]
        columns: list[Iterable[str]] = []
        for part in parts:
            of_frame = _OF_FRAMES.get(part)
            columns.append(of_frame(frame) if of_frame else map(part, frame.records))
        keys = [*map("".join, zip(*columns, strict=True))]
        if all(keys) and _NOBODY not in "\n".join(keys):
            return keys
        records = zip(keys, frame.records, strict=True)
        return [key if key and _NOBODY not in key else make(record) for key, record in records]

    return make_all


class UniqueKeys:
    """Gives each key once, whatever its letter case; the same keys in the same order every run.

    It keeps how often each was asked for, by hashes (see `Hashed`), and no key with a suffix: that
    one was given follows from how often what stands before it was asked for. None is given twice;
    the chance that any of a million gets a suffix it does not need is one in two million.
    """

    def __init__(self) -> None:
        self._asked = Hashed()
        self._most = 1  # that any was asked for
        # Keys that may be taken for one with a suffix, as long as there are few, and few suffixes.
        self._alike: set[int] | None = set()

    def unique(self, base: str) -> str:
        """`base`, or `base` with a suffix where it was given before.

        After a digit the suffix is a letter (`smith2024b`), else a number (`smith2024risk2`).
        """
        return self.all_unique([base])[0]

    def of(self, record: Record) -> str:
        """A key made of what `record` says, in the usual format."""
        return self.unique(base_key(record))

    def all_unique(self, bases: Sequence[str]) -> list[str]:
        """As `unique`, for each of `bases` after those before it."""
        if len(bases) > _AT_ONCE:
            pieces = [bases[at : at + _AT_ONCE] for at in range(0, len(bases), _AT_ONCE)]
            return [*chain.from_iterable(map(self.all_unique, pieces))]
        # As little as can be: the one process that sees all records of an export runs this.
        folded = [*map(str.casefold, bases)]
        hashes = array("q", map(hash, folded))
        again = self._asked.count(hashes)
        self._most = max([self._most, *[number for _, number in again]])
        alike = self._like_suffixed(folded, hashes)
        if self._alike is None or self._alike:
            again = self._checked(folded, hashes, dict(again), alike)
        keys = [*bases]
        for index, number in again:
            base = bases[index]
            keys[index] = base + (_letters(number) if base[-1:].isdigit() else str(number))
        return keys

    def _like_suffixed(
        self, folded: Sequence[str], hashes: array[int]
    ) -> dict[int, tuple[str, int]]:
        """What the keys that can be like one that is given with a suffix consist of, by index."""
        if self._alike is not None:
            short = [index for index, key in enumerate(folded) if not key[-_SURE:].isalpha()]
            parted = {index: _parted(folded[index]) for index in short}
            found = {index: one for index, one in parted.items() if 1 < one[1] < _LIKELY}
            self._alike.update([hashes[index] for index in found])
            if len(self._alike) <= _MANY and self._most < _LIKELY - _MANY - _AT_ONCE:
                return found
            self._alike = None
        parted = dict(enumerate(map(_parted, folded)))
        return {index: one for index, one in parted.items() if one[1] > 1}

    def _checked(
        self,
        folded: Sequence[str],
        hashes: array[int],
        known: Mapping[int, int],
        alike: Mapping[int, tuple[str, int]],
    ) -> list[tuple[int, int]]:
        """The numbers of the suffixes of keys, by their indices, where keys that records brought
        are like others with a suffix; `known` were asked for before, so often now."""
        found: list[tuple[int, int]] = []
        numbers: dict[int, int] = {}  # of the suffixes that were given last, where some are skipped
        places: dict[int, list[int]] = {}

        def asked(key: int, index: int) -> int:
            """How often the key of a hash was asked for before that at `index`."""
            if key in numbers:
                return numbers[key]
            if there := self._asked.get(key):
                if not places:
                    for at, one in enumerate(hashes):
                        places.setdefault(one, []).append(at)
                there -= sum(at >= index for at in places.get(key, ()))
            return there

        for index in sorted({*alike, *known}):
            key, base = hashes[index], folded[index]
            if index not in known:
                before, number = alike[index]
                if asked(hash(before), index) < number:
                    continue
            number = max(known.get(index, 2), numbers.get(key, 0) + 1)
            while asked(hash(base + _suffix(base, number)), index):
                number += 1  # a record brought this very key
            if number > known.get(index, 1) or key in numbers:
                numbers[key] = number
            found.append((index, number))
        for key, number in numbers.items():
            self._asked.replace(key, number)
        self._most = max(self._most, *numbers.values(), 1)
        return found


def _suffix(base: str, number: int) -> str:
    return _letters(number) if base[-1:].isdigit() else str(number)


@lru_cache(maxsize=1 << 10)
def _letters(number: int) -> str:
    """a to z, aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _parted(key: str) -> tuple[str, int]:
    """What stands before the suffix of a folded key, and the number of that; 0 where it has none
    that is given."""
    base = key.rstrip(ascii_lowercase)
    if base != key:
        if not base[-1:].isdigit() or len(key) - len(base) > _LONGEST:
            return key, 0
        number = 0
        for letter in key[len(base) :]:
            number = 26 * number + ord(letter) - ord("a") + 1
        return base, number
    base = key.rstrip(digits)
    suffix = key[len(base) :]
    has_none = not suffix or suffix[0] == "0" or len(suffix) > _LONGEST or base[-1:].isdigit()
    return (key, 0) if has_none else (base, int(suffix))


@lru_cache(maxsize=16)  # a run has one format of keys
def key_parts(key_format: str) -> tuple[Callable[[Record], str], ...]:
    """What makes the parts that `key_format` names; raises UsageError for an unknown part."""
    parts = []
    for name in key_format.split("-"):
        part = KEY_PARTS.get(name.strip().lower())
        if part is None:
            from difflib import get_close_matches  # only mistakes need it

            near = get_close_matches(name, KEY_PARTS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known parts: {', '.join(KEY_PARTS)}"
            raise UsageError(f"unknown part {name!r} in key format {key_format!r}", suggestion=hint)
        parts.append(part)
    return tuple(parts)


def _author(record: Record) -> str:
    fields = record.fields
    for variable in CREATORS:
        names = fields.get(variable)
        if isinstance(names, list) and names and (folded := _name(names[0])):
            return folded
    publisher = fields.get("publisher")
    return (_word_of(publisher) if isinstance(publisher, str) else "") or _NOBODY


def _authors(record: Record) -> str:
    names = record.fields.get("author")
    folded = "".join(map(_name, names[:3])) if isinstance(names, list) else ""
    return folded or _author(record)


def _name(name: Contributor) -> str:
    family = name.get("family") or name.get("given")
    if family:
        return _family(name.get("non-dropping-particle", ""), family)
    return _word_of(name.get("literal", ""))


@lru_cache(maxsize=1 << 13)  # the same people write many reports
def _family(particle: str, family: str) -> str:
    return fold(join(particle, family)).lower()


def _year(record: Record) -> str:
    issued = record.fields.get("issued")
    if not isinstance(issued, dict):
        return _UNDATED
    year = named_year(issued)
    return _UNDATED if year is None else str(abs(year))


def _first_word(variable: str) -> Callable[[Record], str]:
    def part(record: Record) -> str:
        value = record.fields.get(variable)
        return _word_of(value) if isinstance(value, str) else ""

    return part


@lru_cache(maxsize=1 << 10)  # titles begin with the same words
def _word_at_once(first: str) -> str:
    """What `_word_of` makes of a text with this before its first space, "" if that is not seen."""
    low = first.lower()
    return low if first.isascii() and first.isalpha() and low not in _STOP_WORDS else ""


def _word_of(text: str) -> str:
    """The first word that says something, folded; else the first that folds to anything."""
    if first := _word_at_once(text.split(" ", 1)[0]):
        return first
    fallback = ""
    # A title is judged by its beginning: a text without Latin letters may be very long.
    for match in _WORDS.finditer(text[:500]):
        word = fold(match[0]).lower()
        if word and match[0].lower() not in _STOP_WORDS:
            return word
        fallback = fallback or word
    return fallback


def _author_of_all(frame: Frame) -> Iterable[str]:
    """`_author` of each record."""
    firsts = [names[0] for names in frame.columns.get("author", ())]
    if {*map(tuple, firsts)} != {("family", "given")}:
        return map(_author, frame.records)
    folded = map(_family, repeat(""), [name["family"] for name in firsts])
    return [one or _author(record) for one, record in zip(folded, frame.records, strict=True)]


def _year_of_all(frame: Frame) -> Iterable[str]:
    """`_year` of each record."""
    try:
        return [str(abs(date["date-parts"][0][0])) for date in frame.columns["issued"]]
    except (KeyError, IndexError):  # some have no year
        return map(_year, frame.records)


def _word_of_all(frame: Frame) -> Iterable[str]:
    """`_word_of` each title."""
    titles = frame.columns.get("title", [""] * len(frame.rows))
    firsts = map(_word_at_once, [title.split(" ", 1)[0] for title in titles])
    return [first or _word_of(title) for first, title in zip(firsts, titles, strict=True)]


def _text(variable: str) -> Callable[[Record], str]:
    def part(record: Record) -> str:
        value = record.fields.get(variable)
        return fold(value) if isinstance(value, str) else ""

    return part


KEY_PARTS: Mapping[str, Callable[[Record], str]] = MappingProxyType(
    {
        "author": _author,
        "authors": _authors,
        "year": _year,
        "word": _first_word("title"),
        "title": _text("title"),
        "publisher": _first_word("publisher"),
        "type": lambda record: fold(record.type),
        "id": lambda record: fold(record.id),
        "isbn": _text("ISBN"),
        "doi": _text("DOI"),
        "number": _text("number"),
    }
)
"""The parts a key format may name: first family name, up to three family names, year of issue,
first word of the title that is no article or preposition, and so on."""

_OF_FRAMES: Mapping[Callable[[Record], str], Callable[[Frame], Iterable[str]]] = MappingProxyType(
    {
        KEY_PARTS["author"]: _author_of_all,
        KEY_PARTS["year"]: _year_of_all,
        KEY_PARTS["word"]: _word_of_all,
    }
)
"""What makes these parts for all records of a frame."""
