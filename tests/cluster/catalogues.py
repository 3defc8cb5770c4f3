"""Catalogues in which keys and ids meet over all partitions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from reportcite.cluster.partitions import Plan, begun
from reportcite.cluster.steps import Step
from tests.batch.records import line

# Keys that suffixes of others come to, and that differ in case only.
OWN = ["smith2024", "smith2024b", "SMITH2024", "smith", "smith2", "beck1999b", "beck1999", "anon²"]


def records(count: int, seed: int = 7) -> list[str]:
    """Lines of JSON: many ask for one key, some bring their own, some have the id of another."""
    random = Random(seed)
    found = []
    for number in range(count):
        fields: dict[str, object] = {
            "author": [{"family": random.choice(["Smith", "Beck", "Müller", "Ærø"])}],
            "title": random.choice(["Risk", "Water", "2024", "Über Wasser"]),
            "issued": {"date-parts": [[random.choice([1999, 2024])]]},
        }
        if random.random() < 0.2:
            fields["citation-key"] = random.choice(OWN)
        if random.random() < 0.05:
            fields["title"] = None  # which is an error: the record is left out
        taken = random.randrange(number + 1) if random.random() < 0.1 else number
        found.append(line(f"r{taken}", **fields))
    return found


def of_works(count: int, seed: int = 3) -> list[str]:
    """As `records`, of which many are about one work, share an ISBN or a DOI, or are none."""
    random = Random(seed)
    isbns = ["978-0-306-40615-7", "0-306-40615-2", "978-3-16-148410-0", "3-16-148410-1"]
    found = []
    for one in records(count, seed):
        fields = json.loads(one)
        if random.random() < 0.3:
            fields["ISBN"] = f"{random.choice(isbns)}, {random.choice(isbns)}"
        if random.random() < 0.3:
            fields["DOI"] = f"10.1234/{random.randrange(count // 8 + 1)}"
        found.append(json.dumps(fields) + "\n")
        if len(found) % 25 == 3:
            found.append("{bad\n")
    return found


def done(plan: Plan, steps: Sequence[Step]) -> Plan:
    """The plan with all of its steps done, the last numbers first: their order does not matter."""
    plan = begun(plan, joins=False)
    for step in steps:
        for number in reversed(range(step.count(plan))):
            step.work(plan, number)
        assert step.missing(plan) == []
    return plan


def joined(folder: Path) -> str:
    """The parts in `folder`, one after another."""
    return "".join(path.read_bytes().decode() for path in sorted(folder.glob("part-*")))


def in_partitions(folder: Path, lines: list[str], count: int) -> list[str]:
    """The paths of `count` files of about the same number of `lines`, in order."""
    folder.mkdir(exist_ok=True)
    size = -(-len(lines) // count)
    paths = []
    for number in range(count):
        path = folder / f"p{number:02}.jsonl"
        path.write_text("".join(lines[number * size : (number + 1) * size]), "utf-8")
        paths.append(str(path))
    return paths


class InParts(NamedTuple):
    """A command that works in parts, and what its first step leaves for each of its inputs."""

    arguments: tuple[str, ...]
    first: str


COMMANDS = {
    "export": InParts(("export", "in/*.jsonl", "--to", "bibtex", "-q"), "converted"),
    "merge": InParts(("merge", "in/*.jsonl", "--to", "bibtex", "-q"), "partition"),
    "check": InParts(("check", "in/*.jsonl", "--duplicates", "-q"), "checked"),
    "isbn": InParts(("isbn", "lists/*.csv"), "isbns"),
}


def inputs_of(command: str, folder: Path, count: int, size: int) -> None:
    """So many partitions in `folder` for one of `COMMANDS`, `size` records each."""
    if command != "isbn":
        in_partitions(folder / "in", of_works(count * size), count)
        return
    random = Random(5)
    (folder / "lists").mkdir()
    for number in range(count):
        codes = [f"{random.randrange(10**5):09}X" for _ in range(size * 20)]
        (folder / f"lists/p{number:02}.csv").write_text("isbn\n" + "\n".join(codes) + "\n")


def made(folder: Path) -> dict[str, bytes]:
    """The finished parts in `folder`, by their names."""
    assert not (folder / ".unfinished").exists()
    assert (folder / "manifest.json").exists()
    return {path.name: path.read_bytes() for path in folder.glob("part-*")}
