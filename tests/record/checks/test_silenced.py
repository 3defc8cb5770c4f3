"""What a record's author ignores is passed over; comments that ignore nothing are named."""

from __future__ import annotations

from reportcite.errors import Place
from reportcite.problems import Ignored, Problem
from reportcite.record.checks.silenced import silenced, unused
from reportcite.record.rules import REQUIRED_FIELD, UNKNOWN_KEY


def found(line: int, *, of_key: bool = False) -> Problem:
    rule = UNKNOWN_KEY if of_key else REQUIRED_FIELD
    return rule.found("x", place=Place("a.yaml", line))


def comment(*names: str, line: int = 3, whole: bool = False) -> Ignored:
    return Ignored(names, Place("a.yaml", line, 9), whole, "# reportcite: x")


def test_beside_a_value_its_line_counts() -> None:
    problems = [found(3), found(4), found(3, of_key=True)]
    assert silenced(problems, [comment("required-field")]) == problems[1:]
    assert silenced(problems, [comment("required", "unknown-key")]) == [problems[1]]
    assert silenced(problems, []) == problems


def test_in_a_whole_record_every_line_counts() -> None:
    problems = [found(1), found(4), found(3, of_key=True)]
    assert silenced(problems, [comment("required", whole=True)]) == [problems[2]]


def test_names_that_nothing_has_are_reported() -> None:
    problems = [found(3), found(4, of_key=True)]
    [one] = unused(problems, [comment("required-field", "url")])
    assert (one.rule.name, one.severity, one.place) == (
        *("unused-ignore", "notice"),
        Place("a.yaml", 3, 9),
    )
    assert one.message == "ignore[url]: nothing of that name is found in this line"
    assert one.suggestion == "delete it; what is found here is required-field"
    [one] = unused(problems, [comment("url", line=9)])
    assert one.suggestion == "delete it"
    [one] = unused(problems, [comment("url", whole=True)])
    assert one.message.endswith("in this record")
    assert one.suggestion == "delete it; what is found here is required-field, unknown-key"


def test_a_comment_that_is_not_understood_is_reported() -> None:
    [one] = unused([found(3)], [comment()])
    assert one.message == "“# reportcite: x” is not understood"
    assert one.suggestion == "write # reportcite: ignore[rule]"
    assert silenced([found(3)], [comment()]) == [found(3)]


def test_what_is_found_between_records_or_in_exports_may_be_ignored() -> None:
    names = ("duplicate-id", "duplicate", "loss", "duplicate-doi")
    assert [*unused([], [comment(*names)])] == []
    assert len([*unused([], [comment("duplicate-key")])]) == 1
