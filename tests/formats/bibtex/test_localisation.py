"""What biblatex's localisation keys stand for."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.localisation import KEYS, localised


@pytest.mark.parametrize(
    ("variable", "key", "text"),
    [
        ("genre", "patentus", "U.S. patent"),
        ("genre", "MAThesis", "Master’s thesis"),
        ("publisher-place", "countryde", "Germany"),
        ("status", "inpress", "in press"),
        ("genre", "countryde", "countryde"),
        ("title", "patentus", "patentus"),
    ],
)
def test_a_key_is_one_in_its_own_field_alone(variable: str, key: str, text: str) -> None:
    assert localised(variable, key) == text


def test_a_genre_is_called_as_in_the_language_of_its_entry() -> None:
    assert localised("genre", "phdthesis", "de") == "Dissertation"
    assert localised("genre", "patent", "de-CH") == "Patent"
    assert localised("genre", "candthesis", "de") == "Candidate thesis"
    assert localised("genre", "phdthesis", "fr") == "PhD thesis"
    assert localised("status", "inpress", "de") == "in press"


def test_keys_are_in_small_letters() -> None:
    for keys in KEYS.values():
        assert all(key.isalpha() and key.islower() for key in keys)
