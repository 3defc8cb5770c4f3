"""Whether records that are read again are what was meant: the same, but for what was fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from reportcite.problems import Fix, Problem
from reportcite.record.assemble.fixed import fixed, replaced
from reportcite.record.checks.check import check
from reportcite.record.model import Record

Result: TypeAlias = "Record | Problem"

_NOT_COMPARED: Final[dict[str, Any]] = {
    "fields": {},
    "place": None,
    "problems": (),
    "places": {},
    "one_line": False,
    "advice": (),
}


def fixes_of(result: Result) -> Iterator[tuple[Problem, Fix]]:
    """The problems of a record that leave no doubt how to fix them."""
    if isinstance(result, Record):
        for problem in check(result):
            if problem.fix is not None:
                yield problem, problem.fix


def wrong_fixes(before: Result, after: Result, fixes: Sequence[tuple[str, Fix]]) -> set[int] | None:
    """Which of `fixes`, each with the name of its rule, did not what they were to do: those of
    fields that say something else now, or have as many problems as before.

    None where something else has changed, too: any of them may have done it.
    """
    if isinstance(before, Problem) or isinstance(after, Problem):
        same = isinstance(before, Problem) and isinstance(after, Problem)
        return set() if same and before[:2] == after[:2] else None
    others = {name: getattr(before, name) for name in _NOT_COMPARED}
    if after._replace(**others) != before or before.fields.keys() != after.fields.keys():
        return None
    changed = _changed_fields(before, after, [fix for _, fix in fixes])
    if not fixes:
        return None if changed else set()
    left = _counted(fixes_of(before))
    left.subtract((rule, fix.field) for rule, fix in fixes)
    found = _counted(fixes_of(after))
    wrong = {
        number
        for number, (rule, fix) in enumerate(fixes)
        if found[rule, fix.field] > left[rule, fix.field] or fix.field.partition("/")[0] in changed
    }
    if wrong:
        return wrong
    return None if changed or _new_problems(before, after) else set()


def _counted(found: Iterable[tuple[Problem, Fix]]) -> Counter[tuple[str, str]]:
    return Counter((problem.rule.name, fix.field) for problem, fix in found)


def _changed_fields(before: Record, after: Record, fixes: Sequence[Fix]) -> set[str]:
    """The fields that are neither what they were, nor what the fixes make of them, nor what they
    are when all is fixed.

    That may be done by a fix elsewhere, of what an alias of YAML or an entry that inherits stands
    for; and of a text that is fixed as it is written the value may change, too.
    """
    changed: set[str] = set()
    for name, value in before.fields.items():
        now: Any = after.fields[name]
        if now == value:
            continue
        meant: Any = value
        for fix in fixes:
            if fix.field.partition("/")[0] == name:
                meant = replaced(meant, fix)
        if now not in (meant, fixed(before).fields[name]):
            changed.add(name)
    return changed


def _new_problems(before: Record, after: Record) -> Counter[str]:
    """The rules of errors and warnings of which there are more than before."""
    counts = [
        Counter(one.rule.name for one in check(record) if one.severity != "notice")
        for record in (before, after)
    ]
    return counts[1] - counts[0]
