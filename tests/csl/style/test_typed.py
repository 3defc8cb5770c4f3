"""What people type for a style, read in the words of styles."""

from __future__ import annotations

import pytest

from reportcite.csl.style.catalogue import aliases
from reportcite.csl.style.typed import language_named, readings, short


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("APA 7. Auflage", "apa7"),
        ("APA (7th edition)", "apa7"),
        ("apa-style", "apa"),
        ("Chicago 17 Fußnoten", "chicago17-notes"),
        ("ISO 690", "iso690"),
        ("IEEE citation style", "ieee"),
        ("amerikanische Zitierweise", "harvard"),
    ],
)
def test_a_short_name_is_known_behind_what_is_said_around_it(typed: str, name: str) -> None:
    assert short(typed) == short(name)


def test_no_two_styles_have_the_same_short_name() -> None:
    meant: dict[str, str] = {}
    for alias, style in aliases().items():
        assert meant.setdefault(short(alias), style) == style


def test_the_words_as_typed_are_tried_first_and_letters_inside_of_words_last() -> None:
    tried = [*readings("„Deutsche“ Fussnote, 7th")]
    assert tried[0] == [r"\bdeutsche", r"\bfussnote", r"\b7th"]
    assert tried[1] == [r"\bdeutsch", r"\bnote", r"\b7(?!\d)"]
    assert tried[-1] == ["deutsche", "fussnote", "7th"]


def test_words_around_a_name_are_left_out_where_others_are_left() -> None:
    assert [r"\bapa"] in [*readings("APA Stil")]
    assert [] not in [*readings("Stil")]


def test_an_umlaut_may_be_typed_with_an_e() -> None:
    assert [r"\b(?:koelner|kolner)"] in [*readings("Koelner")]


@pytest.mark.parametrize(
    ("word", "tag"),
    [("Deutsch", "de-DE"), ("english", "en-GB"), ("französisch", "fr-FR"), ("apa", ""), ("7", "")],
)
def test_a_language_is_known_by_its_name(word: str, tag: str) -> None:
    assert language_named(word) == tag
