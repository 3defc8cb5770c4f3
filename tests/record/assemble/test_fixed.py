"""A record is fixed as its file would be."""

from __future__ import annotations

from reportcite.problems import Fix
from reportcite.record.assemble.fixed import fixed, replaced
from reportcite.record.checks.check import check
from tests.record.reading import one

TYPED = """\
title: A  b &amp; c
author: [{literal: A &amp; B}, {family: C, given: D}]
issued: 5. März 2021
DOI: doi:10.1234/a
page: S. 12–34
publisher: P
"""
FIXED = """\
title: A b & c
author: [{literal: A & B}, {family: C, given: D}]
issued: 2021-03-05
DOI: 10.1234/a
page: 12-34
publisher: P
"""


def test_all_that_is_certain_is_put_right_at_once() -> None:
    record, meant = fixed(one(TYPED)), one(FIXED)
    assert record.fields == meant.fields
    assert check(record) == check(meant)
    assert fixed(record) == record


def test_what_is_left_stays_a_problem() -> None:
    record = fixed(one("title: A\nDOI: 1234\nISBN: 123\nissued: sometime\n"))
    rules = {problem.rule.name for problem in check(record)}
    assert {"doi-syntax", "isbn-syntax", "date-syntax"} <= rules


def test_of_names_the_one_is_changed_that_is_meant() -> None:
    names = [{"literal": "a  b"}, {"literal": "a  b"}]
    fix = Fix("a  b", "a b", "author/2")
    assert replaced(names, fix) == [{"literal": "a  b"}, {"literal": "a b"}]  # type: ignore[arg-type]


def test_what_is_fixed_in_the_file_alone_is_no_other_value() -> None:
    assert replaced("a  b", Fix("a  b", "a b", "title", as_written=True)) == "a  b"
    assert replaced({"date-parts": [[2021]]}, Fix("2021", "2022", "issued")) == {
        "date-parts": [[2021]]
    }
