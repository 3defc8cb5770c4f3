from __future__ import annotations

import pytest

from reportcite.values.names.typed import name_from_text, name_problem, names_from_text
from reportcite.values.shapes import Contributor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ratzmann, Nora", {"family": "Ratzmann", "given": "Nora"}),
        ("Nora Ratzmann", {"family": "Ratzmann", "given": "Nora"}),
        (
            "Ludwig van Beethoven",
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ),
        (
            "van Beethoven, Ludwig",
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ),
        (
            "Humboldt, Alexander von",
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
        ),
        (
            "Charles de la Vallée Poussin",
            {"family": "Vallée Poussin", "given": "Charles", "non-dropping-particle": "de la"},
        ),
        (
            "King, Martin Luther, Jr.",
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        ),
        (
            "King, Jr., Martin Luther",
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        ),
        (
            "Martin Luther King, Jr.",
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        ),
        ("Bank, Aaron", {"family": "Bank", "given": "Aaron"}),
        ("DeZIM Institut", {"literal": "DeZIM Institut"}),
        ("Department of Health, London", {"literal": "Department of Health, London"}),
        ("UNESCO", {"literal": "UNESCO"}),
        ("{Rote Hilfe}", {"literal": "Rote Hilfe"}),
        ("bell hooks", {"family": "hooks", "given": "bell"}),
    ],
)
def test_names_as_typed(text: str, name: Contributor) -> None:
    assert name_from_text(text) == name


def test_several_names_between_semicolons() -> None:
    assert names_from_text("Ng, A; Li, B;") == [
        {"family": "Ng", "given": "A"},
        {"family": "Li", "given": "B"},
    ]


@pytest.mark.parametrize("given", ["X.", "V.", "X", "Vi", "IV", "MD"])
def test_initials_behind_a_comma_are_no_suffix(given: str) -> None:
    assert name_from_text(f"Zhang, {given}") == {"family": "Zhang", "given": given}


def test_numerals_are_suffixes_where_they_can_be_nothing_else() -> None:
    king = {"family": "King", "given": "Martin", "suffix": "III"}
    assert name_from_text("King, III, Martin") == king
    assert name_from_text("King, Martin, III") == king
    assert name_from_text("Martin King, III") == king
    assert name_from_text("Smith, V., Jr.")["given"] == "V."


@pytest.mark.parametrize(
    "body",
    [
        "Amnesty International",
        "Human Rights Watch",
        "ACME Inc.",
        "ACME, Inc.",
        "Germanwatch e. V.",
        "Germanwatch e.V.",
        "Ministry of Trade, Industry and Energy",
        "Simon & Schuster",
    ],
)
def test_bodies_are_kept_whole(body: str) -> None:
    name = name_from_text(body)
    assert name == {"literal": body}
    assert name_problem(body, name) is None


@pytest.mark.parametrize(
    "text",
    [
        "Smith, J. & Jones, K.",
        "Smith, J., Jones, K. and Lee, A.",
        "A. Smith, B. Jones, C. Lee",
        "Anna Seghers und Ernst Toller",
        "Smith, J. et al.",
        "Ratzmann, Nora (Hg.)",
    ],
)
def test_several_names_in_one_are_kept_and_told(text: str) -> None:
    name = name_from_text(text)
    problem = name_problem(text, name)
    assert name == {"literal": text}
    assert problem is not None
    assert problem.rule.name == "name-list"


def test_a_guess_at_a_name_without_comma_is_told() -> None:
    problem = name_problem("Rote Hilfe", name_from_text("Rote Hilfe"))
    assert problem is not None
    assert problem.rule.name == "name-split"
    assert "“Hilfe, Rote”" in problem.suggestion


@pytest.mark.parametrize(
    "text", ["J. Smith", "Ludwig van Beethoven", "Ortega y Gasset, José", "{Rote Hilfe}", "UNESCO"]
)
def test_names_that_leave_no_doubt(text: str) -> None:
    assert name_problem(text, name_from_text(text)) is None
