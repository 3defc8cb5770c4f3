"""What was found in records, as JSON that any process reads."""

from __future__ import annotations

from typing import Any

from reportcite.batch.work.sound import Screening
from reportcite.errors import ExitCode, Place
from reportcite.problems import Fix, Ignored, Judgement, Problem, Rule


def problem_from(told: list[Any]) -> Problem:
    """The problem, and its rule as it was judged, that JSON has as nested lists."""
    rule, message, place, suggestion, fix, record = told
    return Problem(_rule(*rule), message, Place(*place), suggestion, fix and Fix(*fix), record)


def screening_to(screening: Screening) -> dict[str, Any]:
    """What `screening` says of its records, without their ids."""
    return {
        "findings": screening.findings,
        "read": screening.read,
        "with_errors": screening.with_errors,
        "left_out": screening.left_out,
        "doubtful": sorted(screening.doubtful),
        "with_warnings": screening.with_warnings,
        "ignored": [*screening.ignored.items()],
    }


def screening_from(told: dict[str, Any]) -> Screening:
    """What `screening_to` wrote down."""
    return Screening(
        findings=[*map(problem_from, told["findings"])],
        read=told["read"],
        with_errors=told["with_errors"],
        left_out=told["left_out"],
        doubtful=set(told["doubtful"]),
        with_warnings=told["with_warnings"],
        ignored={index: tuple(map(_ignored, each)) for index, each in told["ignored"]},
    )


def _rule(*told: Any) -> Rule:
    rule = Rule(*told)
    elsewhere = tuple(_judgement(*one) for one in rule.elsewhere)
    return rule._replace(exit=ExitCode(rule.exit), elsewhere=elsewhere)


def _judgement(where: str, severity: Any, why: str, code: int | None) -> Judgement:
    return Judgement(where, severity, why, None if code is None else ExitCode(code))


def _ignored(told: list[Any]) -> Ignored:
    names, place, whole, text = told
    return Ignored(tuple(names), Place(*place), whole, text)
