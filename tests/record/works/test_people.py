"""Two names may be one person's unless they contradict each other."""

from __future__ import annotations

import pytest

from reportcite.record.works.people import (
    LATER,
    NAMESAKE,
    OTHER,
    SAME,
    SLIP,
    TURNED,
    creator_of,
    first_likeness,
    fullness,
    likeness,
)
from reportcite.values.names.parts import contributor
from tests.record.works.works import names


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Beck, Ulrich", "Beck, U.", SAME),
        ("Beck, Ulrich", "BECK, U. K.", SAME),
        ("Beck, Ulrich", "Beck, Ulf", NAMESAKE),
        ("Beck, Katharina", "Beck, Katherina", SAME),
        ("Beck, U.", "Beck, V.", NAMESAKE),
        ("Beck, U. K.", "Beck, U. L.", NAMESAKE),
        ("Beck, U.", "Ulrich Beck", TURNED),
        ("Beck, Ulrich", "Ulrich, Beck", TURNED),
        ("Beck, Ulrich", "Ulrich Bech", OTHER),
        ("Meier, Ulrich", "Maier, U.", SLIP),
        ("Meier, Ulrich", "Maier, V.", OTHER),
        ("Álvarez, A.", "Alvarez, A.", SAME),
        ("UNICEF", "Unicef", SAME),
        ("UNICEF", "UNESCO", OTHER),
    ],
)
def test_how_surely_two_names_are_one(one: str, other: str, expected: float) -> None:
    first, second = map(creator_of, names(one, other))  # type: ignore[arg-type]
    assert likeness(first, second) == expected
    assert likeness(second, first) == expected


def test_the_first_of_a_list_may_stand_further_behind_in_another() -> None:
    one = [creator_of(name) for name in names("Ng, Bo", "Beck, U.")]  # type: ignore[arg-type]
    assert first_likeness(one, one[1:]) == LATER
    assert first_likeness(one[1:], one) == LATER
    assert first_likeness(one[:1], one[1:]) == OTHER


def test_a_name_says_more_in_parts_written_out_and_with_its_accents() -> None:
    ascending = [
        contributor(literal="Beck, Ulrich"),
        contributor(family="BECK", given="ULRICH"),
        contributor(family="Beck"),
        contributor(family="Beck", given="U."),
        contributor(family="Beck", given="U. K."),
        contributor(family="Beck", given="Ulrich K."),
        contributor(family="Beck", given="Ulrich Kurt"),
    ]
    assert sorted(ascending[2:], key=fullness) == ascending[2:]
    assert max(map(fullness, ascending[:2])) < min(map(fullness, ascending[2:]))
    plain, accented = (contributor(family=name, given="B.") for name in ("Alvarez", "Álvarez"))
    assert fullness(accented) > fullness(plain)
