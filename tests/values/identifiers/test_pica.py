"""Numbers of PICA: how each kind is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.pica import (
    looks_like_gnd,
    read_gnd,
    read_idn,
    read_ppn,
    read_zdb,
)


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("118540238", "118540238", ""),
        ("4079163-4", "4079163-4", ""),
        ("118540239", "", "8 was expected"),
        ("4079163-5", "", "was expected"),
        ("2118540238", "", "is like"),
        ("12", "", "is like"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_gnd(code)
    assert (found.kind, found.normalized) == ("GND", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link


def test_the_right_number_is_named_where_there_is_one() -> None:
    assert read_gnd("118540239").suggestion == "118540238"
    assert read_gnd("4079163-5").suggestion == ""


@pytest.mark.parametrize(
    "code", ["60-7", "20292-7", "536306-8", "1000005-7", "1217829-9", "2985306-0", "29853060"]
)
def test_numbers_of_journals_end_in_the_rest_of_their_sum(code: str) -> None:
    found = read_zdb(code)
    assert found.valid and found.normalized == f"{code[:-1].rstrip('-')}-{code[-1]}"
    assert found.link.endswith(f"/resource/{found.normalized}")


def test_a_wrong_number_of_a_journal_is_put_right() -> None:
    assert read_zdb("2985306-1").suggestion == "2985306-0"
    assert read_zdb("0-7").reason == "a number of the ZDB is like 2985306-0"
    assert not read_zdb("123456789-0").valid


@pytest.mark.parametrize(
    "code", ["522231330", "669696374", "953736563", "161165839X", "161165839x"]
)
def test_numbers_of_records_end_in_the_usual_check_digit(code: str) -> None:
    for read in (read_ppn, read_idn):
        found = read(code)
        assert found.normalized == code.upper() and found.link.endswith(code.upper())


def test_zeros_before_the_number_of_a_record_do_not_count() -> None:
    assert read_ppn("0685460711").normalized == "685460711"
    assert read_ppn("000000685460711").reason == "a number of that kind (PPN) has 7 to 11 digits"


def test_a_wrong_number_of_a_record_is_put_right() -> None:
    assert read_ppn("522231331").suggestion == "522231330"
    assert read_ppn("522231331").reason == "the check digit is 1, but 0 was expected"
    assert not read_ppn("12345").valid


def test_what_may_be_the_number_of_a_journal_is_not_taken_for_a_subject() -> None:
    assert looks_like_gnd("4079163-4") and looks_like_gnd("4000009-6")
    assert not looks_like_gnd("2985306-0") and not looks_like_gnd("3999999-3")
