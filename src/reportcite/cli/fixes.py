"""What `check --fix` has done, or would do: files written, lines about it, diffs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reportcite.cli.options.input import Input
from reportcite.errors import UsageError
from reportcite.files import exists, is_file, is_folder
from reportcite.policy import Policy
from reportcite.problems import Problem
from reportcite.remote.addresses import is_remote
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.fixing import FixedFile

_LONGEST: Final = 60
_BESIDE: Final = 15


class Fixes(NamedTuple):
    """The files that were fixed, and the problems of those that could not be; with `only_shown`
    nothing is written, and the files have their contents."""

    files: tuple[FixedFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    asked_for: bool = False
    only_shown: bool = False

    @property
    def lines(self) -> Iterator[str]:
        """One line for each fix: `file:line: fixed: rule: old → new`."""
        for file in self.files:
            for problem in file.problems:
                yield _line(problem)

    @property
    def summary(self) -> str:
        """One line: `3 fixed in 2 files`; "" where nothing was to be fixed."""
        if not self.asked_for:
            return ""
        count = sum(len(file.problems) for file in self.files)
        if not count:
            return "nothing to fix" if not self.problems else "nothing fixed"
        would = "would be " if self.only_shown else ""
        several = "" if len(self.files) == 1 else "s"
        return f"{count} {would}fixed in {len(self.files)} file{several}"

    def diffs(self) -> Iterator[str]:
        """What is changed, as unified diffs."""
        from reportcite.fixing.diff import diff
        from reportcite.fixing.text import text_of

        for file in self.files:
            before, after = text_of(file.before), text_of(file.after)
            yield from diff(before.text, after.text, file.name)


NO_FIXES: Final = Fixes()


def fix_files(source: Input, policy: Policy, *, only_show: bool) -> Fixes:
    """Fix the files that are read, or with `only_show` find what would be changed in them.

    Raises UsageError where parts of files are asked for, or what is no file.
    """
    from reportcite.batch.fixing import fixed_files, write
    from reportcite.batch.sources import STDIN

    option = "--diff" if only_show else "--fix"
    if source.keys or source.where or source.cited_in:
        hint = "leave out --key, --where and --cited-in"
        raise UsageError(f"{option} takes whole files", suggestion=hint)
    if source.sample or STDIN in source.files:
        what = "the sample" if source.sample else "standard input"
        raise UsageError(f"{option} takes files, not {what}", suggestion="name a file or folder")
    if any(map(is_remote, source.files)):
        hint = "fix a copy, and copy it there"
        raise UsageError(f"{option} takes files of this machine", suggestion=hint)
    for path in source.files:
        if exists(path) and not is_file(path) and not is_folder(path):  # it is read but once
            raise UsageError(f"{option} takes files, not {path}", suggestion="fix a copy in a file")
    files: list[FixedFile] = []
    problems: list[Problem] = []
    found_in = fixed_files(source.paths, source.from_, source.limits, policy, source.excluded)
    for found in found_in:
        if isinstance(found, Problem):
            problems.append(found)
        elif not only_show and (failed := write(found)) is not None:
            problems.append(failed)
        else:
            files.append(found if only_show else found._replace(before=b"", after=b""))
    return Fixes(tuple(files), tuple(problems), asked_for=True, only_shown=only_show)


def _line(problem: Problem) -> str:
    assert problem.fix is not None
    old, new = _differing(problem.fix.old, problem.fix.new)
    place = problem.place._replace(column=0)
    return f"{place}: fixed: {problem.rule.name}: {old} → {new}"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Both texts, each on one line; of long ones what differs, and a little beside it."""
    old, new = old.replace("\n", " "), new.replace("\n", " ")
    if len(old) <= _LONGEST and len(new) <= _LONGEST:
        return old, new
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    most = shorter - start
    behind = next((at for at in range(most) if old[-at - 1] != new[-at - 1]), most)
    return _part(old, start, len(old) - behind), _part(new, start, len(new) - behind)


def _part(text: str, start: int, end: int) -> str:
    start, end = max(start - _BESIDE, 0), min(end + _BESIDE, len(text))
    end = min(end, start + 2 * _LONGEST)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
