"""What is known of a record while its fields are gone through."""

from __future__ import annotations

from reportcite.formats.marc.crosswalk.found import Crossed


def test_texts_of_a_variable_are_kept_in_order_without_empty_ones() -> None:
    found = Crossed("", [])
    for text in ("b", "", "a"):
        found.add("note", text)
    found.add("abstract", "")
    assert found.several == {"note": ["b", "a"]}


def test_records_share_nothing() -> None:
    Crossed("", []).fields["title"] = "Tides"
    assert Crossed("", []).fields == {}
