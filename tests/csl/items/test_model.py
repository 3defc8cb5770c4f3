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


@pytest.mark.parametrize(
    ("custom", "others"),
    [
        ({"et-al": ["author"]}, [False, True]),
        ({"et-al": ["editor"]}, [False]),
        ({"et-al": "author"}, [False]),
        (["author"], [False]),
    ],
)
def test_custom_says_which_lists_of_names_go_on(custom: object, others: list[bool]) -> None:
    read = item(author=[{"family": "Doe"}], custom=custom)
    assert [name.others for name in read.names["author"]] == others


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


@pytest.mark.parametrize(
    "doi",
    ["10.1/x", "https://doi.org/10.1/x", "http://dx.doi.org/10.1/x", "doi:10.1/x", " 10.1/x "],
)
def test_a_doi_is_bare_unless_the_reader_is_to_keep_it(doi: str) -> None:
    source = {"id": "x", "DOI": doi, "URL": doi}

    assert ItemReader({}).read(source).texts == {"DOI": "10.1/x", "URL": doi}
    assert ItemReader({}, bare_dois=False).read(source).texts["DOI"] == doi


def test_names_that_no_item_holds_are_forgotten_in_time() -> None:
    reader = ItemReader({})
    kept = reader.read({"id": "kept", "author": [{"family": "Doe"}]})
    most = 0
    for number in range(20_000):
        passing = reader.read({"id": "passing", "author": [{"family": f"Roe {number}"}]})
        reader.forget_unused([kept, passing])
        most = max(most, len(reader.names))

    assert most < 5_000
    again = reader.read({"id": "again", "author": [{"family": "Doe"}]})
    assert again.names["author"][0] is kept.names["author"][0]


def test_names_in_use_are_all_kept_however_many() -> None:
    reader = ItemReader({})
    items = [reader.read({"author": [{"family": f"Doe {number}"}]}) for number in range(10_000)]
    reader.forget_unused(items)

    assert len(reader.names) == len(items)
    assert all(name is each.names["author"][0] for name, each in zip(
        reader.names.values(), items, strict=True
    ))  # fmt: skip


def test_few_names_are_not_looked_through() -> None:
    reader = ItemReader({})
    reader.read({"author": [{"family": "Doe"}]})
    reader.forget_unused([])

    assert len(reader.names) == 1


def test_equal_dates_are_read_once_and_long_ones_not_kept() -> None:
    reader = ItemReader({})
    one, other = (reader.read({"issued": {"raw": "May 2024"}}).dates["issued"] for _ in range(2))
    assert one is other
    long = {"literal": "spring " * 40}
    assert reader.read({"issued": long}).dates["issued"].literal == "spring " * 40
    assert [*reader.dates] == [repr({"raw": "May 2024"})]


def test_a_number_and_the_same_in_words_are_two_dates() -> None:
    reader = ItemReader({})
    numbers: list[object] = [2024, "2024", {"literal": "2024"}]
    read = [reader.read({"issued": value}).dates["issued"] for value in numbers]
    assert [date.literal for date in read] == ["", "", "2024"]
