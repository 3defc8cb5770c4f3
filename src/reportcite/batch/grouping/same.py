"""Tells which records are about one work, as `merge` would make one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportcite.batch.grouping.gathered import Known, Member
from reportcite.batch.grouping.groups import Groups
from reportcite.batch.work.noting import kept_of
from reportcite.errors import Place
from reportcite.problems import Problem, shown
from reportcite.record.checks.silenced import silenced
from reportcite.record.rules import DUPLICATE_TITLE
from reportcite.tuples import NamedTuple

_TOLD: Final = ("DOI ", "ISBN ", "PMID ", "PMCID ")
"""What two records are told to share when the second is read (`record.checks.duplicates`)."""


class SameWork(NamedTuple):
    """That a record is about the work of an earlier one; `record` is its id."""

    problem: Problem
    record: str


def same_works(known: Known, groups: Groups) -> Iterator[SameWork]:
    """A finding for each record that is about the work of an earlier one by title, year and first
    author; those with one identifier are told by that alone.

    What was kept of the records is the place of the title, and where rules are to find nothing.
    """
    for numbers in groups:
        members = known.members(numbers, groups.partner) if len(numbers) > 1 else []
        places = {member.number: member.called.place for member in members}
        for member in members:
            if member.likeness is None or any(
                name.startswith(_TOLD) for name in member.likeness.shared
            ):
                continue
            place, ignored = kept_of(known.kept(member.number))
            found = _problem(member, places[member.partner]).at(place)
            for problem in silenced([found], ignored):
                yield SameWork(problem, member.called.id)


def _problem(member: Member, partner: Place) -> Problem:
    likeness, called = member.likeness, member.called
    assert likeness is not None, "the first of a work is no duplicate"
    message = (
        f"the work {shown(called.title)} is that of {partner._replace(column=0)}, too "
        f"({', '.join(likeness.reasons)}: {likeness.score} of 100)"
    )
    hint = "make one record of both, as `reportcite merge` does"
    return DUPLICATE_TITLE.found(message, hint)
