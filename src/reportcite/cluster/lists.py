"""The steps of judging lists of ISBNs in parts: read each list, look in each bucket where an ISBN
stood first, write each list again.

A row that repeats one of its own list names its number; one that repeats a row of another list
names that list, too.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from typing import Any, Final, cast

from reportcite.batch.sink import naming, replacing_bytes
from reportcite.batch.tables import opened_table
from reportcite.cluster import outputs, storage
from reportcite.cluster.outputs import FULL, Ending, new_part
from reportcite.cluster.partitions import Plan, require_unchanged
from reportcite.cluster.sections import as_json, bucket, told_in, write_sections
from reportcite.cluster.steps import Step, of_buckets, of_partitions
from reportcite.remote.addresses import without_secrets
from reportcite.tables.clean import Counts, cleaned, judged
from reportcite.tables.isbns import ISBNS
from reportcite.tables.write import suffix_for, writer_for
from reportcite.tuples import NamedTuple

_COUNTS: Final = Counts.__slots__


class ListSettings(NamedTuple):
    """In which `column` of a table the ISBNs are, "" to have it found, and whether rows that are
    valid are left out."""

    column: str = ""
    invalid_only: bool = False


def read_list(plan: Plan, number: int) -> None:
    """The ISBNs of a list, by their buckets. Raises InputError for a list that has changed or
    cannot be read, UsageError where its column is not found."""
    partition = plan.partitions[number]
    require_unchanged(partition)
    sections: list[list[tuple[int, int, str]]] = [[] for _ in range(plan.buckets)]

    def note(keys: tuple[str, ...], row: int) -> int:
        for index, key in enumerate(keys):
            sections[bucket(key, plan.buckets)].append((row, index, key))
        return 0

    with opened_table(partition.path, ISBNS, plan.settings.column) as (cleaning, _):
        for _judged in judged(cleaning, ISBNS, Counts(), note):
            pass
    with replacing_bytes(plan.file("isbns", number)) as file:
        write_sections(file, map(as_json, sections))


def look_for_first(plan: Plan, number: int) -> None:
    """Where the ISBNs of a bucket were before, for each list."""
    first: dict[str, tuple[int, int]] = {}

    def sections() -> Iterator[bytes]:
        for part in range(len(plan.partitions)):
            again = []
            told = told_in(plan.file("isbns", part), number, plan.buckets, [(int, int, str)])
            for row, index, key in told:
                there = first.setdefault(key, (part, row))
                if there != (part, row):
                    again.append((row, index, there))
            yield as_json(again)

    with replacing_bytes(plan.file("again", number)) as file:
        write_sections(file, sections())


def write_list(plan: Plan, number: int) -> None:
    """The list again, with columns that say what was found, as a file of its kind."""
    path = plan.partitions[number].path
    settings = plan.settings
    first = _first_rows(plan, number)
    counts = Counts()
    suffix = suffix_for(without_secrets(path))
    # Workbooks are not written from their beginning to their end.
    with tempfile.TemporaryFile() as file:
        with opened_table(path, ISBNS, settings.column) as (cleaning, dialect):
            rows = cleaned(
                cleaning,
                ISBNS,
                counts,
                invalid_only=settings.invalid_only,
                before=lambda _, row: first.get(row, 0),
            )
            with naming(tempfile.gettempdir()):
                writer_for(f"list{suffix}")(cast(Any, file), rows, dialect)
        file.seek(0)
        told = {name: getattr(counts, name) for name in _COUNTS}
        about = {"input": without_secrets(path), "records": counts.rows, **told}
        with new_part(plan, number, suffix, about) as part:
            shutil.copyfileobj(file, part)


def _first_rows(plan: Plan, number: int) -> dict[int, int | str]:
    """Where each row of a list that repeats another was first: of several ISBNs in it the first
    one that was anywhere counts."""
    found: dict[int, tuple[int, int, int]] = {}
    for one in range(plan.buckets):
        path = plan.file("again", one)
        again = told_in(path, number, len(plan.partitions), [(int, int, (int, int))])
        if any(part >= len(plan.partitions) for _, _, (part, _) in again):
            raise storage.Damaged(path)
        for row, index, (part, first) in again:
            found[row] = min(found.get(row, (index, part, first)), (index, part, first))
    return {row: _words(plan, number, *there) for row, (_, *there) in found.items()}


def _words(plan: Plan, number: int, part: int, row: int) -> int | str:
    return row if part == number else f"{without_secrets(plan.partitions[part].path)}:{row}"


def counts(plan: Plan) -> Counts:
    """What was counted in all lists, when they are written again; before `finish`."""
    parts = outputs.told_of_parts(plan, len(plan.partitions), _COUNTS)
    return Counts(*(sum(part[name] for part in parts) for name in _COUNTS))


def finish(plan: Plan, ending: Ending) -> None:
    """Put all parts, and then the manifest, in their places. Raises OutputError."""
    parts = outputs.told_of_parts(plan, len(plan.partitions))
    outputs.finish(plan, parts, "lists", ending)


STEPS: Final = (
    Step("lists", read_list, of_partitions, "isbns"),
    Step("buckets of ISBNs", look_for_first, of_buckets, "again"),
    Step("parts", write_list, of_partitions, FULL),
)
