"""Pages say the same things in all their languages."""

from __future__ import annotations

import pytest

from reportcite.csl.locale import languages
from reportcite.pages.words import LANGUAGE_NAMES, LOCALES, WORDS


@pytest.mark.parametrize("language", WORDS)
def test_no_language_lacks_a_word(language: str) -> None:
    assert WORDS[language].keys() == WORDS["en"].keys()
    assert all(WORDS[language].values())
    assert LANGUAGE_NAMES[language].keys() == LANGUAGE_NAMES["en"].keys()


def test_every_language_has_a_locale_for_its_citations() -> None:
    assert LOCALES.keys() == WORDS.keys()
    assert {*LOCALES.values()} <= {*languages()}
