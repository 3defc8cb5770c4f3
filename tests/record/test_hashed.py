"""Numbers by hashes: what a dictionary would keep, in a tenth of the room."""

from __future__ import annotations

import tracemalloc
from array import array
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.record import hashed
from reportcite.record.hashed import LARGEST, Hashed

HASHES = st.one_of(
    st.integers(-(1 << 59), (1 << 59) - 1).map(lambda number: 16 * number),  # the rest is not kept
    # Of one bucket, and others than one another in all bits that are compared.
    st.integers(0, 47).map(lambda bit: (1 << (bit + 16)) - (1 << 63)),
    st.integers(4, 15).map(lambda bit: 1 << bit),
)


@given(
    st.lists(st.tuples(st.lists(HASHES), st.booleans())), st.sampled_from([1, 4096]), st.booleans()
)
def test_numbers_are_those_that_a_dictionary_keeps(
    some: list[tuple[list[int], bool]], few: int, is_split: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashed, "_FEW", few)
        patch.setattr(hashed, "_BUCKETS", 4096)
        patch.setattr(hashed, "_FULL", 0.001 if is_split else 256)
        kept, numbers = Hashed(), dict[int, int]()
        for number, (hashes, keep) in enumerate(some, 1):
            again = []
            for index, key in enumerate(hashes):
                if key in numbers:
                    again.append((index, numbers[key]))
                elif keep:
                    numbers[key] = number
            assert kept.note(array("q", hashes), [number] * len(hashes), keep=keep) == again
            assert len(kept) == len(numbers)
        assert {key: kept.get(key) for key in numbers} == numbers
        for key in [*numbers, 1 << 61, 1 << 62]:
            assert kept.note_one(key, 7) == numbers.get(key, 0)
            assert kept.note_one(key, 8) == numbers.get(key, 7)
        for key in numbers:
            kept.replace(key, LARGEST)
        assert {kept.get(key) for key in numbers} <= {LARGEST}


def test_numbers_have_as_much_room_as_the_largest_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashed, "_FEW", 0)
    kept = Hashed()
    kept.note(array("q", [16, 32]), [1, 255])
    for key, number in ((48, 256), (64, 1 << 16), (80, (1 << 24) - 1), (96, LARGEST)):
        assert kept.note_one(key, number) == 0
    assert [kept.get(key) for key in range(16, 112, 16)] == [
        *(1, 255, 256, 65_536, 16_777_215, LARGEST)
    ]

    often = Hashed()
    counted = [often.count(array("q", [16, 32])) for _ in range(300)]
    assert counted[254:257] == [[(0, n), (1, n)] for n in (255, 256, 257)]
    assert often.count(array("q", [48])) == []
    assert (often.get(16), often.get(48)) == (300, 1)


@given(st.lists(st.lists(HASHES)), st.sampled_from([1, 4096]), st.booleans())
def test_hashes_are_counted(some: list[list[int]], few: int, is_split: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashed, "_FEW", few)
        patch.setattr(hashed, "_FULL", 0.001 if is_split else 256)
        kept, numbers = Hashed(), dict[int, int]()
        for hashes in some:
            again = []
            for index, key in enumerate(hashes):
                numbers[key] = numbers.get(key, 0) + 1
                if numbers[key] > 1:
                    again.append((index, numbers[key]))
            assert kept.count(array("q", hashes)) == again
        assert {key: kept.get(key) for key in numbers} == numbers
        assert kept.get(1 << 62) == numbers.get(1 << 62, 0)


def test_the_end_of_one_entry_and_the_beginning_of_another_are_none() -> None:
    """Its bytes stand in the bucket: two of a number, and four of the hash behind it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashed, "_FEW", 0)
        kept = Hashed()
        first, second = 0x1111_2222_3333_0010, 0x4444_5555_6666_0010
        kept.note(array("q", [first, second]), [0x7777_0001, 5])
        between = 0x5555_6666_7777_0010
        assert kept.get(between) == 0
        assert kept.note(array("q", [between, between, second]), [8, 9, 9]) == [(1, 8), (2, 5)]
        assert kept.count(array("q", [between])) == [(0, 9)]


def test_many_take_little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashed, "_FEW", 100)
    monkeypatch.setattr(hashed, "_BUCKETS", 256)
    bits = Random(1).getrandbits
    many = [array("q", [16 * bits(60) - (1 << 63) for _ in range(500)]) for _ in range(40)]
    kept = Hashed()
    tracemalloc.start()
    try:
        for hashes in many:
            assert kept.note(hashes, range(1, 501)) == []
        assert tracemalloc.get_traced_memory()[1] / len(kept) < 13
    finally:
        tracemalloc.stop()
    assert all(kept.get(key) == number for key, number in zip(many[7], range(1, 501), strict=True))
