"""What stands beside an identifier in a table."""

from __future__ import annotations

import pytest

from reportcite.tables.identifiers import IDENTIFIERS


def test_cells_key_and_details() -> None:
    found = IDENTIFIERS.judge("doi:10.1234/ABC")
    assert found.cells == ("yes", "DOI", "10.1234/ABC", "https://doi.org/10.1234/ABC", "", "")
    assert found.keys == ("DOI 10.1234/abc",)
    assert found.details()[0]["typed"] == "doi:10.1234/ABC"
    wrong = IDENTIFIERS.judge("0378-5954")
    assert wrong.cells[0] == "no" and wrong.cells[5] == "0378-5955" and not wrong.keys


def test_names_of_columns() -> None:
    assert all(
        map(IDENTIFIERS.names, ["id", "doi", "orcid id", "persistent identifier", "kennung"])
    )
    assert not any(map(IDENTIFIERS.names, ["title", "idea", "year"]))


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("gnd-nr", "118540238", "GND"),
        ("viaf id", "24602065", "VIAF"),
        ("kennung", "118540238", ""),
        ("gnd or viaf", "118540238", ""),
        ("gnd", "0000-0002-1825-0097", "ORCID"),
        ("gnd", "viaf 24602065", "VIAF"),
    ],
)
def test_a_number_alone_is_of_the_kind_that_its_column_is_called_by(
    name: str, text: str, kind: str
) -> None:
    assert IDENTIFIERS.judge_below is not None
    assert IDENTIFIERS.judge_below(name)(text).cells[1] == kind


def test_several_in_a_cell_are_each_judged() -> None:
    found = IDENTIFIERS.judge("PMID: 23456789; PMCID: PMC3531190, doi:10.1234/a;b")
    assert not found.valid  # b is none
    found = IDENTIFIERS.judge("PMID: 23456789; ISSN 0378-5954")
    assert found.cells[:3] == ("no", "PMID; ISSN", "23456789")
    assert found.cells[4].startswith("ISSN 0378-5954: the check digit") and found.cells[5]
    assert found.keys == ("PMID 23456789",) and len(found.details()) == 2
    both = IDENTIFIERS.judge("0378-5955 | 2434-561X")
    assert both.valid and both.cells[2] == "0378-5955; 2434-561X"
    assert IDENTIFIERS.judge("10.1234/a;b").cells[2] == "10.1234/a;b"
