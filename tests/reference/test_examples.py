"""Each rule has an example that fails and one that passes, and both are true."""

from __future__ import annotations

import pytest

from reportcite.cli.known_rules import all_rules
from tests.reference.examples import WITHOUT, fails, names, passes, said_of


def test_every_rule_has_an_example_or_a_reason_why_not() -> None:
    assert sorted([*names(), *WITHOUT]) == sorted(all_rules())


@pytest.mark.parametrize("rule", names())
def test_the_rule_finds_something_in_what_fails(rule: str) -> None:
    said = said_of(fails(rule))
    assert said.about(rule), said.text
    assert said.code == (all_rules()[rule].exit if all_rules()[rule].severity == "error" else 0)


@pytest.mark.parametrize("rule", names())
def test_nothing_is_found_in_what_passes(rule: str) -> None:
    said = said_of(passes(rule))
    assert not said.about(rule)
    assert said.code == 0, said.text
