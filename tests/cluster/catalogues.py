"""Catalogues in which keys and ids meet over all partitions."""

from __future__ import annotations

from pathlib import Path
from random import Random

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
