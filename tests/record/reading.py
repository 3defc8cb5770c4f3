"""What the tests of the record room read with."""

from __future__ import annotations

from io import BytesIO

from reportcite.formats.csl.read_json import read_csl_json, read_jsonl
from reportcite.formats.yaml.read import read_yaml
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.record.rules import RECOMMENDED_FIELD

READERS = {"yaml": read_yaml, "json": read_csl_json, "jsonl": read_jsonl}


def read(text: str | bytes, reader: str = "yaml", limit: int = 1 << 20) -> list[Record | Problem]:
    data = text.encode() if isinstance(text, str) else text
    name = f"folder/file.{reader}"
    return list(READERS[reader](BytesIO(data), name, Limits(limit)))


def one(text: str | bytes, reader: str = "yaml") -> Record:
    [result] = read(text, reader)
    assert isinstance(result, Record), result
    return result


def records(results: list[Record | Problem]) -> list[Record]:
    return [result for result in results if isinstance(result, Record)]


def problems_of(record: Record) -> list[Problem]:
    """What was found in the values of a record; that it lacks a date or author is another thing."""
    return [one for one in record.problems if one.rule is not RECOMMENDED_FIELD]


def findings(results: list[Record | Problem]) -> list[str]:
    """`line:column rule` of everything found while loading, but for what records lack."""
    problems: list[Problem] = []
    for result in results:
        problems += problems_of(result) if isinstance(result, Record) else [result]
    return [f"{one.place.line}:{one.place.column} {one.rule.name}" for one in problems]
