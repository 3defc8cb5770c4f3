"""How RIS writes values: behind tags, and behind labels as in Zotero's extra field."""

from __future__ import annotations

import pytest

from reportcite.formats.ris.notation import LABELLED, NOTATION
from reportcite.record.untyped import Untyped

NG = {"family": "Ng", "given": "Ann"}


def test_a_line_behind_a_tag_may_hold_several_names() -> None:
    assert NOTATION.names("author", "Ng, Ann") == ([NG], (), False)
    names, _, _ = NOTATION.names("author", "Ng, Ann; Roe, Bo")
    assert names == [NG, {"family": "Roe", "given": "Bo"}]


def test_behind_a_label_bars_part_family_and_given_name() -> None:
    assert LABELLED.names("author", "Ng || Ann") == ([NG], (), False)
    assert LABELLED.names("author", "Ng, Ann") == ([{"literal": "Ng, Ann"}], (), False)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("2024/05/07/", [2024, 5, 7]),
        ("2024///", [2024]),
        ({"date": "", "full": "", "year": "2024"}, [2024]),
        ({"date": "2024/05//", "full": "", "year": "2024"}, [2024, 5]),
        ({"date": "", "full": "2024/05//", "year": ""}, [2024, 5]),
    ],
)
def test_a_date_stands_in_slashes_and_one_of_issue_behind_several_tags(
    value: Untyped, parts: list[int]
) -> None:
    assert NOTATION.date("issued", value).date == {"date-parts": [parts]}


def test_behind_a_label_a_date_is_as_programs_exchange_it() -> None:
    assert LABELLED.date("submitted", "2024-05").date == {"date-parts": [[2024, 5]]}


def test_languages_and_keywords_are_read_behind_tags_alone() -> None:
    assert NOTATION.texts["language"]("ger") == "de"
    assert NOTATION.texts["keyword"]("a; b") == "a, b"
    assert LABELLED.texts == {}
    assert (NOTATION.states_none, LABELLED.states_none) == (False, False)
