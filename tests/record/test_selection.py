"""Which records `FIELD=TEXT` means."""

from __future__ import annotations

import pytest

from reportcite.record.selection import Condition, condition_of, folded, holds, key_of, texts_of
from tests.record.reading import one

RECORD = one(
    """
id: beck
type: report
title: Risiko. Straße
author: [{family: Beck, given: Ulrich}, {literal: DeZIM Institut}]
issued: 1986-03/1987
keyword: Work, Social policy
ISBN: 978-3-948289-82-9
DOI: 10.1234/AbC
publisher: Böll
"""
)


@pytest.mark.parametrize(
    "typed",
    [
        "author=BECK",
        "author=ulrich beck",
        "author=Beck, U",
        "author=dezim",
        "year=1986",
        "year=1987",
        "type=Report",
        "keyword=social",
        "keywords=work",
        "isbn=9783948289829",
        "ISBN=978-3-948289-82-9",
        "doi=https://doi.org/10.1234/abc",
        "publisher=boll",
        "publisher=BOELL",
        "title=strasse",
        "issued=1986-03",
        "id=bec",
    ],
)
def test_it_is_found_however_it_is_typed(typed: str) -> None:
    condition = condition_of(typed)
    assert condition is not None
    assert holds(condition, RECORD)


@pytest.mark.parametrize(
    "typed",
    ["author=kalt", "year=198", "year=1988", "type=rep", "keyword=work, social",
     "isbn=9783948289", "isbn=x", "doi=10.9", "editor=beck", "issued=1985",
     "publisher=bxll", "publisher=boel x"],
)  # fmt: skip
def test_others_are_not(typed: str) -> None:
    condition = condition_of(typed)
    assert condition is not None
    assert not holds(condition, RECORD)


@pytest.mark.parametrize("typed", ["beck", "author=", "author= ", "autor=beck", "=beck", ""])
def test_what_is_no_condition_is_none(typed: str) -> None:
    assert condition_of(typed) is None


def test_the_text_may_hold_an_equals_sign() -> None:
    assert condition_of("URL=x?a=b") == Condition("URL", "x?a=b")


def test_a_record_is_called_by_its_citation_key() -> None:
    assert key_of(RECORD) == "beck"
    assert key_of(RECORD._replace(fields={"citation-key": "beck1986"})) == "beck1986"


def test_a_name_is_found_in_both_orders() -> None:
    assert "Beck, Ulrich" in texts_of(RECORD, "author")
    assert "Ulrich Beck" in texts_of(RECORD, "author")


def test_accents_and_case_do_not_count() -> None:
    assert folded("Ærø Böll ẞ") == folded("ærø boll SS")
    assert folded("Ærø Łukasz Đorđe Işık Œuvre") == "aero lukasz dorde isik oeuvre"
