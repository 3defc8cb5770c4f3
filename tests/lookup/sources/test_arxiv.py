"""Preprints are asked for by the DOI that each of them has."""

from __future__ import annotations

import pytest

from reportcite.lookup.sources.arxiv import SOURCE


@pytest.mark.parametrize(
    ("number", "doi"),
    [
        ("2301.01234", "10.48550/arXiv.2301.01234"),
        ("2301.01234v12", "10.48550/arXiv.2301.01234"),
        ("math/0309136", "10.48550/arXiv.math/0309136"),
        ("math.GT/0309136v2", "10.48550/arXiv.math/0309136"),
    ],
)
def test_a_doi_has_no_version_and_no_subject_class(number: str, doi: str) -> None:
    assert SOURCE.address + SOURCE.path(number) == f"https://doi.org/{doi}"
