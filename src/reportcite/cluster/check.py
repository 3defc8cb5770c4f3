"""The steps of a check in parts: check each partition, look at each bucket of what no two records
should share, put together what was found; and find the works that several records are about.

A part holds findings as JSON Lines, in the order in which one run would report them, however severe
they are. Findings about works, which are known last, are in a part behind all others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from reportcite.batch.chunks import chunks
from reportcite.batch.sink import replacing_bytes
from reportcite.batch.work.check import Checked, check_chunk
from reportcite.batch.work.noting import Noted
from reportcite.cluster import outputs, storage, works
from reportcite.cluster.found import IGNORED, PLACES, ignored_from, places_from, places_to
from reportcite.cluster.outputs import FULL, new_part
from reportcite.cluster.partitions import Plan, require_unchanged
from reportcite.cluster.sections import as_json, bucket, told_in, write_sections
from reportcite.cluster.shapes import Maybe
from reportcite.cluster.steps import Step, of_buckets, of_partitions, once
from reportcite.errors import ExitCode, Place
from reportcite.problems import SEVERITIES, Fix, Ignored, Problem, Rule, as_members, rules_in
from reportcite.record import rules as record_rules
from reportcite.record.checks.duplicates import Identity, Seen
from reportcite.record.checks.silenced import silenced
from reportcite.remote.addresses import without_secrets
from reportcite.tuples import NamedTuple

_SUFFIX: Final = ".jsonl"
_Told: TypeAlias = dict[str, Any]
"""A finding as `check --format json` has it, and the exit code that it may make."""
_TEXTS: Final = ("rule", "severity", "message", "suggestion", "file", "record")
FINDING: Final = {
    **dict.fromkeys(_TEXTS, str),
    **dict.fromkeys(("line", "column", "exit"), int),
    "fix": Maybe(dict.fromkeys(("field", "old", "new"), str)),
}
"""The shape of a finding."""
_SHARED: Final = {
    "rows": [(int, int, str, str, str)],
    "places": PLACES,
    "ids": {str: str},
    "ignored": {str: IGNORED},
}


def check_partition(plan: Plan, number: int) -> None:
    """What was found in the records of a partition, and what they share with others.

    Raises InputError for a partition that has changed, OutputError where nothing can be written.
    """
    partition = plan.partitions[number]
    require_unchanged(partition)
    shared = _Shared(plan.buckets)
    records = 0

    def noted() -> Iterator[Noted]:
        nonlocal records
        parts = chunks([partition.path], plan.from_, plan.settings.limits, plan.excluded)
        for chunk in parts:
            for one in check_chunk(plan.settings, chunk)[0]:
                records += one.is_record
                problems = plan.settings.policy.judged(one.problems)
                told = [finding_to(problem, one.id) for problem in problems]
                found.write(as_json(told) + b"\n")
                shared.add(one)
                if one.noted is not None:
                    yield one.noted

    with replacing_bytes(plan.file("found", number)) as found:
        works.write_noted(plan, number, noted())
    with replacing_bytes(plan.file("shared", number)) as file:
        write_sections(file, shared.sections())
    storage.write_json(plan.file("checked", number), records)


def look_at_bucket(plan: Plan, number: int) -> None:
    """What of a bucket records had before, for each part."""
    seen = Seen()
    rules = rules_in(record_rules)

    def sections() -> Iterator[bytes]:
        for part in range(len(plan.partitions)):
            again: list[tuple[int, int, _Told]] = []
            own: set[tuple[int, str, str]] = set()  # that a record has twice it has once
            for shared in _shared(plan, part, number, rules):
                identity = shared.identity
                known = (shared.at, identity.rule.name, identity.key)
                if known in own:
                    continue
                own.add(known)
                # One after another, so that each problem is known by its identity.
                problems = silenced(seen.problems([identity]), shared.ignored)
                for problem in plan.settings.policy.judged(problems):
                    again.append((shared.at, shared.place, finding_to(problem, shared.id)))
            yield as_json(again)

    with replacing_bytes(plan.file("again", number)) as file:
        write_sections(file, sections())


class _OfRecord(NamedTuple):
    """What record number `at` shares, as its identity number `place`; its id, and what it has rules
    ignore."""

    at: int
    place: int
    identity: Identity
    id: str
    ignored: tuple[Ignored, ...]


def _shared(plan: Plan, part: int, number: int, rules: Mapping[str, Rule]) -> Iterator[_OfRecord]:
    """What the records of a partition share with others, of a bucket. Raises Damaged."""
    path = plan.file("shared", part)
    told = told_in(path, number, plan.buckets, _SHARED)
    with storage.understood(path):
        places = places_from(told["places"])
        for (at, index, name, key, text), place in zip(told["rows"], places, strict=True):
            ignored = ignored_from(told["ignored"].get(str(at), []))
            identity = Identity(rules[name], key, text, place)
            yield _OfRecord(at, index, identity, told["ids"][str(at)], ignored)


def put_together(plan: Plan, number: int) -> None:
    """The part itself: what was found in each record, in the order of its lines."""
    again: dict[int, list[tuple[int, _Told]]] = {}
    for one in range(plan.buckets):
        path = plan.file("again", one)
        repeated = told_in(path, number, len(plan.partitions), [(int, int, FINDING)])
        for at, index, told in repeated:
            again.setdefault(at, []).append((index, told))
    about = {
        "input": without_secrets(plan.partitions[number].path),
        "records": storage.read_json(plan.file("checked", number), int),
    }
    path = plan.file("found", number)
    with (
        storage.opened(path) as found,
        new_part(plan, number, _SUFFIX, about) as part,
    ):
        for at, line in enumerate(found):
            if at not in again and line == b"[]\n":
                continue
            repeated = [told for _, told in sorted(again.get(at, []), key=lambda one: one[0])]
            several = [*storage.parsed(path, line, [FINDING]), *repeated]
            several.sort(key=lambda told: (told["line"], told["column"]))
            part.write(b"".join([json.dumps(told).encode() + b"\n" for told in several]))


def find_works(plan: Plan, _: int) -> None:
    """The part behind all others: which records are about one work."""
    from reportcite.batch.grouping.gathered import Known
    from reportcite.batch.grouping.same import same_works

    rows = works.AllRows(plan)
    known = Known(rows)
    groups = works.all_works(plan, rows, known)
    about = {"input": None, "records": 0}
    with rows.understood(), new_part(plan, len(plan.partitions), _SUFFIX, about) as part:
        for again, record in same_works(known, groups):
            for problem in plan.settings.policy.judged([again]):
                part.write(json.dumps(finding_to(problem, record)).encode() + b"\n")
    rows.close()
    storage.write_json(plan.file("works", 0), groups.several)


def steps_of(plan: Plan) -> tuple[Step, ...]:
    """The steps of this run; works are looked for where that is asked for."""
    return (*_STEPS, *_OF_WORKS) if plan.settings.thorough else _STEPS


def finish(plan: Plan) -> Sequence[Mapping[str, Any]]:
    """Put all parts, and then the manifest, in their places; returns what is told of each part.

    Raises OutputError.
    """
    count = len(plan.partitions) + plan.settings.thorough
    parts = outputs.told_of_parts(plan, count)
    outputs.finish(plan, parts, "findings")
    return parts


def findings(
    plan: Plan, parts: Sequence[Mapping[str, Any]], rules: Mapping[str, Rule]
) -> Iterator[tuple[Problem, str]]:
    """What was found, in order, and the record that each finding is of, from the finished `parts`;
    `rules` are all that there are, by name."""
    for part in parts:
        path = storage.within(plan.folder, part["file"])
        with storage.opened(path) as lines:
            for line in lines:
                told = storage.parsed(path, line, FINDING)
                with storage.understood(path):
                    yield finding_from(told, rules)


def finding_to(problem: Problem, record: str) -> _Told:
    """A line of a part."""
    return as_members(problem, record) | {"exit": int(problem.rule.exit)}


def finding_from(told: Mapping[str, Any], rules: Mapping[str, Rule]) -> tuple[Problem, str]:
    """What `finding_to` made a line of. Raises LookupError or ValueError for a rule, a severity or
    an exit code that is none."""
    SEVERITIES.index(told["severity"])
    rule = rules[told["rule"]]._replace(severity=told["severity"], exit=ExitCode(told["exit"]))
    place = Place(told["file"], told["line"], told["column"])
    fix = told["fix"] and Fix(told["fix"]["old"], told["fix"]["new"], told["fix"]["field"])
    return rule.found(told["message"], told["suggestion"], place, fix), told["record"]


class _Shared:
    """What records should not share, by its buckets: the position of the record, and of what it
    shares; rule, key and text."""

    def __init__(self, buckets: int) -> None:
        self._rows: list[list[Any]] = [[] for _ in range(buckets)]
        self._places: list[list[Place]] = [[] for _ in range(buckets)]
        self._ids: list[dict[int, str]] = [{} for _ in range(buckets)]
        self._ignored: list[dict[int, Any]] = [{} for _ in range(buckets)]
        self._count = 0

    def add(self, checked: Checked) -> None:
        """What the next record, or what stands for one, has."""
        at = self._count
        self._count += 1
        for index, (rule, key, text, place) in enumerate(checked.identities):
            one = bucket(key, len(self._rows))
            self._rows[one].append((at, index, rule.name, key, text))
            self._places[one].append(place)
            self._ids[one][at] = checked.id
            if checked.ignored:
                self._ignored[one][at] = checked.ignored

    def sections(self) -> Iterator[bytes]:
        """One for each bucket."""
        several = zip(self._rows, self._places, self._ids, self._ignored, strict=True)
        for rows, places, ids, ignored in several:
            told = {"rows": rows, "places": places_to(places), "ids": ids, "ignored": ignored}
            yield as_json(told)


_STEPS: Final = (
    Step("partitions", check_partition, of_partitions, "checked"),
    Step("buckets of ids", look_at_bucket, of_buckets, "again"),
    Step("parts", put_together, of_partitions, FULL),
)
_OF_WORKS: Final = (
    works.COMPARE,
    Step("the part about works", find_works, once, "works"),
)
