"""Reads the records that `cite` is to print, and reports what is found in them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportcite.batch.work.cite import CiteSettings
    from reportcite.cli.options.input import Input
    from reportcite.cli.report import Tally
    from reportcite.csl import Processor
    from reportcite.record.model import Record


def read_items(
    source: Input, settings: CiteSettings, processor: Processor, tally: Tally
) -> list[dict[str, Any]]:
    """The items to cite, which are registered; what was found in the style and in all records is
    reported."""
    from reportcite.batch.work.bibliography import Reader
    from reportcite.batch.work.bibliography import read_items as read_chunks
    from reportcite.record.items import UniqueIds

    parts = source.chunks()
    for problem in processor.style.problems:
        tally.report(problem)
    unique = UniqueIds()
    found: list[dict[str, Any]] = []
    reader = Reader(settings.on_error, source.limits, settings.policy)
    for read in read_chunks(parts, reader, source.jobs):
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
