"""What a mistyped ISBN may have been: each kind of slip is found, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.values.isbn import parse_isbn
from reportcite.values.isbns.digits import check_digit, holds
from reportcite.values.isbns.slips import candidates
from reportcite.values.issn import is_issn


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
        ("9708306406157", "978-0-306-40615-7", 5),  # with the digit behind it
        ("9880306406157", "978-0-306-40615-7", 1),  # another prefix
        ("306406152", "0-306-40615-2", 1),  # a spreadsheet took the zero
        ("80442957X", "0-8044-2957-X", 1),
        ("1360469", "0-00-136046-9", 1),  # it took three
        ("97803064061577", "978-0-306-40615-7", 1),  # a digit twice
        ("00306406152", "0-306-40615-2", 1),
        ("978030640615", "978-0-306-40615-7", 1),  # the check digit is lost
        ("394828982", "3-948289-82-4", 1),
        ("780306406157", "978-0-306-40615-7", 1),  # the beginning of the prefix
        ("80306406157", "978-0-306-40615-7", 1),
        ("08044295710", "0-8044-2957-X", 1),  # a 10 stands for X
        ("9789780306406157", "978-0-306-40615-7", 1),  # the prefix twice
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
    hyphens = parse_isbn(right).hyphenated
    assert not hyphens or hyphens in candidates(wrong, most=100)


def test_those_that_differ_in_one_group_come_first_then_those_with_groups_as_long() -> None:
    plain = candidates("9783048289829")
    assert plain[0] != "978-3-948289-82-9"
    groups = "978-3-048289-82-9".split("-")
    assert candidates("9783048289829", groups)[0] == "978-3-948289-82-9"
    assert {*candidates("9783048289829", groups)} == {*plain}
    assert candidates("9783048289829", ["9783048289829"]) == plain
    # 13165 may be 31165; that 3-5 was 5-3 is less likely, though all groups are as long, too.
    found = candidates("9783518131653", "978-3-518-13165-3".split("-"), 100)
    assert found.index("978-3-518-31165-3") < found.index("978-5-318-13165-3")
    # One that lies in another range, and has other groups, is less likely still.
    assert found.index("978-5-318-13165-3") < found.index("978-3-511-83165-3")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("978-0-306-40615", "978-0-306-40615-7"),
        ("978-0-306-406155-7", "978-0-306-40615-7"),
        ("306-40615-2", "0-306-40615-2"),
        ("78-3-16-148410-0", "978-3-16-148410-0"),
    ],
)
def test_a_group_that_is_lost_or_has_a_digit_too_many(typed: str, meant: str) -> None:
    assert candidates(typed.replace("-", ""), typed.split("-"))[0] == meant


@pytest.mark.parametrize(
    "compact",
    [
        *("03785955", "9790260000437", "9770264359009", "9770306406157", "9790306406157"),
        *("12345", "1" * 15, "abc", "", "²" * 13),
    ],
)
def test_what_is_no_mistyped_isbn_has_none(compact: str) -> None:
    assert candidates(compact) == ()


def test_an_isbn_13_that_lost_its_prefix_has_its_hyphens_where_they_were() -> None:
    assert candidates("3161484100", "3-16-148410-0".split("-"))[0] == "978-3-16-148410-0"


def slips(compact: str) -> Iterator[str]:
    """What is one slip away, found by trying all: behind the prefix, if there is one."""
    size = len(compact)
    start = 3 if size == 13 else 0
    for i in range(start, size):
        yield from (f"{compact[:i]}{digit}{compact[i + 1 :]}" for digit in "0123456789X")
        yield f"{compact[:i]}{compact[i + 1 : i + 2]}{compact[i]}{compact[i + 2 :]}"
    for i in range(size - 2):
        if compact[i] == compact[i + 1]:
            yield from (f"{compact[:i]}{2 * digit}{compact[i + 2 :]}" for digit in "0123456789")
    if size == 10:
        yield f"978{compact}"
        for i in range(8):
            turned = compact[i : i + 3][::-1]
            yield f"{compact[:i]}{turned}{compact[i + 3 :]}"


def lengths(compact: str) -> Iterator[str]:
    """What has a digit more or less, found by trying all."""
    size = len(compact)
    if size < 10:
        yield compact.rjust(10, "0")
    if size in (9, 12):
        for i in range(size + 1):
            yield from (f"{compact[:i]}{digit}{compact[i:]}" for digit in "0123456789X")
    if size in (11, 14):
        yield from (compact[:i] + compact[i + 1 :] for i in range(size))
    if size in (11, 12):
        yield from ("978"[: 13 - size] + compact, "979"[: 13 - size] + compact)
    if size == 11 and compact.endswith("10"):
        yield compact[:9] + "X"


@pytest.mark.parametrize("size", [6, 8, 9, 10, 11, 12, 13, 14])
def test_all_that_is_one_slip_away_is_found_and_nothing_else(size: int) -> None:
    random = Random(size)
    for _ in range(200):
        digits = [random.choice("00123456789") for _ in range(size)]
        prefix = random.choice(("978", "979")) if size > 11 else ""
        compact = (prefix + "".join(digits))[:size]
        if holds(compact) or is_issn(compact) or compact.startswith("9790"):
            continue
        tried = {*(slips if size in (10, 13) else lengths)(compact)}
        wanted = {one for one in tried if holds(one) and parse_isbn(one).hyphenated}
        assert {one.replace("-", "") for one in candidates(compact, most=10_000)} == wanted


@pytest.mark.parametrize(
    ("typed", "likeliest"),
    [
        ("9789150008063", "978-1-950008-06-3"),  # swapped, before another check digit
        ("9791038836859", "979-10-388-6385-9"),  # only 978 was put before check digits of old
        ("9783982597919", "978-3-9825979-1-1"),  # it was, before two that are swapped
    ],
)
def test_what_is_likelier_comes_first(typed: str, likeliest: str) -> None:
    assert candidates(typed)[0] == likeliest


def test_digits_that_look_alike_come_before_others() -> None:
    found = candidates("9780306446157")
    assert found.index("978-0-306-44815-7") < found.index("978-2-306-44615-7")


def test_there_are_twenty_at_most_unless_more_are_asked_for() -> None:
    typed = "9780000011112"
    assert len(candidates(typed, most=100)) > 20
    assert candidates(typed) == candidates(typed, most=100)[:20]


@pytest.mark.parametrize(
    "compact", ["abcdefghij", "abcdefghijklm", "97803064061٥٧", "978030640615X"]
)
def test_what_is_not_all_digits_is_no_isbn(compact: str) -> None:
    assert candidates(compact) == ()
