"""The tables of Hayagriva name what CSL knows, and what is written is read as the same type."""

from __future__ import annotations

import pytest

from reportcite.formats.hayagriva.fields import (
    NUMBERS,
    OTHERWISE,
    READ,
    ROLES,
    STRINGS,
    TEXTS,
    TYPES,
)
from reportcite.vocabulary import ITEM_TYPES, NAME_VARIABLES, STANDARD_VARIABLES


def test_types_and_variables_are_those_of_csl() -> None:
    assert {*TYPES, *READ.values()} <= ITEM_TYPES
    assert {*TEXTS, *STRINGS, *NUMBERS} <= STANDARD_VARIABLES
    assert {*ROLES} <= NAME_VARIABLES
    assert READ[OTHERWISE] == "document"


@pytest.mark.parametrize(
    "csl_type",
    ["report", "article-journal", "article-newspaper", "article", "post-weblog", "paper-conference",
     "chapter", "entry-encyclopedia", "book", "thesis", "webpage", "software", "motion_picture",
     "song", "graphic", "patent", "legal_case", "legislation", "manuscript", "periodical"],
)  # fmt: skip
def test_of_several_types_with_one_name_the_usual_one_is_read(csl_type: str) -> None:
    assert READ[TYPES[csl_type]] == csl_type
