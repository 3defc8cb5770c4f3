from __future__ import annotations

import pytest

from reportcite.record.model import Contributor
from reportcite.record.names import name_from_text, names_from_text


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
