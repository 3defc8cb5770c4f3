"""What stands beside an identifier in a table."""

from __future__ import annotations

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
