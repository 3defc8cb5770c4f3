"""Bibliographies as streams: each record for itself, in the order of the input."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.faults.runs import lines


@pytest.mark.parametrize("language", ["text", "html", "latex"])
def test_the_entries_are_those_of_a_bibliography(
    run: Run, tmp_path: Path, record: Path, language: str
) -> None:
    options = ("--style", "chicago", "--format", language)
    streamed = run("cite", record, "--unsorted", "--quiet", *options)
    assert streamed == run("cite", record, *options)


def test_records_keep_their_order_and_get_no_suffixes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(1200, first=500) + b'{"id": "bad"}\n')
    one, two = (run("cite", "in.jsonl", "--unsorted", "-q", "--jobs", jobs) for jobs in "12")
    assert one == two
    titles = [line.partition("Report ")[2] for line in one.stdout.splitlines()]
    assert [title.partition(".")[0] for title in titles] == [str(n) for n in range(500, 1700)]
    assert "2024a" not in one.stdout
    assert one.returncode == 1


def test_fail_fast_changes_no_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("old")
    records = lines(1) + b'{"id": "bad"}\n'
    options = ("--unsorted", "--fail-fast", "-o", "out.txt")
    assert run("cite", "-", "--from", "jsonl", *options, stdin=records).returncode == 1
    assert (tmp_path / "out.txt").read_text() == "old"
