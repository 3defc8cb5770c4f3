"""What some records of one work say rules out others, although they are like one of them."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.record.works.together import Together
from reportcite.record.works.traits import traits_of
from tests.record.works.works import work


def said(*several: dict[str, Any]) -> Together:
    first, *others = [Together(traits_of(work("article-journal", **one))) for one in several]
    for other in others:
        first.add(other)
    return first


PLAIN: dict[str, Any] = {"title": "Fields without fences", "year": 2024}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"DOI": "10.1234/a"}, {"DOI": "10.1234/b"}),
        ({"volume": "1"}, {"volume": "2"}),
        ({"year": 2023}, {"year": 2025}),
        ({"container_title": "Soil"}, {"container_title": "arXiv"}),
        ({"subtitle": "A guide"}, {"subtitle": "A history"}),
    ],
)
def test_a_record_that_lacks_it_makes_no_bridge(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert said({**PLAIN, **one}, PLAIN).rules_out(said({**PLAIN, **other}))
    assert said({**PLAIN, **other}).rules_out(said({**PLAIN, **one}, PLAIN))
    assert not said({**PLAIN, **one}, PLAIN).rules_out(said({**PLAIN, **one}))


def test_one_identifier_is_stronger_than_details() -> None:
    one, other = {"DOI": "10.1234/a", "volume": "1"}, {"DOI": "10.1234/a", "volume": "2"}
    assert not said({**PLAIN, **one}).rules_out(said({**PLAIN, **other}))
    both = said({**PLAIN, **one, "PMID": "1"})
    assert both.rules_out(said({**PLAIN, **other, "PMID": "2"}))
