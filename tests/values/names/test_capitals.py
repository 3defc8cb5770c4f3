"""Names written all in capitals get small letters; initials and acronyms stay."""

from __future__ import annotations

import pytest

from reportcite.values.names.capitals import without_capitals


@pytest.mark.parametrize(
    ("family", "given", "expected"),
    [
        ("RATZ", "NORA", "Ratz, Nora"),
        ("NG", "BO", "Ng, BO"),  # B. O., or Bo: as it stands
        ("NG", "EVA", "Ng, Eva"),
        ("RATZ", "N. J.", "Ratz, N. J."),
        ("RATZ", "Nora", "Ratz, Nora"),
        ("VAN DER BERG", "JAN", "van der Berg, Jan"),
        ("DE", "ANNA", "De, Anna"),
        ("ORTEGA Y GASSET", "JOSÉ", "Ortega y Gasset, José"),
        ("DELLA CASA", "LISA", "della Casa, Lisa"),
        ("DEL PIERO DEI ROSSI", "ANNA", "del Piero dei Rossi, Anna"),
        ("BEN ALI", "EVA", "Ben Ali, Eva"),
        ("O’BRIEN", "ANNE-MARIE", "O’Brien, Anne-Marie"),
        ("MCDONALD", "MACY", "McDonald, Macy"),
        ("MCA", "EVA", "Mca, Eva"),
        ("GARCÍA-LÓPEZ", "MARÍA J.", "García-López, María J."),
        ("X", "EVA", "X, EVA"),
        ("Ratz", "NORA", "Ratz, NORA"),
    ],
)
def test_each_word_begins_with_the_only_capital(family: str, given: str, expected: str) -> None:
    name = without_capitals({"family": family, "given": given})
    assert f"{name['family']}, {name['given']}" == expected


@pytest.mark.parametrize(
    "name",
    [
        {"family": "WHO"},
        {"literal": "UNESCO"},
        {"family": "A", "given": ""},
        {"family": 1, "given": "EVA"},
    ],
)
def test_what_may_be_an_acronym_stays(name: dict[str, object]) -> None:
    assert without_capitals(name) == name


def test_all_else_of_a_name_stays() -> None:
    name = {"family": "RATZ", "given": "NORA", "suffix": "JR", "ORCID": "x"}
    assert without_capitals(name) == name | {"family": "Ratz", "given": "Nora"}
