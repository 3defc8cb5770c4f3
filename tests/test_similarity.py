"""How alike texts are, held to rapidfuzz."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, Indel

from reportcite.similarity import can_be_alike, like, most_alike, one_keystroke, same_beginning

TEXTS = st.text("abc é文", max_size=90)


@given(TEXTS, TEXTS)
def test_likeness_is_that_of_the_longest_common_subsequence(one: str, other: str) -> None:
    likeness = like(one)(other)
    assert likeness == pytest.approx(Indel.normalized_similarity(one, other))
    assert can_be_alike(one, other, likeness)


@given(TEXTS, TEXTS)
def test_one_keystroke_is_a_distance_of_one(one: str, other: str) -> None:
    assert one_keystroke(one, other) == (OSA.distance(one, other) <= 1)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("report", "report", True),
        ("report", "repart", True),
        ("report", "eport", True),
        ("report", "repor", True),
        ("report", "reoprt", True),
        ("report", "repotr", True),
        ("report", "repo", False),
        ("report", "repats", False),
        ("report", "troper", False),
        ("ab", "ba", True),
        ("", "a", True),
        ("", "ab", False),
    ],
)
def test_a_keystroke_is_a_letter_more_less_other_or_two_exchanged(
    one: str, other: str, near: bool
) -> None:
    assert one_keystroke(one, other) is near
    assert one_keystroke(other, one) is near


def test_the_first_of_the_most_alike_is_chosen() -> None:
    assert most_alike("abcd", ["abce", "abcf", "xbcd"], 0.5, str) == "abce"
    assert most_alike("abcd", ["abxx", "abcf"], 0.5, str) == "abcf"
    assert most_alike("abcd", ["abcf", "abxx"], 0.5, str) == "abcf"
    assert most_alike("abcd", [1, 2], 0.5, {1: "axxx", 2: "abxx"}.__getitem__) == 2
    assert most_alike("abcd", ["abxx"], 0.51, str) is None
    assert most_alike("abcd", [], 0.0, str) is None


def test_lengths_alone_may_say_that_texts_differ() -> None:
    assert can_be_alike("abcd", "ab", 2 / 3)
    assert not can_be_alike("abcd", "ab", 0.67)


def test_the_same_beginning_is_counted_up_to_the_end_of_the_shorter() -> None:
    assert same_beginning("abc", "abd") == 2
    assert same_beginning("abc", "abcd") == same_beginning("abcd", "abc") == 3
