"""The headings of sections, in the language of the bibliography."""

from __future__ import annotations

import pytest

from reportcite.csl.locale import load_locale
from reportcite.documents.headings import (
    ENGLISH,
    GERMAN,
    of_language,
    of_script,
    of_type,
    words_of,
)
from reportcite.vocabulary import ITEM_TYPES


@pytest.mark.parametrize(
    ("locale", "name", "heading"),
    [
        ("en-US", "book", "Books"),
        ("en-GB", "article-journal", "Journal articles"),
        ("en-US", "thesis", "Theses"),
        ("en-US", "software", "Software"),
        ("de-DE", "book", "Bücher"),
        ("de-AT", "report", "Berichte"),
        ("de-DE", "article-journal", "Zeitschriftenartikel"),
        ("de-DE", "chapter", "Kapitel"),
        ("fr-FR", "book", "Livres"),
        ("fr-FR", "report", "Rapport"),
        ("it-IT", "thesis", "Tesi"),
        ("de-DE", "own-type", "Own-type"),
    ],
)
def test_a_type_is_called_as_the_locale_calls_it_or_in_the_plural(
    locale: str, name: str, heading: str
) -> None:
    assert of_type(name, load_locale(locale)) == heading


@pytest.mark.parametrize(("words", "locale"), [(ENGLISH, "en-US"), (GERMAN, "de-DE")])
def test_only_types_of_csl_have_plurals_and_each_begins_like_its_term(
    words: object, locale: str
) -> None:
    plurals = words_of(load_locale(locale)).plurals
    assert plurals.keys() <= ITEM_TYPES
    terms = load_locale(locale)
    for name, plural in plurals.items():
        term = terms.term(name) or ""
        if (name, locale) not in {("event", "de-DE"), ("graphic", "en-US"), ("article", "en-US")}:
            assert plural[:2].casefold() == term[:2].casefold(), name


def test_every_type_has_a_heading_in_english_and_german() -> None:
    for locale in map(load_locale, ("en-US", "de-DE")):
        headings = [of_type(name, locale) for name in ITEM_TYPES]
        assert len(set(headings)) == len(ITEM_TYPES)
        assert all(heading[:1].isupper() for heading in headings)


@pytest.mark.parametrize(
    ("locale", "tag", "heading"),
    [
        ("de-DE", "fr", "Französisch"),
        ("en-GB", "de-AT", "German"),
        ("fr-FR", "de", "Deutsch"),
        ("fr-FR", "fr-CA", "Français"),
        ("it-IT", "bs", "Bosnian"),
        ("de-DE", "km", "ភាសាខ្មែរ"),
        ("de-DE", "tlh", "Tlh"),
    ],
)
def test_a_language_is_called_by_its_name(locale: str, tag: str, heading: str) -> None:
    assert of_language(tag, load_locale(locale)) == heading


@pytest.mark.parametrize(
    ("locale", "name", "heading"),
    [
        ("de-DE", "CYRILLIC", "Kyrillische Schrift"),
        ("de-DE", "DEVANAGARI", "Devanagari-Schrift"),
        ("en-US", "CYRILLIC", "Cyrillic script"),
        ("en-US", "KANA", "Japanese script"),
        ("fr-FR", "CJK", "Chinese script"),
    ],
)
def test_scripts_have_german_and_english_names(locale: str, name: str, heading: str) -> None:
    assert of_script(name, load_locale(locale)) == heading
