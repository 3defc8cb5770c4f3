"""Records that are made of MARC fields."""

from __future__ import annotations

from tests.formats.marc.catalogue import record_from


def test_values_are_read_as_catalogues_write_them() -> None:
    record = record_from("245 10 $aTide", "041 ## $ager", "260 ## $c[c2019].", "001 a1")
    assert record.id == "a1"
    assert record.fields["language"] == "de"
    assert record.fields["issued"] == {"date-parts": [[2019]]}


def test_a_record_without_a_number_is_named_by_its_file() -> None:
    assert record_from("245 10 $aTide").id == "refs"
