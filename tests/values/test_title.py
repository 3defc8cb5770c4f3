"""Title and subtitle are one text on a title page, and two in a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.title import join_part, join_title, split_title


@pytest.mark.parametrize(
    ("title", "subtitle", "joined"),
    [
        ("Chances", "A Report", "Chances: A Report"),
        ("Chances?", "A Report", "Chances? A Report"),
        ("Chances!", "A Report", "Chances! A Report"),
        ("Chances.", "A Report", "Chances. A Report"),
        ("Chances:", "A Report", "Chances: A Report"),
        ("Chances,", "A Report", "Chances,: A Report"),
        ("", "A Report", "A Report"),
        ("Chances", "", "Chances"),
    ],
)
def test_the_delimiter_is_a_colon_unless_the_title_has_its_own(
    title: str, subtitle: str, joined: str
) -> None:
    assert join_title(title, subtitle) == joined


def test_a_title_that_ends_in_another_way_has_no_such_subtitle() -> None:
    assert split_title("Chances: A Report", "A Report") == "Chances"
    assert split_title("Chances? A Report", "A Report") == "Chances?"
    assert split_title("A Report", "A Report") == ""
    assert split_title("Chances A Report", "A Report") is None
    assert split_title("Chances", "A Report") is None
    assert split_title("Chances", "") is None


@given(st.text(), st.text(min_size=1))
def test_what_is_joined_can_be_split(title: str, subtitle: str) -> None:
    joined = join_title(title, subtitle)
    found = split_title(joined, subtitle)
    assert found is not None
    assert join_title(found, subtitle) == joined


@pytest.mark.parametrize(
    ("title", "number", "name", "joined"),
    [
        ("Works", "B. 4", "Ebb", "Works. B. 4, Ebb"),
        ("Works", "", "Ebb", "Works. Ebb"),
        ("Works.", "B. 4", "", "Works. B. 4"),
        ("Why?", "4", "", "Why? 4"),
        ("Works", "", "", "Works"),
        ("", "B. 4", "Ebb", "B. 4, Ebb"),
    ],
)
def test_a_part_stands_behind_a_full_stop(title: str, number: str, name: str, joined: str) -> None:
    assert join_part(title, number, name) == joined
