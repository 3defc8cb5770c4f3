"""One name of a record: a text, or a mapping of parts; what is wrong with it names its field."""

from __future__ import annotations

import pytest

from reportcite.record.assemble.names import read_name
from reportcite.record.untyped import Untyped


def messages(value: Untyped) -> list[tuple[str, str, str]]:
    """Rule, message and suggestion of what is wrong with `value` as an author."""
    return [
        (problem.rule.name, problem.message, problem.suggestion)
        for problem in read_name("author", value)[1]
    ]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ng, Ann", [{"family": "Ng", "given": "Ann"}]),
        ("Ng, Ann; Roe, Bo", [{"family": "Ng", "given": "Ann"}, {"family": "Roe", "given": "Bo"}]),
        ({"family": "Ng", "given": "Ann"}, [{"family": "Ng", "given": "Ann"}]),
        ({"literal": "World Bank"}, [{"literal": "World Bank"}]),
        (None, []),
    ],
)
def test_a_name_is_a_text_or_its_parts(value: Untyped, names: object) -> None:
    assert read_name("author", value)[0] == names


def test_nothing_is_no_name_and_nothing_wrong() -> None:
    assert read_name("author", None) == ([], (), False)


def test_what_is_doubtful_about_a_text_is_reported() -> None:
    assert [rule for rule, _, _ in messages("Dr. Ann Ng")] == ["name-title"]
    assert messages("Ng, Ann") == []


def test_what_is_neither_text_nor_mapping_is_left_out() -> None:
    assert read_name("author", 7)[0] == []
    assert messages(["Ng"]) == [
        (
            "wrong-shape",
            "author wants a name such as “Family, Given”, but holds a list",
            "reportcite new shows what it looks like",
        )
    ]


def test_a_mapping_without_a_name_is_left_out() -> None:
    assert read_name("author", {"suffix": "Jr."})[0] == []
    assert messages({"suffix": "Jr."}) == [
        (
            "wrong-shape",
            "a name of author has neither family nor given nor literal",
            "write family and given",
        )
    ]


def test_a_part_that_is_no_text_says_whose_it_is() -> None:
    [(rule, message, _)] = messages({"family": "Ng", "given": {"a": "Ann"}})
    assert rule == "wrong-shape"
    assert message == "author’s given wants one text, but holds a mapping"


def test_a_part_nobody_knows_suggests_the_nearest_or_names_them_all() -> None:
    assert messages({"family": "Ng", "first": "Ann"}) == [
        (
            "unknown-key",
            "“first” is not a part of a name; it is left out",
            "did you mean `given`?",
        )
    ]
    [(rule, message, hint)] = messages({"family": "Ng", "zzzzz": "x"})
    assert (rule, message) == (
        "unknown-key",
        "“zzzzz” is not a part of a name; it is left out",
    )
    assert hint.startswith("the parts are ")
    parts = hint.removeprefix("the parts are ").split(", ")
    assert parts == sorted(parts) and {"family", "given", "literal"} <= {*parts}
