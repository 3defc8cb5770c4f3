"""The first row of each key is remembered, for any number of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportcite.tables.seen import FirstRows


@given(st.lists(st.text(max_size=2)))
def test_as_a_dictionary_would(keys: list[str]) -> None:
    seen, known = FirstRows(), dict[str, int]()
    for row, key in enumerate(keys, 1):
        assert seen.row_before(key, row) == known.get(key, 0)
        known.setdefault(key, row)


def test_it_grows() -> None:
    seen = FirstRows()
    assert not any(seen.row_before(str(row), row) for row in range(1, 20_000))
    assert all(seen.row_before(str(row), 1) == row for row in range(1, 20_000))


def test_of_several_keys_the_first_that_was_before_counts_and_all_are_known_then() -> None:
    rows = FirstRows()
    assert rows.before(("a",), 2) == 0
    assert rows.before(("b", "a"), 3) == 2
    assert rows.before(("c", "b", "a"), 4) == 3
    assert rows.before(("c",), 5) == 4
    assert rows.before((), 6) == 0
