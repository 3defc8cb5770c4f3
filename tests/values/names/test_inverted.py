"""Names with the family name first, as RIS has them."""

from __future__ import annotations

import pytest

from reportcite.values.names.inverted import read_name, read_names, write_name
from reportcite.values.shapes import Contributor

BERG: Contributor = {
    "family": "Berg",
    "given": "Jan",
    "non-dropping-particle": "van der",
    "suffix": "Jr.",
}
HUMBOLDT: Contributor = {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ng, Bo", {"family": "Ng", "given": "Bo"}),
        ("van der Berg, Jan, Jr.", BERG),
        ("Humboldt, Alexander von", HUMBOLDT),
        ("DeZIM Institut,", {"literal": "DeZIM Institut"}),
        ("DeZIM", {"literal": "DeZIM"}),
    ],
)
def test_names_are_read_as_they_are_written(text: str, name: Contributor) -> None:
    assert read_names(text) == ([name], (), False)
    assert write_name(name) == text


def test_another_separator_leaves_commas_alone() -> None:
    assert read_name("Berg || Jan, Jr.", " || ") == {
        "family": "Berg",
        "given": "Jan",
        "suffix": "Jr.",
    }
    assert read_name("BMAS, Berlin", " || ") == {"literal": "BMAS, Berlin"}
    assert write_name(HUMBOLDT, " || ") == "Humboldt || Alexander von"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ng,", {"literal": "Ng"}),
        (", Bo", {"literal": "Bo"}),
        (",", {}),
        (",,", {}),
        ("Ng, Bo, ,", {"family": "Ng", "given": "Bo"}),
        ("Ng, , Jr.", {"family": "Ng", "suffix": "Jr."}),
        (" Ng , Bo ", {"family": "Ng", "given": "Bo"}),
    ],
)
def test_halves_of_names(text: str, name: Contributor) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ({"given": "Bo", "suffix": "Jr."}, "Bo Jr.,"),
        ({"family": "Ng"}, "Ng"),
        ({"family": "Ng", "suffix": "Jr."}, "Ng, , Jr."),
        ({"non-dropping-particle": "van", "given": "Bo"}, "Bo van,"),
        ({"literal": "DeZIM"}, "DeZIM"),
        ({}, ""),
    ],
)
def test_names_without_all_parts_are_written_too(name: Contributor, text: str) -> None:
    assert write_name(name) == text


def test_semicolons_part_names_that_have_commas() -> None:
    several = [{"family": "Ng", "given": "Bo"}, {"family": "Li", "given": "A"}]
    assert read_names("Ng, Bo; Li, A;").names == several
    assert read_names("Ng, Bo; DeZIM").names == [{"family": "Ng", "given": "Bo; DeZIM"}]
    assert read_names("Alpha; Beta").names == [{"literal": "Alpha; Beta"}]
    assert read_names("Ng, Bo;").names == [{"family": "Ng", "given": "Bo;"}]
    assert len(read_names("Ng, Bo;" * 1001).names) == 1000
    assert [one.rule.name for one in read_names("A, B, 1901-1999; C, D").problems] == ["name-dates"]


@pytest.mark.parametrize("dates", ["1848-1914", "1848–", "b. 1848", "*1848", "1848."])
def test_dates_of_life_are_left_out(dates: str) -> None:
    reading = read_names(f"Doe, Jane, {dates}")
    assert reading.names == [{"family": "Doe", "given": "Jane"}]
    [problem] = reading.problems
    assert problem.rule.name == "name-dates"


def test_many_names_in_one_are_kept_as_they_are() -> None:
    text = "Smith, J., Jones, K. and Lee, A."
    reading = read_names(text)
    assert reading.names == [{"literal": text}]
    assert [one.rule.name for one in reading.problems] == ["name-list"]
    longest = "Smith, J., Jones, K." + "x" * 1979
    assert "literal" in read_names(longest).names[0]
    assert "family" in read_names(longest + "x").names[0]


def test_two_commas_part_a_suffix() -> None:
    reading = read_names("Smith J, Jones K, Lee A")
    assert reading.names == [{"family": "Smith J", "given": "Jones K", "suffix": "Lee A"}]
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J. Smith", {"family": "Smith", "given": "J."}),
        ("J.-P. de la Tour",
         {"family": "Tour", "given": "J.-P.", "non-dropping-particle": "de la"}),
        ("Smith JA", {"family": "Smith", "given": "JA"}),
        ("van der Berg JA",
         {"family": "Berg", "given": "JA", "non-dropping-particle": "van der"}),
        ("Siemens AG", {"literal": "Siemens AG"}),
        ("Smith Ja", {"literal": "Smith Ja"}),
        ("Smith ABCD", {"literal": "Smith ABCD"}),
    ],
)  # fmt: skip
def test_initials_show_a_person(text: str, name: Contributor) -> None:
    assert read_names(text).names == [name]


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Rote Hilfe", True),
        ("Rote Hilfe Alt Neu", False),
        ("Rote Hilfe Alt", True),
        ("Germanwatch", False),
        ("World Bank", False),
        ("Ab " + "c" * 77, True),
        ("Ab " + "c" * 78, False),
    ],
)
def test_few_words_without_a_comma_may_be_a_person(text: str, doubted: bool) -> None:
    reading = read_names(text)
    assert reading.names == [{"literal": text}]
    assert bool(reading.problems) is doubted
    for problem in reading.problems:
        assert (problem.rule.name, problem.severity) == ("name-split", "warning")
        assert "organization" in problem.message


def test_a_list_that_goes_on_says_so_in_place_of_a_name() -> None:
    assert read_names("et al.") == ([], (), True)
    assert read_names("Al, Et").truncated is False


@pytest.mark.parametrize(
    ("text", "names", "goes_on"),
    [
        ("Ng, B. et al", [{"family": "Ng", "given": "B."}], True),
        ("Ng, B., et al.", [{"family": "Ng", "given": "B."}], True),
        ("Ng et al.", [{"literal": "Ng"}], True),
        ("Ng, Bo and others", [{"family": "Ng", "given": "Bo"}], True),
        ("et al.", [], True),
        ("et al.,", [], True),
        ("Ng, Al", [{"family": "Ng", "given": "Al"}], False),
    ],
)
def test_a_name_may_say_that_there_are_others(
    text: str, names: list[dict[str, str]], goes_on: bool
) -> None:
    found = read_names(text)
    assert (found.names, found.truncated) == (names, goes_on)
