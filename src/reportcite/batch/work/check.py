"""Checks chunks of records, wherever the work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportcite.batch.chunks import Chunk, results
from reportcite.batch.work.sound import stands_for_record
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.problems import Ignored, Problem
from reportcite.record.checks.check import check
from reportcite.record.checks.duplicates import Identity, identities
from reportcite.record.model import Record
from reportcite.record.rules import TITLE_LANGUAGE
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.work.noting import Noted


class CheckSettings(NamedTuple):
    """How records are checked; `thorough` looks for duplicates by all that tells one work."""

    thorough: bool = False
    limits: Limits = LIMITS
    policy: Policy = POLICY


class Checked(NamedTuple):
    """What was found in one record, and what it shares with its duplicates.

    Without identities it is a Problem that stands for what could not become a record. `ignored` is
    what may be said of its duplicates only. `noted` is what the record is known by, with the
    place of its title and `ignored` kept of it, where it is to be compared with others.
    """

    problems: list[Problem]
    identities: list[Identity]
    ignored: tuple[Ignored, ...] = ()
    noted: Noted | None = None

    @property
    def is_record(self) -> bool:
        """Whether a record, or what should have been one, is behind it."""
        return bool(self.identities) or any(map(stands_for_record, self.problems))

    @property
    def id(self) -> str:
        """The id of the record, "" for what could not become one."""
        return self.identities[0].text if self.identities else ""


def check_chunk(settings: CheckSettings, chunk: Chunk) -> tuple[list[Checked], int]:
    """What was found in each record of `chunk`, in input order, and the size of the chunk."""
    found = []
    for result in results(chunk, settings.limits):
        if isinstance(result, Problem):
            found.append(Checked([result], []))
        else:
            shared = list(identities(result, thorough=settings.thorough))
            noted = _noted(result) if settings.thorough else None
            problems = check(result)
            if settings.limits.assumed_language:
                problems = [one for one in problems if one.rule is not TITLE_LANGUAGE]
            found.append(Checked(problems, shared, result.ignored, noted))
    return found, chunk.size


def _noted(record: Record) -> Noted:
    import pickle  # nobody else pays for it

    from reportcite.batch.work.noting import note

    return note(record, pickle.dumps((record.place_of("title"), record.ignored)))
