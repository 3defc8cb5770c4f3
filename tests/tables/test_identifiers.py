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


def test_two_in_a_cell_are_both_judged_though_one_would_do() -> None:
    found = IDENTIFIERS.judge("ISBN 3948289824; ISSN 0378-5955")
    assert found.valid and found.cells[1:3] == ("ISBN; ISSN", "978-3-948289-82-9; 0378-5955")
    sici = "10.1234/1520-0485(1996)026<2712:TOTG>2.0.CO;2"
    assert IDENTIFIERS.judge(sici).cells[1:3] == ("DOI", sici)


def test_a_number_is_of_the_kind_that_its_column_is_called_if_it_can_be() -> None:
    assert IDENTIFIERS.judge_below is not None
    judge = IDENTIFIERS.judge_below("ppn")
    assert judge("161165839X").cells[1] == "PPN"  # is an ISBN, too
    assert judge("ISBN 161165839X").cells[1] == "ISBN"
    assert judge("522231331").cells[1:5] == (
        *("PPN", "", ""),
        "the check digit is 1, but 0 was expected",
    )
    assert judge("https://d-nb.info/gnd/118540238").cells[1] == "GND"
