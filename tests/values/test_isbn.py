"""ISBNs: read however they were typed, doubted, and corrected where one slip explains them."""

from __future__ import annotations

from importlib.resources import files

import pytest
import stdnum.isbn
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import numdb

from reportcite.values.isbn import (
    is_isbn,
    isbn_doubts,
    isbn_problems,
    isbns_in,
    parse_isbn,
)
from reportcite.values.isbns.digits import check_digit, checksum_holds
from reportcite.values.isbns.ranges import range_date


@pytest.mark.parametrize(
    "typed",
    [
        "9783948289829",
        "978-3-948289-82-9",
        "ISBN 978-3-948289-82-9",
        "ISBN-13: 978 3 948289 82 9",
        "isbn13: 9783948289829",
        "978–3–948289–82–9",
        "978‑3‑948289‑82‑9",
        "９７８３９４８２８９８２９",
        "٩٧٨٣٩٤٨٢٨٩٨٢٩",
        "3948289824",
    ],
)
def test_one_isbn_typed_in_many_ways(typed: str) -> None:
    isbn = parse_isbn(typed)
    assert isbn.valid
    assert (isbn.isbn13, isbn.isbn10) == ("9783948289829", "3948289824")
    assert (isbn.group, isbn.agency) == ("978-3", "German language")


def test_forms() -> None:
    assert parse_isbn("080442957x").hyphenated == "0-8044-2957-X"
    assert parse_isbn("9791090636071").isbn10 == ""
    assert range_date() is not None


def test_a_wrong_check_digit_names_the_right_one_and_the_likely_slips() -> None:
    isbn = parse_isbn("978-3-948289-82-8")
    assert (isbn.valid, isbn.expected) == (False, "9")
    assert isbn.candidates[0] == "978-3-948289-82-9"
    swapped = parse_isbn("978-3-942889-82-9")
    assert "978-3-948289-82-9" in swapped.candidates[:3]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "nothing"),
        ("97839482898", "11 digits"),
        ("306406152", "put a 0 before"),
        ("9773948289829", "begins with 977"),
        ("978394828982X", "10 digits"),
        ("9790260000438", "printed music"),
        ("978394828982\x1b", "no ISBN does"),
        ("1" * 10**6, "more than 60 digits"),
    ],
)
def test_reasons(typed: str, reason: str) -> None:
    isbn = parse_isbn(typed)
    assert not isbn.valid
    if typed:
        assert reason in isbn.reason
    assert "\x1b" not in isbn.reason


@settings(deadline=None)  # the first one reads the range table
@given(st.sampled_from(["978", "979"]), st.text("0123456789", min_size=9, max_size=9))
def test_agrees_with_stdnum(prefix: str, digits: str) -> None:
    compact = prefix + digits + check_digit(prefix + digits)
    isbn = parse_isbn(compact)
    if compact.startswith("9790"):
        assert not isbn.valid
        return
    assert isbn.valid
    assert stdnum.isbn.is_valid(compact)
    assert isbn.hyphenated in ("", stdnum.isbn.format(compact))
    if prefix == "978":
        assert isbn.isbn10 == stdnum.isbn.to_isbn10(compact)


@settings(deadline=None)  # the first one reads the range table
@given(st.text())
def test_any_text_is_an_isbn_or_has_a_reason(text: str) -> None:
    isbn = parse_isbn(text)
    assert isbn.valid == bool(isbn.isbn13)
    for candidate in isbn.candidates:
        assert parse_isbn(candidate).valid
    if checksum_holds(text):
        assert isbn.valid


@pytest.mark.parametrize(
    "text",
    [
        "978-3-948289-82-9 3948289824",
        "9783948289829, 3948289824",
        "978-3-948289-82-9 (print)\r3948289824 (online)",
        "ISBN-13: 978-3-948289-82-9; ISBN-10: 3-948289-82-4",
        "3948289824 978 3 948289 82 9",
        "978-3-948289-82-9 [Print] / 3-948289-82-4 [E-Book]",
    ],
)
def test_several_isbns_in_a_field_are_each_looked_at(text: str) -> None:
    found = isbns_in(text)
    assert {one.isbn13 for one in found} == {"9783948289829"}
    assert len(found) == 2


def test_a_slip_in_one_of_several_isbns_is_found() -> None:
    good, bad = isbns_in("978-3-948289-82-9 3948289825")
    assert good.valid
    assert bad.expected == "4"
    assert "expected" in bad.reason


def test_what_is_no_isbn_is_not_cut_to_one() -> None:
    assert not isbns_in("3948289824 x")[0].valid
    assert "\ufffd" not in isbns_in("39482\r89 824\x07")[0].reason


@pytest.mark.parametrize(
    "text", ["978-3-948289-82-9", "9783948289829", "3948289824", "0-8044-2957-x"]
)
def test_valid_isbns_alone_are_isbns(text: str) -> None:
    assert is_isbn(text)


@pytest.mark.parametrize(
    "text",
    [
        "978-3-948289-82-8",
        "2024-12",
        "",
        "ISBN 3948289824",
        "9790260000438",
        "394828982X",
        "0378-5955",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert not is_isbn(text)


def test_a_text_as_long_as_no_isbn_is_not_looked_at() -> None:
    assert is_isbn("9783948289829".ljust(59)) and not is_isbn("9783948289829".ljust(60))


def test_every_edge_of_every_range_belongs_to_it() -> None:
    """At the first and the last publisher of a range the hyphens are where stdnum has them."""
    seen = 0
    for _, prefix, _, _, groups in numdb.get("isbn").prefixes:
        for _, group, last, _, ranges in groups:
            if group != last:
                continue
            for length, first, final, *_ in ranges:
                for publisher in (first, final):
                    digits = (prefix + group + publisher).ljust(12, "0")[:12]
                    compact = digits + check_digit(digits)
                    if compact.startswith("9790") or len(prefix + group) + length > 11:
                        continue
                    seen += 1
                    assert parse_isbn(compact).hyphenated == stdnum.isbn.format(compact), compact
    assert seen > 1000


@pytest.mark.parametrize(
    "dash",
    [
        "-",
        "\u2010",
        "\u2011",
        "\u2012",
        "\u2013",
        "\u2014",
        "\u2212",
        "\ufe63",
        "\u00a0",
        "\u2009",
        "\u200b",
    ],
)
def test_dashes_spaces_and_what_is_pasted_with_them_do_not_count(dash: str) -> None:
    isbn = parse_isbn(f"978{dash}3{dash}948289{dash}82{dash}9")
    assert isbn.valid and isbn.compact == "9783948289829"


def test_reasons_name_what_no_isbn_holds() -> None:
    assert parse_isbn("97839482898x9").reason == "it holds what no ISBN does: X"
    assert parse_isbn("978394828982\x1b").reason == "it holds what no ISBN does: U+001B"
    assert parse_isbn("abcdefghijkl3").reason == "it holds what no ISBN does: A B C D E F G H"
    assert parse_isbn("1" * 60).reason == "it has 60 digits; an ISBN has 10 or 13"
    assert parse_isbn("1" * 61).reason == "it has more than 60 digits; an ISBN has 10 or 13"
    assert parse_isbn("12").reason == "it has 2 digits; an ISBN has 10 or 13"
    assert parse_isbn("1").reason == "it has 1 digit; an ISBN has 10 or 13"
    assert parse_isbn("").reason == parse_isbn("n/a").reason == "there are no digits in it"
    assert "belongs to an ISBN of 10" in parse_isbn("978394828982X").reason
    assert parse_isbn("9773948289829").reason.startswith("it begins with 977;")
    assert parse_isbn("X94828982X").reason == "it holds what no ISBN does: X"
    assert not parse_isbn("X").valid and not parse_isbn("XX").valid


def test_what_stands_beside_a_number_does_not_count() -> None:
    assert parse_isbn("3948289824 (pbk.)").compact == "3948289824"
    assert parse_isbn("urn:isbn:3948289824").compact == "3948289824"
    assert parse_isbn("eISBN-10: 3948289824").compact == "3948289824"
    assert parse_isbn("ISBN 3948289824").valid
    assert parse_isbn("(3948289824)").valid
    assert not parse_isbn("3948289824 x").valid  # which may be its check digit


def test_candidates_are_neighbours_swapped_or_one_digit_replaced() -> None:
    """Those with hyphens where they were typed come first, else the likeliest slip."""
    assert parse_isbn("9783948289828").candidates[0] == "978-3-948289-82-9"
    assert "3-948289-82-4" in parse_isbn("3-948289-82-5").candidates[:2]
    assert "3-948289-82-4" in parse_isbn("3948289825").candidates
    assert "3-948289-82-4" in parse_isbn("3-948298-82-4").candidates
    assert "978-3-948289-82-9" in parse_isbn("978-3-948286-82-9").candidates
    assert "978-3-948289-82-9" in parse_isbn("978-3-948289-28-9").candidates
    assert "978-3-948289-82-9" in parse_isbn("978-3-948289-89-2").candidates
    for before in ("", "ISBN ", " "):
        typed = f"{before}978-3-048289-82-9"
        assert parse_isbn(typed).candidates[0] == "978-3-948289-82-9"
    assert parse_isbn("9783048289829").candidates[0] == "978-3-04-828982-8"


def test_every_candidate_is_one_slip_away() -> None:
    typed = "9783948289828"
    for candidate in parse_isbn(typed).candidates:
        compact = candidate.replace("-", "")
        changed = [i for i in range(13) if compact[i] != typed[i]]
        assert len(changed) == 1 or (
            len(changed) == 2
            and changed[1] - changed[0] == 1
            and compact[changed[0]] == typed[changed[1]]
        )


def test_a_group_without_agency_or_publisher_has_no_hyphens() -> None:
    free = parse_isbn("9786578425568")
    assert (free.valid, free.hyphenated, free.group) == (True, "", "978-65")
    unknown = parse_isbn(f"978664{'0' * 6}{check_digit('978664000000')}")
    assert (unknown.valid, unknown.hyphenated, unknown.group) == (True, "", "")
    within = parse_isbn("978-3-948289-82-9")
    assert (within.group, within.agency) == ("978-3", "German language")
    assert parse_isbn(f"978999370000{check_digit('978999370000')}").group == "978-99937"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("978-3-948289-82-9", True),
        ("9783948289829", True),
        ("9791090636071", True),
        ("9783948289828", False),
        ("9790260000438", False),
        ("9773948289820", False),
        ("978394828982", False),
        ("3948289824", False),
        ("978 3 948289 82 9", False),
        ("٩٧٨٣٩٤٨٢٨٩٨٢٩", False),
        ("97839482898-x", False),
    ],
)
def test_the_short_way_knows_the_usual_isbns(text: str, holds: bool) -> None:
    assert checksum_holds(text) is holds


def test_problems_of_a_field() -> None:
    assert list(isbn_problems("978-3-948289-82-9 3948289824")) == []
    [problem] = isbn_problems("978-3-948289-82-8")
    assert problem.rule.name == "isbn-checksum"
    assert problem.suggestion.startswith(
        "compare it with the printed ISBN; one slip away: 978-3-948289-82-9, "
    )
    assert problem.suggestion.count(", ") == 2
    [problem] = isbn_problems("978-3")
    assert problem.rule.name == "isbn-syntax"
    assert "13 digits, or 10" in problem.suggestion
    [problem] = isbn_problems("None")
    assert "without quotation marks" in problem.suggestion


def test_doubts_about_a_field() -> None:
    for sound in ("978-3-948289-82-9", "9783948289829", " 3-948289-82-4", "978-3", "9783948289828"):
        assert list(isbn_doubts(sound)) == []
    [problem] = isbn_doubts("97-83948289-829")
    assert (problem.rule.name, problem.suggestion) == ("isbn-hyphens", "write 978-3-948289-82-9")
    [problem] = isbn_doubts("9786578425568")
    assert problem.rule.name == "isbn-range"
    assert str(range_date()) in problem.message
    assert "no publisher of the group 978-65 has" in problem.message
    [problem] = isbn_doubts(f"978664000000{check_digit('978664000000')}")
    assert "no publisher of any group has" in problem.message


def test_a_field_without_delimiters_is_one_number() -> None:
    assert [one.compact for one in isbns_in("3948289824,9783948289829")] == [
        "3948289824",
        "9783948289829",
    ]
    assert len(isbns_in("3948289824 foo")) == 1
    assert len(isbns_in("3948289825")) == 1
    assert len(isbns_in("")) == 1
    assert [one.compact for one in isbns_in("12; 13")] == ["12", "13"]
    assert [one.typed for one in isbns_in("12;")] == ["12;"]


def test_the_table_of_ranges_has_a_day() -> None:
    day = range_date()
    assert day is not None
    head = (files("stdnum") / "isbn.dat").read_text("utf-8")[:2000]
    assert f"{day.day:02} {day:%b %Y}" in head or f"{day.day} {day:%b %Y}" in head
