"""What is written of a merging besides its records: which key became which, what was one work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeAlias

from reportcite.cli.output import writing
from reportcite.cli.reports.works import MergedWork, key_head, key_lines, report_format
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.grouping.gathered import Known
    from reportcite.batch.sink import Write
    from reportcite.batch.work.noting import Named
    from reportcite.problems import Problem

Tell: TypeAlias = Callable[[list[int], str, str], None]
"""Takes the numbers of the records of a work, its new id and its new key."""
Partner: TypeAlias = Callable[[int], int]
"""The record that one was found to be like, by their numbers."""


class Outputs(NamedTuple):
    """The files that are asked for, "" for none, and whether the report is to be printed."""

    key_map: str = ""
    report: str = ""
    printed: bool = False

    def tellers(self, files: ExitStack, known: Known, partner: Partner) -> list[Tell]:
        """What each work is to be told to, in order, before `files` is closed."""
        found: list[Tell] = []
        if self.key_map:
            found.append(_key_lister(known, files.enter_context(writing(self.key_map))))
        reports = [self.report] * bool(self.report) + ["-"] * self.printed
        for name in reports:
            found.append(_reporter(known, partner, name, files.enter_context(writing(name))))
        return found


def _key_lister(known: Known, write: Write) -> Tell:
    def tell(numbers: list[int], id_: str, key: str) -> None:
        write(key_lines(map(known.called, numbers), id_, key))

    write(key_head())
    return tell


def _reporter(known: Known, partner: Partner, name: str, write: Write) -> Tell:
    form = report_format(name)
    count = 0

    def tell(numbers: list[int], id_: str, key: str) -> None:
        nonlocal count
        if len(numbers) > 1:
            count += 1
            write(form.work(MergedWork(count, key, known.members(numbers, partner))))

    write(form.head())
    return tell


def kept_apart(one: Named, other: Named, shared: str, against: str) -> Problem:
    """That two records have an identifier in common, and are of two works all the same."""
    from reportcite.record.rules import NOT_MERGED

    message = f"it has the {shared} of {one.place}, too, but is kept apart: {against}"
    return NOT_MERGED.found(message, "correct what is wrong", other.place)


def merged(records: int, works: int, several: int) -> str:
    """How many of so many records were about works that `several` were about; "" for none."""
    about = f"{several} work{'' if several == 1 else 's'}"
    return f"{records - works + several} records were about {about}" if several else ""
