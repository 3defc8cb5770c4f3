"""A list of names that goes on (`and others`, `et al.`) is printed so and comes back."""

from __future__ import annotations

import pytest

from reportcite.record.model import Record
from tests.formats.files import file_of, read_record

TEXT = """@techreport{o, title={Many}, year=2010, institution={CERN}, editor={Poe, C.},
  author={Aaij, R. and Bell, S. and others}}"""


def record() -> Record:
    """A report whose authors go on."""
    return read_record("bibtex", TEXT)


def test_the_names_that_are_there_are_kept_and_their_list_goes_on() -> None:
    assert record().truncated == {"author"}
    assert record().fields["author"] == [
        {"family": "Aaij", "given": "R."},
        {"family": "Bell", "given": "S."},
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("bibtex", "biblatex", "csl-json", "csl-yaml", "yaml", "jsonl", "mods"),
        *("ris", "endnote-xml", "enw"),
    ],
)
def test_it_comes_back(name: str) -> None:
    text, [losses] = file_of(name, record())
    back = read_record(name, text)
    assert losses == []
    assert back.truncated == {"author"}
    assert {**back.fields, "citation-key": "o"} == {**record().fields, "citation-key": "o"}


@pytest.mark.parametrize("name", ["cff"])
def test_where_it_cannot_be_said_it_is_reported(name: str) -> None:
    _, [losses] = file_of(name, record())
    assert "author" in [loss.field for loss in losses if loss.kind == "changed"]


def test_a_list_without_a_name_does_not_go_on() -> None:
    text = '{"id": "a", "title": "A", "custom": {"et-al": ["author"]}}'
    assert read_record("csl-json", text).truncated == frozenset()
