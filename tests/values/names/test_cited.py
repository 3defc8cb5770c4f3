"""Names of CSL-JSON taken apart: particles and suffixes written inside other parts."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.values.names.cited import parts_for_citing


@pytest.mark.parametrize(
    ("family", "particle", "rest"),
    [
        ("van der Vlist", "van der", "Vlist"),
        ("d’Aubignac", "d’", "Aubignac"),
        ("al-Ghazali", "al-", "Ghazali"),
        ("Van Dyke", None, "Van Dyke"),
        ('"van Dyke"', None, "van Dyke"),
        ("bell hooks", "bell", "hooks"),
        ("hooks", None, "hooks"),
        ("بن لادن", None, "بن لادن"),
        ("ამ ბერიძე", None, "ამ ბერიძე"),
    ],
)
def test_words_in_small_letters_before_a_family_name_are_its_particle(
    family: str, particle: str | None, rest: str
) -> None:
    name = parts_for_citing({"family": family, "given": "A."})

    assert (name.get("non-dropping-particle"), name["family"]) == (particle, rest)


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ({"family": "Humboldt", "given": "Alexander von"}, ("Alexander", "von", None)),
        ({"family": "King", "given": "Martin Luther, Jr."}, ("Martin Luther", None, "Jr.")),
        ({"family": "King", "given": "Martin, jr."}, ("Martin", None, "jr.")),
        ({"family": "King", "given": "Rex, III"}, ("Rex", None, "III")),
        ({"family": "King", "given": "Rex, 3rd"}, ("Rex", None, "3rd")),
        ({"family": "Roe", "given": "Rex, Graf von"}, ("Rex", None, "Graf von")),
        ({"family": "Roe", "given": "Rex, graf von"}, ("Rex,", "graf von", None)),
        ({"family": "Doe", "given": "jane q"}, ("jane", "q", None)),
        ({"family": "Doe", "given": "J. von", "dropping-particle": "de"}, ("J. von", "de", None)),
        ({"family": "शर्मा", "given": "राम कुमार"}, ("राम कुमार", None, None)),
        ({"family": "ბერიძე", "given": "ნინო მარიამ"}, ("ნინო მარიამ", None, None)),
    ],
)
def test_a_given_name_may_hold_a_particle_or_a_suffix(
    source: dict[str, str], parts: tuple[str | None, ...]
) -> None:
    name = parts_for_citing(source)

    assert (name.get("given"), name.get("dropping-particle"), name.get("suffix")) == parts


def test_an_exclamation_mark_keeps_the_comma_of_a_suffix() -> None:
    name = parts_for_citing({"family": "King", "given": "Rex,! Jr."})

    assert name == {"family": "King", "given": "Rex", "suffix": "Jr.", "comma-suffix": True}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ({"literal": " World Bank "}, {"literal": "World Bank"}),
        ({"family": "World Bank", "isInstitution": True}, {"literal": "World Bank"}),
        ({"given": "Banksy"}, {"literal": "Banksy", "given": "Banksy"}),
        ({"family": "Plato"}, {"family": "Plato"}),
        ({"family": ["x"], "given": 3}, {}),
        ({"family": "Ng", "static-ordering": 1}, {"family": "Ng", "static-ordering": True}),
    ],
)
def test_institutions_names_of_one_part_and_flags(
    source: dict[str, Any], name: dict[str, Any]
) -> None:
    assert parts_for_citing(source) == name


def test_where_a_part_has_a_field_of_its_own_none_is_looked_for_in_others() -> None:
    with_particle = {"family": "van Dyke", "given": "Ann", "dropping-particle": "de"}
    with_suffix = {"family": "King", "given": "Martin, Luther", "suffix": "Jr."}

    assert parts_for_citing(with_particle) == with_particle
    assert parts_for_citing(with_suffix) == with_suffix
