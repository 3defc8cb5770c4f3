"""Checks chunks of records, wherever the work is done."""

from __future__ import annotations

from typing import NamedTuple

from reportcite.batch.chunks import Chunk, results
from reportcite.formats.reading.source import MAX_RECORD_SIZE
from reportcite.problems import Problem
from reportcite.record.checks.check import check
from reportcite.record.checks.duplicates import Identity, identities


class Examination(NamedTuple):
    """How records are checked; `thorough` looks for duplicates by DOI, title and year, too."""

    thorough: bool = False
    max_record_size: int = MAX_RECORD_SIZE


class Examined(NamedTuple):
    """What was found in one record, and what it shares with its duplicates.

    Without identities it is a Problem that stands for what could not become a record.
    """

    problems: list[Problem]
    identities: list[Identity]


def examine(examination: Examination, chunk: Chunk) -> tuple[list[Examined], int]:
    """The records of `chunk`, examined, and its size."""
    found = []
    for result in results(chunk, max_record_size=examination.max_record_size):
        if isinstance(result, Problem):
            found.append(Examined([result], []))
        else:
            shared = list(identities(result, thorough=examination.thorough))
            found.append(Examined(check(result), shared))
    return found, chunk.size
