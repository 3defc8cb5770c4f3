"""Scripts without capitals: no small letters, no initials; which close up a name."""

from __future__ import annotations

import pytest

from reportcite.values.names.scripts import has_capitals, is_closed_up, is_small


@pytest.mark.parametrize("word", ["van", "d’", "é", "фон", "τον"])
def test_small_letters(word: str) -> None:
    assert is_small(word)


@pytest.mark.parametrize(
    "word", ["Van", "बिन", "بن", "בן", "ნინო", "泽", "の", "김", "ใจ", "", "'"]
)
def test_words_without_small_letters(word: str) -> None:
    assert not is_small(word)


@pytest.mark.parametrize("letter", ["J", "j", "É", "Ж", "Σ", "3"])
def test_letters_that_can_stand_for_a_word(letter: str) -> None:
    assert has_capitals(letter)


@pytest.mark.parametrize("letter", ["र", "م", "ד", "ნ", "Ნ", "泽", "김", "ส"])
def test_letters_that_cannot(letter: str) -> None:
    assert not has_capitals(letter)


@pytest.mark.parametrize(
    "name", ["毛泽东", "𠮷田", "김유미", "やまだ", "ヤマダー", "ﾔﾏﾀﾞ", "佐々木", "ㄇㄠ", "毛・泽东"]
)
def test_han_kana_and_hangul_close_up(name: str) -> None:
    assert is_closed_up(name)


@pytest.mark.parametrize("name", ["", "Mao", "毛 Zedong", "राम", "ไอริณ", "دوست", "·", "ნინო"])
def test_all_else_is_spaced(name: str) -> None:
    assert not is_closed_up(name)
