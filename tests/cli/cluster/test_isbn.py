"""Lists of ISBNs in parts, as a user asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


def test_lists_are_written_again_and_summed_up(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("isbn\n0306406152\n0306406153\n")
    (tmp_path / "b.tsv").write_text("nr\tisbn\n1\t9780306406157\n")
    done = run("isbn", "*.?sv", "--parts", "out")
    assert (done.returncode, done.stdout) == (1, "")
    first, second = done.stderr.splitlines()
    assert first == "3 rows: 2 valid, 1 invalid, 0 empty, 1 duplicate"
    assert second.startswith("ISBN ranges of ")
    assert "a.csv:2" in (tmp_path / "out/part-00002.tsv").read_text("utf-8-sig")
    again = run("isbn", "*.?sv", "--parts", "out", "--resume")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.splitlines() == [first, second, "out is whole"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--cluster", "local"], "--cluster needs a folder"),
        (["--parts", "out", "-o", "x.csv"], "--parts excludes -o"),
        (["--parts", "out", "--json"], "--parts excludes --json"),
        (["--parts", "out", "--from", "ris"], "--parts excludes --from"),
    ],
)
def test_what_means_nothing_together_is_refused(
    run: Run, tmp_path: Path, options: list[str], said: str
) -> None:
    (tmp_path / "a.csv").write_text("isbn\n0306406152\n")
    done = run("isbn", "a.csv", *options)
    assert (done.returncode, said in done.stderr) == (2, True)
