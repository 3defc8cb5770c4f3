"""Citation keys: readable, plain ASCII, the same in every run, and unique."""

from __future__ import annotations

import re
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.errors import Place, UsageError
from reportcite.formats.writing import keys as writing_keys
from reportcite.formats.writing.keys import (
    KEY_PARTS,
    UniqueKeys,
    base_key,
    key_maker,
    keys_maker,
    safe_key,
)
from reportcite.record.fields import Value
from reportcite.record.frame import frames_of
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor
from reportcite.vocabulary import CREATORS
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
        ({"family": "Щедрин"}, "Её ЭВМ", "shchedrin2024ee"),
        ({"family": "Καβάφης"}, "Ψωμί", "kavafis2024psomi"),
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
    assert keys == again.all_unique(bases)


def test_room_is_made_for_any_number_of_keys_at_once() -> None:
    keys = UniqueKeys()
    bases = [f"a{number}b" for number in range(3000)]
    assert keys.all_unique(bases) == bases
    assert keys.all_unique(bases) == [f"{base}2" for base in bases]
    assert keys.all_unique(bases) == [f"{base}3" for base in bases]


def test_many_collisions_take_linear_time() -> None:
    keys = UniqueKeys()
    assert len({keys.unique("anon2024") for _ in range(50_000)}) == 50_000


@given(records(), st.sampled_from([*KEY_PARTS, "author-year-word"]))
def test_any_record_gets_a_key_of_plain_letters(one: Record, key_format: str) -> None:
    fields = {name: value for name, value in one.fields.items() if name != "citation-key"}
    key = base_key(Record(one.id, one.type, fields, one.place), key_format)
    assert re.fullmatch("[A-Za-z0-9]+", key)


def test_the_id_is_the_key_where_nothing_latin_is_left() -> None:
    wang = record({"family": "王"}, "报告")._replace(id="wang-2020")
    assert base_key(wang) == "wang2020"
    assert base_key(wang._replace(id="报告")) == "anon2024"
    assert base_key(wang._replace(fields={**wang.fields, "title": "WHO 报告"})) == "anon2024who"


@pytest.mark.parametrize("unsafe", list("{}(),\"'`#%=~^$&\\@<>|; \t\n\x00\x7f\x85\xa0\ud800\u2028"))
def test_characters_that_end_a_key_are_removed(unsafe: str) -> None:
    assert safe_key(f"a{unsafe}b") == "ab"


@pytest.mark.parametrize("key", ["a", "A1", "a:b", "a/b_c-d.e+f", "Müller", "王", "a!b?*[]"])
def test_other_characters_stay(key: str) -> None:
    assert safe_key(key) == key


@pytest.mark.parametrize(
    "word",
    """a an the and or of on in at to for from by with as is are der die das den dem des ein eine
    einer eines und oder im am an auf aus bei mit nach von vom zu zum zur für über le la les un
    une du de et en au aux sur dans el los las una y del il lo gli i het een op voor""".split(),
)
def test_articles_and_prepositions_are_no_word_of_a_key(word: str) -> None:
    assert base_key(record(title=f"{word.capitalize()} Report"), "word") == "report"


def test_the_word_is_the_first_that_folds_to_something() -> None:
    def word(title: str) -> str:
        return base_key(record(title=title), "word")

    assert word("Risk of x") == "risk"
    assert word("„Über“ Risiko") == "risiko"
    assert word("The of") == "the"
    assert word("王 Rep") == "rep"
    assert word("L’été") == "lete"
    assert word("王 " * 249 + "x") == "x"  # within the first 500 characters
    assert word("王 " * 250 + "x") == "r1"
    assert word("王 " * 249 + " x") == "x"


def test_parts_of_a_key() -> None:
    values: dict[str, Value] = {
        "title": "A Big Plan", "author": [{"family": "Li"}, {"literal": "The WHO"},
        {"given": "Jo"}, {"family": "Four"}], "issued": {"date-parts": [[], [-44, 3]]},
        "publisher": "The Big House", "ISBN": "978-3", "DOI": "10.5/x", "number": "WP 1",
    }  # fmt: skip
    one = Record("r-1", "report", values, Place("x"))
    parts = {name: base_key(one, name) for name in KEY_PARTS}
    assert parts == {
        "author": "li", "authors": "liwhojo", "year": "44", "word": "big", "title": "ABigPlan",
        "publisher": "big", "type": "report", "id": "r1", "isbn": "9783", "doi": "105x",
        "number": "WP1",
    }  # fmt: skip
    assert base_key(one, " Author - YEAR ") == "li44"


@pytest.mark.parametrize("variable", CREATORS)
def test_who_stands_for_the_author(variable: str) -> None:
    names: Value = [{"family": "Berg", "non-dropping-particle": "van der"}]
    one = Record("r1", "book", {variable: names, "publisher": "House"}, Place("x"))
    assert base_key(one, "author-word") == "vanderberg"
    assert base_key(one, "authors-word") == "vanderberg"


def test_a_publisher_stands_for_nobody_and_then_anon() -> None:
    one = Record("r1", "book", {"publisher": "The House", "title": "Plan"}, Place("x"))
    assert base_key(one) == "housendplan"
    assert base_key(one._replace(fields={"title": "Plan"})) == "anonndplan"
    nobody: Value = [{"literal": "王"}]
    assert base_key(one._replace(fields={"author": nobody, "title": "Plan"})) == "anonndplan"
    assert base_key(Record("王", "book", {}, Place("x"))) == "anonnd"
    assert base_key(Record("王", "book", {}, Place("x")), "title") == "anon"


def test_an_unknown_part_is_named_with_the_known_ones() -> None:
    known = f"known parts: {', '.join(KEY_PARTS)}"
    with pytest.raises(UsageError) as raised:
        base_key(record(title="x"), "author-zzz")
    assert raised.value.suggestion == known
    assert str(raised.value) == f"unknown part 'zzz' in key format 'author-zzz' ({known})"


def test_suffixes_go_on_after_z_and_skip_a_key_that_a_record_brought() -> None:
    keys = UniqueKeys()
    given_keys = [keys.unique("li2024") for _ in range(29)]
    assert given_keys[:3] == ["li2024", "li2024b", "li2024c"]
    assert given_keys[25:] == ["li2024z", "li2024aa", "li2024ab", "li2024ac"]
    other = UniqueKeys()
    assert [other.unique(base) for base in ("x2024b", "x2024", "x2024", "x2024")] == [
        "x2024b", "x2024", "x2024c", "x2024d",
    ]  # fmt: skip
    assert [other.unique("plan") for _ in range(3)] == ["plan", "plan2", "plan3"]


class Slow:
    """Gives keys as `UniqueKeys` does, by keeping each that it has given."""

    def __init__(self) -> None:
        self.given: dict[str, int] = {}

    def unique(self, base: str) -> str:
        key, number = base, self.given.get(base.casefold(), 0)
        while key.casefold() in self.given:
            number += 1
            key = base + (letters(number) if base[-1:].isdigit() else str(number))
        self.given[base.casefold()] = max(number, 1)
        self.given.setdefault(key.casefold(), 1)
        return key


def letters(number: int) -> str:
    return letters((number - 1) // 26) + chr(ord("a") + (number - 1) % 26) if number else ""


LIKE_SUFFIXED = [
    ["a", "A", "a2", "a3", "b1", "b1b", "B1", "b1c", "b1b2", "a22", "a2b", "a2c"],
    [*["x1"] * 5, *(f"x1{letters(number)}" for number in range(1, 31)), "X1AB"],
    [*["y"] * 6, *(f"y{number}" for number in range(40)), "y1b", "y2b", "y02", "yb", "y2bb2"],
    ["ß", "ss", "ss2", "SS3", "²", "²b", "²2", "a²", "a²b", "a1²3", "", "2", "b", "3"],
]


@given(st.data(), st.sampled_from(LIKE_SUFFIXED), st.sampled_from([1, 3, 1000]), st.booleans())
def test_keys_are_given_as_if_all_that_were_given_were_kept(
    data: st.DataObject, some: list[str], at_once: int, few: bool
) -> None:
    """In whatever pieces they are asked for, few of them like others with a suffix, or many."""
    most = 4_000 if few else 2
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing_keys, "_AT_ONCE", at_once)
        patch.setattr(writing_keys, "_MANY", most)
        patch.setattr(writing_keys, "_LIKELY", 10_000 if few else at_once + most + 3)
        unique, slow = UniqueKeys(), Slow()
        for bases in data.draw(st.lists(st.lists(st.sampled_from(some)), max_size=9)):
            assert unique.all_unique(bases) == [*map(slow.unique, bases)]


@given(st.lists(st.sampled_from("ab"), max_size=60), st.integers(1, 9))
def test_a_key_is_asked_for_more_often_than_is_likely(bases: list[str], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing_keys, "_AT_ONCE", at_once)
        patch.setattr(writing_keys, "_MANY", 1)
        patch.setattr(writing_keys, "_LIKELY", at_once + 4)
        unique, slow = UniqueKeys(), Slow()
        assert unique.all_unique(bases) == [*map(slow.unique, bases)]
        again = ["a17", "b9", "a3", *bases, "b10", "a29"]
        assert unique.all_unique(again) == [*map(slow.unique, again)]


def test_keys_stay_unique_when_there_are_many() -> None:
    unique = UniqueKeys()
    first = [f"k{number}x" for number in range(9000)]
    assert [unique.unique(one) for one in first] == first
    assert unique.all_unique(first) == [f"{key}2" for key in first]
    assert [unique.unique(key) for key in first[:100]] == [f"{key}3" for key in first[:100]]


def test_keys_that_are_asked_for_again_and_again_take_no_more_room() -> None:
    tracemalloc.start()
    try:
        unique = UniqueKeys()
        for _ in range(30):
            unique.all_unique([f"smith{number}x" for number in range(300)])
        assert tracemalloc.get_traced_memory()[0] < 2**16
    finally:
        tracemalloc.stop()


@given(
    st.lists(records(), min_size=1, max_size=3), st.sampled_from(["author-year-word", "id-isbn"])
)
def test_keys_made_at_once_are_those_made_one_by_one(some: list[Record], key_format: str) -> None:
    for one in some:
        plain = [one._replace(id=f"r{number}", one_line=True, custom={}) for number in range(9)]
        for frame in frames_of(plain).frames:
            assert keys_maker(key_format)(frame) == [*map(key_maker(key_format), plain)]
