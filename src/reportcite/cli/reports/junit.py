"""Findings as JUnit's XML, which every CI server reads: a suite a file, a test case a finding.

There is no standard; it is valid by both schemas that are in use, Ant's (JUnit.xsd of Windy Road)
and that of Jenkins (junit-10.xsd of its xUnit plugin).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reportcite.cli.reports.finding import Finding
from reportcite.cli.terminal import escape_line

_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")


def as_junit(findings: Iterable[Finding]) -> Iterator[str]:
    """A test case fails for an error; one for a warning or a notice passes, and its line stands in
    the output of the suite. Without any finding one case passes, since servers take an empty report
    for a mistake."""
    from reportcite import __version__

    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    number = -1
    for number, (file, members) in enumerate(groupby(findings, _file)):
        yield from _suite(number, file, [*members], moment, __version__)
    if number < 0:
        yield from _suite(0, "reportcite", [], moment, __version__)
    yield "</testsuites>\n"


def _file(finding: Finding) -> str:
    return finding.problem.place.file or "reportcite"


def _suite(
    number: int, name: str, findings: Sequence[Finding], moment: str, version: str
) -> Iterator[str]:
    failures = sum(one.problem.is_error for one in findings)
    attributes: dict[str, str | int] = {
        "name": name,
        "package": "reportcite",
        "id": number,
        "timestamp": moment,
        "hostname": "localhost",
        "tests": len(findings) or 1,
        "failures": failures,
        "errors": 0,
        "time": 0,
    }
    yield f"  <testsuite{_attributes(attributes)}>\n"
    version_of = _attributes({"name": "version", "value": version})
    yield f"    <properties><property{version_of}/></properties>\n"
    if not findings:
        yield f"    <testcase{_case('no findings', name)}/>\n"
    for case, finding in _named(findings):
        yield _test_case(finding, case, name)
    passed = [str(one.problem) for one in findings if not one.problem.is_error]
    output = "".join(f"{escape(_clean(line))}\n" for line in passed)
    yield f"    <system-out>{output}</system-out>\n    <system-err/>\n  </testsuite>\n"


def _named(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Each of `findings` under a name of its own, by which servers know a test case again."""
    seen: Counter[str] = Counter()
    for finding in findings:
        what = " ".join(filter(None, [finding.problem.rule.name, finding.record]))
        name = f"{what}: {finding.problem.message}"
        seen[name] += 1
        yield f"{name} ({seen[name]})" if seen[name] > 1 else name, finding


def _test_case(finding: Finding, name: str, file: str) -> str:
    problem = finding.problem
    if not problem.is_error:
        return f"    <testcase{_case(name, file)}/>\n"
    failure = _attributes({"type": problem.rule.name, "message": problem.message})
    text = escape(_clean(str(problem)))
    return f"    <testcase{_case(name, file)}><failure{failure}>{text}</failure></testcase>\n"


def _case(name: str, file: str) -> str:
    return _attributes({"name": name, "classname": file, "time": 0})


def _attributes(values: dict[str, str | int]) -> str:
    return "".join(f" {name}={quoteattr(_clean(str(value)))}" for name, value in values.items())


def _clean(text: str) -> str:
    """One line of characters that XML may hold."""
    return _NOT_IN_XML.sub("\ufffd", escape_line(text))
