"""JSON values for records: numbers stay text, and what is odd is a problem, not an exception."""

from __future__ import annotations

import pickle

import pytest

from reportcite.formats.reading.json_values import Decoder, MemberPlaces, NotJson
from reportcite.record.untyped import Untyped


def decoded(text: str) -> tuple[Untyped, list[str]]:
    """The value, and the messages of what is wrong with it."""
    decoder = Decoder()
    value, end = decoder.decode(text)
    assert end == len(text)
    return value, [problem.message for problem in decoder.problems]


def refused(text: str) -> NotJson:
    with pytest.raises(NotJson) as caught:
        Decoder().decode(text)
    return caught.value


def test_values_follow_one_another_and_each_has_its_own_problems() -> None:
    decoder = Decoder()
    text = '{"a": NaN} {"b": 1}'
    value, end = decoder.decode(text)
    assert (value, text[end:], len(decoder.problems)) == ({"a": None}, ' {"b": 1}', 1)
    assert decoder.decode(text, end + 1) == ({"b": "1"}, len(text))
    assert decoder.problems == []


@pytest.mark.parametrize("number", ["1.50", "1e3", "-0", "9" * 5000])
def test_numbers_are_text_as_typed(number: str) -> None:
    assert decoded(f"[{number}]") == ([number], [])


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_json_value_is_nothing(name: str) -> None:
    assert decoded(f'{{"a": {name}}}') == ({"a": None}, [f"{name} is not a JSON value"])


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "1", "a": "2"}',
        '{"a":"1","a":"2"}',
        '{"a" : "1", "a" : "2"}',
        '{"a"\t:"1","a"\t:"2"}',
        '{"a"\n:"1","a"\r:"2"}',
        '{"a": "1", "\\u0061": "2"}',
    ],
)
def test_of_a_name_given_twice_the_first_counts(text: str) -> None:
    assert decoded(text) == ({"a": "1"}, ["“a” is given twice; the first counts"])


def test_a_name_given_three_times_is_reported_twice_and_deep_ones_are_seen() -> None:
    assert len(decoded('{"a": 1, "a": 2, "a": 3}')[1]) == 2
    assert len(decoded('{"x": {"a": 1, "a": 2}}')[1]) == 1
    assert len(decoded('{"x": [{"a": 1, "a": 2}]}')[1]) == 1
    assert len(decoded('[{"a": 1, "a": 2}]')[1]) == 1


@pytest.mark.parametrize(
    "text", ['{"a": "b\\":", "c": "d\\" :"}', '{"x": [{"a": 1}, {"a": 2}], "y": {"a": 3}}']
)
def test_a_name_given_once_is_not_reported(text: str) -> None:
    assert decoded(text)[1] == []


def test_nan_in_a_record_that_is_read_twice_is_reported_once() -> None:
    assert len(decoded('{"a": NaN, "b" : 1}')[1]) == 1


def test_halves_of_characters_are_replaced_in_texts_and_names() -> None:
    value, messages = decoded(
        r'{"a": "\ud83d\ude00 \ude00", "\ud800": ["\uD800", {"b": "\uDFFF"}]}'
    )
    assert value == {"a": "😀 \ufffd", "\ufffd": ["\ufffd", {"b": "\ufffd"}]}
    assert messages == ["a lone surrogate (half of a character outside the BMP) stands in a text"]
    assert decoded(r'{"a": "\ud83d\ude00"}') == ({"a": "😀"}, [])


def test_half_a_character_in_another_value_does_not_count() -> None:
    decoder = Decoder()
    text = r'{"a": "b"} {"a": "\ud800"}'
    assert decoder.decode(text)[0] == {"a": "b"}
    assert decoder.problems == []


@pytest.mark.parametrize(
    ("text", "offset", "cut_off"),
    [
        ('{"a": "b', 6, True),
        ('{"a": "' + "b" * 99, 6, True),
        ('{"a": tru', 6, True),
        ('{"a": b' + "c" * 14, 6, True),
        ('{"a": b' + "c" * 15, 6, False),
        ('{"a": 1' + " " * 99 + '"b": 2}' + " " * 99, 106, False),
    ],
)
def test_a_mistake_has_its_offset_and_more_text_might_help_near_the_end(
    text: str, offset: int, cut_off: bool
) -> None:
    wrong = refused(text)
    assert (wrong.problem.rule.name, wrong.offset, wrong.cut_off) == (
        "json-syntax",
        offset,
        cut_off,
    )


def test_a_mistake_says_what_was_expected_and_what_to_write() -> None:
    wrong = refused('{"a" 1}').problem
    assert (str(refused('{"a" 1}')), wrong.message) == (wrong.message, "expecting ':' delimiter")
    assert wrong.suggestion.startswith("check the quotation marks")
    wrong = refused('{"a": "b\nc"}').problem
    assert (wrong.message, wrong.suggestion[:18]) == (
        "invalid control character",
        "write a line break",
    )


def test_nesting_without_end_is_too_deep() -> None:
    wrong = refused("[" * 100_000)
    assert (wrong.problem.rule.name, wrong.offset, wrong.cut_off) == ("too-deep", 0, False)


@pytest.mark.parametrize(
    ("text", "id_place", "title_place"),
    [
        ('{"id":"a","title":"T"}', (3, 6), (3, 15)),
        ('{ "id" : "a",\n "title":"T"}', (3, 7), (4, 2)),
        ('{"title":"id","id":"a"}', (3, 19), (3, 6)),
    ],
)
def test_places_of_members_are_found_when_they_are_asked_for(
    text: str, id_place: tuple[int, int], title_place: tuple[int, int]
) -> None:
    places = MemberPlaces(("id", "title"), text, 3, 5)
    assert (places.get("id"), places["title"]) == (id_place, title_place)
    assert places["id"] == id_place
    assert (places.get("T"), places.get("a", (0, 0))) == (None, (0, 0))


def test_places_wait_in_a_file_as_a_mapping() -> None:
    places = MemberPlaces(("id", "title"), '{"id": "a", "title": "b"}', 3, 5)
    assert pickle.loads(pickle.dumps(places)) == {"id": (3, 6), "title": (3, 17)}
