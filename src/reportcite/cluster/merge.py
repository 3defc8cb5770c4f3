"""The steps of merging in parts: note each partition, compare each bucket of keys, join all pairs
to works, give each work its id, write each partition's works, and give these keys as exports do.

A work is written into the part of the first record about it. The parts are what one run over all
records would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from reportcite.batch.chunks import chunks
from reportcite.batch.grouping.gathered import Known, some_at_once
from reportcite.batch.sink import replacing_bytes
from reportcite.batch.work.merge import Work, note_chunk, write_works
from reportcite.batch.work.noting import Noted, named
from reportcite.cluster import keys, outputs, storage, works
from reportcite.cluster.found import PROBLEM, Reported, note_to, notes, problem_from
from reportcite.cluster.keys import Asked
from reportcite.cluster.outputs import Ending
from reportcite.cluster.partitions import Plan, require_unchanged
from reportcite.cluster.sections import as_json, section_of, told_in, write_sections
from reportcite.cluster.steps import Step, of_buckets, of_partitions, once
from reportcite.formats.format import encoded
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.problems import Problem
from reportcite.tuples import NamedTuple

_JOINED: Final = "joined"


class Written(NamedTuple):
    """A work that was written: the numbers of the records about it, its id and its key, and what
    these contradict each other in."""

    numbers: list[int]
    id: str
    key: str
    conflicts: list[Problem]


class Grouped(NamedTuple):
    """The works of a partition that have several records, by the number of the first, and of which
    record each other one was found to be like; of each record of the partition, whether it is about
    the work of an earlier one."""

    several: dict[int, list[int]]
    partners: dict[int, int]
    later: bytes


def note_partition(plan: Plan, number: int) -> None:
    """What the records of a partition are known by, and what was found in them.

    Raises InputError for a partition that has changed, OutputError where nothing can be written.
    """
    partition = plan.partitions[number]
    require_unchanged(partition)
    ids = Asked(plan.buckets)

    def noted() -> Iterator[Noted]:
        parts = chunks([partition.path], plan.from_, plan.settings.limits, plan.excluded)
        for chunk in parts:
            done = note_chunk(plan.settings, chunk)
            found.write(note_to(done))
            ids.add(named(one.named).id for one in done.records)
            yield from done.records

    with replacing_bytes(plan.file("found", number)) as found:
        works.write_noted(plan, number, noted())
    with replacing_bytes(plan.file("ids", number)) as file:
        write_sections(file, ids.sections())
    storage.write_json(plan.file("partition", number), True)


def join(plan: Plan, _: int) -> None:
    """The works of all records, for each partition those that begin in it."""
    rows = works.AllRows(plan)
    groups = works.all_works(plan, rows, Known(rows))
    parts = range(len(plan.partitions))
    several: list[list[list[int]]] = [[] for _ in parts]
    later = [bytearray(len(rows.of_partition(part))) for part in parts]
    for numbers in groups:
        if len(numbers) > 1:
            several[rows.partition_of(numbers[0])].append(numbers)
        for number in numbers[1:]:
            part = rows.partition_of(number)
            later[part][number - rows.firsts[part]] = 1
    for part in parts:
        own = several[part]
        like = [(number, groups.partner(number)) for numbers in own for number in numbers[1:]]
        with replacing_bytes(plan.file("groups", part)) as file:
            write_sections(file, (as_json((own, like)), bytes(later[part])))
    rows.close()
    told = {"records": len(rows), "works": groups.works, "several": groups.several}
    storage.write_json(plan.file(_JOINED, 0), told)


def name_bucket(plan: Plan, number: int) -> None:
    """Which works, by the positions of their first records, get another id, for each part."""
    unique = UniqueKeys()

    def sections() -> Iterator[bytes]:
        for part in range(len(plan.partitions)):
            path = plan.file("ids", part)
            at, ids = told_in(path, number, plan.buckets, ([int], [str]))
            later = section_of(plan.file("groups", part), 1, 2)
            with storage.understood(path):
                firsts = [(one, id_) for one, id_ in zip(at, ids, strict=True) if not later[one]]
            named_anew = [(one, id_, unique.unique(id_)) for one, id_ in firsts]
            yield as_json([(one, new) for one, id_, new in named_anew if new != id_])

    with replacing_bytes(plan.file("named", number)) as file:
        write_sections(file, sections())


def write_partition(plan: Plan, number: int) -> None:
    """The entries of the works that begin in a partition, and the keys that they ask for."""
    rows = works.AllRows(plan)
    settings = replace(plan.settings, placeholder=plan.placeholder)
    keyed = keys.target_format(plan).keyed
    asked = Asked(plan.buckets)
    written = 0

    def texts() -> Iterator[bytes]:
        nonlocal written
        for some in some_at_once(_works(plan, number, rows)):
            for entry in write_works(settings, some):
                written += 1
                about.write(as_json((entry.id, entry.key, entry.conflicts)) + b"\n")
                if keyed:
                    asked.add([entry.wanted])
                yield encoded(entry.text)

    with rows.understood(), replacing_bytes(plan.file("about", number)) as about:
        keys.write_text(plan, number, texts(), asked)
    rows.close()
    keys.is_converted(plan, number, written)


def _works(plan: Plan, part: int, rows: works.AllRows) -> Iterator[Work]:
    """The works that begin in a partition, with their ids."""
    new_ids: dict[int, str] = {}
    for one in range(plan.buckets):
        path = plan.file("named", one)
        new_ids.update(told_in(path, part, len(plan.partitions), [(int, str)]))
    numbers = [*_numbers(plan, part, rows)]
    for some, work in zip(numbers, Known(rows).works(numbers), strict=True):
        yield work._replace(id=new_ids.get(some[0] - rows.firsts[part], work.id))


def _numbers(plan: Plan, part: int, rows: works.AllRows) -> Iterator[list[int]]:
    """The numbers of the records of each work that begins in a partition, in order."""
    grouped = _grouped(plan, part, rows)
    for later, number in zip(grouped.later, rows.of_partition(part), strict=True):
        if not later:
            yield grouped.several.get(number, [number])


def _grouped(plan: Plan, part: int, rows: works.AllRows) -> Grouped:
    path = plan.file("groups", part)
    several, like = told_in(path, 0, 2, ([[int]], [(int, int)]))
    later = section_of(path, 1, 2)
    numbers = chain(*several, *like)
    if not (all(several) and max(numbers, default=0) <= len(rows)) or len(later) != len(
        rows.of_partition(part)
    ):
        raise storage.Damaged(path)
    return Grouped({one[0]: one for one in several}, dict(like), later)


def fill(plan: Plan, number: int) -> None:
    """The part itself, and its keys, which are told of again when all is done."""
    given = keys.keys_of(plan, number)
    storage.write_json(plan.file("given", number), given)
    keys.fill(plan, number, given)


def finish(plan: Plan, ending: Ending) -> None:
    """Put all parts, and then the manifest, in their places. Raises OutputError."""
    parts = outputs.told_of_parts(plan, len(plan.partitions))
    outputs.finish(plan, parts, plan.settings.to, ending)


def reports(plan: Plan) -> Iterator[Reported]:
    """What became of all chunks, in the order of the partitions; before `finish`."""
    for number in range(len(plan.partitions)):
        yield from notes(plan, number)


def counts(plan: Plan) -> dict[str, int]:
    """How many `records` and `works` there were, and `several` works with more than one record."""
    shape = dict.fromkeys(("records", "works", "several"), int)
    found: dict[str, int] = storage.read_json(plan.file(_JOINED, 0), shape)
    return found


def partners(plan: Plan, rows: works.AllRows) -> dict[int, int]:
    """Which record each was found to be like, of those that are not the first of their work."""
    found: dict[int, int] = {}
    for part in range(len(plan.partitions)):
        found |= _grouped(plan, part, rows).partners
    return found


def written(plan: Plan, rows: works.AllRows) -> Iterator[Written]:
    """The works, in the order of the parts; before `finish`."""
    keyed = keys.target_format(plan).keyed
    for part in range(len(plan.partitions)):
        given = storage.read_json(plan.file("given", part), [str])
        path = plan.file("about", part)
        with storage.opened(path) as lines, storage.understood(path):
            for at, (line, numbers) in enumerate(
                zip(lines, _numbers(plan, part, rows), strict=True)
            ):
                id_, key, told = storage.parsed(path, line, (str, str, [PROBLEM]))
                conflicts = [problem_from(one) for one in told]
                new_key = given[at] if keyed else key or id_
                yield Written(numbers, new_key if keyed else id_, new_key, conflicts)


STEPS: Final = (
    Step("partitions", note_partition, of_partitions, "partition"),
    works.COMPARE,
    Step("the joining of records to works", join, once, _JOINED),
    Step("buckets of ids", name_bucket, of_buckets, "named"),
    Step("partitions of works", write_partition, of_partitions, keys.CONVERTED),
    keys.NUMBER_KEYS,
    Step("parts", fill, of_partitions, outputs.FULL),
)
