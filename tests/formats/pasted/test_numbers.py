"""Identifiers and links in a reference."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.numbers import numbers_in


@pytest.mark.parametrize(
    "doi",
    [
        "https://doi.org/10.1234/ab(c)d.",
        "doi:10.1234/ab(c)d",
        "DOI 10.1234/ab(c)d,",
        "10.1234/ab(c)d",
    ],
)
def test_a_doi_is_found_in_every_form(doi: str) -> None:
    assert numbers_in(f"Risk. Press. {doi}") == ("Risk. Press.", {"DOI": "10.1234/ab(c)d"})


@pytest.mark.parametrize(
    ("end", "fields"),
    [
        ("https://a.org/b.", {"URL": "https://a.org/b"}),
        ("Retrieved March 2, 2024, from https://a.org", {"accessed": "March 2, 2024"}),
        ("URL https://a.org. - abgerufen am 2024-03-02.", {"accessed": "2024-03-02"}),
        ("[Zugriff am: 2 März 2024]. Verfügbar unter: https://a.org", {"accessed": "2 März 2024"}),
        ("[online]. Verfügbar unter: https://a.org", {"URL": "https://a.org"}),
        ("— ISBN 978-3-518-11365-3", {"ISBN": "978-3-518-11365-3"}),
        ("ISSN 0360-0572.", {"ISSN": "0360-0572"}),
    ],
)
def test_what_stands_at_the_end_is_taken_off(end: str, fields: dict[str, str]) -> None:
    text, found = numbers_in(f"Risk. Press. {end}")
    assert text == "Risk. Press."
    assert fields.items() <= found.items()


def test_a_doi_may_hold_the_number_of_a_serial_item() -> None:
    doi = "10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P"
    assert numbers_in(f"Risk. https://doi.org/{doi}.") == ("Risk.", {"DOI": doi})


def test_a_visit_may_have_a_short_year() -> None:
    assert numbers_in("Risk. URL https://a.org (accessed 6.1.23).").fields["accessed"] == "6.1.23"


def test_a_number_that_is_no_isbn_stays() -> None:
    assert numbers_in("Risk. ISBN 978-3-518-11365-4")[1] == {}
