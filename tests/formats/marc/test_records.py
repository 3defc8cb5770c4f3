"""Records that are made of MARC fields."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.marc.crosswalk.crossed import crossed
from reportcite.formats.marc.records import NOTATION, record_of
from reportcite.record.assemble.record import assemble
from reportcite.record.untyped import UntypedRecord
from tests.formats.marc.catalogue import CODED, marc, record_from

TITLE = "245 10 $aTide :$ba study."


def test_values_are_read_as_catalogues_write_them() -> None:
    record = record_from("245 10 $aTide", "041 ## $ager", "260 ## $c[c2019].", "001 a1")
    assert record.id == "a1"
    assert record.fields["language"] == "de"
    assert record.fields["issued"] == {"date-parts": [[2019]]}


def test_a_record_without_a_number_is_named_by_its_file() -> None:
    assert record_from("245 10 $aTide").id == "refs"


@pytest.mark.parametrize(
    "lines",
    [
        ("100 1# $aNg, Ann,$d1930-", "008 " + CODED, "260 ## $aUlm :$bPress,$c2024", TITLE),
        (TITLE,),  # neither a date nor an author
        ("041 ## $ager", "008 " + CODED.replace("s2024    ", "c19909999"), TITLE),
        ("008 " + CODED.replace("s2024    ", "m19902001"), TITLE),
        ("500 ## $aOne.", "500 ## $aTwo.", "520 ## $aA", "520 ## $aB", TITLE),
        ("100 1# $aNg, Ann$0(orcid)0000-0002-1825-0097$uUlm", "110 2# $aPress$bUnit", TITLE),
        ("260 ## $c[198-?]", TITLE),
        ("264 #1 $cSpring, or so", TITLE),
        ("505 ## $aa\xa0b", TITLE),
        ("856 40 $uhttps://doi.org/10.5555/a", TITLE),
        ("500 ## $aa  b", TITLE),
        ("245 10 $anone",),
        ("250 ## $a2nd ed.",),  # without a title
    ],
)
def test_a_record_made_at_once_is_the_one_that_is_made_of_its_fields(
    lines: tuple[str, ...],
) -> None:
    found = marc("001 a1", *lines)
    id_, fields = crossed(found)
    place = Place("a.mrc", 3)
    want = assemble(UntypedRecord(fields, place, NOTATION, id_))
    made = record_of(found, place, lambda: "b")
    assert made == want
    assert [*made.fields] == [*want.fields]


@pytest.mark.parametrize("space", ["  ", "   ", "\u2003 "])
def test_a_text_with_doubled_spaces_is_kept_as_it_is(space: str) -> None:
    """And it has no field that the record has beside its fields."""
    found = marc(f"001 a{space}1", f"245 00 $aTides{space}of 1990", "300 ## $a2 p.")
    record = record_of(found, Place("a.mrc", 3), lambda: "b")
    assert record.fields["title"] == f"Tides{space}of 1990"
    assert (record.id, record.one_line) == (f"a{space}1", False)
    assert "id" not in record.fields
