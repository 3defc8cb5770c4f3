"""Every rule explains itself."""

from __future__ import annotations

import pytest

from reportcite.cli.known_rules import all_rules
from reportcite.csl.style.grammar import CONDITION_NAMES
from reportcite.problems import SEVERITIES, Rule

RULES = all_rules()


@pytest.mark.parametrize("kind", [kind for _, kind, _ in CONDITION_NAMES])
def test_names_a_condition_does_not_know_are_explained(kind: str) -> None:
    assert f"style-unknown-{kind}" in RULES


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_an_explanation_is_made_of_sentences(rule: Rule) -> None:
    reasons = [judgement.why for judgement in rule.elsewhere]
    assert rule.severity in SEVERITIES
    assert all(sentence.endswith(".") for sentence in (rule.what, rule.why, rule.fix, *reasons))


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_who_judges_a_rule_otherwise_says_so(rule: Rule) -> None:
    for judgement in rule.elsewhere:
        assert rule.of(judgement.where).severity == judgement.severity
        changed = judgement.severity != rule.severity or judgement.exit not in {None, rule.exit}
        assert changed
