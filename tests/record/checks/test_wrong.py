"""What is wrong with values: control characters, and codes that cannot be right."""

from __future__ import annotations

import pytest

from reportcite.record.checks.wrong import (
    are_printable,
    control_characters,
    looks_right,
    wrong_codes,
)
from reportcite.record.fields import Value

SOUND: dict[str, Value] = {
    "title": "A\tb\nc\r\x85",
    "author": [{"family": "Ng", "given": "Ann"}],
    "issued": {"date-parts": [[2024]]},
    "ISBN": "978-3-948289-82-9",
    "DOI": "10.1234/x",
    "URL": "https://a.de/b",
}


def rules_of(fields: dict[str, Value]) -> list[tuple[str, str]]:
    return [(name, problem.rule.name) for name, problem in wrong_codes(fields)]


def test_sound_values_are_left_alone() -> None:
    assert rules_of(SOUND) == []
    assert not [*control_characters(SOUND)]
    assert looks_right(SOUND)


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("ISBN", "978-3-948289-82-8", "isbn-checksum"),
        ("DOI", "11.1234/x", "doi-syntax"),
        ("URL", "https:///x", "url-syntax"),
    ],
)
def test_a_code_that_cannot_be_right_is_an_error_of_its_field(
    name: str, value: str, rule: str
) -> None:
    assert rules_of({name: value}) == [(name, rule)]
    assert not looks_right({name: value})


def test_codes_come_in_one_order() -> None:
    fields: dict[str, Value] = {"URL": "https:///x", "ISBN": "978-3-948289-82-8"}
    assert [name for name, _ in rules_of(fields)] == ["ISBN", "URL"]


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\x7f", "\x84", "\x86", "\x9f"],
)
def test_a_control_character_is_wrong_wherever_it_stands(character: str) -> None:
    values: list[tuple[str, Value]] = [
        ("title", f"a{character}b"),
        ("author", [{"family": "Ng"}, {"given": f"a{character}b"}]),
        ("issued", {"literal": character}),
    ]
    for name, value in values:
        [(field, problem)] = control_characters({name: value})
        assert field == name
        message = f"{name} holds the control character U+{ord(character):04X}"
        assert (problem.rule.name, problem.message) == ("control-character", message)
        assert problem.suggestion == "delete it"
        assert not are_printable({name: value})


@pytest.mark.parametrize("character", ["\t", "\n", "\r", "\x85", " ", "\xa0", "~"])
def test_white_space_and_letters_are_not_wrong(character: str) -> None:
    assert not [*control_characters({"title": f"a{character}b"})]


@pytest.mark.parametrize("character", ["\x1b", "\x9b"])
def test_of_escape_sequences_it_is_said_what_they_are(character: str) -> None:
    [(_, problem)] = control_characters({"title": character})
    assert problem.message.endswith(" (it begins a terminal's escape sequence)")


def test_a_line_break_is_not_printable_and_nothing_wrong() -> None:
    assert are_printable({**SOUND, "title": "A"})
    assert not are_printable({"title": "A\nb"})
    assert not [*control_characters({"title": "A\nb"})]
