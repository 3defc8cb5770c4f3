"""A user says which rules are off and how severe others are, for all files or for some."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reportcite.batch.rules import UNREADABLE
from reportcite.errors import ExitCode, Place
from reportcite.path_patterns import PathPatterns
from reportcite.policy import POLICY, Override, Policy
from reportcite.problems import Rule, covers

CHECKSUM = Rule("isbn-checksum", "error", "", "", "", ExitCode.FINDINGS)
HYPHENS = Rule("isbn-hyphens", "warning", "", "", "")
DATE = Rule("date-future", "warning", "", "", "")


def judged(policy: Policy, *rules: Rule, file: str = "a.yaml") -> list[tuple[str, str]]:
    """Name and severity of what is left of problems of these rules."""
    problems = [rule.found("x", place=Place(file)) for rule in rules]
    return [(one.rule.name, one.severity) for one in policy.judged(problems)]


def test_without_a_word_everything_is_as_its_rule_says() -> None:
    assert judged(POLICY, CHECKSUM, DATE) == [
        ("isbn-checksum", "error"),
        ("date-future", "warning"),
    ]
    assert not POLICY.raises()


def test_rules_are_off_or_as_severe_as_is_asked_for() -> None:
    policy = Policy({"isbn-checksum": "notice", "date-future": "off", "isbn-hyphens": "error"})
    found = judged(policy, CHECKSUM, DATE, HYPHENS)
    assert found == [("isbn-checksum", "notice"), ("isbn-hyphens", "error")]
    assert policy.raises()
    assert not Policy({"isbn": "warning"}).raises()


@pytest.mark.parametrize(
    ("name", "rule", "expected"),
    [
        ("isbn", "isbn-checksum", True),
        ("isbn-checksum", "isbn-checksum", True),
        ("isb", "isbn-checksum", False),
        ("isbn-checksum", "isbn", False),
    ],
)
def test_a_name_is_that_of_a_rule_or_the_words_it_begins_with(
    name: str, rule: str, expected: bool
) -> None:
    assert covers(name, rule) is expected


def test_of_several_names_for_a_rule_the_longest_counts() -> None:
    policy = Policy({"isbn": "off", "isbn-checksum": "warning"})
    assert judged(policy, CHECKSUM, HYPHENS) == [("isbn-checksum", "warning")]


def test_a_command_selects_and_ignores_rules() -> None:
    both = (CHECKSUM, HYPHENS, DATE)
    assert [name for name, _ in judged(Policy(select=("isbn",)), *both)] == [
        "isbn-checksum",
        "isbn-hyphens",
    ]
    assert judged(Policy(ignore=("isbn",)), *both) == [("date-future", "warning")]
    longer = Policy(select=("isbn",), ignore=("isbn-hyphens",))
    assert judged(longer, *both) == [("isbn-checksum", "error")]
    longer = Policy(select=("isbn-hyphens",), ignore=("isbn",))
    assert judged(longer, *both) == [("isbn-hyphens", "warning")]


def test_what_a_command_names_comes_before_what_is_set() -> None:
    levels: dict[str, str] = {"isbn": "off", "date": "error"}
    policy = Policy(levels, select=("isbn-checksum", "date"))  # type: ignore[arg-type]
    assert judged(policy, CHECKSUM, DATE) == [("isbn-checksum", "error"), ("date-future", "error")]
    assert judged(Policy(levels, ignore=("date",)), CHECKSUM, DATE) == []  # type: ignore[arg-type]


def test_in_some_files_a_rule_may_be_judged_otherwise(tmp_path: Path) -> None:
    def override(pattern: str, level: str) -> Override:
        files = PathPatterns((pattern,), str(tmp_path))
        return Override(files, {"isbn": level})  # type: ignore[dict-item]

    overrides = (override("old/", "off"), override("old/b.yaml", "notice"))
    policy = Policy({"isbn-checksum": "warning"}, overrides)
    for file, expected in [
        ("old/a.yaml", []),
        ("old/b.yaml", [("isbn-checksum", "notice")]),
        ("new/a.yaml", [("isbn-checksum", "warning")]),
    ]:
        assert judged(policy, CHECKSUM, file=str(tmp_path / file)) == expected
    assert Policy({}, (override("*", "error"),)).raises()


def test_that_a_file_cannot_be_read_is_never_off() -> None:
    for policy in (
        Policy({UNREADABLE.name: "off"}),
        Policy(select=("isbn",)),
        Policy(ignore=("unreadable",)),
    ):
        assert judged(policy, UNREADABLE) == [("unreadable", "error")]


def test_a_policy_goes_to_other_processes(tmp_path: Path) -> None:
    override = Override(PathPatterns(("*",), str(tmp_path)), {"isbn": "off"})
    policy = Policy({"isbn": "off"}, (override,), ("a",), ("b",))
    assert pickle.loads(pickle.dumps(policy)) == policy
    assert judged(policy, DATE) == []
