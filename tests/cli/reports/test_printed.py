"""How `check` prints problems: lines, one JSON array, annotations that nothing can forge."""

from __future__ import annotations

import json

import pytest

from reportcite.batch.rules import PASSED_OVER
from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.formats import REPORT_FORMATS
from reportcite.cli.reports.printed import as_github, as_json, as_text
from reportcite.errors import Place
from reportcite.formats.rules import YAML_TAG

ERROR = Finding(YAML_TAG.found("a tag", "delete it", Place("a.yaml", 2, 3)), "doe")
NOTICE = Finding(PASSED_OVER.found("a link", place=Place("b")))


def test_text_is_a_line_each() -> None:
    assert list(as_text([ERROR, NOTICE])) == [
        "a.yaml:2:3: error yaml-tag: doe: a tag (delete it)\n",
        "b: notice passed-over: a link\n",
    ]


def test_json_is_one_array_however_many() -> None:
    for problems in ([], [ERROR], [ERROR, NOTICE]):
        text = "".join(as_json(problems))
        assert len(json.loads(text)) == len(problems)
        assert text.endswith("]\n")
    assert json.loads("".join(as_json([ERROR, NOTICE]))) == [
        {
            "rule": "yaml-tag", "severity": "error", "message": "a tag",
            "suggestion": "delete it", "file": "a.yaml", "line": 2, "column": 3, "record": "doe",
            "fix": None,
        },
        {
            "rule": "passed-over", "severity": "notice", "message": "a link",
            "suggestion": "", "file": "b", "line": 0, "column": 0, "record": "",
            "fix": None,
        },
    ]  # fmt: skip


def test_annotations_leave_out_what_is_not_known() -> None:
    assert list(as_github([ERROR, NOTICE])) == [
        "::error file=a.yaml,line=2,col=3,title=yaml-tag in doe::a tag (delete it)\n",
        "::notice file=b,title=passed-over::a link\n",
    ]


def test_nothing_in_a_problem_can_be_taken_for_a_command() -> None:
    problem = YAML_TAG.found("50 %\n::error ::\r\x1b[31m", place=Place("a,b:c%\n", 1))
    assert list(as_github([Finding(problem)])) == [
        "::error file=a%2Cb%3Ac%25%0A,line=1,title=yaml-tag::50 %25%0A::error ::%0D\\x1b[31m\n"
    ]


@pytest.mark.parametrize("name", ["text", "github"])
def test_a_problem_is_one_line_whatever_it_holds(name: str) -> None:
    problem = YAML_TAG.found("a\nb\x1b\u2028c", place=Place("x\ny"))
    [text] = REPORT_FORMATS[name]([Finding(problem)], "en")
    assert text.count("\n") == 1
    assert not set(text) & {"\x1b", "\u2028"}
