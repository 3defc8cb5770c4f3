"""Whole files of one record in a format, what its writer says was lost, and reading them again."""

from __future__ import annotations

import io
from pathlib import Path

from reportcite.errors import Place
from reportcite.formats.format import write_all
from reportcite.formats.loss import Fields, Loss
from reportcite.formats.registry import FORMATS, format_named
from reportcite.formats.yaml.read import read_yaml
from reportcite.problems import Problem
from reportcite.record.custom import entries_in
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.vocabulary import NAME_VARIABLES

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "tests" / "data" / "reports.yaml"
WRITTEN = [name for name in FORMATS if format_named(name).write]
"""The formats that are written, some of which are read, too."""
BOTH = [name for name in WRITTEN if format_named(name).read]
"""Those that are written and read."""


def file_of(name: str, *records: Record) -> tuple[str, list[list[Loss]]]:
    """A whole file of these records in the format called `name`, and each record's losses."""
    written = format_named(name)
    assert written.write is not None
    sights = [Fields(record) for record in records]
    entries = [written.write(fields, fields.record.id) for fields in sights]
    return "".join(write_all(written, entries)), [fields.losses() for fields in sights]


def read_file(name: str, data: bytes | str) -> list[Record | Problem]:
    """What the reader of the format called `name` finds in `data`, from a file called `refs`."""
    reader = format_named(name).read
    assert reader is not None
    return list(reader(io.BytesIO(data.encode() if isinstance(data, str) else data), "refs"))


def read_record(name: str, data: bytes | str) -> Record:
    """The one record in `data`."""
    [found] = read_file(name, data)
    assert isinstance(found, Record), found
    return found


def a_report(title: str = "A report", **fields: Value) -> Record:
    """A report with these fields, `_` for the hyphen of a variable."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return Record("r1", "report", {"title": title, **named}, Place("x"))


def reports() -> list[Record]:
    """The records of tests/data/reports.yaml and of records/."""
    files = [*sorted((ROOT / "records").glob("*.yaml")), REPORTS]
    found: list[Record] = []
    for path in files:
        with path.open("rb") as stream:
            for record in read_yaml(stream, path.name):
                assert isinstance(record, Record), record
                found.append(record)
    return found


def title_of(record: Record) -> str:
    return str(record.fields.get("title", ""))


def unreported(record: Record, name: str) -> dict[str, object]:
    """Field → (what went out, what came back) for each one altered without a word.

    What is said of a subtitle that is joined to the title is said of both, and what is said of
    names whose role is lost is said of the contributors that they have become.
    """
    text, [losses] = file_of(name, record)
    back = read_record(name, text)
    reported = {loss.field for loss in losses}
    if "subtitle" in reported and str(back.fields.get("title")).startswith(title_of(record)):
        reported.add("title")
    if not NAME_VARIABLES.isdisjoint(reported):
        reported.add("contributor")
    before: dict[str, object] = {
        **record.fields,
        "type": record.type,
        **dict(entries_in(record.custom)),
    }
    after: dict[str, object] = {**back.fields, "type": back.type, **dict(entries_in(back.custom))}
    if "citation-key" not in before and after.get("citation-key") == record.id:
        del after["citation-key"]  # the key of the entry, which the record did not have before
    if record.stated_none - back.stated_none - reported:
        before["stated none"] = ", ".join(record.stated_none)
    return {
        field: (before.get(field), after.get(field))
        for field in before.keys() | after.keys()
        if before.get(field) != after.get(field) and field not in reported
    }
