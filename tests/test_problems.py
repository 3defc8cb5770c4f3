"""What is reported about data: a rule makes problems, and a problem is one line for the user."""

from __future__ import annotations

from types import ModuleType

import pytest

from reportcite.batch.rules import LOSS, PASSED_OVER, UNREADABLE
from reportcite.errors import ExitCode, Place
from reportcite.formats.rules import YAML_COMMENT
from reportcite.problems import NOWHERE, SEVERITIES, Judgement, Problem, Rule, rules_in, shown

LENIENT = Judgement("cff", "notice", "the format has no field for it")
STRICT = Judgement("--strict", "error", "it was asked for", ExitCode.UNREADABLE)
RULE = Rule(
    "no-title",
    "warning",
    "A record has no title.",
    "Nobody can find it.",
    "Add the title.",
    ExitCode.USAGE,
    (LENIENT, STRICT),
)


def test_the_worst_severity_comes_first() -> None:
    assert SEVERITIES == ("error", "warning", "notice")


def test_a_rule_ends_a_run_with_findings_of_a_record_unless_it_says_otherwise() -> None:
    rule = Rule("x", "error", "What.", "Why.", "Fix.")
    assert (rule.exit, rule.elsewhere, rule.whole_file) == (ExitCode.FINDINGS, (), False)


def test_a_rule_is_judged_otherwise_elsewhere_and_nothing_else_of_it_changes() -> None:
    assert RULE.of("cff") == RULE._replace(severity="notice")
    assert RULE.severity == "warning"


def test_a_judgement_may_end_the_run_in_another_way() -> None:
    judged = RULE.of("--strict")
    assert (judged.severity, judged.exit) == ("error", ExitCode.UNREADABLE)


def test_a_judgement_may_end_the_run_as_if_nothing_had_been_found() -> None:
    clean = Judgement("here", "notice", "it is usual here", ExitCode.CLEAN)
    assert RULE._replace(elsewhere=(clean,)).of("here").exit is ExitCode.CLEAN


def test_a_place_that_does_not_judge_a_rule_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(KeyError, match="ris"):
        RULE.of("ris")


def test_a_rule_makes_a_problem_whose_place_may_come_later() -> None:
    assert RULE.found("it has none") == Problem(RULE, "it has none", NOWHERE, "")
    there = Place("a.yaml", 2, 3)
    problem = RULE.found("it has none", "add one")
    assert problem.at(there) == RULE.found("it has none", "add one", there)
    assert problem.place is NOWHERE
    assert Place("") == NOWHERE


def test_a_problem_is_as_severe_as_its_rule() -> None:
    assert RULE.found("x").severity == "warning"
    assert RULE.of("cff").found("x").severity == "notice"


def test_a_problem_is_one_line() -> None:
    problem = RULE.found("it has none", "add one", Place("a.yaml", 2, 3))
    assert str(problem) == "a.yaml:2:3: warning no-title: it has none (add one)"
    assert str(problem._replace(suggestion="")) == "a.yaml:2:3: warning no-title: it has none"


def test_rules_are_found_alone_and_in_mappings_in_order() -> None:
    first, second, third = (RULE._replace(name=name) for name in ("b", "a", "c"))
    one, other = ModuleType("one"), ModuleType("other")
    vars(one).update(FIRST=first, TEXTS={"a text": "no rule"}, BY_FIELD={"x": second})
    vars(other).update(THIRD=third, AGAIN=first, Rule=Rule)
    assert list(rules_in(one, other).items()) == [("b", first), ("a", second), ("c", third)]
    assert rules_in() == {}


@pytest.mark.parametrize(
    ("text", "in_message"),
    [
        ("Berlin", "“Berlin”"),
        ("x" * 40, f"“{'x' * 40}”"),
        ("x" * 41, f"“{'x' * 40}…”"),
        ("a\n\tb", "“a  b”"),
        ("a\x1b[31mb", "“a\\x1b[31mb”"),
        ("a\u202eb", "“a\\u202eb”"),
        ("x" * 39 + "\n" + "y", f"“{'x' * 39} …”"),
        ("", "“”"),
    ],
)
def test_a_text_in_a_message_is_short_and_harmless_to_a_terminal(
    text: str, in_message: str
) -> None:
    assert shown(text) == in_message


@pytest.mark.parametrize(
    ("rule", "is_error"),
    [
        (UNREADABLE, True),
        (YAML_COMMENT, False),
        (PASSED_OVER, False),
        (LOSS, False),
        (LOSS.of("--strict"), True),
    ],
)
def test_only_an_error_is_one(rule: Rule, is_error: bool) -> None:
    assert rule.found("something").is_error is is_error
