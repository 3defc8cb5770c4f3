"""What can be wrong with a style: every rule is said in full, and named as a style's."""

from __future__ import annotations

from reportcite.csl.style import rules
from reportcite.problems import Rule

RULES = [value for value in vars(rules).values() if isinstance(value, Rule)]


def test_rules_are_named_after_their_constants() -> None:
    assert RULES
    for name, value in vars(rules).items():
        if isinstance(value, Rule):
            assert value.name == name.lower().replace("_", "-")
            assert value.name.startswith("style-")


def test_a_style_that_can_be_used_has_warnings_at_worst() -> None:
    assert {rule.severity for rule in RULES} <= {"warning", "notice"}


def test_every_rule_says_what_why_and_how_to_fix_it() -> None:
    for rule in RULES:
        for sentence in (rule.what, rule.why, rule.fix):
            assert sentence.endswith(".")
