"""Findings as GitLab's code quality report: a subset of the Code Climate specification ("Code
Quality", "Code Quality report format" in GitLab's documentation)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any, Final

from reportcite.cli.reports.finding import Finding
from reportcite.remote.addresses import is_remote

_SEVERITIES: Final = {"error": "major", "warning": "minor", "notice": "info"}


def as_gitlab(findings: Iterable[Finding]) -> Iterator[str]:
    """One JSON array, an issue for each finding.

    A fingerprint says whether an issue is one that was there before: it is made of what was found
    in which record, and not of the line, which changes with the lines above it.
    """
    seen: Counter[str] = Counter()
    opening = "[\n"
    for finding in findings:
        issue = _issue(finding)
        what = "\0".join([*_identity(issue), finding.record, finding.problem.message])
        seen[what] += 1
        text = f"{what}\0{seen[what]}".encode("utf-8", "surrogateescape")
        yield opening + json.dumps({**issue, "fingerprint": hashlib.sha256(text).hexdigest()})
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _identity(issue: dict[str, Any]) -> tuple[str, str]:
    return issue["check_name"], issue["location"]["path"]


def _issue(finding: Finding) -> dict[str, Any]:
    problem, place = finding.problem, finding.problem.place
    head = f"{finding.record}: " if finding.record else ""
    return {
        "description": head + problem.full_message,
        "check_name": problem.rule.name,
        "severity": _SEVERITIES[problem.severity],
        # GitLab wants a line in any case, and shows the first where none is known.
        "location": {
            "path": _path(place.file),
            "lines": {"begin": place.line or 1},
        },
    }


def _path(file: str) -> str:
    """The path within the folder that one works in, without `./` before it, as GitLab compares it
    with those of the repository; an address as it is."""
    if is_remote(file):
        return file
    path = PurePath(file)
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
