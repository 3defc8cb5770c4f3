"""How people name styles, in the words that the names and titles of styles are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reportcite.csl.style.catalogue import folded
from reportcite.patterns import pattern

_WORD: Final = pattern(r"\w+")
_NUMBER: Final = pattern(r"(\d+)(?:st|nd|rd|th|te)?")
_TYPED_UMLAUT: Final = pattern(r"([aou])e")
_PUNCTUATION: Final = "()[]{}.,:;!?\"'„“”‚‘’«»"

_PHRASES: Final[Mapping[str, str]] = {
    "deutsche zitierweise": "deutsch note",
    "amerikanische zitierweise": "harvard",
}
"""What German textbooks call citing in footnotes, and in the text."""

_MEANINGS: Final[Mapping[str, str]] = {
    word: meaning
    for meaning, words in {
        "edition|auflage": "auflage aufl auf edition ed edn",
        "deutsch": "deutsch deutsche deutscher deutsches german germany",
        "english": "english englisch",
        "francais": "francais french franzosisch franzoesisch",
        "note": "note notes footnote footnotes fussnote fussnoten endnoten",
        "author|name": "autor author name",
        "date|year": "jahr year date datum",
        "numeric|number": "numeric numbered numerisch nummern nummeriert",
        "short|kurzbeleg": "short shortened kurzbeleg kurzbelege",
        "full|vollbeleg": "full vollbeleg vollbelege",
        "jurist|recht": "jura juristisch juristische rechtswissenschaft",
    }.items()
    for word in words.split()
}
"""The words of titles, as a regular expression, that stand for a word people type."""

_LANGUAGES: Final[Mapping[str, str]] = {
    "deutsch": "de-DE",
    "english": "en-GB",
    "francais": "fr-FR",
}

_FILLERS: Final = frozenset(
    "edition|auflage style styles stil zitierstil zitierweise zitation zitieren citation citations"
    " reference references referencing format manual of the nach version csl".split()
)
"""What is said around the name of a style, once other words have found nothing."""


def readings(query: str) -> Iterator[list[str]]:
    """Regular expressions for the words of names and titles that `query` may mean, the nearest
    reading first: its words as typed; what they stand for there; those of them that name
    something; and letters inside of words.

    >>> [reading for reading in readings("APA 7. Aufl.")][1]
    ['\\\\bapa', '\\\\b7(?!\\\\d)', '\\\\b(?:edition|auflage)']
    """
    typed = [word.strip(_PUNCTUATION) for word in folded(query).split()]
    as_typed = [re.escape(word) for word in typed if word]
    yield [rf"\b{word}" for word in as_typed]
    meant = _meant(query)
    yield [_begins_with(word) for word in meant]
    if naming := [word for word in meant if word not in _FILLERS]:
        yield [_begins_with(word) for word in naming]
    yield as_typed


def short(name: str) -> str:
    """`name` as short names are compared: what it means, without what is said around it.

    >>> short("Chicago, 17th edition (footnotes)") == short("chicago17-notes")
    True
    >>> short("APA 7. Auflage"), short("APA-Style")
    ('apa7', 'apa')
    """
    return "".join(word for word in _meant(name) if word not in _FILLERS)


def language_named(word: str) -> str:
    """The tag of the language that `word` names, in English or its own; "" for other words.

    >>> language_named("german"), language_named("Deutsche"), language_named("apa")
    ('de-DE', 'de-DE', '')
    """
    return _LANGUAGES.get("".join(_meant(word)), "")


def _meant(query: str) -> list[str]:
    """The words of `query`, each as titles have it: a number, or alternatives, parted by |."""
    text = " ".join(_WORD.findall(folded(query)))
    words = _PHRASES.get(text, text).split()
    return [
        number[1] if (number := _NUMBER.fullmatch(word)) else _MEANINGS.get(word, word)
        for word in words
    ]


def _begins_with(word: str) -> str:
    if word.isdigit():
        return rf"\b{word}(?!\d)"
    without = _TYPED_UMLAUT.sub(r"\1", word)  # “Universitaet”: names hold no umlauts
    alternatives = word if without == word or "|" in word else f"{word}|{without}"
    return rf"\b(?:{alternatives})" if "|" in alternatives else rf"\b{word}"
