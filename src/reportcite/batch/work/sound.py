"""Parts the sound records from those with errors, and keeps what there is to report of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportcite.problems import Problem
from reportcite.record.checks.check import check, is_sound
from reportcite.record.model import Record


def stands_for_record(problem: Problem) -> bool:
    """Whether what could not become a record is one entry, and not a whole file or folder."""
    return problem.is_error and not problem.rule.whole_file


@dataclass(slots=True)
class Screening:
    """What was found in some records: the findings in order, and how many records had any.

    With `fail_fast` nothing is read after the first bad record, and `stopped` says so.
    """

    fail_fast: bool = False
    findings: list[Problem] = field(default_factory=list)
    read: int = 0
    with_errors: int = 0
    with_warnings: int = 0
    stopped: bool = False

    def sound(self, results: Iterable[Record | Problem]) -> Iterator[Record]:
        """The records without an error.

        Of these only the warnings of their loading are findings: they name what is left out.
        Advice on what a record could have besides is the business of `check`.
        """
        for result in results:
            if isinstance(result, Record):
                self.read += 1
                # Nearly every record is sound, and this is seen at once.
                bad = not (is_sound(result) and not result.problems) and self._has_errors(result)
                if not bad:
                    yield result
                    continue
                self.with_errors += 1
            else:
                self.findings.append(result)
                bad = result.is_error
                counted = stands_for_record(result)
                self.read += counted
                self.with_errors += counted
            if bad and self.fail_fast:
                self.stopped = True
                return

    def _has_errors(self, record: Record) -> bool:
        errors = check(record, only_errors=True)
        warnings = [problem for problem in record.problems if not problem.is_error]
        self.with_warnings += bool(warnings)
        found = sorted([*errors, *warnings], key=lambda problem: problem.place[1:])
        self.findings += found
        return bool(errors)
