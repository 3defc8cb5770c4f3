"""What a run has found: how much of it is reported, how it is summed up, how the run ends."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from reportcite.batch.rules import LOSS, PASSED_OVER, UNREADABLE
from reportcite.batch.work.sound import Screening
from reportcite.cli.report import ALL, Reporting, Stopped, Tally, reported
from reportcite.errors import ExitCode, Place
from reportcite.formats.rules import YAML_COMMENT, YAML_TAG
from reportcite.policy import POLICY, Policy
from reportcite.problems import Problem
from reportcite.record.rules import TITLE_LANGUAGE

UNREAD = UNREADABLE.found("unread")  # exit code 3
ERROR = YAML_TAG.found("error")  # exit code 1
WARNING = YAML_COMMENT.found("warning")
NOTICE = PASSED_OVER.found("notice")


class Heard:
    """A tally and what it says."""

    def __init__(self, reporting: Reporting = ALL) -> None:
        self.tally = Tally(reporting)
        self.lines: list[str] = []
        self.tally.say = self.lines.append

    def report(self, *problems: Problem) -> list[str]:
        """The messages of those that are said."""
        for problem in problems:
            self.tally.report(problem)
        said = [line.partition(": ")[2].partition(": ")[2] for line in self.lines]
        self.lines.clear()
        return said


def test_everything_is_reported_unless_less_is_asked_for() -> None:
    assert not Tally().reporting.quiet
    assert Heard().report(NOTICE, WARNING, ERROR) == ["notice", "warning", "error"]


@pytest.mark.parametrize(
    ("lowest", "said"),
    [
        ("notice", ["notice", "warning", "error"]),
        ("warning", ["warning", "error"]),
        ("error", ["error"]),
    ],
)
def test_nothing_below_a_severity_is_reported_but_all_is_counted(
    lowest: str, said: list[str]
) -> None:
    heard = Heard(Reporting(lowest=lowest))  # type: ignore[arg-type]
    assert heard.report(NOTICE, WARNING, ERROR) == said
    assert heard.tally.problems == {"notice": 1, "warning": 1, "error": 1}
    heard.tally.close()
    assert heard.lines == []


@pytest.mark.parametrize(
    ("most", "said", "closing"),
    [
        (0, [], ["and 3 more problems"]),
        (1, ["warning"], ["and 2 more problems"]),
        (2, ["warning", "error"], ["and 1 more problem"]),
        (3, ["warning", "error", "error"], []),
        (None, ["warning", "error", "error"], []),
    ],
)
def test_so_many_problems_are_reported_and_the_others_are_counted(
    most: int | None, said: list[str], closing: list[str]
) -> None:
    heard = Heard(Reporting(max_problems=most, lowest="warning"))
    assert heard.report(WARNING, NOTICE, ERROR, ERROR) == said
    heard.tally.close()
    assert heard.lines == closing


def test_what_concerns_a_run_as_a_whole_is_said_and_counted_once() -> None:
    heard = Heard()
    once = TITLE_LANGUAGE.found("once")
    assert heard.report(once, once, WARNING) == ["once", "warning"]
    assert heard.report(once) == []
    assert heard.tally.problems["warning"] == 2


def test_a_problem_is_said_with_its_rule() -> None:
    heard = Heard()
    heard.tally.report(ERROR)
    assert heard.lines == [str(ERROR)]


@pytest.mark.parametrize(
    ("problems", "code"),
    [
        ([], ExitCode.CLEAN),
        ([NOTICE, WARNING], ExitCode.CLEAN),
        ([ERROR], ExitCode.FINDINGS),
        ([ERROR, UNREAD], ExitCode.UNREADABLE),
        ([UNREAD, ERROR, WARNING], ExitCode.UNREADABLE),
        ([LOSS.found("lost")], ExitCode.CLEAN),
        ([LOSS.of("--strict").found("lost")], ExitCode.FINDINGS),
    ],
)
def test_a_run_ends_as_the_rule_of_its_worst_error_says(
    problems: list[Problem], code: ExitCode
) -> None:
    tally = Tally(Reporting(max_problems=0))
    assert [tally.count(problem) for problem in problems] == [False] * len(problems)
    assert tally.code == code


def test_what_is_no_problem_can_be_noted_and_never_makes_it_better() -> None:
    tally = Tally()
    for code in (ExitCode.FINDINGS, ExitCode.UNREADABLE, ExitCode.CLEAN, ExitCode.FINDINGS):
        tally.note(code)
    assert tally.code is ExitCode.UNREADABLE


@pytest.mark.parametrize("quiet", [False, True])
def test_closing_lines_are_said_unless_it_is_to_be_quiet(quiet: bool) -> None:
    heard = Heard(Reporting(quiet, max_problems=0))
    heard.report(ERROR)
    heard.tally.close("", "one", "", "two")
    assert heard.lines == ["and 1 more problem", *([] if quiet else ["one", "two"])]


@pytest.mark.parametrize("quiet", [False, True])
def test_that_it_stopped_is_said_in_any_case(quiet: bool) -> None:
    heard = Heard(Reporting(quiet, max_problems=0))
    heard.report(ERROR, ERROR)
    heard.tally.add(Screening("stop", stopped=True))
    heard.tally.close("one")
    one = [] if quiet else ["one"]
    assert heard.lines == ["and 2 more problems", *one, "stopped at the first bad record"]


def test_the_summary_of_a_check() -> None:
    tally = Tally()
    assert tally.summary() == "0 records, 0 errors, 0 warnings"
    for problem in (ERROR, WARNING, WARNING, NOTICE):
        tally.count(problem)
    tally.records = 1
    assert tally.summary() == "1 record, 1 error, 2 warnings"


def test_the_line_about_an_export_or_a_stream() -> None:
    tally = Tally()
    tally.records, tally.written, tally.with_errors, tally.with_warnings = 5, 4, 1, 2
    assert tally.flow(0.25) == "5 read, 4 written, 1 with errors, 2 with warnings, 0.2 s"
    assert tally.flow(61) == "5 read, 4 written, 1 with errors, 2 with warnings, 61.0 s"


def test_what_became_of_records_with_errors_is_said_where_there_are_any() -> None:
    tally = Tally()
    assert tally.left_out() == ""
    tally.records_left_out = 1
    assert tally.left_out() == (
        "1 record with errors left out: fix what is named above "
        "(`reportcite check --explain RULE` says how), and run this again"
    )
    tally.records_left_out = 2
    assert tally.left_out().startswith("2 records with errors left out: ")


@dataclass
class Chunk:
    """What became of a chunk."""

    screening: Screening
    written: int = 0
    size: int = 0


def test_chunks_are_counted_and_what_was_found_in_them_is_reported_first() -> None:
    heard = Heard()
    sizes: list[int] = []
    first = Chunk(Screening(None, [ERROR, WARNING], 5, 1, 1, with_warnings=2), 4, 100)
    last = Chunk(Screening(None, [], 3, with_warnings=1), 3, 50)
    for chunk in reported([first, last], heard.tally, sizes.append):
        if chunk is first:
            assert (heard.lines, heard.tally.written, sizes) == ([str(ERROR), str(WARNING)], 0, [])
    tally = heard.tally
    assert (tally.records, tally.with_errors, tally.with_warnings) == (8, 1, 3)
    assert (tally.written, sizes) == (7, [100, 50])


def test_a_chunk_that_stopped_is_the_last() -> None:
    heard = Heard()
    chunks = [Chunk(Screening("stop", [ERROR], stopped=True), 1), Chunk(Screening(), 1)]
    found = reported(chunks, heard.tally, lambda _: None)
    assert next(found) is chunks[0]
    with pytest.raises(Stopped):
        next(found)
    assert heard.tally.written == 1
    heard.tally.add(Screening())
    assert heard.tally.stopped


@pytest.mark.parametrize(
    ("fail_on", "problem", "code"),
    [
        ("error", WARNING, ExitCode.CLEAN),
        ("error", ERROR, ExitCode.FINDINGS),
        ("warning", WARNING, ExitCode.FINDINGS),
        ("warning", NOTICE, ExitCode.CLEAN),
        ("warning", UNREAD, ExitCode.UNREADABLE),
        ("never", ERROR, ExitCode.CLEAN),
        ("never", UNREAD, ExitCode.UNREADABLE),
    ],
)
def test_a_user_says_what_makes_a_run_fail(fail_on: str, problem: Problem, code: ExitCode) -> None:
    heard = Heard(Reporting(fail_on=fail_on))  # type: ignore[arg-type]
    heard.report(problem)
    assert heard.tally.code == code


def test_what_is_reported_is_judged_first() -> None:
    heard = Heard(Reporting(policy=Policy({ERROR.rule.name: "off", WARNING.rule.name: "error"})))
    assert heard.report(ERROR, WARNING) == ["warning"]
    assert heard.tally.problems == {"error": 1}
    assert heard.tally.code == ExitCode.FINDINGS


def test_what_was_judged_where_records_are_written_is_not_judged_again() -> None:
    heard = Heard(Reporting(policy=Policy({ERROR.rule.name: "error"})))
    heard.tally.add(Screening(None, [ERROR.kept()], 1))
    assert heard.tally.problems == {"warning": 1}


def test_a_warning_of_two_records_with_one_id_may_be_off() -> None:
    for policy, expected in ((POLICY, 1), (Policy({"duplicate": "off"}), 0)):
        heard = Heard(Reporting(policy=policy))
        screening = Screening()
        for line in (1, 2):
            screening.ids.ids.append("a")
            screening.ids.places.append(Place("a.yaml", line))
        heard.tally.add(screening)
        assert (heard.tally.with_warnings, len(heard.lines)) == (expected, expected)
