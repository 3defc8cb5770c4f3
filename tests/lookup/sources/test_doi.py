"""DOIs are asked for at doi.org, and so are preprints, each of which has one."""

from __future__ import annotations

import pytest

from reportcite.lookup.sources.doi import ARXIV, DOI


@pytest.mark.parametrize(
    ("doi", "path"),
    [
        ("10.1234/abc", "10.1234/abc"),
        ("10.1002/(sici)1<1::aid>3.0.co;2-x", "10.1002/%28sici%291%3C1%3A%3Aaid%3E3.0.co%3B2-x"),
        ("10.1234/a?b#c", "10.1234/a%3Fb%23c"),
    ],
)
def test_characters_that_an_address_has_other_uses_for_are_encoded(doi: str, path: str) -> None:
    assert DOI.address + DOI.path(doi) == f"https://doi.org/{path}"


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
    assert ARXIV.address + ARXIV.path(number) == f"https://doi.org/{doi}"
