"""Mnemonics of MARCMaker and MarcEdit."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.serializations.mnemonics import without_mnemonics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{dollar}5 {lcub}x{rcub} {bsol}", "$5 {x} \\"),
        ("M{uml}unchen, caf{acute}e", "München, café"),
        ("{Lstrok}{acute}od{acute}z", "Łódź"),
        ("{mllhring}Abd al-Ra{dotb}hm{macr}an", "\u02bbAbd al-Raḥmān"),
        ("v{aelig}re, K{ostrok}benhavn, {THORN}ann, {eth}", "være, København, Þann, ð"),
        ("{eacute}t{Eacute} {szlig} {ncaron} {euro}", "étÉ ß ň €"),
        ("a{circ}{acute}u", "aû\u0301"),
        ("{copy}2001, {deg}C, {pound}5", "©2001, °C, £5"),
        ("Ing.{eniero} {x} {", "Ing.{eniero} {x} {"),
        ("end{acute}", "end\u0301"),
    ],
)
def test_characters(text: str, expected: str) -> None:
    assert without_mnemonics(text) == expected
