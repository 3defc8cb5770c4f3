"""The macros for journals of the Astrophysics Data System."""

from __future__ import annotations

from reportcite.formats.bibtex.latex.journals import JOURNALS


def test_macros_are_small_letters_and_stand_for_journals() -> None:
    assert JOURNALS["mnras"] == "Monthly Notices of the Royal Astronomical Society"
    assert all(macro.isalpha() and macro.islower() for macro in JOURNALS)
    assert all(name[0].isupper() for name in JOURNALS.values())
