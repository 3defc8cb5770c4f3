"""Names in parts, and what people and other programs call the parts."""

from __future__ import annotations

import pytest

from reportcite.values.names.parts import (
    NAME_PARTS,
    are_parts,
    contributor,
    is_contributor,
    is_name,
    person,
    read_parts,
)
from reportcite.values.shapes import Contributor


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ({"family": "Ng", "given": "Bo"}, {"family": "Ng", "given": "Bo"}),
        (
            {"Family": "Ng", "Dropping_Particle": "von"},
            {"family": "Ng", "dropping-particle": "von"},
        ),
        ({"family": "Ng", "given": ["Bo", "A."]}, {"family": "Ng", "given": "Bo A."}),
        ({"family": "Ng", "given": []}, {"family": "Ng"}),
        ({"family": "Ng", "given": ""}, {"family": "Ng"}),
        ({"family": "Ng", "given": None}, {"family": "Ng"}),
        ({"literal": 42}, {"literal": "42"}),
        ({"name": "World Bank"}, {"literal": "World Bank"}),
        ({"family": "Ng", "orcid": "0000", "affiliation": []}, {"family": "Ng", "ORCID": "0000"}),
        (
            {"family": "Ng", "affiliation": [{"name": "A", "id": []}, "B", {}, None]},
            {"family": "Ng", "affiliation": "A; B"},
        ),
        (
            {"name": "A", "Post_Code": 12, "authenticated-orcid": True},
            {"literal": "A", "post-code": "12"},
        ),
        ({"family": "Ng", "email": True, "tel": None}, {"family": "Ng"}),
        ({"family": "Ng", "comma-suffix": "true"}, {"family": "Ng", "comma-suffix": True}),
        ({"family": "Ng", "comma-suffix": "no"}, {"family": "Ng", "comma-suffix": False}),
        ({"family": "Ng", "static-ordering": 1}, {"family": "Ng", "static-ordering": True}),
        ({"family": "Ng", "static-ordering": 0}, {"family": "Ng", "static-ordering": False}),
    ],
)
def test_names_in_parts(source: dict[str, object], name: Contributor) -> None:
    assert read_parts(source) == (name, [])


def test_a_suffix_alone_is_no_name() -> None:
    assert read_parts({"suffix": "Jr."}) == (None, [])


def test_other_words_for_the_parts_lead_to_them() -> None:
    name, wrong = read_parts({"family": "Ng", "First_Name": "Bo", "born": 1901, "name": "Ng"})
    assert name == {"family": "Ng"}
    assert [(one.key, one.part, one.is_known) for one in wrong] == [
        ("First_Name", "given", False),
        ("born", "", False),
        ("name", "", False),
    ]


def test_a_part_is_one_text() -> None:
    name, [wrong] = read_parts({"family": {"x": "Ng"}, "given": "Bo"})
    assert name == {"given": "Bo"}
    assert wrong == ("family", "family", {"x": "Ng"}, True)
    assert read_parts({"family": "Ng", "given": ["Bo", 1]}).wrong[0].part == "given"


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ({"family": "Ng"}, True),
        ({"given": "Bo"}, True),
        ({"literal": "DeZIM", "suffix": "x"}, True),
        ({"suffix": "Jr."}, False),
        ({"family": ""}, False),
        ({"family": 5}, False),
        ({"family": "Ng", "born": "1901"}, False),
        ({"family": "Ng", "comma-suffix": True}, False),
    ],
)
def test_a_name_that_can_be_taken_as_it_is(source: dict[str, object], is_one: bool) -> None:
    assert is_contributor(source) is is_one
    if all(source.values()) and 5 not in source.values():
        assert are_parts(source) is is_one


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ({"family": "Ng", "comma-suffix": True}, True),
        ({"suffix": ""}, True),
        ({}, False),
        ([], False),
        ({"born": "1901"}, False),
        ({"family": 5}, False),
    ],
)
def test_the_shape_of_a_name(value: object, is_one: bool) -> None:
    assert is_name(value) is is_one


def test_there_are_eight_parts() -> None:
    assert len(NAME_PARTS) == 8


def test_empty_parts_are_left_out() -> None:
    assert contributor(family="Ng", non_dropping_particle="van", suffix="") == {
        "family": "Ng",
        "non-dropping-particle": "van",
    }


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("van Gogh", "Vincent", ""),
         {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}),
        (("King", "Martin", "Jr."), {"family": "King", "given": "Martin", "suffix": "Jr."}),
        (("van Gogh", "", ""), {"family": "van Gogh"}),
        (("", "Banksy", ""), {"given": "Banksy"}),
        (("Doe, Jr.", "Jane", ""), {"family": "Doe, Jr.", "given": "Jane"}),
        (("Rote Stiftung", "Berlin", ""), {"family": "Rote Stiftung", "given": "Berlin"}),
    ],
)  # fmt: skip
def test_particles_within_parts_are_found(parts: tuple[str, str, str], name: Contributor) -> None:
    assert person(*parts) == name
