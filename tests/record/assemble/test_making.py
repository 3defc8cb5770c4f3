"""Every value is read in the notation of its format, or kept as typed, with a problem."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.errors import Place
from reportcite.record.assemble.notations import OWN
from reportcite.record.assemble.record import (
    assemble,
    values_of,
)
from reportcite.record.model import Record
from reportcite.record.rules import OTHER_DATA
from reportcite.record.untyped import Notation, Untyped, UntypedRecord, Written
from reportcite.values.dates.reading import Reading
from reportcite.values.names.reading import Reading as NamesReading

PLACE = Place("a.yaml", 3, 1)


def door(fields: dict[str, Any], **given: Any) -> Record:
    return assemble(UntypedRecord(fields, PLACE, OWN, "x", **given))


def said(record: Record) -> list[str]:
    """`line:column rule: message` of every problem."""
    return [
        f"{one.place.line}:{one.place.column} {one.rule.name}: {one.message}"
        for one in record.problems
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("book", "book"),
        ("Journal Article", "article-journal"),
        ("legal case", "legal_case"),
        ("", "report"),
        (None, "report"),
    ],
)
def test_a_type_is_known_in_other_spellings(typed: Untyped, meant: str) -> None:
    record = door({"type": typed})
    assert (record.type, record.problems) == (meant, ())


def test_an_unknown_type_is_a_document_and_reported() -> None:
    record = door({"type": "reprot"})
    assert record.type == "document"
    [problem] = record.problems
    assert (problem.rule.name, problem.suggestion) == ("unknown-type", "did you mean `report`?")
    assert "CSL type" in door({"type": "qwxyz"}).problems[0].suggestion


@pytest.mark.parametrize(
    ("typed", "text"),
    [("a", "a"), (7, "7"), (1.5, "1.5"), (True, "true"), (False, "false"), (["a"], "a")],
)
def test_a_scalar_is_a_text(typed: Untyped, text: str) -> None:
    assert door({"genre": typed}).fields == {"genre": text}


@pytest.mark.parametrize("typed", ["", " ", "\n", None, []])
def test_nothing_is_no_field(typed: Untyped) -> None:
    assert (
        door({"genre": typed, "DOI": typed, "issued": typed or None, "author": typed}).fields == {}
    )


def test_a_mapping_is_no_text() -> None:
    record = door({"genre": {"a": "b"}}, places={"genre": (4, 2)})
    assert record.fields == {}
    assert said(record) == ["4:2 wrong-shape: genre wants one text, but holds a mapping"]


def test_fields_are_known_in_other_spellings_and_their_places_go_along() -> None:
    places = {"Publisher_Place": (5, 1)}
    record = door({"Publisher_Place": "Berlin"}, places=places)
    assert record.fields == {"publisher-place": "Berlin"}
    assert record.places == {"publisher-place": (5, 1)}


def test_the_same_field_in_two_spellings_is_reported_if_they_differ() -> None:
    record = door({"doi": "10.1/a", "DOI": "10.1/b"}, places={"doi": (4, 1)})
    assert record.fields["DOI"] == "10.1/b"
    assert said(record) == [
        "4:1 duplicate-key: “doi” is another spelling of DOI, which is given too"
    ]
    assert door({"DOI": "10.1/b", "doi": ["10.1/b"]}).problems == ()
    assert [one.rule.name for one in door({"isbn": "1", "Isbn": "2"}).problems] == ["duplicate-key"]


def test_an_unknown_field_is_left_out_and_the_nearest_named() -> None:
    record = door({"titel": "A", "qwxyz": "B"})
    assert record.fields == {}
    assert [one.suggestion for one in record.problems] == [
        "did you mean `title`?",
        "use the name of a CSL variable",
    ]
    many = door({f"titles{number}": "" for number in range(30)}).problems
    assert [one.suggestion == "did you mean `title`?" for one in many] == [True] * 20 + [False] * 10


def test_data_of_another_program_is_reported_once_and_after_all_else() -> None:
    record = door({"member": "1", "prefix": "2", "nonsense": "3", "custom": {}})
    assert [one.rule.name for one in record.problems] == ["unknown-key", OTHER_DATA.name]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://doi.org/10.1234/a", "10.1234/a"),
        ("doi:10.1234/a", "10.1234/a"),
        ("10.1234/a", "10.1234/a"),
        ("10.1234/a\n", "10.1234/a"),
        ("no doi", "no doi"),
        ("no doi ", "no doi "),
    ],
)
def test_a_doi_is_bare(typed: str, kept: str) -> None:
    record = door({"DOI": typed})
    assert record.fields["DOI"] == kept
    assert [one.rule.name for one in record.problems] == (
        ["doi-prefix"] if typed[:2] in ("ht", "do") else []
    )


def test_a_url_typed_as_a_block_has_no_line_break() -> None:
    assert door({"URL": "https://a.de\n"}).fields["URL"] == "https://a.de"
    assert door({"publisher": "P\n"}).fields["publisher"] == "P\n"


def test_what_is_stated_to_be_none_is_no_value() -> None:
    stated = {"author", "DOI", "issued", "title", "id", "type"}
    record = door(dict.fromkeys([*sorted(stated), "ISBN"], "none"), stated_none=stated)
    assert record.stated_none == {"author", "DOI", "issued"}
    assert record.fields == {"title": "none", "ISBN": "none"}
    assert record.id == "none"
    assert door({"isbn": "none"}, stated_none={"isbn"}).stated_none == {"ISBN"}


def test_names_and_their_problems_have_the_places_of_the_members() -> None:
    places = {"author": (4, 1), "author/1": (5, 3), "author/2": (6, 3), "author/3": (7, 3)}
    typed = [{"family": "A"}, "B, C; D, E", {"x": "y"}]
    record = door({"author": [*typed, "Dr. F, G"]}, places={**places, "author/4": (8, 3)})
    assert [one.get("family") for one in record.fields["author"]] == ["A", "B", "D", "Dr. F"]  # type: ignore[union-attr]
    assert {name: place for name, place in record.places.items() if "/" in name} == {
        "author/1": (5, 3), "author/2": (6, 3), "author/3": (6, 3), "author/4": (8, 3)
    }  # fmt: skip
    assert {one.place.line for one in record.problems} == {7, 8}


def test_a_name_without_a_place_of_its_own_has_that_of_the_field() -> None:
    record = door({"author": ["A, B", 7]}, places={"author": (4, 1)})
    assert [one.place for one in record.problems] == [Place("a.yaml", 4, 1)]
    assert [one.place for one in door({"author": 7}).problems] == [PLACE]


@pytest.mark.parametrize("nothing", ["", "~", "null", " ~ ", None, []])
def test_no_name_is_made_of_nothing(nothing: Untyped) -> None:
    record = door({"author": nothing})
    assert (record.fields, record.problems) == ({}, ())


def test_one_name_needs_no_list() -> None:
    assert door({"author": {"family": "A"}}).fields["author"] == [{"family": "A"}]
    assert door({"author": "A, B; C, D"}).fields["author"] == [
        {"family": "A", "given": "B"},
        {"family": "C", "given": "D"},
    ]


def test_halves_of_a_name_are_only_sought_in_texts_without_a_comma() -> None:
    assert "name-halves" in said(door({"author": ["Ratzmann", "Nora"]}))[0]
    assert door({"author": ["Ratzmann, N.", "Nora"]}).problems == ()
    assert door({"author": ["Plato"]}).problems == ()


def _shout(field: str, value: Any) -> NamesReading:
    return NamesReading([{"literal": f"{field} {value}".upper()}])


SHOUTED = Notation(
    _shout,
    lambda field, value: Reading({"literal": f"{field} {value}"}),
    {"genre": lambda value: f"{value}!", "DOI": lambda value: f"10.1/{value}"},
    unescape=lambda text: text.replace("_", " "),
)


def test_values_are_read_in_the_notation_of_their_format() -> None:
    fields: dict[str, Untyped] = {
        "id": "a_b", "type": "legal_case", "genre": "g_h", "DOI": "x", "author": ["a_b"],
        "editor": "c", "issued": {"y": ["1_2"]}, "title": Written("t_u", OWN),
        "collection-title": Written("t", SHOUTED),
    }  # fmt: skip
    untyped = UntypedRecord(fields, PLACE, SHOUTED, "x")
    record = assemble(untyped)
    assert (record.id, record.type) == ("a_b", "legal_case")
    assert record.fields == {
        "genre": "g h!", "DOI": "10.1/x", "author": [{"literal": "AUTHOR A B"}],
        "editor": [{"literal": "EDITOR C"}], "issued": {"literal": "issued {'y': ['1 2']}"},
        "title": "t_u", "collection-title": "t",
    }  # fmt: skip
    assert values_of(untyped) == record.fields


def test_a_value_may_be_in_another_notation_than_its_record() -> None:
    record = door({"genre": Written("g", SHOUTED), "issued": Written("i", SHOUTED), "author": [
        Written("a", SHOUTED), "B, C"], "editor": Written("e", SHOUTED)})  # fmt: skip
    assert record.fields == {
        "genre": "g!", "issued": {"literal": "issued i"},
        "author": [{"literal": "AUTHOR A"}, {"family": "B", "given": "C"}],
        "editor": [{"literal": "EDITOR E"}],
    }  # fmt: skip


def test_a_date_that_cannot_be_read_is_kept_as_typed() -> None:
    record = door({"issued": "sometime"}, places={"issued": (4, 1)})
    assert record.fields == {"issued": {"literal": "sometime"}}
    assert said(record)[0].startswith("4:1 date-syntax")
