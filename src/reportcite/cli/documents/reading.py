"""Reads the records that `cite` is to print, and reports what is found in them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportcite.batch.work.bibliography import BegunReading, Reader
    from reportcite.batch.work.cite import CiteSettings
    from reportcite.cli.options.input import Input
    from reportcite.cli.report import Tally
    from reportcite.csl import Processor
    from reportcite.record.model import Record


def begin_reading(
    source: Input, settings: CiteSettings, processor: Processor, tally: Tally
) -> tuple[BegunReading, Reader]:
    """The first records of `source`, and who reads the others; what is found in the style is
    reported."""
    from reportcite.batch.work.bibliography import Reader, begin_reading

    parts = source.chunks()
    for problem in processor.style.problems:
        tally.report(problem)
    reader = Reader(settings.on_error, source.limits, settings.policy)
    return begin_reading(parts, reader), reader


def read_items(
    begun: tuple[BegunReading, Reader], processor: Processor, tally: Tally, jobs: int
) -> list[dict[str, Any]]:
    """The items to cite, read by so many processes, of what `begin_reading` returned; they are
    registered, and what was found in the records is reported."""
    from reportcite.batch.work.bibliography import go_on_reading
    from reportcite.record.items import UniqueIds

    first, reader = begun
    unique = UniqueIds()
    found: list[dict[str, Any]] = []
    for read in go_on_reading(first, reader, jobs):
        tally.add(read.screening)
        items = unique.items(read.items)
        processor.register(items)  # while others are read
        found += items
        gc.freeze()  # searches for garbage pass over what is kept: they took a quarter of the time
        if tally.stopped:
            break
    return found


def read_records(
    source: Input, settings: CiteSettings, processor: Processor, tally: Tally
) -> list[Record]:
    """The records to cite; what was found in the style and in all records is reported."""
    from reportcite.batch.work.sound import Screening

    results = source.records()
    for problem in processor.style.problems:
        tally.report(problem)
    screening = Screening(settings.on_error, policy=settings.policy)
    records = [*screening.to_write(results)]
    tally.add(screening)
    return records
