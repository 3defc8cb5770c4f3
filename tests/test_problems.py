"""Problems are made from rules, and read as one line."""

from __future__ import annotations

from types import ModuleType

import pytest

from reportcite.errors import ExitCode, Place
from reportcite.problems import NOWHERE, Judgement, Rule, rules_in, shown

RULE = Rule(
    "some-rule",
    "error",
    "What.",
    "Why.",
    "Fix.",
    elsewhere=(
        Judgement("ris", "notice", "Because."),
        Judgement("file", "warning", "Because.", ExitCode.UNREADABLE),
    ),
)


def test_a_problem_reads_as_one_line_with_its_place() -> None:
    problem = RULE.found("it is wrong")
    assert problem.place == NOWHERE
    there = problem.at(Place("a.yaml", 2, 3))
    assert str(there) == "a.yaml:2:3: error some-rule: it is wrong"
    assert (
        str(RULE.found("wrong", "fix it", Place("a", 1))) == "a:1: error some-rule: wrong (fix it)"
    )


def test_a_rule_may_be_judged_otherwise_elsewhere() -> None:
    assert RULE.exit == ExitCode.FINDINGS
    ris, file = RULE.of("ris"), RULE.of("file")
    assert (ris.severity, ris.exit) == ("notice", ExitCode.FINDINGS)
    assert (file.severity, file.exit) == ("warning", ExitCode.UNREADABLE)
    assert file.found("x").severity == "warning"
    with pytest.raises(KeyError):
        RULE.of("bibtex")


def test_rules_are_found_in_modules_and_in_their_mappings_in_order() -> None:
    module = ModuleType("rules")
    second, third = RULE._replace(name="b"), RULE._replace(name="a")
    vars(module).update(FIRST=RULE, OTHERS={"x": second, "y": 1}, LAST=third)
    assert list(rules_in(module)) == ["some-rule", "b", "a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", "“a b”"),
        ("a\n\tb\x1b[0m\u200b", "“a  b\\x1b[0m\\u200b”"),
        ("x" * 40, f"“{'x' * 40}”"),
        ("x" * 41, f"“{'x' * 40}…”"),
    ],
)
def test_what_is_shown_is_short_and_harmless(text: str, expected: str) -> None:
    assert shown(text) == expected
