"""What is told of a merging besides its records; more in tests/cli/commands/test_merge.py."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from reportcite.batch.grouping.gathered import Gathered
from reportcite.batch.work.noting import Named, note
from reportcite.cli.reports.merging import Outputs, kept_apart, merged
from reportcite.errors import Place
from tests.record.works.works import work


def test_each_file_that_is_asked_for_is_told(tmp_path: Path) -> None:
    gathered = Gathered()
    for id_ in ("a", "b", "c"):
        gathered.add(note(work(id_=id_, title="Soil" if id_ != "b" else "Sand"), b""))
    outputs = Outputs(str(tmp_path / "keys.csv"), str(tmp_path / "works.txt"))
    with ExitStack() as files:
        tellers = outputs.tellers(files, gathered.known, lambda _: 0)
        for tell in tellers:
            tell([0, 2], "a", "new")
            tell([1], "b", "b")
    assert (tmp_path / "keys.csv").read_text().split()[0:2] == ["old,new,file,line", "a,a,a.bib,1"]
    lines = (tmp_path / "works.txt").read_text().splitlines()
    assert lines[0] == "new: Soil" and len(lines) == 3
    with ExitStack() as files:
        assert Outputs().tellers(files, gathered.known, lambda _: 0) == []


def test_counts_and_what_is_kept_apart_in_words() -> None:
    assert merged(5, 3, 1) == "3 records were about 1 work"
    assert merged(5, 5, 0) == ""
    one, other = (Named(id_, "", Place("f", line), "T") for id_, line in (("a", 1), ("b", 2)))
    problem = kept_apart(one, other, "DOI 10.1234/a", "another volume")
    assert problem.place.line == 2
    assert problem.message == (
        "it has the DOI 10.1234/a of f:1, too, but is kept apart: another volume"
    )
