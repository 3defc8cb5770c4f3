"""Fields without a variable: kept as LaTeX on one line, and written at the end of an entry."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.writing.own import add_own, keep
from reportcite.formats.loss import Fields
from tests.formats.files import a_report

ENTRY = "@misc{k,\n  title = {T},\n  options = {useprefix=true},\n}\n"


def added(own: dict[str, object]) -> tuple[str, dict[str, str], dict[str, str]]:
    fields = Fields(a_report())
    return add_own(fields, own, ENTRY), fields.dropped, fields.changed


def test_a_field_is_kept_on_one_line() -> None:
    assert keep("a  b\n   c\r\nd") == "a  b c d"
    assert keep(r"\a{b}  c") == r"\a{b}  c"


def test_fields_stand_at_the_end_as_they_were() -> None:
    text, dropped, changed = added({"file": r"a  \& {b}", "groups": "x"})
    tail = "  options = {useprefix=true},\n  file = {a  \\& {b}},\n  groups = {x},\n}\n"
    assert text.endswith(tail)
    assert (dropped, changed) == ({}, {})


def test_options_are_put_together() -> None:
    assert "  options = {skipbib,useprefix=true},\n}" in added({"options": "skipbib"})[0]


@pytest.mark.parametrize(
    "own", [{"a b": "x"}, {"A": "x"}, {"a=": "x"}, {"a": 1}, {"title": "x"}, {"": "x"}]
)
def test_what_can_be_no_field_is_dropped(own: dict[str, object]) -> None:
    text, dropped, _ = added(own)
    assert text == ENTRY
    assert len(dropped) == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a{", "a{\\textbraceleft}"),
        ("}a{", "{\\textbraceright}a{\\textbraceleft}"),
        ("a\nb", "a b"),
    ],
)
def test_nothing_in_a_field_ends_the_entry(value: str, written: str) -> None:
    text, _, changed = added({"file": value})
    assert f"  file = {{{written}}},\n" in text
    assert [*changed] == ["custom/bibtex/file"]
