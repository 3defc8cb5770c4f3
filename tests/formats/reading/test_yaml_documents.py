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


def documents_of(text: str, size: int = 1000) -> Iterator[Mapped | Problem]:
    stream = BytesIO(text.encode())
    empty = ("nothing", "write")
    return Documents(stream, "a.yaml", Limits(size), r"---(?=\s|$)", empty).read(one_mapping)


def found_in(text: str, size: int = 1000) -> list[tuple[object, int]]:
    """The fields, or the rule, of everything that is found, and its line."""
    return [
        (one.rule.name, one.place.line) if isinstance(one, Problem) else (one.fields, one.line)
        for one in documents_of(text, size)
    ]


def places_in(text: str, size: int = 1000) -> list[tuple[str, int, int]]:
    """Rule, line and column of all that is wrong, in mappings, too."""
    found = [*documents_of(text, size)]
    problems = [
        problem
        for one in found
        for problem in ([one] if isinstance(one, Problem) else one.problems)
    ]
    return [(one.rule.name, one.place.line, one.place.column) for one in problems]


def test_each_document_has_its_line_and_what_is_none_is_told_in_its_place() -> None:
    assert found_in("a: 1\n---\n- x\n---\nb: 2\n") == [
        ({"a": "1"}, 1),
        ("not-a-record", 3),
        ({"b": "2"}, 5),
    ]


def test_what_is_wrong_in_a_mapping_comes_with_it() -> None:
    [mapped] = documents_of("a: *x\n")
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


def test_places_are_counted_from_the_beginning_of_the_file() -> None:
    large = "a: " + "x" * 20_000
    assert places_in("- a\n---\nb: *x\n") == [("not-a-record", 1, 1), ("yaml-alias", 3, 4)]
    assert places_in(f"a: 1\n---\n{large}\n---\nb: 1\n---\nc: *x\n", 20_000) == [
        ("too-large", 3, 1),
        ("yaml-alias", 7, 4),
    ]
    assert places_in(f"{large}\n", 20_000) == [("too-large", 1, 1)]
    assert places_in("") == [("empty-file", 1, 1)]
    assert places_in("a: b: c") == [("yaml-syntax", 1, 5)]


def test_a_mapping_may_be_just_as_large_as_allowed() -> None:
    text = "a: " + "x" * 97
    assert found_in(f"{text}\n", 101) == [({"a": "x" * 97}, 1)]
    assert found_in(f"{text}\n", 99) == [("too-large", 1)]
    # However many there are.
    assert len(found_in(f"{text}\n---\n" * 1000 + "a: 1", 200)) == 1001


def test_what_yaml_says_is_wrong_is_told() -> None:
    [problem] = documents_of("a: b: c\n")
    assert isinstance(problem, Problem)
    assert problem.message == "mapping values are not allowed in this context"
