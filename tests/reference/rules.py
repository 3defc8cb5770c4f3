"""The page of the rules, from the rules themselves, with examples that a test runs."""

from __future__ import annotations

from reportcite.cli.known_rules import all_rules
from reportcite.problems import Rule
from tests.reference.markdown import plain, table

_HEAD = """\
# Rules

What `reportcite check --explain RULE` says of each. Errors are to be fixed, warnings are advice,
notices are for information; [settings](../configuration.md#rules) and comments in a record change
that.
"""


def rules() -> str:
    found = sorted(all_rules().values(), key=lambda rule: rule.name)
    rows = ((f"[`{one.name}`](#{one.name})", one.severity, plain(one.what)) for one in found)
    return "\n".join([_HEAD, table(["rule", "", "what is found"], rows), *map(_rule, found)])


def _rule(rule: Rule) -> str:
    fixed = ", fixed by `--fix` where it leaves no doubt" if rule.fixable else ""
    lines = [f"## {rule.name}\n", f"*{rule.severity}*{fixed}\n"]
    lines += [f"{plain(one)}\n" for one in (rule.what, f"Why: {rule.why}", f"Fix: {rule.fix}")]
    for one in rule.elsewhere:
        lines.append(f"With {plain(one.where)}: *{one.severity}*. {plain(one.why)}\n")
    return "\n".join(lines)
