"""Names as one line of text."""

from __future__ import annotations

import pytest

from reportcite.values.names.display import family_of, given_of, name_text, spoken_name
from reportcite.values.shapes import Contributor


@pytest.mark.parametrize(
    ("name", "text", "spoken"),
    [
        ({"literal": "DeZIM"}, "DeZIM", "DeZIM"),
        ({"family": "Ng", "given": "Bo"}, "Ng, Bo", "Bo Ng"),
        ({"given": "Banksy"}, "Banksy", "Banksy"),
        ({"family": "Plato"}, "Plato", "Plato"),
        (
            {"family": "King", "given": "Martin", "suffix": "Jr."},
            "King, Martin, Jr.",
            "Martin King, Jr.",
        ),
        (
            {"family": "Farabi", "given": "Abu Nasr", "non-dropping-particle": "al-"},
            "al-Farabi, Abu Nasr",
            "Abu Nasr al-Farabi",
        ),
        (
            {"family": "Urfé", "given": "Honoré", "dropping-particle": "d’"},
            "Urfé, Honoré d’",
            "Honoré d’Urfé",
        ),
        (
            {
                "family": "Berg",
                "given": "Jo",
                "dropping-particle": "von",
                "non-dropping-particle": "van",
            },
            "van Berg, Jo von",
            "Jo von van Berg",
        ),
        ({"family": "毛", "given": "泽东"}, "毛, 泽东", "毛泽东"),
        ({"family": "ใจดี", "given": "สมชาย"}, "ใจดี, สมชาย", "สมชาย ใจดี"),
    ],
)
def test_a_name_reads_family_name_first_or_as_it_is_spoken(
    name: Contributor, text: str, spoken: str
) -> None:
    assert name_text(name) == text
    assert spoken_name(name) == spoken


def test_each_half_has_its_own_particle() -> None:
    name: Contributor = {
        "family": "Berg",
        "given": "Jo’",
        "dropping-particle": "von",
        "non-dropping-particle": "van",
    }
    assert family_of(name) == "van Berg"
    assert given_of(name) == "Jo’ von"
    assert given_of({"dropping-particle": "von"}) == "von"
    assert family_of({}) == given_of({}) == ""
