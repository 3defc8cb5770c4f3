"""What is made of many mappings at once is what is made of each."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from reportcite.errors import Place
from reportcite.record.assemble.frames import assemble_frames
from reportcite.record.assemble.record import assemble_machine_written
from reportcite.record.frame import Frame
from reportcite.record.model import Record
from tests.record.piles import ODD, SOUND, piles

REPORT: dict[str, Any] = {
    "id": "r1",
    "type": "report",
    "title": "Chancen",
    "author": [{"family": "Ratzmann", "given": "Nora"}, {"literal": "Stadt Berlin"}],
    "issued": {"date-parts": [[2024, 5]]},
    "DOI": "10.1000/182",
}


def count_strings(source: Any) -> int:
    """As many as JSON has for it."""
    return json.dumps(source).replace('\\"', "").count('"') // 2


def frames(sources: list[dict[str, Any]]) -> list[Frame]:
    places = [Place("a.jsonl", line, 1) for line in range(1, len(sources) + 1)]
    return assemble_frames(sources, [*map(count_strings, sources)], places)


def alone(source: dict[str, Any], line: int) -> Record | None:
    return assemble_machine_written(source, Place("a.jsonl", line, 1), count_strings(source))


def copies(source: dict[str, Any]) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(source)) for _ in range(40)]


@given(piles())
def test_each_record_is_what_is_made_of_its_source_alone(pile: list[dict[str, Any]]) -> None:
    expected = [alone(source, line) for line, source in enumerate(json.loads(json.dumps(pile)), 1)]
    for frame in frames(json.loads(json.dumps(pile))):
        for index, (row, record) in enumerate(zip(frame.rows, frame.records, strict=True)):
            assert record == expected[row]
            assert record.type == frame.type
            values = {name: column[index] for name, column in frame.columns.items()}
            assert [*values.items()] == [*record.fields.items()]


def test_records_of_one_kind_are_in_one_frame() -> None:
    [frame] = frames(copies(REPORT))
    assert [*frame.rows] == [*range(40)]
    [frame] = frames(copies(REPORT)[:8])
    assert len(frame.records) == 8
    assert frames(copies(REPORT)[:7]) == []  # too few to pay


@pytest.mark.parametrize(("odd", "in_frame"), [(0, 40), (19, 21), (24, 0), (40, 0)])
def test_where_most_records_want_a_closer_look_there_is_no_frame(odd: int, in_frame: int) -> None:
    """Dates in strings are no reason for one, and are left as they are where there is no frame."""
    sources = copies({**REPORT, "issued": {"date-parts": [["2024", "5"]]}})
    for row in range(odd):
        sources[row * 40 // odd]["title"] = " Chancen"
    found = frames(sources)
    assert sum(len(frame.rows) for frame in found) == in_frame
    assert found or all(source["issued"]["date-parts"] == [["2024", "5"]] for source in sources)


def test_types_have_frames_of_their_own() -> None:
    both = [source for pair in zip(copies(REPORT), copies({**REPORT, "type": "book"}), strict=True)
            for source in pair]  # fmt: skip
    assert [(frame.type, frame.rows[:2]) for frame in frames(both)] == [
        ("report", [0, 2]),
        ("book", [1, 3]),
    ]


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in ODD.items() for value in values]
)
def test_what_wants_a_closer_look_is_in_no_frame_and_others_are(name: str, value: object) -> None:
    sources = copies({**REPORT, name: SOUND.get(name, [REPORT.get(name)])[0]})
    sources[20][name] = value
    at_once = alone(dict(sources[20]), 21)
    rows = {row for frame in frames(sources) for row in frame.rows}
    assert rows - {20} == {*range(40)} - {20}
    assert (20 in rows) == (at_once is not None)


@pytest.mark.parametrize("name", SOUND)
def test_any_field_may_be_in_a_frame(name: str) -> None:
    [frame] = frames(copies({**REPORT, name: SOUND[name][0]}))
    assert len(frame.records) == 40


def test_a_name_given_twice_is_not_overlooked() -> None:
    sources = copies(REPORT)
    strings = [*map(count_strings, sources)]
    places = [Place("a.jsonl")] * 40
    for extra, row in ((2, 3), (-1 - strings[3], 3)):
        counts = [*strings]
        counts[row] += extra
        counts[5] -= min(extra, 0)  # as many in all
        [frame] = assemble_frames(copies(REPORT), counts, places)
        assert row not in frame.rows
        assert 6 in frame.rows


def test_dates_in_texts_become_numbers() -> None:
    sources = copies(REPORT)
    sources[4]["issued"] = {"date-parts": [["2024", "5"]]}
    [frame] = frames(sources)
    assert frame.columns["issued"][4] == {"date-parts": [[2024, 5]]}
