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
