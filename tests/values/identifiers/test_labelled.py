"""An identifier is known by its label, its scheme or the address of who resolves it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.labelled import labelled


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("doi:10.1234/a", "DOI", "10.1234/a"),
        ("DOI 10.1234/a", "DOI", "10.1234/a"),
        ("info:doi/10.1234/a", "DOI", "10.1234/a"),
        ("https://doi.org/10.1234/a", "DOI", "10.1234/a"),
        ("http://dx.doi.org/10.1234/a", "DOI", "10.1234/a"),
        (" 10.1234/a ", "DOI", "10.1234/a"),
        ("doi:in press", "DOI", "doi:in press"),
        ("isbn:978-3-948289-82-9", "ISBN", "978-3-948289-82-9"),
        ("ISBN 3-948289-82-4", "ISBN", "3-948289-82-4"),
        ("urn:ISBN:9783948289829", "ISBN", "9783948289829"),
        ("ISSN 0378-5955", "ISSN", "0378-5955"),
        ("urn:issn:0378-5954", "ISSN", "0378-5954"),
        ("info:pmid/23456789", "PMID", "23456789"),
        ("https://pubmed.ncbi.nlm.nih.gov/23456789/", "PMID", "23456789"),
        ("PMCID: PMC3531190", "PMCID", "PMC3531190"),
    ],
)
def test_what_says_which_it_is(text: str, variable: str, value: str) -> None:
    assert labelled(text) == (variable, value)


@pytest.mark.parametrize(
    "text", ["", "10.5", "978-3-948289-82-9", "0378-5955", "https://example.org/10.1234/a", "doing"]
)
def test_others_are_known_by_their_form_or_not_at_all(text: str) -> None:
    assert labelled(text) is None
