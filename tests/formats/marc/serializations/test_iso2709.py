"""ISO 2709: whole records, and what is done about those that are not."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.serializations.iso2709 import CUT, parse, whole_record
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record
from tests.formats.marc.catalogue import LEADER, iso2709, packed

ONE = iso2709("001 a1", "245 10 $aTide")
TWO = iso2709("001 a2", "245 10 $aÄpfel :$bsorts")
MARC8 = "00000nam  2200000 a 4500"


def summary(data: bytes) -> list[str]:
    """The id of each record, or the rule and record number of each problem."""
    return [
        one.id if isinstance(one, Record) else f"{one.rule.name} {one.place and one.place.line}"
        for one in read_file("marc", data)
    ]


def test_records_follow_each_other() -> None:
    assert summary(ONE + TWO) == ["a1", "a2"]
    assert summary(ONE + b"\r\n" + TWO + b"\r\n\x1a") == ["a1", "a2"]


def test_places_are_the_numbers_of_records() -> None:
    records = [one for one in read_file("marc", ONE + TWO) if isinstance(one, Record)]
    assert [record.place.line for record in records] == [1, 2]


def test_accents_that_are_written_apart_are_composed() -> None:
    assert read_record("marc", iso2709("245 10 $aA\u0308pfel")).fields["title"] == "Äpfel"


def test_marc8_is_read_where_the_leader_says_so() -> None:
    data = packed([("245", b"10\x1faM\xe8unchen")], leader=MARC8)
    assert read_record("marc", data).fields["title"] == "München"


def test_utf8_is_read_where_the_leader_forgot_to_say_so() -> None:
    data = iso2709("245 10 $aMünchen", leader=MARC8)
    assert read_record("marc", data).fields["title"] == "München"


def test_sets_that_there_are_not_are_named() -> None:
    data = packed([("245", b"10\x1fa\x1b(XAB\x1b(B x")], leader=MARC8)
    [problem] = [p for p in read_record("marc", data).problems if p.rule.name == "marc-characters"]
    assert problem.message.endswith("called X")


@pytest.mark.parametrize("leader", [LEADER, MARC8])
def test_bytes_that_are_no_text_are_named(leader: str) -> None:
    data = packed([("245", b"10\x1faA\xff")], leader=leader)
    assert "marc-characters" in [
        problem.rule.name for problem in read_record("marc", data).problems
    ]


def test_fields_are_found_where_the_directory_says() -> None:
    data = packed([("245", b"10\x1faTide"), ("100", b"1 \x1faNg, Ann")])
    swapped = data[:24] + data[36:48] + data[24:36] + data[48:]
    assert parse(swapped[:-1]).marc.fields == [("100", "1 \x1faNg, Ann"), ("245", "10\x1faTide")]
    assert parse(swapped[:-1]).problems == []


SWAPPED = TWO[:24] + TWO[36:48] + TWO[24:36] + TWO[48:]
ACCENTED = iso2709("001 a1", "245 10 $aA\u0308pfel")
SORTED = iso2709("001 a1", "245 10 $a\x98Der\x9c Apfel")
IN_MARC8 = packed([("001", b"a1"), ("245", b"10\x1faM\xe8unchen")], leader=MARC8)


@pytest.mark.parametrize("data", [ONE, TWO, SWAPPED, ACCENTED, SORTED, IN_MARC8])
def test_a_whole_record_is_read_in_one_step_as_it_is_in_many(data: bytes) -> None:
    found = parse(data[:-1])
    assert found.problems == []
    assert whole_record(data[:-1]) == found.marc


@pytest.mark.parametrize(
    "data",
    [
        ONE[:12] + b"00099" + ONE[17:],  # where fields begin
        ONE[:27] + b"0099" + ONE[31:],  # how long one is
        ONE[:36] + b"\x1e" + ONE[49:],  # one has no entry
        ONE[:-3] + ONE[-2:],  # the last has no end
        packed([("245", b"10\x1faA\xff")]),  # not in UTF-8, as it says
        packed([("245", b"10\x1faA\xff")], leader=MARC8),
        packed([("245", b"10\x1fa\x1b(NA\x1b(B")], leader=MARC8),  # other scripts
        ONE[:24],
        b"",
    ],
)
def test_a_record_with_something_wrong_is_not_read_in_one_step(data: bytes) -> None:
    assert whole_record(data[:-1]) is None


def test_two_fields_do_not_stand_in_one_place() -> None:
    data = packed([("245", b"10\x1faTide"), ("500", b"  \x1faNote"), ("653", b"  \x1faTide")])
    assert data[31:36] + data[43:48] + data[55:60] == b"000000000900018"
    found = parse(
        data[:31] + b"00009" + data[36:43] + b"00000" + data[48:55] + b"00000" + data[60:-1]
    )
    assert [text for _, text in found.marc.fields] == ["10\x1faTide", "  \x1faNote", "  \x1faTide"]
    assert [problem.rule.name for problem in found.problems] == ["marc-structure"]


def test_a_field_may_be_of_any_length() -> None:
    data = packed([("500", b"  \x1fa" + b"x" * 9994), ("900", b"")])
    assert parse(data[:-1]).problems == []


@pytest.mark.parametrize(
    "data",
    [b"99999" + ONE[5:], ONE[:12] + b"00099" + ONE[17:], ONE[:27] + b"0099" + ONE[31:],
     ONE[:31] + b"00009" + ONE[36:], b"0007x" + ONE[5:]],
)  # fmt: skip
def test_wrong_lengths_are_named_and_the_record_is_read(data: bytes) -> None:
    first, second = [one for one in read_file("marc", data + TWO) if isinstance(one, Record)]
    assert (first.fields["title"], second.id) == ("Tide", "a2")
    assert [
        problem.rule.name for problem in first.problems if problem.rule.name == "marc-structure"
    ]
    assert "marc-structure" not in [problem.rule.name for problem in second.problems]


@pytest.mark.parametrize(
    "data",
    [
        ONE[:36] + b"\x1e" + ONE[49:],  # an entry of the directory is missing
        ONE[:24] + b"\x1e\x1d", b"nothing\x1d", ONE[:-2] + b"\x1d",
        ONE[:24] + b"???" + ONE[27:].replace(b"\x1e", b"", 1),
    ],
)  # fmt: skip
def test_a_broken_record_is_named_and_the_next_is_read(data: bytes) -> None:
    assert summary(data + TWO) == ["marc-structure 1", "a2"]


@pytest.mark.parametrize("before", [0, 30, 31, 32, 33, 63, 64, 65])
def test_records_are_numbered_however_many_are_read_at_once(before: int) -> None:
    many = [iso2709(f"001 n{number}", "245 10 $aTide") for number in range(before)]
    broken = b"00030nam no directory\x1e\x1d"
    found = summary(b"".join([*many, broken, ONE, TWO[:40], TWO]))
    expected = [f"n{number}" for number in range(before)]
    assert found == [
        *expected,
        f"marc-structure {before + 1}",
        "a1",
        f"marc-structure {before + 3}",
        "a2",
    ]


def test_a_record_that_is_cut_short_is_named() -> None:
    assert summary(ONE + TWO[:-4]) == ["a1", "marc-structure 2"]
    assert summary(TWO[:-9] + ONE) == ["marc-structure 1", "a1"]
    assert summary(b"ger the rest\x1e\x8e" + ONE + TWO) == ["marc-structure 1", "a1", "a2"]


@pytest.mark.parametrize("count", [1000, 9000])
def test_a_directory_of_thousands_of_fields_in_one_place_is_named(count: int) -> None:
    data = ONE[:24] + b"650000200000" * count + b"\x1e" + b"a\x1e" * count + b"\x1d"
    [first, second] = [one for one in read_file("marc", data + TWO) if isinstance(one, Record)]
    assert "marc-structure" in {problem.rule.name for problem in first.problems}
    assert second.id == "a2"


def test_a_file_without_records_says_so() -> None:
    assert summary(b"") == summary(b"\n \n") == ["no-records 1"]


def test_a_record_that_is_too_large_is_named() -> None:
    large = iso2709("245 10 $a" + "x" * 9000, *["500 ## $a" + "y" * 9000] * 130)
    [problem, record] = read_file("marc", large + ONE)
    assert isinstance(problem, Problem)
    assert problem.rule.name == "too-large"
    assert isinstance(record, Record)


def test_pieces_end_where_records_end() -> None:
    data = ONE + TWO
    assert CUT.last(data) == len(ONE)
    assert CUT.last(data + ONE[:30]) == len(data)
    assert CUT.last(ONE[:-1]) == 0
    assert CUT.lines(data) == 2
