"""Given names as initials, in the form a style asks for."""

from __future__ import annotations

import pytest

from reportcite.values.names.initials import initials


@pytest.mark.parametrize(
    ("given", "spaced", "close", "bare"),
    [
        ("Jane", "J.", "J.", "J"),
        ("Jane Quinn", "J. Q.", "J.Q.", "JQ"),
        ("Jean-Luc", "J.-L.", "J.-L.", "J-L"),
        ("J.-L.", "J.-L.", "J.-L.", "J-L"),
        ("Anne-marie", "A.", "A.", "A"),
        ("Yu. Nikita", "Yu. N.", "Yu.N.", "YuN"),
        ("DJamila", "Dj.", "Dj.", "Dj"),
        ("Guy de", "G. de", "G. de", "G de"),
        ("Пётр Ильич", "П. И.", "П.И.", "ПИ"),
        ("John [Jack]", "J. [Jack]", "J. [Jack]", "J [Jack]"),
        ("J. T. (John Thomas)", "J. T.", "J.T.", "JT"),
        ("J. (John)", "J.", "J.", "J"),
        ("Ann (Ann Marie)", "A.", "A.", "A"),
        ("John (Jack)", "J. (Jack)", "J. (Jack)", "J (Jack)"),
        ("राम कुमार", "राम कुमार", "राम कुमार", "राम कुमार"),
        ("ნინო", "ნინო", "ნინო", "ნინო"),
        ("דוד-לי", "דוד-לי", "דוד-לי", "דוד-לי"),
        ("محمد", "محمد", "محمد", "محمد"),
    ],
)
def test_initials(given: str, spaced: str, close: str, bare: str) -> None:
    assert initials(given, ". ", initialize=True, hyphen=True) == spaced
    assert initials(given, ".", initialize=True, hyphen=True) == close
    assert initials(given, "", initialize=True, hyphen=True) == bare


def test_only_what_is_an_initial_already_may_be_given_the_form() -> None:
    assert initials("Jane Q", ". ", initialize=False, hyphen=True) == "Jane Q."
    assert initials("J. (Jo Ann)", ". ", initialize=False, hyphen=True) == "J. (Jo Ann)"
    assert initials("Jean-luc Q.", ". ", initialize=False, hyphen=True) == "Jean-luc Q."


def test_a_style_may_leave_out_hyphens() -> None:
    assert initials("Jean-Luc", ".", initialize=True, hyphen=False) == "J.L."


def test_tags_stay_round_an_initial() -> None:
    tags = "<i><b>" * 4
    for given in (f"{tags}Jo{'</b></i>' * 4}", "<i>Jo</i>"):
        expected = given.replace("Jo", "J.")
        assert initials(given, ".", initialize=True, hyphen=True) == expected
