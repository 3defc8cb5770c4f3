"""Lists of ISBNs in parts: each as one run writes it, and first rows are sought in all lists."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from reportcite.cluster.lists import STEPS, ListSettings, counts, finish
from reportcite.cluster.outputs import Ending
from reportcite.cluster.partitions import Plan, partitions
from reportcite.tables.clean import Counts
from tests.cluster.catalogues import done
from tests.conftest import Run


def judged(folder: Path, paths: list[str], settings: ListSettings = ListSettings()) -> Counts:  # noqa: B008
    plan = done(Plan(str(folder), partitions(paths), settings, "isbn"), STEPS)
    counted = counts(plan)
    finish(plan, Ending())
    return counted


def last_cells(path: Path) -> list[str]:
    lines = path.read_text("utf-8-sig").splitlines()
    return [line.rsplit(",", 2)[1] for line in lines]


def test_a_row_that_repeats_one_of_another_list_names_both(tmp_path: Path) -> None:
    first, second = str(tmp_path / "a.csv"), str(tmp_path / "b.csv")
    Path(first).write_text("isbn\n0306406152\n9783161484100\n978-0-306-40615-7\n")
    two = "9783161484100 0306406152"
    Path(second).write_text(f"isbn\n3948289824 9783161484100\n9783948289829\n{two}\n")
    counted = judged(tmp_path / "out", [first, second])
    assert last_cells(tmp_path / "out/part-00001.csv") == ["duplicate-of", "", "", "2"]
    # A cell of several ISBNs is where each of them was, although one of them was before.
    assert last_cells(tmp_path / "out/part-00002.csv") == [
        "duplicate-of", f"{first}:3", "2", f"{first}:3"
    ]  # fmt: skip
    assert counted == Counts(rows=6, valid=6, invalid=0, empty=0, duplicates=4)
    told = json.loads((tmp_path / "out/manifest.json").read_text())
    assert [part["duplicates"] for part in told["parts"]] == [1, 3]
    assert told["records"] == 6


def test_one_list_is_written_as_by_one_run(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"{number};030640615{number % 10}\n" for number in range(200))
    (tmp_path / "a.csv").write_text("nr;isbn\n" + rows)
    run("isbn", "a.csv", "-o", "one.csv", "--invalid-only")
    settings = ListSettings(invalid_only=True)
    judged(tmp_path / "out", [str(tmp_path / "a.csv")], settings)
    part = (tmp_path / "out/part-00001.csv").read_bytes()
    assert part == (tmp_path / "one.csv").read_bytes()


def test_workbooks_stay_workbooks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("isbn\n0306406152\n")
    run("isbn", "a.csv", "-o", "a.xlsx")
    judged(tmp_path / "out", [str(tmp_path / "a.xlsx")], ListSettings(column="isbn"))
    sheet = openpyxl.load_workbook(tmp_path / "out/part-00001.xlsx").worksheets[0]
    assert sheet["A2"].value == "0306406152"
