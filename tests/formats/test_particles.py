"""A particle stands before its family name in the same way in every format."""

from __future__ import annotations

from urllib.parse import unquote_plus

import pytest

from reportcite.formats.writing.keys import base_key
from reportcite.record.fields import Value
from tests.formats.files import BOTH, WRITTEN, a_report, file_of, unreported

# Formats with a place of their own for the particle, which they do not join to the name.
IN_PARTS = {"hayagriva", "yaml", "jsonl", "csl-json", "csl-yaml", "cff"}


def author(particle: str, family: str) -> Value:
    return [{"family": family, "given": "Abu Nasr", "non-dropping-particle": particle}]


@pytest.mark.parametrize(
    ("particle", "family", "joined"),
    [
        ("al-", "Farabi", "al-Farabi"),
        ("d’", "Alembert", "d’Alembert"),
        ("van", "Dijk", "van Dijk"),
    ],
)
@pytest.mark.parametrize("name", WRITTEN)
def test_an_elided_particle_takes_no_space_behind_it(
    name: str, particle: str, family: str, joined: str
) -> None:
    record = a_report(author=author(particle, family))
    text, _ = file_of(name, record)
    text = unquote_plus(text.replace("&#x27;", "'"))
    assert (joined in text) is (name not in IN_PARTS)
    assert f"al- {family}" not in text
    assert f"d’ {family}" not in text


@pytest.mark.parametrize("particle", ["al-", "d’", "l'", "van", "de la"])
@pytest.mark.parametrize("name", BOTH)
def test_it_is_read_back_or_the_loss_is_stated(name: str, particle: str) -> None:
    record = a_report(author=author(particle, "Farabi"))
    assert unreported(record, name) == {}


def test_a_key_has_the_particle_too() -> None:
    record = a_report(author=author("al-", "Farabi"))
    assert base_key(record) == "alfarabindreport"
