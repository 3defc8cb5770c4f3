"""Names as EndNote has them."""

from __future__ import annotations

import pytest

from reportcite.values.names.endnote import read_names, write_name
from reportcite.values.shapes import Contributor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ng, Bo", {"family": "Ng", "given": "Bo"}),
        ("DeZIM,", {"literal": "DeZIM"}),
        ("BMAS,, Berlin, Bonn", {"literal": "BMAS, Berlin, Bonn"}),
    ],
)
def test_commas_say_what_a_name_is(text: str, name: Contributor) -> None:
    assert read_names(text).names == [name]
    assert write_name(name) == text


def test_several_names_stand_between_semicolons_or_line_ends() -> None:
    both = [{"family": "Ng", "given": "Bo"}, {"family": "Li", "given": "A"}]
    assert read_names("Ng, Bo; Li, A").names == both
    assert read_names("Ng, Bo\rLi, A\r").names == both
    assert read_names("Ng, Bo;").names == [{"family": "Ng", "given": "Bo;"}]
    assert len(read_names("DeZIM; Ng, Bo").names) == 1


def test_doubt_is_reported_of_names_that_are_not_family_and_given_name() -> None:
    assert [one.rule.name for one in read_names("Rote Hilfe").problems] == ["name-split"]
    assert [one.rule.name for one in read_names("A, B., C, D. and E").problems] == ["name-list"]
    assert [one.rule.name for one in read_names("A, B., C, D. E; F, G").problems] == ["name-list"]
    assert [one.rule.name for one in read_names("Ng, Dr. Bo, Jr.").problems] == ["name-title"]
    assert read_names("BMAS,, Berlin,, Bonn").names == [{"literal": "BMAS, Berlin,, Bonn"}]
    assert read_names("Smith, JA").problems == []
    assert read_names(" ") == ([], [], False)


def test_a_list_that_goes_on_says_so_in_place_of_a_name() -> None:
    assert read_names("et al.") == ([], [], True)


def test_a_name_may_say_that_there_are_others() -> None:
    found = read_names("Ng, B., et al.")
    assert (found.names, found.truncated) == ([{"family": "Ng", "given": "B."}], True)
