"""Every rule that a finding can name is explained."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from reportcite.cli.check import all_rules
from reportcite.csl.grammar import CONDITION_NAMES
from reportcite.errors import Rule
from tests.test_architecture import MODULES

RULES = all_rules()
MAKERS = {"Problem", "Fault", "notice", "warn", "problem", "_problem"}


def rules_named(tree: ast.AST) -> Iterator[str]:
    """The constants that stand as rule in calls that make findings."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
            made = ast.unparse(call.func).rpartition(".")[2]
            rule = call.args[0].value
            if made in MAKERS and isinstance(rule, str) and rule.replace("-", "a").isalpha():
                yield rule
            elif made == "unknown" and isinstance(rule, str):
                yield f"style-unknown-{rule}"


NAMED = {rule for tree in MODULES.values() for rule in rules_named(tree)}


@pytest.mark.parametrize("rule", sorted(NAMED))
def test_a_rule_that_is_found_is_explained(rule: str) -> None:
    assert rule in RULES


@pytest.mark.parametrize("kind", [kind for _, kind, _ in CONDITION_NAMES])
def test_names_a_condition_does_not_know_are_explained(kind: str) -> None:
    assert f"style-unknown-{kind}" in RULES


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_an_explanation_is_made_of_sentences(rule: Rule) -> None:
    _, severity, *sentences = rule
    assert severity in ("error", "warning", "notice")
    assert all(sentence.endswith(".") for sentence in sentences)
