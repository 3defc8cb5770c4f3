"""What a record is known by goes through bytes."""

from __future__ import annotations

from array import array

from reportcite.batch.work.noting import named, note
from reportcite.record.works.keys import stable_hash
from reportcite.record.works.traits import unpacked
from tests.record.works.works import work


def test_what_is_noted_comes_back() -> None:
    record = work(title="Soil", citation_key="c", DOI="10.1234/a")
    noted = note(record, b"kept")
    assert noted.kept == b"kept"
    assert named(noted.named) == ("a", "c", record.place, "Soil")
    assert unpacked(noted.traits).identifiers == ("DOI 10.1234/a",)
    assert noted.keys.typecode == array("Q").typecode
    assert noted.keys[0] == stable_hash("DOI 10.1234/a")
