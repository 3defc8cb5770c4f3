"""The functions of the library: what they take, and what they say about what they do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import reportcite
from reportcite import Problem, Record, ReportciteError

MESSY = "title: A\nauthor: none\nissued: 2024\npublisher: P\n---\n- [\n---\ntitle: B\n"


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
        ({"id": "a"}, "not dict .csl.Processor takes CSL-JSON items."),
        ([{"id": "a"}], "not dict .csl.Processor takes CSL-JSON items."),
        ("a.yaml", "not str .load.. reads files."),
        ([1], "not int"),
    ],
)
def test_what_is_no_record_is_a_type_error(function: Any, records: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        function(records, "ris" if function is reportcite.export else "apa")


def test_check_takes_one_record(sample: Record) -> None:
    with pytest.raises(TypeError, match="takes one Record, not list"):
        reportcite.check([sample])  # type: ignore[arg-type]


def test_several_paths_are_loaded_in_order(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("title: Other\n")
    loaded = reportcite.load([other, str(record)])
    assert [one.id for one in loaded] == ["other", "chancen-statt-krise"]


def test_what_is_no_record_raises_or_is_collected(tmp_path: Path) -> None:
    path = tmp_path / "messy.yaml"
    path.write_text(MESSY)
    with pytest.raises(ReportciteError):
        reportcite.load(path)
    problems: list[Problem] = []
    loaded = reportcite.load(path, problems=problems)
    assert loaded[0].fields["title"] == "A"
    assert [problem.severity for problem in problems] == ["error"]


def test_an_id_that_is_there_twice_is_a_warning_as_for_the_commands(tmp_path: Path) -> None:
    text = "title: T\nauthor: none\nissued: 2024\npublisher: P\n"
    (tmp_path / "a.yaml").write_text(f"id: one\n{text}---\nid: two\n{text}")
    (tmp_path / "b.yaml").write_text(f"{text}id: one\n")
    problems: list[Problem] = []
    loaded = reportcite.load(tmp_path, problems=problems)
    assert [record.id for record in loaded] == ["one", "two", "one"]
    place = f"{tmp_path / 'b.yaml'}:5:1"
    first = f"{tmp_path / 'a.yaml'}:1"
    assert [str(problem) for problem in problems] == [
        f"{place}: warning duplicate-id: the id “one” is that of {first}, too "
        "(give one of them another id)"
    ]
    assert len(reportcite.cite(loaded).splitlines()) == 3
    assert len(reportcite.load(tmp_path)) == 3


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
        reportcite.cite(sample, on_error="kepe")  # type: ignore[arg-type]


def test_a_record_is_fixed_as_a_value(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: A  b\nDOI: doi:10.1234/a\n")
    [record] = reportcite.load(path)
    assert reportcite.fix(record).fields["title"] == "A b"
    assert record.fields["title"] == "A  b"
    assert path.read_text() == "title: A  b\nDOI: doi:10.1234/a\n"


def test_files_are_fixed_in_place_and_the_fixes_returned(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: A  b\nDOI: doi:10.1234/a\n")
    would = reportcite.fix(path, write=False)
    assert path.read_text() == "title: A  b\nDOI: doi:10.1234/a\n"
    done = reportcite.fix(tmp_path)
    assert done == would
    assert [(one.rule.name, one.fix and one.fix.new) for one in done] == [
        ("double-space", "A b"), ("doi-prefix", "10.1234/a"),
    ]  # fmt: skip
    assert path.read_text() == "title: A b\nDOI: 10.1234/a\n"
    assert reportcite.fix(str(path), "yaml") == []


def test_a_file_that_cannot_be_fixed_raises(tmp_path: Path) -> None:
    path = tmp_path / "a.refworks"
    path.write_text("RT Book, Whole\nT1 A\nED 2nd edition\n")
    with pytest.raises(ReportciteError, match="RefWorks are not fixed in place"):
        reportcite.fix(path)
