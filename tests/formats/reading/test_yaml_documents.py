"""Mappings of a YAML stream: each with its place, as large as allowed, up to the first mistake."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from yaml import MappingStartEvent

from reportcite.formats.reading.yaml import Values
from reportcite.formats.reading.yaml_documents import Documents, Mapped
from reportcite.formats.rules import NOT_A_RECORD
from reportcite.limits import Limits
from reportcite.problems import Problem


def one_mapping(
    documents: Documents, event: Any, _: Any, values: Values
) -> Iterator[Mapped | Problem]:
    documents.begin(event.start_mark)
    if event.__class__ is MappingStartEvent:
        yield from documents.mapping(event.start_mark, event, values, "k")
    else:
        yield from documents.instead(NOT_A_RECORD.found("no mapping", "-"), event, values)


def found_in(text: str, size: int = 1000) -> list[tuple[object, int]]:
    """The fields, or the rule, of everything that is found, and its line."""
    documents = Documents(
        BytesIO(text.encode()), "a.yaml", Limits(size), r"---(?=\s|$)", ("nothing", "write")
    )
    return [
        (one.rule.name, one.place.line) if isinstance(one, Problem) else (one.fields, one.line)
        for one in documents.read(one_mapping)
    ]


def test_each_document_has_its_line_and_what_is_none_is_told_in_its_place() -> None:
    assert found_in("a: 1\n---\n- x\n---\nb: 2\n") == [
        ({"a": "1"}, 1),
        ("not-a-record", 3),
        ({"b": "2"}, 5),
    ]


def test_what_is_wrong_in_a_mapping_comes_with_it() -> None:
    documents = Documents(BytesIO(b"a: *x\n"), "a.yaml", Limits(), "---", ("", ""))
    [mapped] = documents.read(one_mapping)
    assert isinstance(mapped, Mapped)
    assert (mapped.key, [one.rule.name for one in mapped.problems]) == ("k", ["yaml-alias"])


@pytest.mark.parametrize("size", [100, 20_000])
def test_after_one_that_is_too_large_the_next_is_read(size: int) -> None:
    large = "a: " + "x" * (size + 1)
    assert found_in(f"{large}\n---\nb: 2\n", size) == [("too-large", 1), ({"b": "2"}, 3)]


def test_a_mistake_ends_the_reading_and_nothing_at_all_is_told() -> None:
    assert found_in("a: 1\n---\nb: [\n---\nc: 3\n") == [({"a": "1"}, 1), ("yaml-syntax", 4)]
    assert found_in("# nothing\n") == [("empty-file", 1)]
    assert found_in("\x00" * 100) == [("encoding", 0)]
