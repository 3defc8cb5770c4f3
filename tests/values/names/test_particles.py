"""Particles of family names: how they are joined to a name, and separated from it."""

from __future__ import annotations

import pytest

from reportcite.values.names.particles import (
    count_leading,
    count_trailing,
    is_particle,
    join,
    split_family,
    split_given,
    takes_space,
)


@pytest.mark.parametrize(
    ("particle", "name", "joined"),
    [
        ("al-", "Farabi", "al-Farabi"),
        ("d’", "Alembert", "d’Alembert"),
        ("d'", "Alembert", "d'Alembert"),
        ("dʼ", "Alembert", "dʼAlembert"),
        ("‘", "Abd", "‘Abd"),
        ("de' ", "Rossi", "de' Rossi"),
        ("van der", "Berg", "van der Berg"),
        ("’t", "Hoff", "’t Hoff"),
        ("", "Ng", "Ng"),
        ("von", "", "von"),
    ],
)
def test_a_particle_is_joined_to_its_name(particle: str, name: str, joined: str) -> None:
    assert join(particle, name) == joined
    if particle and name:
        assert takes_space(particle) is (joined == f"{particle} {name}")


@pytest.mark.parametrize("word", ["van", "d'", "'t", "de la", "al-"])
def test_particles_are_in_small_letters(word: str) -> None:
    assert is_particle(word)


@pytest.mark.parametrize("word", ["Van", "jr.", "-", "", "d'A"])
def test_other_words_are_none(word: str) -> None:
    assert not is_particle(word)


def test_one_word_is_always_left_for_the_name() -> None:
    assert count_leading(["van", "der", "Berg"]) == 2
    assert count_leading(["van", "Berg", "von"]) == 1
    assert count_leading(["bell", "hooks"]) == 1
    assert count_leading(["hooks"]) == count_leading([]) == 0
    assert count_trailing(["Alexander", "von", "der"]) == 2
    assert count_trailing(["von", "Alexander"]) == 0
    assert count_trailing(["bell", "bell"]) == 1
    assert count_trailing(["bell"]) == count_trailing([]) == 0


@pytest.mark.parametrize(
    ("family", "particle", "rest"),
    [
        ("van der Vlist", "van der", "Vlist"),
        ("d’Aubignac", "d’", "Aubignac"),
        ("de' Rossi", "de' ", "Rossi"),
        ("al-Ghazali", "al-", "Ghazali"),
        ("abd-Ghazali", "abd-", "Ghazali"),
        ("abdu-Ghazali", "", "abdu-Ghazali"),
        ("Van Dyke", "", "Van Dyke"),
        ("’t Hoff", "’t", "Hoff"),
        ("hooks", "", "hooks"),
        ("van  Berg", "van", " Berg"),
        ("2nd Berg", "", "2nd Berg"),
        ("", "", ""),
    ],
)
def test_the_particle_that_begins_a_family_name(family: str, particle: str, rest: str) -> None:
    assert split_family(family) == (particle, rest)


@pytest.mark.parametrize(
    ("given", "rest", "particle"),
    [
        ("Alexander von", "Alexander", "von"),
        ("Ludwig van der", "Ludwig", "van der"),
        ("jane q", "jane", "q"),
        ("bell", "bell", ""),
        ("Jean de La", "Jean de La", ""),
        ("J. 2", "J. 2", ""),
        (" von", " von", ""),
        ("", "", ""),
    ],
)
def test_the_particle_that_ends_given_names(given: str, rest: str, particle: str) -> None:
    assert split_given(given) == (rest, particle)
