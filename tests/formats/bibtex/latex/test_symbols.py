"""What LaTeX commands stand for: one meaning a command, one character an accent."""

from __future__ import annotations

import unicodedata

from reportcite.formats.bibtex.latex.symbols import (
    ACCENTS,
    ASIDES,
    FRACTIONS,
    INVISIBLE,
    MARKUP,
    OPERATORS,
    SILENT,
    SWITCHES,
    SYMBOLS,
)


def test_a_command_has_one_meaning() -> None:
    kinds = (SYMBOLS, MARKUP, OPERATORS, FRACTIONS, SILENT, ASIDES, INVISIBLE)
    for number, kind in enumerate(kinds):
        for other in kinds[number + 1 :]:
            assert not set(kind) & set(other), set(kind) & set(other)


def test_an_accent_is_one_combining_mark() -> None:
    assert all(unicodedata.combining(mark) for mark in ACCENTS.values())


def test_a_command_is_letters() -> None:
    for kind in (SYMBOLS, OPERATORS, FRACTIONS, SILENT, ASIDES, INVISIBLE, SWITCHES):
        assert all(command.isascii() and command.isalpha() for command in kind)


def test_greek_letters_are_the_same_upright_and_leaning() -> None:
    for name in ("Delta", "textDelta", "upDelta", "varDelta"):
        assert SYMBOLS[name] == "Δ"
    assert SYMBOLS["upmu"] == "μ"
    assert SYMBOLS["textmu"] == "\N{MICRO SIGN}"
    assert SYMBOLS["varepsilon"] != SYMBOLS["epsilon"]
    assert "varalpha" not in SYMBOLS
