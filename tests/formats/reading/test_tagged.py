"""Lines with tags made into records, whatever the format (RIS: ../ris/test_layout.py)."""

from __future__ import annotations

import io
import re

import pytest

from reportcite.formats.reading.numbered_lines import numbered_lines
from reportcite.formats.reading.tagged import Field, Tagged, TagSyntax, tagged_records
from reportcite.formats.rules import RIS_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem

SYNTAX = TagSyntax(
    tagged=re.compile("([A-Z]{2})(?: |$)"),
    begins=frozenset({"PT"}),
    kind="such record",
    hint="begin with PT",
    misplaced=RIS_SYNTAX,
    tags=frozenset({"PT", "AU", "TI", "ER", "EF", "FN"}),
    ends="ER",
    around=frozenset({"FN", "EF"}),
    is_further=lambda tag, text: tag == "AU" and text.startswith("   "),
)
EMPTY = SYNTAX._replace(ends="", empty_ends=True)


def parsed(
    text: str, syntax: TagSyntax = SYNTAX, limits: Limits = LIMITS
) -> list[Tagged | Problem]:
    lines = numbered_lines(io.BytesIO(text.encode()))
    return list(tagged_records(lines, "a.txt", syntax, limits))


def values(text: str, syntax: TagSyntax = SYNTAX) -> list[list[tuple[str, str]]]:
    """Tag and text of each value of each record."""
    return [
        [(tag, value) for tag, _, value in one.fields()]
        for one in parsed(text, syntax)
        if isinstance(one, Tagged)
    ]


def test_a_record_begins_and_ends_with_tags_and_its_values_have_lines() -> None:
    [one] = parsed("FN x\nPT J\nTI A\n\nTI B\nER\nEF\n")
    assert isinstance(one, Tagged)
    assert (one.line, one.closed) == (2, True)
    assert one.fields() == [Field("PT", 2, "J"), Field("TI", 3, "A"), Field("TI", 5, "B")]


def test_a_line_without_a_known_tag_goes_on_or_is_a_further_value() -> None:
    text = "PT J\nAU Ng, A\n   Li, B\nTI One\nand two\n  more\nER\n"
    assert values(text) == [
        [("PT", "J"), ("AU", "Ng, A"), ("AU", "Li, B"), ("TI", "One and two more")]
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("TI One\nQQ two\n", [("TI", "One"), ("QQ", "two")]),
        ("TI One\n   more\nQQ two\n", [("TI", "One more"), ("QQ", "two")]),
        ("TI One\nmore\nUS and us\n", [("TI", "One more US and us")]),
        ("TI One\nmore\nAU Ng\nQQ two\n", [("TI", "One more"), ("AU", "Ng"), ("QQ", "two")]),
        ("TI THE ROLE\nOF MRI\n", [("TI", "THE ROLE OF MRI")]),
        ("TI The role\nQQ 17\n", [("TI", "The role"), ("QQ", "17")]),
        ("TI THE ROLE\nQQ one\n", [("TI", "THE ROLE"), ("QQ", "one")]),
    ],
)
def test_a_tag_that_there_is_not_begins_a_value_unless_the_one_before_goes_on_without_tags(
    lines: str, expected: list[tuple[str, str]]
) -> None:
    assert values(f"PT J\n{lines}ER\n") == [[("PT", "J"), *expected]]


def test_a_tag_that_there_is_not_begins_no_record_and_is_no_problem_outside_of_one() -> None:
    assert values("QQ x\n\nPT J\nTI A\nER\nQQ y\n") == [[("PT", "J"), ("TI", "A")]]


def test_what_stands_around_records_ends_one_that_is_not_closed() -> None:
    [one] = parsed("PT J\nTI A\nEF\n")
    assert isinstance(one, Tagged) and not one.closed


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("TI A\nAU B\n\nTI C\n", 2),  # nothing but blank lines between records
        ("PT J\nTI A\n\nAU B\nPT J\nTI C\n", 2),  # in a file of PT a blank line ends nothing
        ("TI A\n\ngoes on\nAU B\n", 1),
        ("\n\nTI A\n\n\n", 1),
    ],
)
def test_a_blank_line_ends_a_record_where_no_tag_begins_one(text: str, count: int) -> None:
    assert len(values(text, EMPTY)) == count


def test_without_blank_lines_that_end_records_a_tag_outside_of_any_is_a_problem() -> None:
    [problem] = parsed("TI A\n\nTI B\n")
    assert isinstance(problem, Problem)
    assert str(problem).startswith("a.txt:1:1: error ris-syntax: a value stands outside any such")


def test_entries_of_bibtex_between_records_are_not_lost_without_a_word() -> None:
    [_, problem, _] = parsed("PT J\nTI A\nER\n\n@book{a,\n title = {B}\n}\n@book{b,}\nPT J\nER\n")
    assert isinstance(problem, Problem) and problem.place.line == 5
    assert len(parsed("Found by jo@{x}, @book\nPT J\nER\n")) == 1


def test_entities_are_decoded_and_white_space_is_folded() -> None:
    assert values("PT J\nTI R&amp;D  and\t more\nER\n")[0][1] == ("TI", "R&D and more")


def test_a_control_character_is_not_left_out_without_a_word() -> None:
    [one] = parsed("PT J\nTI A\x01 B\n  C\nAU \tD\nER\n")
    assert isinstance(one, Tagged)
    assert [text for _, _, text in one.fields()] == ["J", "A B C", "D"]
    [problem] = one.problems("a.txt")
    assert (problem.rule.name, problem.place) == ("control-character", ("a.txt", 2, 1))


def test_a_record_that_is_too_large_is_left_out_and_the_next_is_read() -> None:
    limit = LIMITS._replace(max_record_size=20)
    problem, one = parsed("PT J\nTI " + "x" * 30 + "\nER\nPT J\nER\n", SYNTAX, limit)
    assert isinstance(problem, Problem) and problem.rule.name == "too-large"
    assert isinstance(one, Tagged) and one.line == 4


@pytest.mark.parametrize("text", ["", "\n", "nothing\n", "FN x\nEF\n"])
def test_a_file_without_records_is_a_problem(text: str) -> None:
    [problem] = parsed(text)
    assert isinstance(problem, Problem)
    assert (problem.rule.name, problem.suggestion) == ("no-entries", "begin with PT")
