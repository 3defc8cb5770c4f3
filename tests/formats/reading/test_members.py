"""Members of JSON are taken for what they are, whatever shape they have."""

from __future__ import annotations

from reportcite.errors import Place
from reportcite.formats.reading.json_items import Found
from reportcite.formats.reading.members import (
    Members,
    answered,
    left_out,
    mappings,
    placed,
    text_of,
    texts,
)
from reportcite.record.rules import OTHER_DATA


def test_a_text() -> None:
    values: list[object] = [*(" A ", 1, 1.5, {"name": "B"}, True, None, [], {})]
    assert [text_of(one) for one in values] == ["A", "1", "1.5", "B", "", "", "", ""]


def test_texts_and_mappings() -> None:
    assert texts([" a ", 1, "", "b"]) == ["a", "b"]
    assert texts("a") == ["a"] and texts(None) == []
    assert mappings([{}, 1]) == [{}] and mappings({"a": 1}) == [{"a": 1}] and mappings("x") == []


def test_names_of_what_is_left_out() -> None:
    assert left_out({"a": 1, "b": [], "c": {"d": 1}, "e": "", "f": 0}, {"a"}, ("c",)) == ["f"]


def test_places_go_over_to_the_fields() -> None:
    assert placed({"titles": (1, 2)}, {"title": "titles", "DOI": "doi"}) == {"title": (1, 2)}


def test_members_that_nothing_reads_are_named_with_the_record() -> None:
    found = Found(Place("a.json", 3, 1), "a1", [], {"titles": (4, 2)})
    members = Members({"titles"}, {"xml"}, {"title": "titles"})
    record = answered({"title": "Soil"}, {"titles": ["Soil"], "xml": "x"}, found, members)
    assert (record.id, record.fields["title"]) == ("a1", "Soil")
    assert record.places["title"] == (4, 2)
    assert "other-data" not in [problem.rule.name for problem in record.problems]
    record = answered({"title": "Soil"}, {"titles": ["Soil"], "state": "ok"}, found, members)
    [problem] = [one for one in record.problems if one.rule is OTHER_DATA]
    assert "“state”" in problem.message and problem.place.line == 3
