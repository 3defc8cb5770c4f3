"""Parts the records to be written from those with errors, and keeps what to report of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

from reportcite.policy import POLICY, Policy
from reportcite.problems import Ignored, Problem
from reportcite.record.checks.check import check, is_sound
from reportcite.record.checks.duplicates import Ids
from reportcite.record.checks.silenced import silenced
from reportcite.record.model import Record

OnError: TypeAlias = Literal["keep", "skip", "stop"]
"""What becomes of a record with an error: it is written all the same, it is left out, or nothing
is read after it."""

ON_ERROR: Final[tuple[OnError, ...]] = ("keep", "skip", "stop")


def stands_for_record(problem: Problem) -> bool:
    """Whether what could not become a record is one entry, and not a whole file or folder."""
    return problem.is_error and not problem.rule.whole_file


class Screening:
    """What was found in some records: the findings in order, and how many records had any.

    Without a word `on_error` for it, records of this project's own formats are left out if they
    have errors, and those of other programs are kept, with warnings. If nothing was read after a
    bad record, `stopped` says so. What is found is judged by `policy`. `ids` are those of the
    records to be written; by their index in it are those that have warnings, `doubtful`, and what
    some have `ignored`.
    """

    __slots__ = (
        *("doubtful", "findings", "ids", "ignored", "left_out", "on_error", "policy", "read"),
        *("stopped", "with_errors", "with_warnings"),
    )

    # Not a dataclass, which takes as long to make as ten modules to import.
    def __init__(  # noqa: PLR0913 - what is known of records that were screened elsewhere
        self,
        on_error: OnError | None = None,
        findings: list[Problem] | None = None,
        read: int = 0,
        with_errors: int = 0,
        left_out: int = 0,
        *,
        stopped: bool = False,
        ids: Ids | None = None,
        doubtful: set[int] | None = None,
        with_warnings: int = 0,
        policy: Policy = POLICY,
        ignored: dict[int, tuple[Ignored, ...]] | None = None,
    ) -> None:
        self.on_error = on_error
        self.findings = [] if findings is None else findings
        self.read = read
        self.with_errors = with_errors
        self.left_out = left_out
        self.stopped = stopped
        self.ids = Ids() if ids is None else ids
        self.doubtful = set() if doubtful is None else doubtful
        self.with_warnings = with_warnings
        self.policy = policy
        self.ignored = {} if ignored is None else ignored

    def to_write(self, results: Iterable[Record | Problem]) -> Iterator[Record]:
        """The records that are to be written: most often those without an error.

        Of these only the warnings of their loading are findings: they name what is left out.
        Advice on what a record could have besides is the business of `check`.
        """
        add_id, add_place = self.ids.ids.append, self.ids.places.append
        looks_closer = self.policy.raises()
        for result in results:
            if isinstance(result, Record):
                self.read += 1
                # Nearly every record is sound, and this is seen at once.
                sound = not result.problems and not looks_closer and is_sound(result)
                if sound or self._is_kept(result, everything=looks_closer):
                    add_id(result.id)
                    add_place(result.place_of("id") if result.places else result.place)
                    if result.ignored:
                        self.ignored[len(self.ids.ids) - 1] = result.ignored
                    yield result
                    continue
                bad = True
                self.left_out += 1
            else:
                judged = self.policy.judged([result])
                self.findings += judged
                bad = any(problem.is_error for problem in judged)
                # An entry that is no record is none, however its mistake is judged.
                counted = stands_for_record(result)
                self.read += counted
                self.with_errors += counted
                self.left_out += counted
            if bad and self.on_error == "stop":
                self.stopped = True
                return

    def take(self, records: Sequence[Record]) -> None:
        """Count `records`, which `to_write` would give without a word, as those that follow."""
        self.read += len(records)
        self.ids.ids.extend([record.id for record in records])
        places = [one.place_of("id") if one.places else one.place for one in records]
        self.ids.places.extend(places)

    def _is_kept(self, record: Record, *, everything: bool) -> bool:
        """Whether `record` is to be written; what is found at a closer look is added. With
        `everything` it is looked for what is advice, too, unless `policy` says otherwise."""
        found = self.policy.judged(check(record, only_errors=not everything))
        errors = [problem for problem in found if problem.is_error]
        loading = self.policy.judged(silenced(record.problems, record.ignored))
        warnings = [problem for problem in loading if not problem.is_error]
        if not record.own and self.on_error in (None, "keep"):
            warnings += [problem.kept() for problem in errors]
            errors = []
        self.with_errors += bool(errors)
        found = sorted([*errors, *warnings], key=lambda problem: problem.place[1:])
        self.findings += [problem.of_record(record.id) for problem in found]
        self.with_warnings += bool(warnings)
        is_kept = not errors or self.on_error == "keep"
        if warnings and is_kept:
            self.doubtful.add(len(self.ids.ids))
        return is_kept
