"""What is taken at once is what a close look makes of it, and everything else is left to that."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.errors import Place
from reportcite.formats.csl.read_json import _count_strings
from reportcite.record.assemble.machine_written import are_typed
from reportcite.record.assemble.notations import OWN
from reportcite.record.assemble.record import assemble, assemble_machine_written
from reportcite.record.fields import FIELDS
from reportcite.record.model import Record
from reportcite.record.untyped import NONE, UntypedRecord
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES
from tests.record.piles import ODD, SOUND

PLACE = Place("a.jsonl", 1, 1)
REPORT: dict[str, Any] = {
    "id": "r1",
    "type": "report",
    "title": "Chancen statt „Krise“",
    "author": [{"family": "Ratzmann", "given": "Nora"}, {"literal": "Stadt Berlin"}],
    "issued": {"date-parts": [["2024", 5]]},
    "ISBN": "978-3-948289-82-9",
}

texts = st.text(max_size=6) | st.sampled_from(["none", "10.1/x", "doi:10.1/x", " a", "x"])
names = st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix", "x"]), texts)
dates = st.fixed_dictionaries(
    {"date-parts": st.lists(st.lists(st.integers(-3, 40) | st.sampled_from(["2024", "", None])))},
    optional={"circa": st.booleans(), "literal": texts},
)
odd = st.none() | st.booleans() | st.integers() | st.floats() | texts | st.lists(texts)


@st.composite
def mappings(draw: st.DrawFn) -> dict[str, Any]:
    """Records as programs write them, some of them with a value that is odd."""
    source: dict[str, Any] = {"id": draw(texts), "type": draw(st.sampled_from(sorted(ITEM_TYPES)))}
    source["title"] = draw(texts)
    for name in draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=4)):
        plain: st.SearchStrategy[Any] = dates if name in DATE_VARIABLES else texts
        if name in NAME_VARIABLES:
            plain = st.lists(names, max_size=2)
        source[name] = draw(odd if draw(st.integers(0, 9)) == 0 else plain)
    return source


def taken(line: str) -> Any:
    """What is made at once of a line of JSON."""
    return assemble_machine_written(json.loads(line), PLACE, _count_strings(line.encode()))


def looked_at_closely(source: dict[str, Any]) -> Record:
    none = [name for name, value in source.items() if value == NONE]
    return assemble(UntypedRecord(source, PLACE, OWN, "x", none))


@given(mappings())
def test_a_plain_record_is_the_one_that_a_close_look_finds(source: dict[str, Any]) -> None:
    for ascii_only in (True, False):
        record = taken(json.dumps(source, ensure_ascii=ascii_only))
        if record is not None:
            assert record.one_line
            assert record == looked_at_closely(source)


def test_what_programs_write_is_taken_at_once() -> None:
    for ascii_only in (True, False):
        record = taken(json.dumps(REPORT, ensure_ascii=ascii_only))
        assert record == looked_at_closely(REPORT)


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"title": " a"},
        {"title": "a  b"},
        {"title": "a\tb"},
        {"title": "a\u00a0b"},
        {"title": ["a"]},
        {"type": "techreport"},
        {"author": []},
        {"author": ["Ratzmann, Nora"]},
        {"author": [{"family": "Ratzmann", "given": ""}]},
        {"author": [{"suffix": "Jr."}]},
        {"author": [{"literal": "x", "comma-suffix": True}]},
        {"issued": {"date-parts": [[2024], [2025]]}},
        {"issued": {"date-parts": [[2024, 13]]}},
        {"issued": {"date-parts": [[True]]}},
        {"issued": {"date-parts": [[2024]], "circa": True}},
        {"issued": "2024"},
        {"ISBN": "none"},
        {"DOI": "https://doi.org/10.1000/1"},
        {"shortTitle": "a"},
    ],
)
def test_what_wants_a_closer_look_is_not_taken(change: dict[str, Any]) -> None:
    assert taken(json.dumps(REPORT | change)) is None


def test_a_name_given_twice_is_not_overlooked() -> None:
    for twice in ('"title": "a", "title": "b"', '"title": "a", "title" :"\\":"', '"id": "a\\\\"'):
        assert taken('{"id": "r1", "type": "report", ' + twice + ', "title": "c"}') is None
    assert taken('{"id": "r1", "type": "report", "title": "\\"\\u00e4\\""}') is not None


def columns_of(*sources: dict[str, Any]) -> dict[str, list[Any]]:
    return {name: [source[name] for source in sources] for name in sources[0]}


def strings_in(*sources: dict[str, Any]) -> int:
    return sum(json.dumps(source).replace('\\"', "").count('"') // 2 for source in sources)


PLAIN: dict[str, Any] = REPORT | {"issued": {"date-parts": [[2024, 5]]}}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"DOI": "10.1000/182"},
        {"editor": [{"literal": "A"}]},
        {"accessed": {"date-parts": [[1]]}},
    ],
)
def test_many_are_seen_to_be_plain_by_column(more: dict[str, Any]) -> None:
    plain = PLAIN | more
    other = plain | {"author": [{"given": "A", "family": "B", "suffix": "Jr."}], "title": "C"}
    strings = strings_in(plain, other)
    assert are_typed(columns_of(plain, other), strings)
    assert not are_typed(columns_of(plain, other), strings + 1)  # a name was given twice


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in ODD.items() for value in values]
)
def test_one_that_is_odd_among_many_is_noticed(name: str, value: object) -> None:
    plain = PLAIN | {name: SOUND.get(name, [PLAIN.get(name)])[0]}
    odd = plain | {name: value}
    alone = assemble_machine_written({**odd}, PLACE, strings_in(odd))
    kept = alone is not None and alone.fields.get(name, value) == value
    assert are_typed(columns_of(plain, odd, plain), strings_in(plain, odd, plain)) == kept


def test_of_fields_that_are_not_known_nothing_is_said() -> None:
    assert not are_typed(columns_of({"id": "a", "type": "report"}), 5)
    assert not are_typed(columns_of(PLAIN | {"colour": "red"}), strings_in(PLAIN) + 2)
