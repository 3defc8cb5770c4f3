"""The German terms that the locales of German lack."""

from __future__ import annotations

import pytest

from reportcite.csl.german import GERMAN_TERMS
from reportcite.csl.locale import load_locale


@pytest.mark.parametrize("language", ["de-DE", "de-AT", "de-CH", "de"])
def test_they_are_terms_of_german_in_every_country(language: str) -> None:
    german = load_locale(language)
    for (name, form), (single, multiple) in GERMAN_TERMS.items():
        assert german.term(name, form) == single
        assert german.term(name, form, plural=True) == multiple


def test_each_is_one_that_english_readers_know_under_another_name() -> None:
    english = load_locale("en-US")
    for (name, form), (single, _) in GERMAN_TERMS.items():
        assert english.term(name, form)
        assert single != english.term(name, form)
