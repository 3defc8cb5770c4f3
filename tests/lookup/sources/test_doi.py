"""DOIs are asked for at doi.org."""

from __future__ import annotations

import pytest

from reportcite.lookup.sources.doi import SOURCE


@pytest.mark.parametrize(
    ("doi", "path"),
    [
        ("10.1234/abc", "10.1234/abc"),
        ("10.1002/(sici)1<1::aid>3.0.co;2-x", "10.1002/%28sici%291%3C1%3A%3Aaid%3E3.0.co%3B2-x"),
        ("10.1234/a?b#c", "10.1234/a%3Fb%23c"),
    ],
)
def test_characters_that_an_address_has_other_uses_for_are_encoded(doi: str, path: str) -> None:
    assert SOURCE.address + SOURCE.path(doi) == f"https://doi.org/{path}"
