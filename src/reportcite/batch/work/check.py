"""Checks chunks of records, wherever the work is done."""

from __future__ import annotations

from typing import NamedTuple

from reportcite.batch.chunks import Chunk, results
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Ignored, Problem
from reportcite.record.checks.check import check
from reportcite.record.checks.duplicates import Identity, identities


class CheckSettings(NamedTuple):
    """How records are checked; `thorough` looks for duplicates by DOI, title and year, too."""

    thorough: bool = False
    limits: Limits = LIMITS


class Checked(NamedTuple):
    """What was found in one record, and what it shares with its duplicates.

    Without identities it is a Problem that stands for what could not become a record. `ignored` is
    what may be said of its duplicates only.
    """

    problems: list[Problem]
    identities: list[Identity]
    ignored: tuple[Ignored, ...] = ()


def check_chunk(settings: CheckSettings, chunk: Chunk) -> tuple[list[Checked], int]:
    """What was found in each record of `chunk`, in input order, and the size of the chunk."""
    found = []
    for result in results(chunk, settings.limits):
        if isinstance(result, Problem):
            found.append(Checked([result], []))
        else:
            shared = list(identities(result, thorough=settings.thorough))
            found.append(Checked(check(result), shared, result.ignored))
    return found, chunk.size
