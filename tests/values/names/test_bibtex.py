"""Names in BibTeX's order, in a syntax where `*` stands for a brace and words mean themselves."""

from __future__ import annotations

import pytest

from reportcite.values.names.bibtex import (
    Particle,
    Syntax,
    cut_et_al,
    is_unbraced_organization,
    name_doubt,
    read_name,
    several_problem,
    write_name,
)
from reportcite.values.shapes import Contributor

PLAIN = Syntax(
    decode=lambda text: text.replace("*", ""),
    is_small=lambda word: word[0].islower(),
    is_organization=lambda words: words[0].startswith("*"),
)


def words(text: str) -> list[list[str]]:
    return [part.split() for part in text.split(",")]


def read(text: str, particle: Particle = "non-dropping-particle") -> Contributor | None:
    return read_name(words(text), particle, PLAIN)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bo Ng", {"family": "Ng", "given": "Bo"}),
        ("Plato", {"family": "Plato"}),
        ("hooks", {"family": "hooks"}),
        ("Ludwig van Beethoven",
         {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}),
        ("Charles de La vallée Poussin",
         {"family": "Poussin", "given": "Charles", "non-dropping-particle": "de La vallée"}),
        ("van der Berg, Jan",
         {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}),
        ("van Berg der, Jan",
         {"family": "Berg der", "given": "Jan", "non-dropping-particle": "van"}),
        ("Ng, Bo", {"family": "Ng", "given": "Bo"}),
        ("Ng, Jr., Bo", {"family": "Ng", "given": "Bo", "suffix": "Jr."}),
        ("Bo Ng Jr.", {"family": "Ng", "given": "Bo", "suffix": "Jr."}),
        ("Bo van Ng III",
         {"family": "Ng", "given": "Bo", "non-dropping-particle": "van", "suffix": "III"}),
        ("Bo Ng, Jr.", {"family": "Ng", "given": "Bo", "suffix": "Jr."}),
        ("Ng, B. C., Jr.", {"family": "Ng", "given": "B. C.", "suffix": "Jr."}),
        ("Ng Jr., Bo", {"family": "Ng", "given": "Bo", "suffix": "Jr."}),
        ("Bo Ng, A. Li, C. Wu", {"literal": "Bo Ng, A. Li, C. Wu"}),
        ("Ng, {Lord}, Bo", {"family": "Ng", "given": "Bo", "suffix": "{Lord}"}),
        ("Ng, , Bo", {"family": "Ng", "given": "Bo"}),
        ("José Ortega y Gasset", {"family": "Ortega y Gasset", "given": "José"}),
        ("Ortega y Gasset, José", {"family": "Ortega y Gasset", "given": "José"}),
        ("Pi i Margall, Francesc", {"family": "Pi i Margall", "given": "Francesc"}),
        ("y Gasset, José", {"family": "Gasset", "given": "José", "non-dropping-particle": "y"}),
        ("Juan de la Cruz y Mata",
         {"family": "Cruz y Mata", "given": "Juan", "non-dropping-particle": "de la"}),
        ("de la Cruz y Mata, Juan",
         {"family": "Cruz y Mata", "given": "Juan", "non-dropping-particle": "de la"}),
        ("Juan de y Mata", {"family": "Mata", "given": "Juan", "non-dropping-particle": "de y"}),
        ("Bueno de Mesquita, Bruce", {"family": "Bueno de Mesquita", "given": "Bruce"}),
        ("De la Cruz, Ana",
         {"family": "Cruz", "given": "Ana", "non-dropping-particle": "De la"}),
        ("Pi i Margall", {"family": "Margall", "given": "Pi", "non-dropping-particle": "i"}),
        ("Ng, S.J., Bo", {"family": "Ng", "given": "Bo", "suffix": "S.J."}),
        ("Ng, MD, Bo", {"family": "Ng", "given": "Bo", "suffix": "MD"}),
        ("Ng Li, V.", {"family": "Ng Li", "given": "V."}),
        ("Ng Jun, Bo", {"family": "Ng Jun", "given": "Bo"}),
        ("Bo K. Sen", {"family": "Sen", "given": "Bo K."}),
        ("Bo Ng Sen.", {"family": "Ng", "given": "Bo", "suffix": "Sen."}),
        ("Ng, Jr., V.", {"family": "Ng", "given": "V.", "suffix": "Jr."}),
        ("Ng, Jr.", {"family": "Ng", "given": "Jr."}),
        ("Ng Jr.", {"family": "Jr.", "given": "Ng"}),
        ("van Ng, III", {"family": "Ng", "given": "III", "non-dropping-particle": "van"}),
        ("Ng, Bo Jr.", {"family": "Ng", "given": "Bo Jr."}),
        ("Ng,", {"family": "Ng"}),
        (", Bo", {"literal": "Bo"}),
        ("*World Bank*", {"literal": "World Bank"}),
        ("Ng, B, Li, A", {"literal": "Ng, B, Li, A"}),
        ("", None),
        (", ,", None),
    ],
)  # fmt: skip
def test_the_parts_of_a_name(text: str, name: Contributor | None) -> None:
    assert read(text) == name


def test_the_entry_says_what_a_von_part_is() -> None:
    assert read("von Humboldt, Alexander", "dropping-particle") == {
        "family": "Humboldt",
        "given": "Alexander",
        "dropping-particle": "von",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("family=Berg, given=Jan, prefix=van, suffix=Jr.",
         {"family": "Berg", "given": "Jan", "non-dropping-particle": "van", "suffix": "Jr."}),
        ("family=Berg, prefix=van, useprefix=false",
         {"family": "Berg", "dropping-particle": "van"}),
        ("family=Berg, prefix=van, useprefix=true",
         {"family": "Berg", "non-dropping-particle": "van"}),
        ("GIVEN=Jan, FAMILY= Berg", {"family": "Berg", "given": "Jan"}),
        ("given-i=J, given=Jan, family=Berg", {"family": "Berg", "given": "Jan"}),
        ("given=Banksy", {"literal": "Banksy"}),
    ],
)  # fmt: skip
def test_the_extended_form_of_biblatex(text: str, name: Contributor) -> None:
    assert read(text, "non-dropping-particle") == name


def test_et_al_is_cut_off() -> None:
    parts = words("Ng, Bo et al.")
    assert cut_et_al(parts)
    assert parts == [["Ng"], ["Bo"]]
    assert cut_et_al(words("Ng ET AL"))
    assert not cut_et_al(words("Ng, Bo al."))


def test_parts_are_written_in_order() -> None:
    assert write_name("van Berg", "Jan", "Jr.") == "van Berg, Jr., Jan"
    assert write_name("Ng", "Bo", "") == "Ng, Bo"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("World Bank", True),
        ("Simon and Garfunkel", False),
        ("Doctors Without Borders", False),
        ("Verein für Kultur", True),
        ("Area 51", True),
        ("J. T. (John Thomas) Hoyle", False),
        ("J. T. (John Thomas)", True),
        ("Jo (John Thomas) Hoyle", True),
        ("Bo Ng", False),
    ],
)
def test_organizations_without_braces(text: str, is_one: bool) -> None:
    assert is_unbraced_organization(text) is is_one


@pytest.mark.parametrize(
    ("text", "braced", "rule"),
    [
        ("*World Bank*", False, "name-split"),
        ("*World Bank*", True, ""),
        ("*Unesco*", False, ""),
        ("*Ng, Bo and Li, A*", True, "name-list"),
        ("*" + "Ng, Bo and Li, A" + "x" * 500 + "*", True, ""),
        ("Ng, B, Li, A", False, "name-list"),
        ("Ng, Bo", False, ""),
    ],
)
def test_what_is_doubtful(text: str, braced: bool, rule: str) -> None:
    parts = [[text]] if braced else words(text)
    name = read_name(parts, "non-dropping-particle", PLAIN)
    assert name is not None
    problem = name_doubt(parts, name, braced=braced)
    assert (problem.rule.name if problem else "") == rule


def test_semicolons_and_commas_are_several_names() -> None:
    parts = [["Ng,", "B;", "Li,", "A"]]
    assert name_doubt(parts, {"literal": "Ng, B; Li, A"}, braced=True) == several_problem(
        "Ng, B; Li, A"
    )
    for literal in ("A; B", "Institute, B; C"):
        problem = name_doubt([[literal]], {"literal": literal}, braced=True)
        assert problem != several_problem(literal)
