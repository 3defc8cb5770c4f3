"""`reportcite merge` as a librarian drives it: two catalogues in, one out, with a list of keys."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.batch.records import line
from tests.conftest import Run

MINE = """@article{feld24,
  title = {Fields: a study}, author = {Feld, V.}, year = 2024, journal = {J. Soil Sci.},
  doi = {10.1234/A}, keywords = {soil, work}
}
@book{mueller, title = {Chancen statt Krise}, author = {M{\\"u}ller, Eva}, year = 2023,
  isbn = {3-948289-82-4}, publisher = {DeZIM}}
@book{x, title = {Risikogesellschaft}, author = {Beck, Ulrich}, year = 1986, publisher = {S}}
"""
THEIRS = """TY  - JOUR
ID  - q1
TI  - FIELDS: A STUDY
AU  - Feld, Vera
PY  - 2024/05/02
T2  - Journal of Soil Science
DO  - 10.1234/a
VL  - 3
SP  - 12
EP  - 20
KW  - Soil
KW  - forest
ER  -
TY  - BOOK
ID  - q2
TI  - Chancen statt Krise
AU  - Mueller, Eva
PY  - 2023
SN  - 978-3-948289-82-9
PB  - Another
ER  -
TY  - BOOK
ID  - x
TI  - Weltrisikogesellschaft
AU  - Beck, Ulrich
PY  - 2007
PB  - S
ER  -
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "mine.bib").write_text(MINE, encoding="utf-8")
    (tmp_path / "theirs.ris").write_text(THEIRS, encoding="utf-8")
    return "mine.bib", "theirs.ris"


def objects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines()]


def rows(path: Path) -> list[list[str]]:
    return [*csv.reader(io.StringIO(path.read_text(encoding="utf-8")))]


def test_records_of_one_work_become_one(run: Run, files: tuple[str, str], tmp_path: Path) -> None:
    done = run("merge", *files, "-o", "all.jsonl")
    assert done.returncode == 0 and done.stdout == ""
    fields, chances, risk, world = objects(tmp_path / "all.jsonl")
    assert fields["id"] == "feld24" and fields["author"] == [{"family": "Feld", "given": "Vera"}]
    assert fields["title"] == "Fields: a study"
    assert fields["issued"] == {"date-parts": [[2024, 5, 2]]}
    assert fields["container-title"] == "Journal of Soil Science"
    assert fields["keyword"] == "soil, work, forest"
    assert (fields["volume"], fields["page"]) == ("3", "12-20")
    assert chances["ISBN"] == "978-3-948289-82-9"
    assert [one["id"] for one in (chances, risk, world)] == ["mueller", "x", "x2"]
    assert "4 records were about 2 works" in done.stderr
    assert "6 read, 4 written" in done.stderr


def test_contradictions_are_told_with_both_places(run: Run, files: tuple[str, str]) -> None:
    done = run("merge", *files, "-o", "all.jsonl")
    assert (
        "theirs.ris:20:1: warning merge-conflict: publisher “Another” is not kept: the same work "
        "has “DeZIM” in mine.bib:6:"
    ) in done.stderr


def test_keys_are_mapped(run: Run, files: tuple[str, str], tmp_path: Path) -> None:
    run("merge", *files, "-o", "all.bib", "--key-map", "old-new.csv")
    assert [row[:3] for row in rows(tmp_path / "old-new.csv")] == [
        ["old", "new", "file"],
        ["feld24", "feld24", "mine.bib"],
        ["q1", "feld24", "theirs.ris"],
        ["mueller", "mueller", "mine.bib"],
        ["q2", "mueller", "theirs.ris"],
        ["x", "x", "mine.bib"],
        ["x", "x2", "theirs.ris"],
    ]
    text = (tmp_path / "all.bib").read_text(encoding="utf-8")
    assert [each.partition("{")[2] for each in text.splitlines() if each[:1] == "@"] == [
        "feld24,", "mueller,", "x,", "x2,",
    ]  # fmt: skip


def test_a_dry_run_writes_nothing_and_lists_works(
    run: Run, files: tuple[str, str], tmp_path: Path
) -> None:
    done = run("merge", *files, "-o", "all.bib", "--dry-run")
    assert not (tmp_path / "all.bib").exists()
    assert done.stdout == (
        "feld24: Fields: a study\n"
        "  feld24 in mine.bib:1:1\n"
        "  q1 in theirs.ris:1:1: 100 (same DOI 10.1234/a, same title, same author, same year, "
        "same source) with feld24\n"
        "mueller: Chancen statt Krise\n"
        "  mueller in mine.bib:5:1\n"
        "  q2 in theirs.ris:14:1: 97 (same ISBN 9783948289829, same title, same author, same year) "
        "with mueller\n"
    )
    assert "6 read, 0 written" in done.stderr
    assert run("merge", *files, "--dry-run").stdout == done.stdout


def test_the_report_is_a_table_by_its_name(
    run: Run, files: tuple[str, str], tmp_path: Path
) -> None:
    run("merge", *files, "-o", "all.jsonl", "--report", "works.csv")
    head, first, second, *_ = rows(tmp_path / "works.csv")
    assert head[:6] == ["work", "score", "reasons", "like", "key", "new-key"]
    assert first[:2] == ["1", ""] and second[:2] == ["1", "100"]
    assert second[2].startswith("same DOI 10.1234/a; same title") and second[3:6] == [
        "feld24", "q1", "feld24",
    ]  # fmt: skip


def test_the_threshold_is_a_score(run: Run, tmp_path: Path) -> None:
    two = line("a") + line("b", title="Report a", author=[{"literal": "B"}], publisher="Q")
    (tmp_path / "two.jsonl").write_text(two, encoding="utf-8")
    assert run("merge", "two.jsonl", "-o", "o.jsonl").returncode == 0
    assert len(objects(tmp_path / "o.jsonl")) == 2
    run("merge", "two.jsonl", "-o", "o.jsonl", "--threshold", "65")
    assert len(objects(tmp_path / "o.jsonl")) == 1
    assert run("merge", "two.jsonl", "-o", "o.jsonl", "--threshold", "0").returncode == 2


def test_one_identifier_on_two_works_is_told(run: Run, tmp_path: Path) -> None:
    volumes = "".join(
        line(id_, title="Works", volume=volume, ISBN="978-3-948289-82-9", type="book")
        for id_, volume in (("a", "1"), ("b", "2"))
    )
    done = run("merge", "-", "--from", "jsonl", "--to", "jsonl", stdin=volumes)
    assert done.stdout.count("\n") == 2 and done.returncode == 0
    assert (
        "<stdin>:2:1: notice not-merged: it has the ISBN 9783948289829 of <stdin>:1:1, too, but "
        "is kept apart: another volume"
    ) in done.stderr


def test_records_with_errors_are_treated_as_by_export(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text(line("a", author=None) + line("b"), encoding="utf-8")
    for options in ([], ["--on-error", "keep"], ["--on-error", "skip"], ["--on-error", "stop"]):
        one = run("merge", "two.jsonl", "-o", "m.jsonl", *options)
        other = run("export", "two.jsonl", "-o", "e.jsonl", *options)
        assert one.returncode == other.returncode
        written = [tmp_path / name for name in ("m.jsonl", "e.jsonl")]
        assert written[0].exists() == written[1].exists()
        if written[0].exists():
            assert written[0].read_bytes() == written[1].read_bytes()
            written[0].unlink()
            written[1].unlink()


def test_check_finds_the_works_that_merge_makes_one_of(run: Run, tmp_path: Path) -> None:
    many = (
        line("a", title="Soils, part 1") + line("b", title="Soils, part 2")
        + line("c", title="SOILS, Part I") + line("d", title="Soils", type="thesis")
    )  # fmt: skip
    (tmp_path / "many.jsonl").write_text(many, encoding="utf-8")
    found = run("check", "many.jsonl", "--duplicates").stdout
    (again,) = [each for each in found.splitlines() if "duplicate-" in each]
    assert again.startswith("many.jsonl:3:") and "that of many.jsonl:1, too" in again
    assert "(same title, same author, same year, same source: 100 of 100)" in again
    run("merge", "many.jsonl", "-o", "o.jsonl")
    assert [one["id"] for one in objects(tmp_path / "o.jsonl")] == ["a", "b", "d"]


def test_the_result_is_the_same_for_any_number_of_processes(run: Run, tmp_path: Path) -> None:
    many = "".join(
        line(f"r{n}", title=f"Report on soil {n % 700}", publisher=f"P{n % 3}", volume=None)
        for n in range(2_000)
    )
    (tmp_path / "many.jsonl").write_text(many, encoding="utf-8")
    results = []
    for jobs in ("1", "3"):
        done = run("merge", "many.jsonl", "-o", "o.bib", "--key-map", "k.csv", "-q", "-j", jobs)
        texts = [(tmp_path / name).read_bytes() for name in ("o.bib", "k.csv")]
        results.append((done.stderr, texts))
    assert results[0] == results[1]
    assert results[0][1][0].count(b"@techreport") == 700


def test_a_second_merge_changes_nothing(run: Run, files: tuple[str, str], tmp_path: Path) -> None:
    run("merge", *files, "-o", "all.jsonl")
    run("merge", "all.jsonl", "-o", "again.jsonl")
    assert objects(tmp_path / "again.jsonl") == objects(tmp_path / "all.jsonl")


def test_a_file_that_is_read_is_not_replaced(
    run: Run, files: tuple[str, str], tmp_path: Path
) -> None:
    """Its comments, groups and the values that contradict others would be lost for good."""
    before = (tmp_path / "mine.bib").read_bytes()
    done = run("merge", *files, "-o", "mine.bib")
    assert done.returncode == 2
    assert "mine.bib: what -o would replace is read (name another file)" in done.stderr
    assert (tmp_path / "mine.bib").read_bytes() == before


def test_an_old_file_is_not_emptied_because_all_is_unreadable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.bib").write_text("old", encoding="utf-8")
    assert run("merge", "nowhere.bib", "-o", "old.bib").returncode == 3
    assert (tmp_path / "old.bib").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "out/"], "merge writes one file"),
        ([], "no format given"),
        (["-o", "a.bib", "--append"], "--append"),
        (["--to", "pica"], "can only be read"),
        (["-o", "a.csv", "--report", "a.csv"], "want a file each"),
        (
            ["-o", "a.csv", "--report", "b.xlsx"],
            "nothing can be written as .xlsx (name one of .csv",
        ),
        (["--to", "ris", "--key-map", "-"], "want a file each"),
        (["-o", "all.bib", "--key-map", "keys.xlsx"], "nothing can be written as .xlsx"),
        (["-o", "all.bib", "--key-map", "keys.tsv"], "name one of .csv"),
        (["-o", "a.bib", "--dry-run", "--report", "-"], "want a file each"),
        (["-o", "a.bib", "--threshold", "101"], "101"),
        (["-o", "a.bib", "--on-error", "kep"], "keep"),
    ],
)
def test_wrong_usage_is_named(
    run: Run, files: tuple[str, str], options: list[str], message: str
) -> None:
    done = run("merge", *files, *options)
    assert done.returncode == 2 and message in done.stderr


def test_a_file_that_is_up_to_date_is_not_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title={A}, year=1986, publisher={P}}")
    assert "1 read, 1 written" in run("merge", "a.bib", "-o", "all.bib").stderr
    os.utime(tmp_path / "all.bib", (1, 1))
    assert "1 read, 0 written, 1 unchanged" in run("merge", "a.bib", "-o", "all.bib").stderr
    assert (tmp_path / "all.bib").stat().st_mtime == 1


@pytest.mark.parametrize(
    ("options", "entry"),
    [([], "@report{"), (["--to", "bibtex"], "@techreport{"), (["--to", "biblatex"], "@report{")],
)
def test_a_bib_file_is_of_the_dialect_that_goes_in(
    run: Run, tmp_path: Path, options: list[str], entry: str
) -> None:
    text = "@report{a, author={Feld, V.}, title={Soil}, institution={Acker}, date={2024-03}}\n"
    (tmp_path / "a.bib").write_text(text, encoding="utf-8")
    (tmp_path / "theirs.ris").write_text(THEIRS, encoding="utf-8")
    done = run("merge", "a.bib", "theirs.ris", "-o", "out.bib", *options)
    assert done.returncode == 0
    assert entry in (tmp_path / "out.bib").read_text(encoding="utf-8")
