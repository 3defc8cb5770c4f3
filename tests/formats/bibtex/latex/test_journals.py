"""The macros for journals of the Astrophysics Data System."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.latex.journals import journal_of


@pytest.mark.parametrize("latex", [r"\mnras", r"{\mnras}", r" { \mnras } "])
def test_a_macro_by_itself_stands_for_its_journal(latex: str) -> None:
    assert journal_of(latex) == "Monthly Notices of the Royal Astronomical Society"


@pytest.mark.parametrize("latex", ["mnras", r"\mnras Letters", r"\newjournal", r"\MNRAS", ""])
def test_anything_else_is_no_macro_for_a_journal(latex: str) -> None:
    assert journal_of(latex) == ""
