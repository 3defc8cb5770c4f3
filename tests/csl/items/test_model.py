"""Items: what the engine takes from CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.items.dates import Date, Moment
from reportcite.csl.items.model import Item, ItemReader


def item(**source: Any) -> Item:
    return ItemReader({}).read({"id": "x", "type": "report", **source})


def test_variables_are_sorted_by_kind() -> None:
    read = item(
        title="Air",
        author=[{"family": "Doe", "given": "Jane"}],
        issued={"date-parts": [[2024]]},
    )

    assert (read.id, read.type) == ("x", "report")
    assert read.texts == {"title": "Air"}
    assert [name.family for name in read.names["author"]] == ["Doe"]
    assert read.dates == {"issued": Date(Moment(2024))}
    assert read.signature == {"title", "author", "issued"}


def test_an_id_may_be_a_number() -> None:
    assert ItemReader({}).read({"id": 7}).id == "7"


def test_numbers_become_text() -> None:
    assert item(volume=7, edition=2.5).texts == {"volume": "7", "edition": "2.5"}


@pytest.mark.parametrize(
    "source",
    [{"title": ""}, {"title": None}, {"title": ["Air"]}, {"title": {"text": "Air"}},
     {"author": []}, {"author": "Doe"}, {"author": [None, {}]}, {"author": ["Doe"]},
     {"author": {"family": "Doe"}},
     {"issued": {}}, {"issued": [2024]}],
)  # fmt: skip
def test_what_holds_no_value_is_left_out(source: dict[str, Any]) -> None:
    assert item(**source).signature == frozenset()


def test_unknown_variables_are_kept_as_text() -> None:
    assert item(colour="red").texts == {"colour": "red"}


def test_older_names_of_variables_are_understood() -> None:
    read = item(journalAbbreviation="J. Air", shortTitle="A")

    assert read.texts == {"container-title-short": "J. Air", "title-short": "A"}


def test_parts_of_a_name_that_are_no_text_are_left_out() -> None:
    (name,) = item(author=[{"family": "Doe", "given": ["Jane"]}]).names["author"]

    assert (name.family, name.given) == ("Doe", "")


def test_the_same_name_is_one_object() -> None:
    reader = ItemReader({})
    jane = {"family": "Doe", "given": "Jane"}
    one = reader.read({"id": 1, "author": [jane]})
    other = reader.read({"id": 2, "author": [dict(jane)]})

    assert one.names["author"][0] is other.names["author"][0]


def test_abbreviations_give_a_value_its_short_form() -> None:
    reader = ItemReader({"container-title": {"Journal of Air": "J. Air"}})

    assert reader.read({"container-title": "Journal of Air"}).texts == {
        "container-title": "Journal of Air",
        "container-title-short": "J. Air",
    }
    assert "container-title-short" not in reader.read({"container-title": "Other"}).texts


@pytest.mark.parametrize("typed", ["10.1234/abc", "https://doi.org/10.1234/abc", "doi:10.1234/abc"])
def test_a_doi_is_bare_since_styles_print_what_leads_to_it(typed: str) -> None:
    assert ItemReader({}).read({"id": "x", "DOI": typed}).texts["DOI"] == "10.1234/abc"
    assert ItemReader({}, bare_dois=False).read({"id": "x", "DOI": typed}).texts["DOI"] == typed
