"""Files of other programs cannot say “no date” or “no author”: what is missing is taken for it."""

from __future__ import annotations

import pytest

from reportcite.record.checks.check import check
from tests.formats.files import BOTH, WRITTEN, a_report, file_of, read_record

UNDATED = a_report(publisher="P")._replace(stated_none=frozenset({"author", "issued"}))
STATE_IT = {
    "enw", "jsonl", "yaml", "endnote-xml", "mods", "coins", "cff", "marc", "marcxml", "marc-json",
}  # fmt: skip


@pytest.mark.parametrize("name", BOTH)
def test_an_undated_record_survives_its_own_export_and_can_be_cited(name: str) -> None:
    back = read_record(name, file_of(name, UNDATED)[0])
    assert back.stated_none == {"author", "issued"}
    assert not [problem for problem in check(back) if problem.severity == "error"]


@pytest.mark.parametrize("name", WRITTEN)
def test_an_absence_is_reported_lost_where_the_format_cannot_state_it(name: str) -> None:
    _, [losses] = file_of(name, UNDATED)
    lost = [(loss.field, loss.kind) for loss in losses if loss.field in UNDATED.stated_none]
    assert lost == ([] if name in STATE_IT else [("author", "dropped"), ("issued", "dropped")])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bibtex", "@book{k, title = {A}, publisher = {P}}"),
        ("ris", "TY  - BOOK\nTI  - A\nPB  - P\nER  - \n"),
        ("csl-json", '[{"id": "k", "type": "book", "title": "A", "publisher": "P"}]'),
        ("csl-yaml", "references:\n- {id: k, type: book, title: A, publisher: P}\n"),
        ("endnote-xml", '<xml><records><record><ref-type name="Book">6</ref-type><titles><title>A'
         "</title></titles><publisher>P</publisher></record></records></xml>"),
        ("mods", '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>A</title></titleInfo>'
         "<genre>book</genre><originInfo><publisher>P</publisher></originInfo></mods>"),
        ("cff", "title: A\nreferences: []\npreferred-citation: {type: book, title: A, "
         "publisher: {name: P}}\n"),
    ],
)  # fmt: skip
def test_a_missing_date_and_author_are_warnings(name: str, text: str) -> None:
    found = [problem for problem in check(read_record(name, text)) if problem.severity == "error"]
    assert found == []
    reported = [
        problem for problem in read_record(name, text).problems if "cited" in problem.message
    ]
    assert [problem.severity for problem in reported] == ["warning", "warning"]


def test_an_editor_does_for_an_author() -> None:
    record = read_record("bibtex", "@book{k, title = {A}, editor = {B, C}, year = 2020}")
    assert record.stated_none == frozenset() and record.problems == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [("yaml", "title: A\npublisher: P\n"), ("jsonl", '{"title": "A", "publisher": "P"}\n')],
)
def test_own_records_must_state_it_themselves(name: str, text: str) -> None:
    rules = [one.rule.name for one in check(read_record(name, text)) if one.severity == "error"]
    assert rules == ["required-field", "required-field"]


@pytest.mark.parametrize("name", WRITTEN)
def test_the_loss_of_a_subtitle_is_reported_once(name: str) -> None:
    _, [losses] = file_of(name, a_report("Which way?", subtitle="A report"))
    assert [loss.field for loss in losses] in ([], ["subtitle"])
