"""Rules are named in full, or several of them by the words they begin with."""

from __future__ import annotations

from reportcite.cli.known_rules import all_rules, listed, names, unknown_names
from reportcite.policy import POLICY, Policy


def test_a_name_may_stand_for_several_rules() -> None:
    assert unknown_names(["isbn", "isbn-checksum", "style", "style-unknown"]) == []
    assert unknown_names(["isbn-chcksum", "isb", ""]) == ["isbn-chcksum", "isb", ""]


def test_the_names_offered_are_all_known() -> None:
    offered = names()
    assert {"isbn", "isbn-checksum", "unreadable"} <= set(offered)
    assert "unreadable-" not in offered
    assert unknown_names(offered) == []
    assert len([name for name in offered if name not in all_rules()]) > 5


def test_all_rules_are_listed_with_the_severity_they_have_here() -> None:
    rules = {one["rule"]: one for one in listed(Policy({"isbn": "off"}))}
    assert rules.keys() == all_rules().keys()
    checksum = rules["isbn-checksum"]
    assert (checksum["severity"], checksum["default"]) == ("off", "error")
    assert checksum["what"].endswith(".")
    assert [*rules] == sorted(rules)
    assert all(one["severity"] == one["default"] for one in listed(POLICY))
