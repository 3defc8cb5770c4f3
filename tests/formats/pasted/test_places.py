"""Places without a publisher."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.places import is_place


@pytest.mark.parametrize(
    "text",
    [
        *("Bonn", "Frankfurt a. M.", "Frankfurt a. M", "Berlin/Boston", "Wien und Köln", "Bonn."),
        *("Cambridge, MA", "Washington, D.C.", "München, Wien, Zürich"),
    ],
)
def test_cities_are_places(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["", "Acker", "Bonn Verlag", "Bonn und Acker", "In Bonn", ","])
def test_publishers_are_none(text: str) -> None:
    assert not is_place(text)
