"""SARIF names each rule once, and the place of each finding as a URI."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.sarif import as_sarif
from reportcite.errors import Place
from reportcite.record.rules import OTHER_DATA
from reportcite.values.rules import ISBN_CHECKSUM, PAGE_LABEL
from tests.npm import npm_file


def run_of(*findings: Finding) -> dict[str, Any]:
    log = json.loads("".join(as_sarif(findings)))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    [run] = log["runs"]
    return dict(run)


def test_results_and_rules() -> None:
    run = run_of(
        Finding(ISBN_CHECKSUM.found("wrong", "compare it", Place("a b.yaml", 2, 3)), "doe"),
        Finding(PAGE_LABEL.found("label", "", Place("a.yaml", 4))),
        Finding(ISBN_CHECKSUM.found("wrong", "", Place("/x/a.yaml"))),
        Finding(OTHER_DATA.found("other")),
    )
    first, second, third, fourth = run["results"]
    assert [one["ruleIndex"] for one in run["results"]] == [0, 1, 0, 2]
    assert [one["level"] for one in run["results"]] == ["error", "warning", "error", "note"]
    assert first["message"]["text"] == "wrong (compare it)" and first["ruleId"] == "isbn-checksum"
    [location] = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.yaml"},
        "region": {"startLine": 2, "startColumn": 3},
    }
    assert location["logicalLocations"] == [{"name": "doe", "kind": "record"}]
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 4}
    physical = third["locations"][0]["physicalLocation"]
    assert physical == {"artifactLocation": {"uri": "file:///x/a.yaml"}}
    assert "logicalLocations" not in fourth["locations"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["isbn-checksum", "page-label", "other-data"]
    assert rules[0]["help"]["text"] == ISBN_CHECKSUM.fix


def test_nothing_found_is_a_run_without_results() -> None:
    assert run_of()["results"] == []


@pytest.mark.programs
def test_the_published_schema_takes_it() -> None:
    """That of SARIF 2.1.0, as the npm package @microsoft/jest-sarif ships it."""
    path = npm_file("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    findings = [
        Finding(ISBN_CHECKSUM.found("wrong", "compare it", Place("a b.yaml", 2, 3)), "doe"),
        Finding(OTHER_DATA.found("other", place=Place("\\x\\ä.yaml"))),
        Finding(OTHER_DATA.found("nowhere")),
    ]
    for log in (findings, []):
        jsonschema.validate(json.loads("".join(as_sarif(log))), schema)
