"""What a mistyped ISBN may have been: each kind of slip is found, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.values.isbns.digits import check_digit, holds
from reportcite.values.isbns.slips import candidates


@pytest.mark.parametrize(
    ("typed", "meant", "among"),
    [
        ("9780306406152", "978-0-306-40615-7", 1),  # the check digit of the ISBN-10 was kept
        ("0306406157", "978-0-306-40615-7", 1),  # 978 is lost
        ("9783942889829", "978-3-948289-82-9", 3),  # two neighbours swapped
        ("3948298824", "3-948289-82-4", 3),
        ("9783948289828", "978-3-948289-82-9", 1),  # another check digit
        ("3948289825", "3-948289-82-4", 2),
        ("9783948289329", "978-3-948289-82-9", 20),  # 3 for 8, which look alike
        ("3948289224", "3-948289-82-4", 20),  # 2 for 8
        ("3948982824", "3-948289-82-4", 20),  # 982 for 289: round a third
        ("9783944489829", "978-3-948289-82-9", 0),  # two slips are not guessed
        ("9783155148410", "978-3-16-148410-0", 0),
        ("9780366606157", "978-0-344-60615-7", 0),
        ("7980306406157", "978-0-306-40615-7", 1),  # swapped within the prefix
        ("9880306406157", "978-0-306-40615-7", 1),  # another prefix
        ("306406152", "0-306-40615-2", 1),  # a spreadsheet took the zero
        ("80442957X", "0-8044-2957-X", 1),
        ("1360469", "0-00-136046-9", 1),  # it took three
        ("97803064061577", "978-0-306-40615-7", 1),  # a digit twice
        ("00306406152", "0-306-40615-2", 1),
        ("978030640657", "978-0-306-40615-7", 20),  # a digit lost
        ("978394828929", "978-3-948289-82-9", 20),
    ],
)
def test_a_slip_of_each_kind(typed: str, meant: str, among: int) -> None:
    found = candidates(typed)
    if among:
        assert meant in found[:among]
    else:
        assert meant not in found


def test_a_pair_of_like_digits_is_found_as_another_pair() -> None:
    right = "978394822882" + check_digit("978394822882")
    wrong = f"97839483388{right[-2:]}"
    assert not holds(wrong)
    assert right in [one.replace("-", "") for one in candidates(wrong, most=40)]


@settings(deadline=None)
@given(st.from_regex(r"(97[89][1-9][0-9]{8}|[0-9]{9})[0-9]", fullmatch=True))
def test_candidates_hold_and_are_given_once(compact: str) -> None:
    found = candidates(compact, most=50)
    assert all(holds(one.replace("-", "")) for one in found)
    assert len(set(found)) == len(found)
    assert candidates(compact, most=3) == found[:3]


@settings(deadline=None)
@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_whatever_one_digit_was_the_right_number_is_found(
    digits: str, place: int, more: int
) -> None:
    """Unless nobody has its range."""
    right = digits + check_digit(digits)
    if right[place] == "X":
        return
    wrong = right[:place] + str((int(right[place]) + more) % 10) + right[place + 1 :]
    from reportcite.values.isbn import parse_isbn

    hyphens = parse_isbn(right).hyphenated
    assert not hyphens or hyphens in candidates(wrong, most=100)


def test_those_with_hyphens_in_the_same_places_come_first() -> None:
    plain = candidates("9783048289829")
    assert plain[0] != "978-3-948289-82-9"
    assert candidates("9783048289829", (3, 5, 12, 15))[0] == "978-3-948289-82-9"
    assert {*candidates("9783048289829", (3, 5, 12, 15))} == {*plain}


@pytest.mark.parametrize(
    "compact",
    ["03785955", "9790260000437", "9770264359009", "12345", "1" * 15, "abc", "", "²" * 13],
)
def test_what_is_no_mistyped_isbn_has_none(compact: str) -> None:
    assert candidates(compact) == ()


def test_an_isbn_13_that_lost_its_prefix_has_its_hyphens_where_they_were() -> None:
    assert candidates("3161484100", (1, 4, 11))[0] == "978-3-16-148410-0"
