"""Records that are cited and exported: which, what is taken for records, and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import reportcite
from reportcite import Problem, Record, ReportciteError


@pytest.fixture
def sample(record: Path) -> Record:
    (loaded,) = reportcite.load(record)
    return loaded


def test_one_record_is_cited_and_exported_like_a_list_of_one(sample: Record) -> None:
    assert reportcite.cite(sample) == reportcite.cite([sample])
    assert reportcite.export(sample, to="ris") == reportcite.export(iter([sample]), to="ris")


@pytest.mark.parametrize("function", [reportcite.cite, reportcite.export])
@pytest.mark.parametrize(
    ("records", "message"),
    [
        ({"id": "a"}, "not dict .Record.from_fields.. makes a record of it."),
        ([{"id": "a"}], "not dict .Record.from_fields.. makes a record of it."),
        ("a.yaml", "not str .load.. reads files."),
        ([1], "not int"),
    ],
)
def test_what_is_no_record_is_a_type_error(function: Any, records: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        function(records, "ris" if function is reportcite.export else "apa")


WRONG = (
    "title: A\nauthor: none\nissued: 2024\npublisher: P\nISBN: 12\n---\ntitle: B\nauthor: none\n"
)


@pytest.fixture
def wrong(tmp_path: Path) -> list[Record]:
    """Two records of this project's own format, both with an error."""
    (tmp_path / "wrong.yaml").write_text(WRONG)
    return reportcite.load(tmp_path / "wrong.yaml")


def titles(records: list[Record], **options: Any) -> tuple[str, str]:
    """What is cited and what is exported of `records`."""
    import json

    exported = json.loads(reportcite.export(records, "csl-json", **options))
    cited = reportcite.cite(records, **options)
    return "".join(sorted(set("ABC") & {*cited})), "".join(one["title"] for one in exported)


def test_a_record_with_an_error_raises_or_is_left_out(wrong: list[Record]) -> None:
    with pytest.raises(ReportciteError, match=r"wrong\.yaml:5:1: .12.: it has 2 digits"):
        reportcite.cite(wrong)
    with pytest.raises(ReportciteError, match="it has 2 digits"):
        reportcite.export(wrong, "ris")
    assert titles(wrong, on_error="skip") == ("", "")
    assert titles(wrong, on_error="keep") == ("AB", "AB")


def test_what_is_found_is_collected_where_there_is_a_list_for_it(wrong: list[Record]) -> None:
    for on_error, kept in ((None, ""), ("skip", ""), ("keep", "AB")):
        problems: list[Problem] = []
        assert titles(wrong, on_error=on_error, problems=problems) == (kept, kept)
        names = [one.rule.name for one in problems]
        assert names == ["isbn-syntax", "required-field", "required-field"] * 2
        assert {one.severity for one in problems} == {"error"}
    problems = []
    with pytest.raises(ReportciteError):
        reportcite.cite(wrong, on_error="stop", problems=problems)
    assert [one.rule.name for one in problems] == ["isbn-syntax"]


def test_records_of_other_programs_are_taken_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title={A}, isbn={12}}\n")
    records = reportcite.load(tmp_path)
    assert titles(records) == ("A", "A")
    problems: list[Problem] = []
    assert titles(records, problems=problems) == ("A", "A")
    assert {one.severity for one in problems} == {"warning"}
    assert titles(records, on_error="skip") == ("", "")
    with pytest.raises(ReportciteError):
        reportcite.export(records, "ris", on_error="stop")
    assert {one.severity for one in reportcite.check(records[0])} >= {"error"}


def test_another_word_for_errors_is_wrong_usage(sample: Record) -> None:
    with pytest.raises(ReportciteError, match="on_error cannot be 'kepe'"):
        reportcite.cite(sample, on_error="kepe")  # type: ignore[call-overload]
