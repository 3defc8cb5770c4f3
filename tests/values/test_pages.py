"""Pages are numbers: labels before or behind them are the style's to add."""

from __future__ import annotations

import pytest

from reportcite.record.checks.check import check
from reportcite.values.pages import (
    DASHES,
    RANGES,
    bare_pages,
    dash_problems,
    double_hyphens,
    first_page,
    full_range,
    hyphenated_pages,
    is_page,
    is_page_range,
    join_pages,
    order_problems,
    page_ends,
    page_problems,
    read_extent,
)
from tests.record.reading import one


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("S. 12-14", "12-14"),
        ("S. 12", "12"),
        ("pp. 12–14, 20", "12–14, 20"),
        ("p. e12", "e12"),
        ("pp. xii-xv", "xii-xv"),
        ("Seiten 3-4", "3-4"),
        ("45 S.", "45"),
        ("45 pages", "45"),
        ("xii, 345 p.", "xii, 345"),
    ],
)
def test_a_label_is_left_out_of_citations_and_reported(typed: str, bare: str) -> None:
    record = one(f"page: {typed}\n")
    assert record.fields["page"] == typed
    assert record.item()["page"] == bare
    [problem] = [problem for problem in check(record) if problem.rule.name == "page-label"]
    assert problem.suggestion == f"write {bare}"


@pytest.mark.parametrize("text", ["12-14", "S12-S14", "e12", "xii", "A-12", "12 f.", "Kap. 3", ""])
def test_other_pages_stay(text: str) -> None:
    assert bare_pages(text) == text


@pytest.mark.parametrize("dash", [*DASHES, "--"])
def test_any_dash_makes_a_range(dash: str) -> None:
    assert page_ends(f"12{dash}34") == ("12", "34")
    assert first_page(f"12{dash}34") == "12"
    assert is_page_range(f"12{dash}34") == (dash != "--")
    assert page_ends(f"12{dash}") is None
    assert RANGES.findall(f"12{dash}34, 40") == [("12", "34")]
    assert RANGES.findall(f"12{dash}14{dash}16") == []


@pytest.mark.parametrize("text", ["12, 14", "12 14", "12-14-16", "12---14", "-12", "12;14", ""])
def test_other_texts_have_no_ends(text: str) -> None:
    assert page_ends(text) is None


def test_a_single_page_has_no_last() -> None:
    assert page_ends("e123") == ("e123", "")
    assert first_page("e123") == "e123"
    assert first_page("7 & 9") == first_page("7&9") == first_page("7,9") == "7"


def test_pages_are_joined_by_a_hyphen() -> None:
    assert join_pages("12", "34") == "12-34"
    assert join_pages("12", "") == join_pages("", "12") == "12"
    assert join_pages("", "") == ""
    assert double_hyphens("12-34, 5-6, A-7, 8–9") == "12--34, 5--6, A-7, 8–9"


@pytest.mark.parametrize(
    ("text", "is_range"),
    [("12-34", True), ("A1 – B2", True), ("340", False), ("xii-xv", False), ("1-2, 3-4", False)],
)
def test_a_number_of_pages_is_no_range(text: str, is_range: bool) -> None:
    assert is_page_range(text) is is_range


def test_ranges_in_a_text_are_not_parts_of_something_longer() -> None:
    assert RANGES.findall("12-14, 20–25 & 30 -- 31") == [("12", "14"), ("20", "25"), ("30", "31")]
    assert RANGES.findall("2010-05-03 2.3-2.5 3:16-18 https://a.org/10-12") == []
    assert is_page("12a") and is_page("XII") and not is_page("passim") and not is_page("")


def test_problems_say_what_to_write() -> None:
    assert list(page_problems("12-14")) == []
    [problem] = page_problems("S. 12-14")
    assert (problem.rule.name, problem.suggestion) == ("page-label", "write 12-14")


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("132-42", "132-142"),
        ("132–42", "132-142"),
        ("S110-2", "S110-S112"),
        ("S110-S2", "S110-S112"),
        ("5-12", "5-12"),
        ("12-34", "12-34"),
        ("e5", "e5"),
        ("5, 7-9", "5, 7-9"),
        ("A5-B7", "A5-B7"),
    ],
)
def test_a_range_cut_short_is_completed(text: str, full: str) -> None:
    assert full_range(text) == full


@pytest.mark.parametrize(
    "text", ["1-2", "132-42", "S110-2", "12", "xii-iv", "A9-B1", "5-5", "1-2, 7-9", "", "S. 12-14"]
)
def test_ranges_in_order(text: str) -> None:
    assert list(order_problems(text)) == []


@pytest.mark.parametrize("text", ["142-132", "e9–e5", "1-2, 9-7", "S. 14-12"])
def test_a_range_that_ends_before_it_begins(text: str) -> None:
    [problem] = order_problems(text)
    assert problem.rule.name == "page-order" and "before it begins" in problem.message


@pytest.mark.parametrize(
    "text", ["437-472", "437–472", "437 – 472", "437--472", "437\u00a0—\u00a0472"]
)
def test_a_range_is_a_range_with_any_dash(text: str) -> None:
    assert page_ends(text) == ("437", "472")


def test_a_range_that_ends_before_it_begins_may_be_swapped() -> None:
    [problem] = order_problems("1-2, 142–132")
    assert problem.message == "“142–132” ends before it begins"
    assert problem.suggestion == "write 132-142, if they are swapped"


def test_a_range_of_which_an_end_is_no_page_keeps_its_dash() -> None:
    assert hyphenated_pages("see – 12") == "see – 12"
    assert hyphenated_pages("12 – passim") == "12 – passim"


def test_another_dash_is_put_right_in_the_pages_as_they_stand_or_in_what_is_given() -> None:
    assert [*dash_problems("12-34")] == [*dash_problems("1234")] == []
    [problem] = dash_problems("12 – 34")
    assert (problem.rule.name, problem.suggestion) == ("page-dash", "write 12-34")
    assert problem.fix and (problem.fix.old, problem.fix.new) == ("12 – 34", "12-34")
    [given] = dash_problems("12–34", "12--34")
    assert given.suggestion == "write 12--34"
    assert [*dash_problems("12--34", "12--34")] == []


@pytest.mark.parametrize(
    ("size", "field", "value"),
    [
        ("245 pages", "number-of-pages", "245"),
        ("245 S.", "number-of-pages", "245"),
        ("xii, 245 Seiten", "number-of-pages", "xii, 245"),
        ("12-34", "page", "12-34"),
        (" 12 – 34 ", "page", "12–34"),
        ("pp. 12–34", "page", "12–34"),
        ("12–34 pages", "page", "12–34"),
    ],
)
def test_the_size_of_a_publication_is_its_pages_or_how_many(
    size: str, field: str, value: str
) -> None:
    assert read_extent(size) == {field: value}


@pytest.mark.parametrize("size", ["", "12", "p. 12", "3 MB", "2 volumes", "245 pp, 3 maps"])
def test_other_sizes_say_nothing_of_pages(size: str) -> None:
    assert read_extent(size) == {}
