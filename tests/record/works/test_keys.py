"""Records of one work share a key, the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from reportcite.record.works.keys import keys_of, stable_hash
from reportcite.record.works.traits import traits_of
from tests.record.works.works import work


def keys(**fields: Any) -> set[str]:
    return {*keys_of(traits_of(work(**fields)))}


LONG = "Migration and integration in cities"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"ISBN": "0306406152"}, {"ISBN": "9780306406157", "title": "Soil"}),
        ({"title": "Soil", "year": 2024}, {"title": "The soil: a guide", "year": 2024}),
        ({"title": "Soil", "author": "Ng, B."}, {"title": "Soil", "author": "Ng, Bo", "year": 1}),
        (
            {"title": LONG, "author": "Ng, B.", "year": 2024},
            {"title": LONG.replace("grat", "garat"), "author": "Ng, B.", "year": 2024},
        ),
        (
            {"title": LONG, "author": "Ng, B.", "year": 2024},
            {"title": LONG.replace("cit", "ict"), "author": "Ng, B.", "year": 2024},
        ),
        ({"title": "Soil"}, {"title": "SOIL"}),
    ],
)
def test_records_of_one_work_share_a_key(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert keys(**one) & keys(**other)


def test_works_of_other_titles_and_numbers_share_none() -> None:
    one = keys(title=LONG, author="Ng, B.", year=2024, ISBN="0306406152")
    assert not one & keys(title="Soils in Switzerland", author="Ng, B.", year=2024)
    assert keys() == set()


def test_a_hash_is_the_same_in_every_process() -> None:
    code = "from reportcite.record.works.keys import stable_hash; print(stable_hash('DOI 10.1/ä'))"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, env=environment, check=True
        )
        assert int(done.stdout) == stable_hash("DOI 10.1/ä")
    assert 0 <= stable_hash("\ud800") < 1 << 64
