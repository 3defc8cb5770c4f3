"""Names that would be cited wrongly are reported, however they came into the record."""

from __future__ import annotations

import json

import pytest

from reportcite.cli.known_rules import all_rules
from reportcite.record.checks.check import check
from reportcite.values.names.doubts import halves_problem, is_others, name_doubt
from reportcite.values.shapes import Contributor
from tests.record.reading import one, problems_of


def doubts(text: str, reader: str = "yaml") -> list[str]:
    """`rule: suggestion` of every warning about a name."""
    found = check(one(text, reader))
    assert all(problem.rule.name in all_rules() for problem in found)
    return [f"{p.rule.name}: {p.suggestion}" for p in found if p.rule.name.startswith("name-")]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[Ratzmann, Nora]", "write “- Ratzmann, Nora”"),
        ("[Beethoven, Ludwig van]", "write “- Beethoven, Ludwig van”"),
        ("[Smith, J. A.]", "write “- Smith, J. A.”"),
        ("[van Beethoven, Ludwig]", "write “- van Beethoven, Ludwig”"),
        ("[Ratzmann, Nora, Ng, Bo]", "write “- Ratzmann, Nora”"),
    ],
)
def test_a_name_cut_in_two_by_a_list_in_brackets_is_reported(typed: str, hint: str) -> None:
    assert any(one.startswith(f"name-halves: {hint}") for one in doubts(f"author: {typed}\n"))


@pytest.mark.parametrize(
    "typed",
    ["[UNESCO, UNICEF]", "[DeZIM, Germanwatch]", '["Ratzmann, Nora", Plato]', "[Plato]"],
)
def test_bodies_and_whole_names_are_no_halves(typed: str) -> None:
    assert doubts(f"author: {typed}\n") == []


@pytest.mark.parametrize("typed", ["[Plato, et al.]", "Plato; u. a.", "[Plato, and others]"])
def test_et_al_is_nobody_and_says_that_the_list_goes_on(typed: str) -> None:
    text = f"author: {typed}\n"
    assert one(text).fields == {"author": [{"literal": "Plato"}]}
    assert one(text).truncated == {"author"}
    assert [problem.rule.name for problem in one(text).problems] == ["names-truncated"]
    assert doubts(text) == []


def test_et_al_of_another_program_is_reported_too() -> None:
    item = {"author": [{"family": "Ng", "given": "Bo"}, {"literal": "others"}]}
    assert doubts(json.dumps(item), "json")[0].startswith("name-list")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Smith, JA", "name-initials: write “J. A.”"),
        ("Smith, JAR", "name-initials: write “J. A. R.”"),
        ("Dr. Hans Müller", "name-title: write “Hans”"),
        ("Müller, Prof. Dr. Hans", "name-title: write “Hans”"),
        ("Dr. Müller, Hans", "name-title: write “Müller”"),
    ],
)
def test_initials_and_titles_are_reported_once(name: str, hint: str) -> None:
    assert doubts(f"author: {name}\n") == [hint]


def test_names_in_parts_are_looked_at_by_check() -> None:
    names = [{"family": "Smith", "given": "JA"}, {"family": "Müller", "given": "Dr. Hans"}]
    text = json.dumps({"author": names})
    assert problems_of(one(text, "json")) == []
    assert [one.split(":")[0] for one in doubts(text, "json")] == ["name-initials", "name-title"]


@pytest.mark.parametrize(
    "name", ["Li, X", "Smith, J. A.", "BAUER, EVA", "Dame, Marc", "Drobner, Hans", "Bo, Al"]
)
def test_plain_names_are_not_doubted(name: str) -> None:
    assert doubts(f"author: {name}\n") == []


def test_a_role_behind_a_name_is_called_a_role() -> None:
    [problem] = [
        p for p in check(one("author: Müller, Hans (Hrsg.)\n")) if p.rule.name == "name-list"
    ]
    assert "“(Hrsg.)”" in problem.message
    assert "role" in problem.message
    assert "editor:" in problem.suggestion


@pytest.mark.parametrize("typed", ["anonymous", "N.N.", "n/a", "Unknown"])
def test_words_for_nobody_are_not_taken_for_a_name(typed: str) -> None:
    [doubt] = doubts(f"author: {typed}\n")
    assert doubt.startswith("name-unknown")
    assert "author: none" in doubt


def test_names_as_crossref_and_pandoc_write_them() -> None:
    text = "author: [{name: World Bank}, {family: Ng, given: [Jane, A.]}]\n"
    assert one(text).fields["author"] == [
        {"literal": "World Bank"},
        {"family": "Ng", "given": "Jane A."},
    ]


def test_other_words_for_the_parts_of_a_name_lead_to_them() -> None:
    found = one("author: [{first: Nora, last: Ratzmann, family: Ratzmann}]\n").problems
    assert [problem.suggestion for problem in found] == [
        "did you mean `given`?",
        "did you mean `family`?",
    ]


@pytest.mark.parametrize(
    ("members", "doubted"),
    [
        (["Ratzmann", "Nora"], True),
        (["Ratzmann", "Nora Maria"], True),
        (["van der Berg", "Jan"], True),
        (["Ratzmann", "J. A."], True),
        (["Rote Hilfe", "Nora"], False),
        (["Ng", "Bo", "Li"], True),
        (["Ng", "Bo", "Li Wei"], False),
        (["Ng", "Bo", "J. A."], True),
        (["Ng", "Bo", "Jo A."], False),
        (["Ng", "Bo", "J A"], False),
        (["Ng", "UNESCO"], False),
        (["Ng", ""], False),
        (["Ng", "{Bo}"], False),
        (["Ng", "A"], True),
        (["Ng", 5], False),
    ],
)
def test_halves_are_single_words_but_for_particles(members: list[object], doubted: bool) -> None:
    problem = halves_problem(members)
    assert bool(problem) is doubted
    if problem is not None:
        assert problem.rule.name == "name-halves"


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ({"family": "Ng", "given": "Dr. Bo"}, "name-title"),
        ({"family": "Ng", "given": "Bo Dr."}, "name-title"),
        ({"family": "Ng", "given": "BoDr. X"}, ""),
        ({"family": "Dr. Ng", "given": "Bo"}, "name-title"),
        ({"family": "Ng Dr. Li", "given": "Bo"}, ""),
        ({"family": "Dr.", "given": "Bo"}, ""),
        ({"family": "Ng", "given": "J"}, ""),
        ({"family": "Ng", "given": "JA"}, "name-initials"),
        ({"family": "Ng", "given": "JAR"}, "name-initials"),
        ({"family": "NG", "given": "JA"}, "name-initials"),
        ({"family": "NG", "given": "JAR"}, ""),
        ({"family": "Ng", "given": "JARS"}, ""),
        ({"family": "Ng", "given": "J2"}, ""),
        ({"family": "unknown"}, "name-unknown"),
        ({"family": "unknown", "given": "Bo"}, ""),
        ({"literal": "et al."}, "name-list"),
    ],
)
def test_doubts_about_parts(name: Contributor, rule: str) -> None:
    problem = name_doubt(name)
    assert (problem.rule.name if problem else "") == rule


def test_words_for_others_are_known_in_any_case() -> None:
    assert is_others(" ET AL. ")
    assert not is_others("Al")
