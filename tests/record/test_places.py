"""Places that are found when they are asked for are those of a mapping."""

from __future__ import annotations

import pickle

from reportcite.record.places import FieldPlaces


def test_places_are_a_mapping_like_any_other() -> None:
    places = FieldPlaces({"title": 1, "issued": 0}, [2, 5], 10)
    assert places == {"title": (15, 1), "issued": (12, 1)}
    assert {**places} == places
    assert [*places] == ["title", "issued"] and len(places) == 2
    assert "author" not in places and places.get("author") is None


def test_places_go_from_process_to_process() -> None:
    places = FieldPlaces({"title": 0}, (1,), 10)
    assert pickle.loads(pickle.dumps(places)) == places
