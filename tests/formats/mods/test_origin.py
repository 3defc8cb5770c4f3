"""Of the many dates of a record one is its date of issue."""

from __future__ import annotations

import pytest

from tests.formats.mods.catalogue import catalogued


def issued(*elements: str) -> object:
    return catalogued(f"<originInfo>{''.join(elements)}</originInfo>").fields.get("issued")


def test_publishers_and_places_of_one_edition_are_joined() -> None:
    place = "<place><placeTerm>{}</placeTerm></place>"
    fields = catalogued(
        f"<originInfo>{place.format('Ulm')}{place.format('Bonn')}{place.format('Ulm')}"
        "<publisher>Press</publisher><publisher>House</publisher></originInfo>"
        "<originInfo><publisher>Reprints</publisher></originInfo>"
    ).fields
    assert fields["publisher-place"] == "Ulm; Bonn"
    assert fields["publisher"] == "Press; House"


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        (["<dateIssued>2020</dateIssued>"], {"date-parts": [[2020]]}),
        (["<dateIssued>[2020?]</dateIssued>", '<dateIssued encoding="w3cdtf">2021</dateIssued>'],
         {"date-parts": [[2021]]}),
        (['<dateIssued qualifier="approximate">2020</dateIssued>'],
         {"date-parts": [[2020]], "circa": True}),
        (['<dateIssued qualifier="inferred">2020</dateIssued>'], {"date-parts": [[2020]]}),
        (['<dateIssued point="start">2020</dateIssued>',
          '<dateIssued point="end">2021</dateIssued>'],
         {"date-parts": [[2020], [2021]]}),
        (["<dateIssued> </dateIssued>"], None),
        (["<dateIssued>-1988</dateIssued>"], {"date-parts": [[1988]]}),
        (['<dateIssued encoding="edtf">-0043</dateIssued>'], {"date-parts": [[-44]]}),
        (["<dateIssued>c1999</dateIssued>", '<dateIssued encoding="marc">1998</dateIssued>'],
         {"date-parts": [[1998]]}),
        (["<dateIssued>c1999</dateIssued>", '<dateIssued encoding="marc">19uu</dateIssued>'],
         {"date-parts": [[1999]]}),
        (['<dateIssued encoding="marc" point="start">1998</dateIssued>',
          '<dateIssued encoding="marc" point="end">9999</dateIssued>'],
         {"date-parts": [[1998], []]}),
        (['<dateIssued encoding="iso8601" point="start">20020702 </dateIssued>',
          '<dateIssued encoding="iso8601" point="end"> 20021203</dateIssued>'],
         {"date-parts": [[2002, 7, 2], [2002, 12, 3]]}),
        (["<copyrightDate>2001</copyrightDate>", "<dateCreated>1999</dateCreated>"],
         {"date-parts": [[2001]]}),
        (["<dateCreated>1999</dateCreated>"], {"date-parts": [[1999]]}),
    ],
)  # fmt: skip
def test_of_several_dates_the_encoded_one_counts(dates: list[str], date: object) -> None:
    assert issued(*dates) == date


def test_other_dates_are_those_of_their_type() -> None:
    other = "<originInfo><dateOther{}>2020</dateOther></originInfo>"
    assert "submitted" in catalogued(other.format(' type="submitted"')).fields
    assert catalogued(other.format("")).fields == {}
    assert catalogued(other.format(' type="available"')).fields.keys() == {"available-date"}
