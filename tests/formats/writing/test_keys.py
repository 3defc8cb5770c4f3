"""Citation keys: readable, plain ASCII, the same in every run, and unique."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.errors import Place, UsageError
from reportcite.formats.writing.keys import KEY_PARTS, UniqueKeys, base_key, fold, safe_key
from reportcite.record.model import Record, Value
from reportcite.values.shapes import Contributor
from tests.formats.strategies import records


def record(author: Contributor | None = None, title: str = "", year: int = 2024) -> Record:
    fields: dict[str, Value] = {"issued": {"date-parts": [[year]]}}
    if author:
        fields["author"] = [author]
    if title:
        fields["title"] = title
    return Record("r1", "report", fields, Place("x"))


@pytest.mark.parametrize(
    ("author", "title", "key"),
    [
        ({"family": "Ratzmann"}, "Chancen statt „Krise“", "ratzmann2024chancen"),
        ({"family": "Müller-Lüdenscheidt"}, "Die Straße", "muellerluedenscheidt2024strasse"),
        ({"family": "Đorđević"}, "The Økonomi", "dordevic2024okonomi"),
        ({"family": "Hoff", "non-dropping-particle": "van ’t"}, "A", "vanthoff2024a"),
        ({"literal": "Deutsches Zentrum"}, "L’économie", "deutsches2024leconomie"),
        ({"family": "王"}, "报告", "r1"),
        (None, "Report", "anon2024report"),
    ],
)
def test_author_year_word(author: Contributor | None, title: str, key: str) -> None:
    assert base_key(record(author, title)) == key


def test_a_key_format_names_its_parts() -> None:
    one = record({"family": "Ratzmann"}, "Chancen statt „Krise“")
    assert base_key(one, "word-author") == "chancenratzmann"
    assert base_key(one, "id") == "r1"
    with pytest.raises(UsageError, match="did you mean author"):
        base_key(one, "autor-year")


def test_a_record_keeps_the_key_it_came_with() -> None:
    one = Record("x", "book", {"citation-key": "Müller:2020/a_b"}, Place("x"))
    assert base_key(one) == "Müller:2020/a_b"


def test_a_key_cannot_end_an_entry() -> None:
    assert safe_key("x}, title={y},\n@book{z\0") == "xtitleybookz"


def test_collisions_get_a_letter_after_a_digit_else_a_number() -> None:
    keys = UniqueKeys()
    given_keys = [keys.unique(base) for base in ["smith2024", "Smith2024", "smith2024", "x", "X"]]
    assert given_keys == ["smith2024", "Smith2024b", "smith2024c", "x", "X2"]


@given(st.lists(st.sampled_from(["a", "A", "a2", "a3", "b1", "b1b", "B1"])))
def test_keys_are_unique_without_regard_to_case_and_stable(bases: list[str]) -> None:
    first, again = UniqueKeys(), UniqueKeys()
    keys = [first.unique(base) for base in bases]
    assert len({key.casefold() for key in keys}) == len(keys)
    assert keys == [again.unique(base) for base in bases]


def test_many_collisions_take_linear_time() -> None:
    keys = UniqueKeys()
    assert len({keys.unique("anon2024") for _ in range(50_000)}) == 50_000


@given(records(), st.sampled_from([*KEY_PARTS, "author-year-word"]))
def test_any_record_gets_a_key_of_plain_letters(one: Record, key_format: str) -> None:
    fields = {name: value for name, value in one.fields.items() if name != "citation-key"}
    key = base_key(Record(one.id, one.type, fields, one.place), key_format)
    assert re.fullmatch("[A-Za-z0-9]+", key)


@given(st.text())
def test_folding_leaves_letters_and_digits(text: str) -> None:
    assert re.fullmatch("[A-Za-z0-9]*", fold(text))


def test_the_id_is_the_key_where_nothing_latin_is_left() -> None:
    wang = record({"family": "王"}, "报告")._replace(id="wang-2020")
    assert base_key(wang) == "wang2020"
    assert base_key(wang._replace(id="报告")) == "anon2024"
    assert base_key(wang._replace(fields={**wang.fields, "title": "WHO 报告"})) == "anon2024who"
