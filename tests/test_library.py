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
