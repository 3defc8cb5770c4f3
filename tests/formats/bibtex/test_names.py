"""Names in BibTeX: what is written comes back, or it is said what is altered."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.names import read_names, write_name, write_names, write_unbraced
from reportcite.values.names.bibtex import Particle
from reportcite.values.shapes import Contributor

NG: Contributor = {"family": "Ng", "given": "Ann"}
STAYS: Particle = "non-dropping-particle"
DROPS: Particle = "dropping-particle"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([NG, {"family": "Roe-Doe", "given": "J. B."}], "Ng, Ann and Roe-Doe, J. B."),
        ([], ""),
        ([NG, {"literal": "World Bank"}], ""),
        ([{**NG, "suffix": "Jr."}], ""),
        ([{"family": "Ng"}], ""),
        ([{"family": "Ng", "suffix": "Jr."}], ""),
        ([{"given": "Ann", "suffix": "Jr."}], ""),
        ([{"family": "de Ng", "given": "Ann"}], ""),
        ([{"family": "And", "given": "Ann"}], ""),
        ([{"family": "Ng", "given": "Ann and Bo"}], ""),
        ([{"family": "Ng", "given": "Ann et al."}], ""),
        ([{"family": "Ng & Co", "given": "Ann"}], ""),
        ([{"family": "Ng", "given": "A--B"}], ""),
        ([{"family": "Ng", "given": "ann"}], "Ng, ann"),
    ],
)
def test_names_of_two_parts_that_need_no_braces_are_written_at_once(
    names: list[Contributor], text: str
) -> None:
    assert write_unbraced(names) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (NG, "Ng, Ann"),
        ({"literal": "World Bank"}, "{World Bank}"),
        ({"literal": "R & D"}, r"{R \& D}"),
        ({"family": "Plato"}, "Plato"),
        ({"family": "Le Guin"}, "{Le Guin}"),
        ({"family": "Le Guin", "given": "Ursula"}, "Le Guin, Ursula"),
        ({"family": "de Ng", "given": "Ann"}, "{de Ng}, Ann"),
        ({"family": "Le Ng Jr.", "given": "Ann"}, "{Le Ng Jr.}, Ann"),
        ({"family": "Le Ng", "given": "II"}, "Le Ng, {II}"),
        ({**NG, "suffix": "Jr."}, "Ng, Jr., Ann"),
        ({**NG, "non-dropping-particle": "van der"}, "van der Ng, Ann"),
        ({**NG, "dropping-particle": "von", "non-dropping-particle": "d’"}, "von d’Ng, Ann"),
        ({"family": "Ng", "suffix": "Jr."}, "Ng, Jr., {}"),
        ({"given": "Ann"}, "{Ann}"),
        ({"family": " ", "literal": ""}, ""),
        ({}, ""),
    ],
)
def test_one_name(name: Contributor, text: str) -> None:
    assert write_name(name) == text


@pytest.mark.parametrize(
    ("name", "particle", "altered"),
    [
        (NG, STAYS, ""),
        ({**NG, "non-dropping-particle": "van"}, STAYS, ""),
        ({**NG, "dropping-particle": "van"}, DROPS, ""),
        (
            {**NG, "dropping-particle": "van"},
            STAYS,
            "dropping and other particles are not distinguished",
        ),
        (
            {**NG, "non-dropping-particle": "van"},
            DROPS,
            "dropping and other particles are not distinguished",
        ),
        (
            {**NG, "non-dropping-particle": "Van"},
            STAYS,
            "a particle with a capital or without a space is read as part of the family name",
        ),
        (
            {**NG, "suffix": "Jr.", "comma-suffix": True},
            STAYS,
            "the comma before the suffix and a fixed order of the parts are not kept",
        ),
        (
            {**NG, "static-ordering": True},
            STAYS,
            "the comma before the suffix and a fixed order of the parts are not kept",
        ),
        ({"given": "Ann"}, STAYS, "a name of one part is written as an organization"),
        ({"literal": "a\nb"}, STAYS, "not every part of a name is kept as it is"),
    ],
)
def test_what_does_not_come_back_is_said(
    name: Contributor, particle: Particle, altered: str
) -> None:
    assert write_names([name], particle)[1] == altered


def test_several_names_are_joined_and_the_first_alteration_is_said() -> None:
    given: Contributor = {"given": "Bo"}
    fixed: Contributor = {**NG, "static-ordering": True}
    assert write_names([NG, given, fixed], STAYS) == (
        "Ng, Ann and {Bo} and Ng, Ann",
        "a name of one part is written as an organization",
    )
    assert write_names([{}, NG], STAYS)[0] == "Ng, Ann"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ng, Ann AND Roe, Bo", [NG, {"family": "Roe", "given": "Bo"}]),
        ("Ng,~Ann", [NG]),
        ("{Barnes and Noble}", [{"literal": "Barnes and Noble"}]),
        (r"{\'E}tienne Ng", [{"given": "Étienne", "family": "Ng"}]),
        ("Ann van Ng", [{**NG, "non-dropping-particle": "van"}]),
        ("Ann {van} Ng", [{"given": "Ann van", "family": "Ng"}]),
        ("and", []),
        ("", []),
    ],
)
def test_names_are_read(text: str, names: list[Contributor]) -> None:
    assert read_names(text, STAYS).names == names


@pytest.mark.parametrize("text", ["Ng, Ann and others", "Ng, Ann et al.", "Ng, Ann and et al."])
def test_names_that_are_left_out_are_noticed(text: str) -> None:
    assert read_names(text, STAYS)[0::2] == ([NG], True)
    assert not read_names("Ng, Ann and {others}", STAYS).truncated


@pytest.mark.parametrize(
    ("text", "count", "problems"),
    [
        ("Ng, Ann; Roe, Bo", 2, 1),
        ("Ng; Roe", 1, 0),
        (r"Ng, Ann {;} Bo", 1, 0),
        (r"Ng, Ann \; Bo", 1, 0),
        ("{Ng}; Roe, Bo", 2, 1),
    ],
)
def test_semicolons_outside_braces_part_names_with_commas(
    text: str, count: int, problems: int
) -> None:
    reading = read_names(text, STAYS)
    assert (len(reading.names), len(reading.problems)) == (count, problems)


@pytest.mark.parametrize(
    ("latex", "name"),
    [
        (r"Dezs\H o Nagy", {"family": "Nagy", "given": "Dezső"}),
        (r"S\o ren Berg", {"family": "Berg", "given": "Søren"}),
        (r"\AA ke Lund", {"family": "Lund", "given": "Åke"}),
        (r"Fran\c cois Vi\`ete", {"family": "Viète", "given": "François"}),
        (r"Anna Wei\ss von Berg",
         {"family": "Berg", "given": "Anna Weiß", "non-dropping-particle": "von"}),
        (r"Ann Wei\ss Berg", {"family": "Berg", "given": "Ann Weiß"}),
        ("sudhin jacob", {"family": "jacob", "given": "sudhin"}),
        ("jean de la fontaine",
         {"family": "fontaine", "given": "jean", "non-dropping-particle": "de la"}),
        ("la fontaine", {"family": "fontaine", "non-dropping-particle": "la"}),
    ],
)  # fmt: skip
def test_spaces_behind_commands_and_names_in_small_letters(
    latex: str, name: dict[str, str]
) -> None:
    assert read_names(latex, "non-dropping-particle").names == [name]


def test_the_space_behind_a_command_ends_a_name_before_and() -> None:
    found = read_names(r"Bj\o{} Ra\o and Ng, Bo", "non-dropping-particle").names
    assert [one["family"] for one in found] == ["Raø", "Ng"]


@pytest.mark.parametrize(
    ("latex", "name"),
    [
        (r"University of M{\"u}nster", {"literal": "University of Münster"}),
        (r"Universit\"{a}t Bern", {"literal": "Universität Bern"}),
        (r"Institut of {Soil}",
         {"family": "Soil", "given": "Institut", "non-dropping-particle": "of"}),
        ("T. L. (Frank) Pappas", {"family": "Pappas", "given": "T. L. (Frank)"}),
    ],
)  # fmt: skip
def test_accents_hide_no_organization_and_what_somebody_is_called_makes_none(
    latex: str, name: dict[str, str]
) -> None:
    assert read_names(latex, "non-dropping-particle").names == [name]
