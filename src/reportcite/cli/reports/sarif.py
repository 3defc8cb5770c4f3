"""Findings as SARIF, which editors and code hosts show beside the text (OASIS, SARIF 2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from reportcite.cli.reports.finding import Finding, uri_of
from reportcite.problems import Rule

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "notice": "note"}


def as_sarif(findings: Iterable[Finding]) -> Iterator[str]:
    """One run, its results in order, then the rules that they are of."""
    from reportcite import __version__

    rules: dict[Rule, int] = {}
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"results": ['
    before = "\n"
    for finding in findings:
        rule = finding.problem.rule
        index = rules.setdefault(rule, len(rules))
        yield before + json.dumps(_result(finding, index))
        before = ",\n"
    driver = {
        "name": "reportcite",
        "version": __version__,
        "rules": [*map(_rule, rules)],
    }
    tool = json.dumps({"driver": driver})
    yield f'],\n"columnKind": "unicodeCodePoints", "tool": {tool}}}]}}\n'


def _result(finding: Finding, index: int) -> dict[str, Any]:
    problem = finding.problem
    place = problem.place
    location: dict[str, Any] = {"artifactLocation": {"uri": uri_of(place.file)}}
    if place.line:
        column = {"startColumn": place.column} if place.column else {}
        location["region"] = {"startLine": place.line, **column}
    result: dict[str, Any] = {
        "ruleId": problem.rule.name,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.full_message},
        "locations": [{"physicalLocation": location}],
    }
    if finding.record:
        logical = [{"name": finding.record, "kind": "record"}]
        result["locations"][0]["logicalLocations"] = logical
    return result


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.why}"},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
