from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.names.typed import (
    name_from_text,
    name_problem,
    names_from_text,
    plain_name,
    read_names,
)
from reportcite.values.shapes import Contributor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ratzmann, Nora", {"family": "Ratzmann", "given": "Nora"}),
        ("Nora Ratzmann", {"family": "Ratzmann", "given": "Nora"}),
        (
            "Ludwig van Beethoven",
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ),
        (
            "van Beethoven, Ludwig",
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ),
        (
            "Humboldt, Alexander von",
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
        ),
        (
            "Charles de la Vallée Poussin",
            {"family": "Vallée Poussin", "given": "Charles", "non-dropping-particle": "de la"},
        ),
        (
            "King, Martin Luther, Jr.",
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        ),
        (
            "King, Jr., Martin Luther",
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        ),
        (
            "Martin Luther King, Jr.",
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        ),
        ("Bank, Aaron", {"family": "Bank", "given": "Aaron"}),
        ("DeZIM Institut", {"literal": "DeZIM Institut"}),
        ("Department of Health, London", {"literal": "Department of Health, London"}),
        ("UNESCO", {"literal": "UNESCO"}),
        ("{Rote Hilfe}", {"literal": "Rote Hilfe"}),
        ("bell hooks", {"family": "hooks", "given": "bell"}),
    ],
)
def test_names_as_typed(text: str, name: Contributor) -> None:
    assert name_from_text(text) == name


def test_several_names_between_semicolons() -> None:
    assert names_from_text("Ng, A; Li, B;") == [
        {"family": "Ng", "given": "A"},
        {"family": "Li", "given": "B"},
    ]


@pytest.mark.parametrize("given", ["X.", "V.", "X", "Vi", "IV", "MD"])
def test_initials_behind_a_comma_are_no_suffix(given: str) -> None:
    assert name_from_text(f"Zhang, {given}") == {"family": "Zhang", "given": given}


def test_numerals_are_suffixes_where_they_can_be_nothing_else() -> None:
    king = {"family": "King", "given": "Martin", "suffix": "III"}
    assert name_from_text("King, III, Martin") == king
    assert name_from_text("King, Martin, III") == king
    assert name_from_text("Martin King, III") == king
    assert name_from_text("Smith, V., Jr.")["given"] == "V."


@pytest.mark.parametrize(
    "organization",
    [
        "Amnesty International",
        "Human Rights Watch",
        "ACME Inc.",
        "ACME, Inc.",
        "Germanwatch e. V.",
        "Germanwatch e.V.",
        "Ministry of Trade, Industry and Energy",
        "Simon & Schuster",
    ],
)
def test_organizations_are_kept_whole(organization: str) -> None:
    name = name_from_text(organization)
    assert name == {"literal": organization}
    assert name_problem(organization, name) is None


@pytest.mark.parametrize(
    "text",
    [
        "Smith, J. & Jones, K.",
        "Smith, J., Jones, K. and Lee, A.",
        "A. Smith, B. Jones, C. Lee",
        "Anna Seghers und Ernst Toller",
        "Smith, J. et al.",
        "Ratzmann, Nora (Hg.)",
    ],
)
def test_several_names_in_one_are_kept_and_reported(text: str) -> None:
    name = name_from_text(text)
    problem = name_problem(text, name)
    assert name == {"literal": text}
    assert problem is not None
    assert problem.rule.name == "name-list"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rote Hilfe", "Hilfe, Rote"),
        ("Frauen in Bewegung", "Bewegung, Frauen"),
        ("Arte y Cultura", "Cultura, Arte"),
    ],
)
def test_a_guess_at_a_name_without_comma_is_reported(text: str, meant: str) -> None:
    problem = name_problem(text, name_from_text(text))
    assert problem is not None
    assert problem.rule.name == "name-split"
    assert f"“{meant}”" in problem.suggestion


@pytest.mark.parametrize(
    "text",
    [
        *("J. Smith", "Ludwig van Beethoven", "Lisa della Casa", "Ortega y Gasset, José"),
        *("{Rote Hilfe}", "UNESCO"),
    ],
)
def test_names_that_leave_no_doubt(text: str) -> None:
    assert name_problem(text, name_from_text(text)) is None


@pytest.mark.parametrize(
    ("text", "names", "rules", "truncated"),
    [
        ("Ng, Bo; Li, A", [{"family": "Ng", "given": "Bo"}, {"family": "Li", "given": "A"}], [], 0),
        ("Ng, Bo;;", [{"family": "Ng", "given": "Bo"}], [], 0),
        ("Plato; et al.", [{"literal": "Plato"}], [], 1),
        ("u. a.", [], [], 1),
        ("others, Bo", [{"family": "others", "given": "Bo"}], [], 0),
        ("Rote Hilfe", [{"family": "Hilfe", "given": "Rote"}], ["name-split"], 0),
        ("Müller, Dr. Jo", [{"family": "Müller", "given": "Dr. Jo"}], ["name-title"], 0),
        ("Dr. Müller, Jo", [{"family": "Dr. Müller", "given": "Jo"}], ["name-title"], 0),
        ("Sir Müller, Jo", [{"family": "Sir Müller", "given": "Jo"}], ["name-title"], 0),
        ("Smith, JA", [{"family": "Smith", "given": "JA"}], ["name-initials"], 0),
        ("Smith, J.", [{"family": "Smith", "given": "J."}], [], 0),
        ("", [], [], 0),
    ],
)
def test_what_is_found_in_a_text(
    text: str, names: list[Contributor], rules: list[str], truncated: int
) -> None:
    reading = read_names(text)
    assert reading.names == names
    assert [problem.rule.name for problem in reading.problems] == rules
    assert reading.truncated == bool(truncated)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{x}", {"literal": "x"}),
        ("{Rote Hilfe}, Bo", {"family": "{Rote Hilfe}", "given": "Bo"}),
        ("{}", {"literal": "{}"}),
        ("A, B, C, D", {"literal": "A, B, C, D"}),
        ("Ng, A, B", {"family": "Ng", "given": "A", "suffix": "B"}),
        ("Ng Li, A B, C D", {"literal": "Ng Li, A B, C D"}),
        (", Bo", {"literal": ", Bo"}),
        ("Plato, Jr.", {"family": "Plato", "suffix": "Jr."}),
        ("King III", {"family": "III", "given": "King"}),
        ("Martin King III", {"family": "King", "given": "Martin", "suffix": "III"}),
        ("Bo K. Sen", {"family": "Sen", "given": "Bo K."}),
        ("Bo Li Jun", {"family": "Jun", "given": "Bo Li"}),
        ("Bo Li Sen.", {"family": "Li", "given": "Bo", "suffix": "Sen."}),
        ("Bo S V", {"family": "V", "given": "Bo S"}),
        ("Bo Li van", {"family": "van", "given": "Bo Li"}),
        ("van Gogh", {"family": "Gogh", "given": "van"}),
        ("", {}),
    ],
)
def test_names_at_the_edges(text: str, name: Contributor) -> None:
    assert name_from_text(text) == name


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Bo Ng", "name-split"),
        ("B Ng", ""),
        ("B. Ng", ""),
        ("Bo van Ng", ""),
        ("Bo hin Ng", "name-split"),
        ("Bo Ng, Jr.", ""),
        ("Plato", ""),
        ("{Ng, Bo and Li, A}", ""),
        ("Müller, Hans (Hrsg.)", "name-list"),
        ("Ng, B., Li, A. and Ho, C. (eds.)", "name-list"),
        ("unknown", "name-unknown"),
        ("{unknown}", ""),
    ],
)
def test_what_is_doubtful_about_a_name(text: str, rule: str) -> None:
    problem = name_problem(text, name_from_text(text))
    assert (problem.rule.name if problem else "") == rule


def test_the_hint_names_another_way_to_write_it() -> None:
    problem = name_problem("Rote Hilfe", name_from_text("Rote Hilfe"))
    assert problem is not None
    assert problem.suggestion == "write “Hilfe, Rote”, or “literal: …” for an organization"
    role = name_problem("Müller, Hans (Hrsg.)", {"literal": "Müller, Hans (Hrsg.)"})
    assert role is not None
    assert "(Hrsg.)" in role.message


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("毛 泽东", "毛", "泽东"),
        ("山田 はなこ", "山田", "はなこ"),
        ("김 유미", "김", "유미"),
        ("毛, 泽东", "毛", "泽东"),
        ("ნინო მარიამ ბერიძე", "ბერიძე", "ნინო მარიამ"),
        ("محمد بن أحمد المقدسي", "المقدسي", "محمد بن أحمد"),
        ("राम कुमार शर्मा", "शर्मा", "राम कुमार"),
    ],
)
def test_without_capitals_no_word_is_a_particle(text: str, family: str, given: str) -> None:
    assert name_from_text(text) == {"family": family, "given": given}


_WORDS = (
    "Ng Ng-Roe Van van von Bo Bo. B. B V II III Jr. Jr Inc. GmbH Gmbh AG and & et al Vi X_1 Élan"
).split()


@given(st.sampled_from(_WORDS), st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3))
def test_a_plain_name_is_what_a_closer_look_finds(family: str, given: list[str]) -> None:
    text = f"{family}, {' '.join(given)}"
    # With two spaces it is not plain, and is looked at closely.
    assert plain_name(text.replace(" ", "  ")) is None
    assert name_from_text(text) == name_from_text(text.replace(" ", "  "))


def test_what_is_no_plain_name() -> None:
    assert plain_name("Ng, Bo") == {"family": "Ng", "given": "Bo"}
    for text in ("Ng", "Ng, bo", "Van Ng, Bo", "Ng, Bo, Jr.", "Ng, Jr.", "Alder, GmbH", "Ng,Bo"):
        assert plain_name(text) is None
