"""Languages are tags, whatever a catalogue or a person wrote for them."""

from __future__ import annotations

import pytest

from reportcite.values.language import (
    LANGUAGE_TAGS,
    is_tag,
    language_problems,
    language_tag,
    primary_language,
)


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("ger", "de"),
        ("GER", "de"),
        ("deu", "de"),
        ("Deutsch", "de"),
        ("DE", "de"),
        ("EN", "en"),
        ("en_US", "en-US"),
        ("en_us", "en-US"),
        ("eng_GB", "en-GB"),
        ("Fra_ca", "fr-CA"),
        ("xyz_us", "xyz-US"),
    ],
)
def test_names_and_codes_become_tags(typed: str, tag: str) -> None:
    assert language_tag(typed) == tag


@pytest.mark.parametrize(
    "text", ["de", "de-AT", "De", "Klingon", "de, en", "USA", "e", "en_USA", ""]
)
def test_other_texts_stay(text: str) -> None:
    assert language_tag(text) == text


def test_all_names_mean_a_tag() -> None:
    assert all(is_tag(tag) and language_tag(name) == tag for name, tag in LANGUAGE_TAGS.items())


@pytest.mark.parametrize("text", ["de", "zh-Hant-TW", "de-1996", "es-419", "de-x-a1", "sgn"])
def test_tags(text: str) -> None:
    assert is_tag(text)


@pytest.mark.parametrize("text", ["German", "de_DE", "d", "de-", "xx-YY-zz", ""])
def test_no_tags(text: str) -> None:
    assert not is_tag(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [("de", "de"), ("de-AT", "de"), ("sr_Latn_RS", "sr"), ("gsw", "gsw"), ("German", ""), ("", "")],
)
def test_the_language_in_a_tag(text: str, language: str) -> None:
    assert primary_language(text) == language


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("de-AT", []),
        ("ger", []),  # the form of a tag
        ("German", ["write de"]),
        ("en_US", ["write en-US"]),
        ("Klingon", ["write one tag such as de or en-GB"]),
        ("de, en", ["write one tag such as de or en-GB"]),
    ],
)
def test_what_is_no_tag_is_reported(text: str, fixes: list[str]) -> None:
    assert [problem.suggestion for problem in language_problems(text)] == fixes
    assert all(problem.rule.name == "language-tag" for problem in language_problems(text))
