"""The command line of the agreement run: how much agrees, and what the disagreements share."""

from __future__ import annotations

import argparse
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from tests.agreement.causes import UNEXPLAINED, by_cause, read_causes
from tests.agreement.recorded import Comparison, agreed, compare_all, read_items, read_recorded

EXAMPLES = 2


def main() -> int:
    """Compares every recorded style; 0 where all agree, 1 where not."""
    options = _parser().parse_args()
    recorded = read_recorded(options.expected)
    if options.style:
        recorded = [line for line in recorded if Path(line["style"]).stem == options.style]
    comparisons = compare_all(read_items(options.items), recorded, options.jobs)
    for wanted, lines in ((options.failures, _differing), (options.causes, _causes)):
        if wanted:
            print(*lines(comparisons), sep="\n")
    for kind, noun in (("entry", "bibliography entries"), ("cite", "cites")):
        print(_share([one for one in comparisons if one.kind == kind], noun))
    print(_share(comparisons))
    return 0 if agreed(comparisons) == len(comparisons) else 1


def _share(comparisons: Sequence[Comparison], noun: str = "") -> str:
    count, total = agreed(comparisons), len(comparisons)
    label = f"{noun}: " if noun else ""
    return f"{label}agreed {count} of {total} ({100 * count / max(total, 1):.2f} %)"


def _differing(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """The disagreements by what differs, the most common first, with examples."""
    groups: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        if not comparison.agrees:
            for difference in _differences(comparison):
                groups[difference].append(comparison)
    for difference, members in sorted(groups.items(), key=lambda group: -len(group[1])):
        styles = list(dict.fromkeys(member.style for member in members))
        yield f"{len(members)} × in {len(styles)} styles: {difference}"
        for style in styles[:EXAMPLES]:
            yield from _example(next(member for member in members if member.style == style))


def _causes(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """The table of causes: count of entries and cites, whose fault, cause, an example."""
    causes = read_causes()
    faults = {cause.cause: cause.fault for cause in causes}
    yield "| Entries | Cites | Problem of | Cause | Example |"
    yield "|--:|--:|---|---|---|"
    for name, members in by_cause(comparisons, causes).items():
        entries = sum(member.kind == "entry" for member in members)
        first = f"{Path(members[0].style).stem}, {members[0].item}" if members else ""
        cells = (entries, len(members) - entries, faults.get(name, "?"), name, first)
        yield f"| {' | '.join(map(str, cells))} |"
        if name == UNEXPLAINED:
            for member in members:
                yield from _example(member)


def _example(comparison: Comparison) -> Iterator[str]:
    yield f"    {comparison.style} {comparison.kind} {comparison.item}"
    yield f"      - {comparison.expected}"
    yield f"      + {comparison.got}"


def _differences(comparison: Comparison) -> set[str]:
    """Each stretch that differs, with the token before it; letters and digits are generalised."""
    if comparison.error:
        return {f"! {comparison.error}"}
    expected, got = _tokens(comparison.expected), _tokens(comparison.got)
    causes = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, expected, got, autojunk=False).get_opcodes():
        if tag != "equal":
            before = "".join(expected[max(i1 - 1, 0) : i1])
            lost, gained = "".join(expected[i1:i2]), "".join(got[j1:j2])
            causes.add(
                " ".join(map(_general, (f"after {before!r}:", repr(lost), "→", repr(gained))))
            )
    return causes


def _tokens(text: str) -> list[str]:
    return re.findall(r"</?\w[^>]*>|\w+|\s+|.", text)


def _general(text: str) -> str:
    """`text` quoted, with numbers as 9 and long stretches cut."""
    text = repr(re.sub(r"\d+", "9", text))
    return text if len(text) <= 60 else f"{text[:40]}…{text[-15:]}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py", description="Compare with recorded output.")
    parser.add_argument("items", type=Path, help="the items, CSL-JSON")
    parser.add_argument("expected", type=Path, help="the recorded output, .jsonl.gz")
    parser.add_argument("--failures", action="store_true", help="group the disagreements")
    parser.add_argument("--causes", action="store_true", help="count their causes, as a table")
    parser.add_argument("--style", metavar="NAME", help="only this style")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    return parser
