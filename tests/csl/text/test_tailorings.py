"""The letters of each language stand where ICU, which has CLDR's tables, has them."""

from __future__ import annotations

import importlib.util
import os
import random
from itertools import combinations, permutations

import pytest

from reportcite.csl.locale import languages
from reportcite.csl.text.collation import collation_key, is_without_order
from reportcite.csl.text.tailorings import ALPHABETS, MARKS, TAILORINGS
from tests.csl.text.orders import LETTERS, names_in

judged_by_icu = pytest.mark.skipif(
    not os.environ.get("CI") and importlib.util.find_spec("icu") is None,
    reason="PyICU is not installed",
)


def test_each_letter_and_mark_has_one_place() -> None:
    assert len(set(ALPHABETS)) == len(ALPHABETS)
    assert len(set(MARKS)) == len(MARKS)


def test_languages_are_those_that_styles_are_set_in() -> None:
    codes = {tag.partition("-")[0] for tag in languages()} | {"sr-Latn"}
    assert TAILORINGS.keys() <= codes


def disagreements(names: list[str], locale: str) -> list[tuple[str, str]]:
    """The pairs of `names` that stand otherwise than ICU has them."""
    import icu

    collator = icu.Collator.createInstance(icu.Locale(locale.replace("-", "_")))
    keys = {name: collation_key(name, locale) for name in names}
    return [
        (one, other)
        for one, other in combinations(names, 2)
        if (keys[one] > keys[other]) - (keys[one] < keys[other]) != collator.compare(one, other)
    ]


@pytest.mark.programs
@judged_by_icu
@pytest.mark.parametrize("locale", LETTERS)
def test_no_pair_of_names_stands_otherwise(locale: str) -> None:
    assert disagreements(names_in(locale), locale) == []


@pytest.mark.programs
@judged_by_icu
@pytest.mark.parametrize("locale", LETTERS)
def test_nor_do_names_with_spaces(locale: str) -> None:
    names = names_in(locale)
    pairs = [f"{one} {other}" for one, other in zip(names, names[7:], strict=False)]
    assert disagreements([*names[:10], *pairs], locale) == []


@pytest.mark.programs
@judged_by_icu
@pytest.mark.parametrize("locale", [name for name in LETTERS if name[:2] not in {"hr", "sr"}])
def test_nor_do_names_of_other_scripts(locale: str) -> None:
    names = "Doe Łukasz Ægir Παπάς Абрамов ბერიძე Հայկ כהן احمد शर्मा ใจดี ខ្មែរ 김 10 1"
    assert disagreements(names.split(), locale) == []


@pytest.mark.programs
@judged_by_icu
@pytest.mark.parametrize(
    ("locale", "letters"),
    [
        ("zh-CN", "山田中王李张陈毛泽东林ab"),
        ("zh-TW", "山田中王李張陳毛澤東林ab"),
        ("ja-JP", "山田中村佐藤やまだがかカガッツきギョab"),
        ("ko-KR", "金朴崔李김이박최강유미현ab"),
        ("en-US", "山田王やカ김ab"),
    ],
)
def test_han_kana_and_hangul_stand_as_icu_has_them(locale: str, letters: str) -> None:
    names = ["".join(pair) for pair in permutations(letters, 2)]
    some = random.Random(locale).sample([*letters, *names], 60)
    assert disagreements(some, locale) == []
    assert not any(is_without_order(collation_key(name, locale)[0]) for name in names)
