"""Values of YAML events: every scalar the text that was typed, aliases short, nesting bounded."""

from __future__ import annotations

import io
from typing import Any

import pytest
from yaml import DocumentStartEvent, MappingStartEvent, StreamStartEvent

from reportcite.errors import Place
from reportcite.formats.reading.libyaml import CBaseLoader
from reportcite.formats.reading.yaml import Broken, Values
from reportcite.problems import Problem
from reportcite.record.untyped import Places, Untyped


class Read:
    """The fields of the one mapping in a text, and what was found with them."""

    def __init__(self, text: str, line: int = 1) -> None:
        self.problems: list[Problem] = []
        next_event: Any = CBaseLoader(io.StringIO(text)).get_event
        values = Values(next_event, self._report, line)
        assert isinstance(next_event(), StreamStartEvent)
        assert isinstance(next_event(), DocumentStartEvent)
        start = next_event()
        assert isinstance(start, MappingStartEvent)
        self.fields: dict[str, Untyped]
        self.places: Places
        self.fields, self.places, self.end = values.fields(start)
        self.stated_none = values.stated_none

    def _report(self, problem: Problem, mark: Any) -> None:
        self.problems.append(problem.at(Place("", mark.line + 1, mark.column + 1)))

    @property
    def rules(self) -> list[str]:
        return [problem.rule.name for problem in self.problems]


def test_scalars_stay_the_text_that_was_typed() -> None:
    fields = Read("a: 007\nb: yes\nc: 2024-05-07\nd: !!int '1'\ne: ! x\nf: '1'\n").fields
    assert fields == {"a": "007", "b": "yes", "c": "2024-05-07", "d": "1", "e": "x", "f": "1"}


def test_null_is_nothing_and_none_is_stated_but_not_in_quotes() -> None:
    read = Read('a: null\nb: ~\nc: none\nd: "null"\ne: "none"\nf:\ng: Null\nh: [~, none]\n')
    assert read.fields == {
        "a": None, "b": None, "c": "none", "d": "null", "e": "none", "f": "", "g": "Null",
        "h": [None, "none"],
    }  # fmt: skip
    assert read.stated_none == {"c"}
    assert read.problems == []


def test_a_folded_text_ends_without_a_line_break_and_a_literal_one_with_it() -> None:
    read = Read("a: >\n  x\n  y\nb: |\n  x\nc:\n  - >\n   z\n  - !!str >\n   z\n")
    assert read.fields == {"a": "x y", "b": "x\n", "c": ["z", "z"]}


def test_places_are_those_of_keys_and_of_the_members_of_lists() -> None:
    read = Read("title: A\nauthor:\n  - B\n  - family: C\n", line=10)
    assert read.places == {
        "title": (10, 1), "author": (11, 1), "author/1": (12, 5), "author/2": (13, 5),
    }  # fmt: skip
    assert read.fields["author"] == ["B", {"family": "C"}]


def test_of_a_key_given_twice_the_first_counts() -> None:
    read = Read("a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert read.fields == {"a": "1", "b": {"c": "1"}}
    assert [(one.rule.name, one.place.line) for one in read.problems] == [
        ("duplicate-key", 2),
        ("duplicate-key", 3),
    ]
    assert read.problems[0].message == "“a” is given twice; the first counts"


def test_a_key_must_be_a_text() -> None:
    read = Read("[a]: 1\nb: {{c: d}: 2}\n")
    assert read.fields == {"": "1", "b": {"": "2"}}
    assert read.rules == ["wrong-shape", "wrong-shape"]


def test_a_key_without_a_name_may_have_a_list() -> None:
    assert Read('a: 1\n"": [b]\nc: 2\n').fields == {"a": "1", "": ["b"], "c": "2"}


@pytest.mark.parametrize(
    "text", ["a: !!python/object:os.system x", "a: !own x", "a: !own [x]", "!own {a: x}"]
)
def test_tags_that_build_things_are_reported(text: str) -> None:
    read = Read(text)
    assert read.rules == ["yaml-tag"]
    assert "means nothing in a record" in read.problems[0].message
    assert read.fields in ({"a": "x"}, {"a": ["x"]})


def test_tags_of_yaml_itself_are_passed_over() -> None:
    read = Read("a: !!str x\nb: !!timestamp 2024-01-01\nc: !!seq [1]\nd: !!map {e: 1}\n")
    assert read.problems == []
    assert Read("a: !!set x").problems[0].message.startswith("the tag “!!set”")


def test_an_alias_repeats_a_short_value() -> None:
    read = Read("a: &x B\nb: *x\nc: &y [1, {d: 2}]\ne: *y\n")
    assert read.fields["b"] == "B"
    assert read.fields["e"] == ["1", {"d": "2"}]
    assert read.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "a: *x\n",
        "a: &x [1]\nb: &y [*x]\nc: *y\n",  # aliases of aliases could grow without end
        f"a: &x {'b' * 2001}\nb: *x\n",
        f"a: &x [{'b' * 1000}, {'b' * 999}]\nb: *x\n",
        f"a: &x {{{'k' * 1000}: {'b' * 1000}}}\nb: *x\n",
    ],
)
def test_an_alias_of_nothing_or_of_much_is_reported(text: str) -> None:
    read = Read(text)
    assert read.rules == ["yaml-alias"]
    assert list(read.fields.values())[-1] is None


@pytest.mark.parametrize(
    "value", ["b" * 2000, f"[{'b' * 999}, {'b' * 999}]", f"{{{'k' * 999}: {'b' * 1000}}}"]
)
def test_an_alias_stands_for_2000_characters_at_most(value: str) -> None:
    read = Read(f"a: &x {value}\nb: *x\n")
    assert read.problems == []
    assert read.fields["a"] == read.fields["b"]


def test_a_document_has_1000_anchors_at_most() -> None:
    anchors = "".join(f"k{number}: &a{number} {number}\n" for number in range(1001))
    assert Read(f"{anchors}b: *a999\n").fields["b"] == "999"
    assert Read(f"{anchors}b: *a1000\n").rules == ["yaml-alias"]


def test_merged_fields_are_those_that_a_record_has_not_and_never_its_id() -> None:
    read = Read("x: &x {id: 1, a: 2, b: 3}\n<<: *x\na: 4\n")
    assert read.fields == {"x": {"id": "1", "a": "2", "b": "3"}, "a": "4", "b": "3"}
    assert read.places["b"] == (2, 1)
    assert "<<" not in read.places
    several = Read("<<: [{a: 1}, {a: 2, b: 3}]\nc: {<<: {d: 4}}\n")
    assert several.fields == {"c": {"d": "4"}, "a": "1", "b": "3"}
    assert Read("<<: text\na: 1\n").fields == {"a": "1"}


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{k: ", "}")])
def test_lists_and_mappings_stand_16_deep_at_most(opening: str, closing: str) -> None:
    assert Read(f"a: {opening * 16}x{closing * 16}").problems == []
    with pytest.raises(Broken) as raised:
        Read(f"a: {opening * 17}x{closing * 17}")
    assert raised.value.problem.message == "the record is nested more than 16 deep"
    assert raised.value.mark.column == 3 + 16 * len(opening)
