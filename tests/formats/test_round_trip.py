"""The table of what each format keeps of each field of each sample record: tests/golden.

Written by `python -m tests.formats.test_round_trip`, which the test asks for when it is stale.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reportcite.formats.loss import Loss
from reportcite.record.model import Record
from tests.formats.files import BOTH, ROOT, WRITTEN, file_of, reports, unreported

GOLDEN = ROOT / "tests" / "golden" / "round-trip.md"
HEAD = """\
# What each format keeps

Every field of the records in `records/` and `tests/data/reports.yaml`, in every format, as the
writers themselves report it; where reportcite reads the format too, the file was read again and
compared field by field. *carried*: the value is there as it was. *changed*: it is there, altered;
the reason stands below. *dropped*: it is not there. Nothing: the record has no such field. A field
that a record states to be absent (`issued: n.d.`) is carried where the format states it too. A
subtitle that is joined to the title is named once, as the subtitle.

This file is generated: `python -m tests.formats.test_round_trip` writes it anew.
"""

Report = dict[str, dict[str, Loss]]
"""Format → field → what was lost of it."""


def report_on(record: Record) -> Report:
    """The losses of `record` in every format."""
    return {name: {loss.field: loss for loss in file_of(name, record)[1][0]} for name in WRITTEN}


def table() -> str:
    """The whole file."""
    records = reports()
    found = [report_on(record) for record in records]
    parts = [HEAD, summary(records, found)]
    parts += [details(record, losses) for record, losses in zip(records, found, strict=True)]
    return "\n".join(parts)


def summary(records: list[Record], found: list[Report]) -> str:
    """Fields × formats over all records; `2 of 5` says how many were not carried as they were."""
    fields = list(dict.fromkeys(field for record in records for field in fields_of(record)))
    rows = []
    for field in fields:
        holders = [losses for record, losses in zip(records, found, strict=True)
                   if field in fields_of(record)]  # fmt: skip
        kinds = [Counter(kind_of(losses[name], field) for losses in holders) for name in WRITTEN]
        rows.append([f"{field} ({len(holders)})", *map(counted, kinds)])
    title = f"\n## All {len(records)} records, and how many of them have the field\n\n"
    return title + grid(rows)


def counted(kinds: Counter[str]) -> str:
    if len(kinds) == 1:
        return next(iter(kinds))
    total = kinds.total()
    lost = [kind for kind in ("changed", "dropped") if kinds[kind]]
    return ", ".join(f"{kinds[kind]} of {total} {kind}" for kind in lost)


def details(record: Record, losses: Report) -> str:
    """One record: fields × formats, and the reasons."""
    rows = [
        [field, *(kind_of(losses[name], field) for name in WRITTEN)] for field in fields_of(record)
    ]
    reasons: dict[str, list[str]] = {}
    for name in WRITTEN:
        for loss in losses[name].values():
            if loss.reason != "the format has no place for it":
                reasons.setdefault(f"`{loss.field}` {loss.kind}: {loss.reason}", []).append(name)
    notes = [f"- {reason} ({', '.join(names)})\n" for reason, names in reasons.items()]
    return f"## {record.id}\n\n" + grid(rows) + "\n" + "".join(notes)


def fields_of(record: Record) -> list[str]:
    return ["type", *record.fields, *sorted(record.stated_none)]


def kind_of(losses: dict[str, Loss], field: str) -> str:
    return losses[field].kind if field in losses else "carried"


def grid(rows: list[list[str]]) -> str:
    lines = [["field", *WRITTEN], ["---"] * (len(WRITTEN) + 1), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def test_the_table_of_what_each_format_keeps_is_fresh() -> None:
    fresh = table()
    assert GOLDEN.exists() and GOLDEN.read_text(encoding="utf-8") == fresh, (
        "tests/golden/round-trip.md is stale: run python -m tests.formats.test_round_trip"
    )


@pytest.mark.parametrize("name", BOTH)
def test_the_table_is_true_where_the_file_can_be_read_again(name: str) -> None:
    lost = {record.id: unreported(record, name) for record in reports()}
    assert {record_id: fields for record_id, fields in lost.items() if fields} == {}


def test_there_are_twenty_varied_reports_at_least() -> None:
    records = reports()
    names = [name for one in records for value in one.fields.values()
             if isinstance(value, list) for name in value]  # fmt: skip
    dates = [value for one in records for value in one.fields.values() if isinstance(value, dict)]
    assert len(records) >= 21
    assert not any(record.problems for record in records)
    assert {"non-dropping-particle", "dropping-particle", "suffix", "literal"} <= {
        part for name in names for part in name
    }
    assert any("author" in one.stated_none and "issued" in one.stated_none for one in records)
    assert any("editor" in one.fields and "author" not in one.fields for one in records)
    assert any(date.get("season") for date in dates) and any(date.get("circa") for date in dates)
    assert any(len(date.get("date-parts", [])) == 2 for date in dates)
    assert len({one.fields["language"] for one in records if "language" in one.fields}) >= 10


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    Path(GOLDEN).write_text(table(), encoding="utf-8")
