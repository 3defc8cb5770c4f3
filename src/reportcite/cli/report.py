"""What a run has found: counted, reported on stderr, and made into the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, TypeVar

from reportcite.batch.rules import CUT_OFF
from reportcite.cli.screen.messages import of_note, of_problem
from reportcite.cli.terminal import print_message
from reportcite.errors import ExitCode
from reportcite.policy import POLICY, Policy
from reportcite.problems import SEVERITIES, Problem, Severity
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.work.sound import Screening
    from reportcite.record.checks.duplicates import Seen

_MOST_NAMES: Final = 3
"""Files that are named in the closing line."""


FailOn: TypeAlias = Literal["error", "warning", "never"]
"""The lowest severity of a finding that makes the exit code 1."""

FAIL_ON: Final[tuple[FailOn, ...]] = ("error", "warning", "never")


class Stopped(Exception):
    """A bad record was found, and the run is to stop at one; what was to be written is given up."""


class Reporting(NamedTuple):
    """How much of what is found is reported: of the problems at most `max_problems`, None for all,
    and none below `lowest`; with `quiet` no progress and no closing line. They are judged by
    `policy`, and those of the severity `fail_on` make the run end with exit code 1."""

    quiet: bool = False
    max_problems: int | None = None
    lowest: Severity = "notice"
    policy: Policy = POLICY
    fail_on: FailOn = "error"


ALL: Final = Reporting()
"""Everything is reported."""


class Tally:
    """What a run has found so far, in numbers, and the exit code that follows: the worst one.

    Problems are reported one after another, by `say`. With `stopped`, a bad record ended the run.
    Ids are compared with those of the first `most_ids` records, or with all.
    """

    def __init__(self, reporting: Reporting = ALL, most_ids: int | None = None) -> None:
        """Nothing is found yet."""
        self.reporting = reporting
        self._most_ids = most_ids
        self.code = ExitCode.CLEAN
        self.records = 0
        self.written = 0
        self.unchanged = 0
        self.with_errors = 0
        self.with_warnings = 0
        self.records_left_out = 0
        self.problems: Counter[Severity] = Counter()
        self.reported = 0
        self.said: set[str] = set()
        self.cut_off: list[str] = []
        self.too_many = 0
        self.stopped = False
        self.say: Callable[[str], None] = print_message
        self._seen: Seen | None = None

    def keep_one(self) -> None:
        """Have one more record count as unchanged: its file was as it is to be."""
        self.unchanged += 1

    def keep_all(self) -> None:
        """Have all records taken into a file count as unchanged: it was as it is to be."""
        self.unchanged = self.written

    def note(self, code: ExitCode) -> None:
        """Have the run end with `code`, or with a worse one."""
        self.code = max(self.code, code)

    def count(self, problem: Problem) -> bool:
        """Count `problem`, which was judged; an error makes the run end as its rule says.

        Returns whether it is to be reported.
        """
        if problem.rule.once:
            if problem.rule.name in self.said:
                return False
            self.said.add(problem.rule.name)
        self.problems[problem.severity] += 1
        if problem.rule == CUT_OFF:
            self.cut_off.append(problem.place.file)
        self.note(self._exit_code(problem))
        lowest, most = self.reporting.lowest, self.reporting.max_problems
        if SEVERITIES.index(problem.severity) > SEVERITIES.index(lowest):
            return False
        if most is not None and self.reported >= most:
            self.too_many += 1
            return False
        self.reported += 1
        return True

    def report(self, problem: Problem) -> None:
        """Judge `problem`, count it, and say it, if it is to be reported."""
        for judged in self.reporting.policy.judged([problem]):
            self._say_if_counted(judged)

    def _say_if_counted(self, problem: Problem) -> None:
        if self.count(problem):
            self.say(of_problem(problem))

    def _exit_code(self, problem: Problem) -> ExitCode:
        """How the run ends for `problem`; what cannot be read is never passed over."""
        fail_on, exit_code = self.reporting.fail_on, problem.rule.exit
        if problem.is_error and (fail_on != "never" or exit_code != ExitCode.FINDINGS):
            return exit_code
        fails = fail_on == "warning" and problem.severity == "warning"
        return ExitCode.FINDINGS if fails else ExitCode.CLEAN

    def add(self, screening: Screening, again: Iterable[tuple[int, Problem]] | None = None) -> None:
        """Count some records more, and report what was found in them, and which of their ids
        earlier ones had: those in `again`, or those that this tally saw where that is None."""
        from reportcite.record.checks.duplicates import Seen
        from reportcite.record.checks.silenced import silenced

        self.records += screening.read
        self.with_errors += screening.with_errors
        self.with_warnings += screening.with_warnings
        self.records_left_out += screening.left_out
        self.stopped = self.stopped or screening.stopped
        for problem in screening.findings:
            self._say_if_counted(problem)
        if again is None:
            self._seen = self._seen or Seen(most=self._most_ids)
            again = self._seen.same_ids(screening.ids)
        for index, repeated in again:
            left = silenced([repeated], screening.ignored.get(index, ()))
            for problem in self.reporting.policy.judged(left):
                self.with_warnings += index not in screening.doubtful
                self._say_if_counted(problem)

    def close(self, *lines: str) -> None:
        """Say how many problems were not reported, each of `lines` that is not empty, unless it is
        to be quiet, and that the run was stopped."""
        if self.too_many:
            self._note(f"and {_counted(self.too_many, 'more problem')}")
        if not self.reporting.quiet:
            for line in filter(None, lines):
                self._note(line)
        if self.cut_off:
            names = _some(self.cut_off)
            self._note(f"the result is not whole: {names} could not be read to the end")
        if self.stopped:
            self._note("stopped at the first bad record")

    def remark(self, line: str) -> None:
        """Say `line`, which is about the run, unless it is to be quiet."""
        if not self.reporting.quiet:
            self._note(line)

    def _note(self, line: str) -> None:
        self.say(of_note(line))

    def summary(self) -> str:
        """One line: `2 records, 1 error, 0 warnings`."""
        counts = [
            (self.records, "record"),
            (self.problems["error"], "error"),
            (self.problems["warning"], "warning"),
        ]
        return ", ".join(_counted(count, noun) for count, noun in counts)

    def count_left_out(self) -> str:
        """How many records with errors were left out; "" for none."""
        left_out = self.records_left_out
        return f"{_counted(left_out, 'record')} with errors left out" if left_out else ""

    def left_out(self) -> str:
        """How many records with errors were left out, and what to do about them; "" for none."""
        if not self.records_left_out:
            return ""
        return (
            f"{self.count_left_out()}: fix what is named "
            "above (`reportcite check --explain RULE` says how), and run this again"
        )

    def flow(self, seconds: float) -> str:
        """One line: `3 read, 2 written, 1 with errors, 0 with warnings, 0.2 s`, in which stands
        how many records are in files that were not written as they have them already."""
        unchanged = f"{self.unchanged} unchanged, " if self.unchanged else ""
        return (
            f"{self.records} read, {self.written - self.unchanged} written, {unchanged}"
            f"{self.with_errors} with errors, "
            f"{self.with_warnings} with warnings, {seconds:.1f} s"
        )


class Done(Protocol):
    """What became of a chunk."""

    @property
    def written(self) -> int:
        """How many of its records are written."""

    @property
    def screening(self) -> Screening:
        """What was found in its records."""

    @property
    def size(self) -> int:
        """The bytes of input that are dealt with."""


_Done = TypeVar("_Done", bound=Done)


def reported(
    chunks: Iterable[_Done], tally: Tally, advance: Callable[[int], None]
) -> Iterator[_Done]:
    """Each of `chunks`, when what was found in it has been reported.

    It counts as written when the next is asked for. Raises Stopped after the chunk in
    which a bad record stopped the run.
    """
    for done in chunks:
        tally.add(done.screening)
        yield done
        tally.written += done.written
        advance(done.size)
        if tally.stopped:
            raise Stopped


def _some(names: Sequence[str]) -> str:
    """A few of `names`, and how many there are besides."""
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown} and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else shown


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
