"""Title and subtitle are one text on a title page, and two in a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.title import (
    is_abbreviation,
    is_title_case,
    join_part,
    join_title,
    needed_protection,
    plain_title,
    sentence_case,
    split_title,
    without_protection,
)


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


KEPT = '<span class="nocase">{}</span>'


@pytest.mark.parametrize(
    ("title", "cased"),
    [
        ("The Rise of Soil", "The rise of soil"),
        ("The Rise of DNA and iPads in Tests", "The rise of DNA and iPads in tests"),
        ("Main Part: A New Hope? Or What", "Main part: A new hope? Or what"),
        ("The Long Road – And Back", "The long road – And back"),
        ("“Why We Sleep” in Short", "“Why we sleep” in short"),
        ("“Why We Sleep” Explained", "“Why we sleep” explained"),
        ('A "Good Night" Explained', 'A "Good night" explained'),
        ("“Why Sleep?” Good Question", "“Why sleep?” Good question"),
        ("Decision-Making in Towns", "Decision-making in towns"),
        ("X-Ray Vision", "X-ray vision"),
        ("Once upon A Time", "Once upon a time"),
        ("Vitamin C and Hepatitis A", "Vitamin C and hepatitis A"),
        ("Me and I in Town", "Me and I in town"),
        ("The World’s End", "The world’s end"),
        ("<i>Natrix Cetti</i> in Winter", "<i>Natrix cetti</i> in winter"),
        (f"The {KEPT.format('Py Way')} and All", f"The {KEPT.format('Py Way')} and all"),
        ("The Rise of soil", "The Rise of soil"),
        ("Die Lage der Nation", "Die Lage der Nation"),
        ("THE RISE OF SOIL", "THE RISE OF SOIL"),
        ("Soil", "Soil"),
        ("", ""),
    ],
)
def test_title_case_becomes_sentence_case_and_all_else_stays(title: str, cased: str) -> None:
    assert sentence_case(title) == cased
    assert sentence_case(cased) == cased


@pytest.mark.parametrize(("title", "least"), [("Soil Science", 1), ("The Rise of Soil", 2)])
def test_so_many_words_make_title_case(title: str, least: int) -> None:
    assert is_title_case(title, least)
    assert not is_title_case(title, least + 1)


def test_protection_is_kept_where_it_makes_a_difference() -> None:
    small, capital = KEPT.format("p53"), KEPT.format("DNA")
    assert needed_protection(f"{capital} of {small}") == f"DNA of {small}"
    assert needed_protection(KEPT.format("The numpy")) == KEPT.format("The numpy")
    assert needed_protection("<span>DNA</span>") == "<span>DNA</span>"


def test_protection_is_taken_out_and_other_markup_stays() -> None:
    caps = '<span style="font-variant:small-caps;">x</span>'
    assert without_protection(KEPT.format(f"a {caps}")) == f"a {caps}"
    assert without_protection(f"{caps} </span>") == f"{caps} </span>"
    assert plain_title(f"<i>{KEPT.format('a')}</i> < b") == "a < b"


@given(st.text(alphabet='<>/spancl="nocase i', max_size=80))
def test_any_text_is_taken(text: str) -> None:
    for function in (sentence_case, needed_protection, without_protection, plain_title):
        function(text)


@pytest.mark.parametrize(
    ("short", "title", "expected"),
    [
        ("J. Field Not.", "Journal of Field Notes", True),
        ("J FIELD NOT", "Journal of Field Notes", True),
        ("Field J.", "Journal of Field Notes", False),  # in another order
        ("J. Field Not. Air", "Journal of Field Notes", False),
        ("Journal of Field Notes", "Journal of Field Notes", False),
        ("…", "Journal", False),
    ],
)
def test_an_abbreviation_has_the_beginnings_of_words(
    short: str, title: str, expected: bool
) -> None:
    assert is_abbreviation(short, title) is expected
