"""The steps of an export in parts: convert each partition, number each bucket of keys, fill in.

The first pass converts, with a placeholder where a key belongs, and puts into buckets what must be
compared over all records: the keys by their stem, the ids. Each bucket, in the order of parts and
positions, then says which keys get a suffix and which ids were there before. The second pass puts
the keys in. The result is that of one run over all records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Any, Final

from reportcite.batch.chunks import chunks
from reportcite.batch.sink import replacing_bytes
from reportcite.batch.work.export import Exported, export_chunk
from reportcite.cluster import keys, outputs, storage
from reportcite.cluster.found import (
    PLACES,
    PROBLEM,
    Reported,
    note_to,
    notes,
    places_from,
    places_to,
    problem_from,
)
from reportcite.cluster.keys import Asked
from reportcite.cluster.outputs import Ending
from reportcite.cluster.partitions import Plan, require_unchanged
from reportcite.cluster.sections import as_json, bucket, told_in, write_sections
from reportcite.cluster.steps import Step, of_buckets, of_partitions
from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.record.checks.duplicates import Ids, Seen

_REPEATED: Final = [(int, PROBLEM)]


def convert(plan: Plan, number: int) -> None:
    """The entries of a partition, the keys they ask for and what was found in its records.

    Raises InputError for a partition that has changed, OutputError where nothing can be written.
    """
    partition = plan.partitions[number]
    require_unchanged(partition)
    settings = replace(plan.settings, placeholder=plan.placeholder)
    asked, ids = Asked(plan.buckets), _Ids(plan.buckets)
    with replacing_bytes(plan.file("found", number)) as found:

        def texts() -> Iterator[bytes]:
            parts = chunks([partition.path], plan.from_, settings.limits, plan.excluded)
            for chunk in parts:
                exported = export_chunk(settings, chunk)
                found.write(note_to(exported))
                asked.add(exported.wanted)
                ids.add(exported)
                yield from exported.texts

        keys.write_text(plan, number, texts(), asked)
    with replacing_bytes(plan.file("ids", number)) as file:
        write_sections(file, ids.sections())
    keys.is_converted(plan, number, ids.count)


def look_at_bucket(plan: Plan, number: int) -> None:
    """Which keys of a bucket get a suffix, and which ids in it were there before, for each part."""
    keys.number_keys(plan, number)
    seen = Seen()

    def sections() -> Iterator[bytes]:
        for part in range(len(plan.partitions)):
            path = plan.file("ids", part)
            at, ids, places = told_in(path, number, plan.buckets, ([int], [str], PLACES))
            with storage.understood(path):
                found = [*zip(at, ids, places_from(places), strict=True)]
            again = seen.same_ids(Ids(ids, [place for _, _, place in found]))
            yield as_json([(found[index][0], problem) for index, problem in again])

    with replacing_bytes(plan.file("again", number)) as file:
        write_sections(file, sections())


def fill(plan: Plan, number: int) -> None:
    """The part itself, and what is to be said of ids in it that are there again."""
    found: list[Any] = []
    for one in range(plan.buckets):
        path = plan.file("again", one)
        found += told_in(path, number, len(plan.partitions), _REPEATED)
    storage.write_json(plan.file("repeated", number), found)
    keys.fill(plan, number, keys.keys_of(plan, number))


def finish(plan: Plan, ending: Ending) -> None:
    """Put all parts, and then the manifest, in their places. Raises OutputError."""
    parts = outputs.told_of_parts(plan, len(plan.partitions))
    outputs.finish(plan, parts, plan.settings.to, ending)


def reports(plan: Plan) -> Iterator[Reported]:
    """What became of all chunks, in the order of the partitions; before `finish`."""
    for number in range(len(plan.partitions)):
        path = plan.file("repeated", number)
        told = storage.read_json(path, _REPEATED)
        with storage.understood(path):
            repeated = [(at, problem_from(problem)) for at, problem in told]
        repeated.sort(key=itemgetter(0), reverse=True)
        first = 0
        for done in notes(plan, number):
            of_chunk: list[tuple[int, Problem]] = []
            while repeated and repeated[-1][0] < first + done.written:
                at, problem = repeated.pop()
                of_chunk.append((at - first, problem))
            yield done._replace(again=of_chunk)
            first += done.written


class _Ids:
    """The ids of the records that are written, by their buckets, with their positions."""

    def __init__(self, buckets: int) -> None:
        self._buckets: list[tuple[list[int], list[str], list[Place]]] = [
            ([], [], []) for _ in range(buckets)
        ]
        self.count = 0

    def add(self, exported: Exported) -> None:
        """Those of some records more."""
        found = exported.screening.ids
        both = zip(found.ids, found.places, strict=True)
        for at, (id_, place) in enumerate(both, self.count):
            positions, ids, places = self._buckets[bucket(id_, len(self._buckets))]
            positions.append(at)
            ids.append(id_)
            places.append(place)
        self.count += exported.written

    def sections(self) -> Iterator[bytes]:
        """One for each bucket: positions, ids and places."""
        for at, ids, places in self._buckets:
            yield as_json((at, ids, places_to(places)))


STEPS: Final = (
    Step("partitions", convert, of_partitions, keys.CONVERTED),
    Step("buckets of keys", look_at_bucket, of_buckets, "again"),
    Step("parts", fill, of_partitions, outputs.FULL),
)
