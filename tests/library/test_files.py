"""Records are loaded, checked and fixed: what the functions take, and say of what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportcite
from reportcite import Problem, Record, ReportciteError

MESSY = "title: A\nauthor: none\nissued: 2024\npublisher: P\n---\n- [\n---\ntitle: B\n"


@pytest.fixture
def sample(record: Path) -> Record:
    (loaded,) = reportcite.load(record)
    return loaded


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
