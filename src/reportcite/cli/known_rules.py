"""The rules there are, by name, and those that a user names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportcite.errors import ExitCode, Place, UsageError
from reportcite.problems import Rule, covers, rules_in
from reportcite.suggest import nearest

if TYPE_CHECKING:
    from reportcite.policy import Policy


def all_rules() -> dict[str, Rule]:
    """The rules of all findings that a command can print, by their names."""
    from reportcite.csl import rules as csl
    from reportcite.csl.style import rules as style

    return _rules_of_records() | rules_in(style, csl)


def _rules_of_records() -> dict[str, Rule]:
    """Those that are known without importing the citation engine."""
    from reportcite.batch import rules as batch
    from reportcite.cli import rules as cli
    from reportcite.formats import rules as formats
    from reportcite.lookup import rules as lookup
    from reportcite.record import rules as record
    from reportcite.values import rules as values

    return rules_in(record, values, formats, batch, lookup, cli)


def unknown_names(names: Iterable[str]) -> list[str]:
    """Those of `names` that name no rule, neither in full nor by the words it begins with."""
    left = _without_known(names, _rules_of_records())
    return _without_known(left, all_rules()) if left else []


def _without_known(names: Iterable[str], rules: Iterable[str]) -> list[str]:
    known = [*rules]
    return [name for name in names if not any(covers(name, rule) for rule in known)]


def require(name: str, place: Place | None = None, option: str = "a rule") -> None:
    """Raise UsageError, at `place`, where `name` names no rule, or one that is never off."""
    for unknown in unknown_names([name]):
        raise UsageError(
            f"{option} cannot be '{unknown}'", place=place, suggestion=nearest(unknown, names())
        )
    rule = _rules_of_records().get(name)
    if rule is not None and rule.exit == ExitCode.UNREADABLE:
        raise UsageError(
            f"{option} cannot be '{name}'",
            place=place,
            suggestion="what cannot be read is always an error: the result is not whole",
        )


def names() -> list[str]:
    """What rules may be called: their names, and the first words that several have in common."""
    rules = [*all_rules()]
    beginnings = {rule.partition("-")[0] for rule in rules}
    shared = [one for one in beginnings if sum(covers(one, rule) for rule in rules) > 1]
    return sorted({*rules, *shared})


def listed(policy: Policy) -> list[dict[str, str]]:
    """Each rule by its name, how severe it is under `policy` and by itself, and its sentences."""
    return [
        {
            "rule": rule.name,
            "severity": policy.level_of(rule),
            "default": rule.severity,
            "what": rule.what,
            "why": rule.why,
            "fix": rule.fix,
        }
        for rule in sorted(all_rules().values(), key=lambda rule: rule.name)
    ]
