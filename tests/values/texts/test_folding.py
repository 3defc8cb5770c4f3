"""Texts folded to ASCII letters are read as Germans read them, or romanized."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.texts.folding import fold


@given(st.text())
def test_folding_leaves_letters_and_digits(text: str) -> None:
    assert re.fullmatch("[A-Za-z0-9]*", fold(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("äöüÄÖÜßẞ", "aeoeueAeOeUessSS"), ("æÆœŒøØ", "aeAeoeOeoO"), ("đĐðÐþÞ", "dDdDthTh"),
        ("łŁħĦıŋŊ", "lLhHinN"), ("ŧŦĸſəƏ", "tTkseE"), ("d’A'bʼc‘d", "dAbcd"),
        ("a\u0308", "ae"), ("éñç", "enc"), ("ﬁ", "fi"), ("a-b c.d", "abcd"), ("王", ""),
        ("Щедрин, Ёж", "ShchedrinEzh"), ("объём", "obem"), ("Їжак, Ґ", "IzhakG"),
        ("Καβάφης, Ψ", "KavafisPs"), ("Ђ, ђ", "Djdj"),
    ],
)  # fmt: skip
def test_letters_are_folded_as_germans_read_them(text: str, folded: str) -> None:
    assert fold(text) == folded
