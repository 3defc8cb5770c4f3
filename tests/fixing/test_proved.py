"""A fix is believed when the record that is read again is what was meant, and nothing else."""

from __future__ import annotations

from reportcite.fixing.proved import fixes_of, wrong_fixes
from reportcite.problems import Fix
from reportcite.record.model import Record
from tests.record.reading import one, read

HEAD = "author: none\nissued: 2024\npublisher: P\n"


def record(text: str) -> Record:
    return one(HEAD + text)


def fixes(of: Record) -> list[tuple[str, Fix]]:
    return [(problem.rule.name, fix) for problem, fix in fixes_of(of)]


BEFORE = record("title: A  title\npage: 12–34\n")
RULES = ["double-space", "page-dash"]


def test_what_is_as_meant_is_right() -> None:
    assert [rule for rule, _ in fixes(BEFORE)] == RULES
    assert wrong_fixes(BEFORE, record("title: A title\npage: 12-34\n"), fixes(BEFORE)) == set()


def test_what_is_still_there_is_wrong() -> None:
    assert wrong_fixes(BEFORE, record("title: A title\npage: 12–34\n"), fixes(BEFORE)) == {1}


def test_what_says_something_else_is_wrong() -> None:
    assert wrong_fixes(BEFORE, record("title: A tale\npage: 12-34\n"), fixes(BEFORE)) == {0}


def test_what_changes_another_field_cannot_be_told() -> None:
    other = record("title: A title\npage: 12-34\nnote: N\n")
    assert wrong_fixes(BEFORE, other, fixes(BEFORE)) is None
    assert wrong_fixes(BEFORE, one("id: b\ntitle: A title\npage: 12-34\n"), fixes(BEFORE)) is None
    noted = record("title: A  title\npage: 12–34\nnote: N\n")
    assert (
        wrong_fixes(noted, record("title: A title\npage: 12-34\nnote: M\n"), fixes(noted)) is None
    )


def test_a_record_without_fixes_is_to_stay() -> None:
    assert wrong_fixes(BEFORE, BEFORE, []) == set()
    assert wrong_fixes(BEFORE, record("title: A tale\npage: 12–34\n"), []) is None


def test_what_another_fix_has_put_right_too_is_right() -> None:
    assert wrong_fixes(BEFORE, record("title: A title\npage: 12–34\n"), []) == set()


def test_of_two_findings_of_one_rule_each_is_to_go() -> None:
    before = record("title: T\nISBN: 97-83948-289829, 978-38376-66564\n")
    once = record("title: T\nISBN: 978-3-948289-82-9, 978-38376-66564\n")
    both = fixes(before)
    assert wrong_fixes(before, once, both[:1]) == set()
    assert wrong_fixes(before, once, both) == {0, 1}


def test_a_new_error_is_not_worth_a_fix() -> None:
    before, after = record("title: T\npage: 5–9\n"), record("title: T\npage: 9-5\n")
    assert wrong_fixes(before, after, [("page-dash", Fix("5–9", "9-5", "page"))]) is None


def test_what_is_no_record_is_to_stay_that() -> None:
    [problem, other] = [read(text)[0] for text in ("- [\n", "- 1\n")]
    assert wrong_fixes(problem, problem, []) == set()
    assert wrong_fixes(problem, other, []) is None
    assert wrong_fixes(problem, BEFORE, []) is None
    assert wrong_fixes(BEFORE, problem, fixes(BEFORE)) is None
