"""GitLab's code quality report: issues that keep their fingerprints when lines move."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.gitlab import as_gitlab
from reportcite.errors import Place
from reportcite.formats.rules import YAML_TAG
from reportcite.record.rules import OTHER_DATA, RECOMMENDED_FIELD


def issues(*findings: Finding) -> list[dict[str, Any]]:
    return list(json.loads("".join(as_gitlab(findings))))


def tag(line: int, message: str = "a tag", record: str = "doe", file: str = "a.yaml") -> Finding:
    return Finding(YAML_TAG.found(message, "delete it", Place(file, line, 3)), record)


def test_an_issue_says_what_is_wrong_where() -> None:
    [issue] = issues(tag(2, file="./records/a.yaml"))
    del issue["fingerprint"]
    assert issue == {
        "description": "doe: a tag (delete it)",
        "check_name": "yaml-tag",
        "severity": "major",
        "location": {"path": "records/a.yaml", "lines": {"begin": 2}},
    }


def test_what_has_no_line_and_no_record_is_shown_at_the_first() -> None:
    [issue] = issues(Finding(OTHER_DATA.found("other", place=Place("a.json"))))
    assert issue["location"]["lines"] == {"begin": 1}
    assert issue["description"] == "other"


def test_severities() -> None:
    rules = (YAML_TAG, RECOMMENDED_FIELD, OTHER_DATA)
    found = issues(*(Finding(rule.found("x")) for rule in rules))
    assert [one["severity"] for one in found] == ["major", "minor", "info"]


def test_a_path_is_relative_to_where_one_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    there, elsewhere = issues(tag(1, file=f"{tmp_path}/a.yaml"), tag(1, file="/x/a.yaml"))
    assert there["location"]["path"] == "a.yaml"
    assert elsewhere["location"]["path"] == "/x/a.yaml"


def test_an_address_stays_as_it_is() -> None:
    [issue] = issues(tag(1, file="s3://catalogue/2026/a.yaml"))
    assert issue["location"]["path"] == "s3://catalogue/2026/a.yaml"


def test_a_fingerprint_stays_when_lines_move() -> None:
    assert issues(tag(2))[0]["fingerprint"] == issues(tag(7))[0]["fingerprint"]


def test_no_two_issues_share_a_fingerprint() -> None:
    found = issues(
        *(tag(2), tag(3), tag(2, "another"), tag(2, record="ng"), tag(2, file="b.yaml")),
        Finding(RECOMMENDED_FIELD.found("a tag", place=Place("a.yaml", 2)), "doe"),
    )
    assert len({one["fingerprint"] for one in found}) == 6
    assert all(len(one["fingerprint"]) == 64 for one in found)


def test_a_name_that_is_not_utf8_has_a_fingerprint_too() -> None:
    assert issues(tag(1, file="\udcff.yaml"))[0]["check_name"] == "yaml-tag"


def test_nothing_found_is_an_empty_array() -> None:
    assert issues() == []
