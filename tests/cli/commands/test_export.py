"""`reportcite export`: formats, whole files, losses, drift, one file per record."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reportcite.batch.naming import file_stem
from tests.conftest import Run

MINIMAL = "{{id: {id}, title: {title}, author: none, issued: 2024, publisher: P}}\n"


def test_the_format_by_name(run: Run, record: Path) -> None:
    done = run("export", record, "--to", "bibtex", "--quiet")
    assert done.stdout.startswith("@techreport{ratzmann2024chancen,\n")
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_last_line_on_stderr_counts(run: Run, record: Path) -> None:
    done = run("export", record, "-", "-o", "refs.ris", stdin="title: incomplete\n")
    assert re.fullmatch(
        r"2 read, 1 written, 1 with errors, 0 with warnings, \d+\.\d s",
        done.stderr.splitlines()[-1],
    )


def test_the_format_by_suffix(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("export", record, "-o", "refs.ris", "--quiet") == (0, "", "")
    content = (tmp_path / "refs.ris").read_bytes()
    assert content.startswith(b"TY  - RPRT\r\n")
    assert content.endswith(b"ER  - \r\n")


def test_a_joined_format_is_well_formed_for_any_number_of_records(run: Run, record: Path) -> None:
    assert json.loads(run("export", record, "--to", "csl-json").stdout)[0]["type"] == "report"
    two = MINIMAL.format(id="a", title="A") + "---\n" + MINIMAL.format(id="b", title="B")
    assert len(json.loads(run("export", "-", "--to", "csl-json", stdin=two).stdout)) == 2


def test_exported_records_are_read_back(run: Run, record: Path) -> None:
    bibtex = run("export", record, "--to", "bibtex").stdout
    cited = run("cite", "-", "--from", "bibtex", stdin=bibtex)
    assert cited.stdout == run("cite", record).stdout


def test_keys_are_made_unique(run: Run) -> None:
    two = "".join("- " + MINIMAL.format(id=name, title="Same") for name in "ab")
    keys = run("export", "-", "--to", "bibtex", stdin=two).stdout
    assert "{p2024same,\n" in keys
    assert "{p2024same2,\n" in keys


def test_losses_are_named_on_request(run: Run, record: Path) -> None:
    silent = run("export", record, "--to", "bibtex", "--quiet")
    said = run("export", record, "--to", "bibtex", "--report-loss")
    strict = run("export", record, "--to", "bibtex", "--strict")
    assert silent.stderr == ""
    assert ":4:1: notice loss: chancen-statt-krise: subtitle changed:" in said.stderr
    assert (said.returncode, strict.returncode) == (0, 1)
    assert silent.stdout == said.stdout == strict.stdout


def test_check_compares_and_writes_nothing(run: Run, record: Path, tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    assert run("export", record, "--check", "-o", "refs.bib").returncode == 1
    assert not target.exists()
    run("export", record, "-o", "refs.bib")
    assert run("export", record, "--check", "-o", "refs.bib") == (0, "", "")
    stale = target.read_text(encoding="utf-8").replace("Berlin", "Bonn")
    target.write_text(stale, encoding="utf-8")
    done = run("export", record, "--check", "-o", "refs.bib")
    assert done.returncode == 1
    assert "-  address = {Bonn}," in done.stdout
    assert "+  address = {Berlin}," in done.stdout
    assert target.read_text(encoding="utf-8") == stale


@pytest.mark.parametrize("option", ["-o", "--output-dir"])
def test_one_file_per_record(run: Run, tmp_path: Path, option: str) -> None:
    ids = ["a", "A", "../../etc/passwd", "/abs", "..", "x" * 300, "ü/ß"]
    records = "".join(
        "- " + MINIMAL.format(id=json.dumps(name), title=f"T{n}") for n, name in enumerate(ids)
    )
    (tmp_path / "in.yaml").write_text(records, encoding="utf-8")
    done = run("export", "in.yaml", "--to", "yaml", option, "out/")
    assert done.returncode == 0
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(written) == len(ids)
    assert {path.name for path in tmp_path.iterdir()} == {"in.yaml", "out"}
    assert run("check", "out").stderr.startswith(f"{len(ids)} records, 0 errors")


def test_a_pattern_names_the_files_of_records(run: Run, tmp_path: Path) -> None:
    two = "".join("- " + MINIMAL.format(id=name, title="T") for name in "ab")
    assert run("export", "-", "-o", "new/report-{id}.ris", stdin=two).returncode == 0
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == ["report-a.ris", "report-b.ris"]


def test_check_compares_the_files_of_a_folder(run: Run, tmp_path: Path) -> None:
    two = "".join("- " + MINIMAL.format(id=name, title="T") for name in "ab")
    command = ("export", "-", "--to", "ris", "-o", "new/")
    assert run(*command, "--check", stdin=two).returncode == 1
    assert not list(tmp_path.iterdir())
    run(*command, stdin=two)
    assert run(*command, "--check", stdin=two) == (0, "", "")
    (tmp_path / "new" / "b.ris").unlink()
    done = run(*command, "--check", stdin=two)
    assert done.returncode == 1
    assert done.stdout.startswith("--- new/b.ris (as it is)")


def test_a_name_that_promises_another_format_is_reported(
    run: Run, record: Path, tmp_path: Path
) -> None:
    done = run("export", record, "-o", "refs.ris", "--to", "bibtex", "--quiet")
    message = "is written as bibtex, but called like a file of ris"
    assert done.stderr == f"refs.ris: warning misleading-name: {message}\n"
    assert (tmp_path / "refs.ris").read_text().startswith("@")
    assert done.returncode == 0
    for name, to in (("refs.bib", "biblatex"), ("refs.txt", "ris"), ("refs.xml.gz", "mods")):
        assert run("export", record, "-o", name, "--to", to, "--quiet").stderr == ""


def test_entries_appended_again_are_reported(run: Run, record: Path, tmp_path: Path) -> None:
    command = ("export", record, "-o", "refs.bib", "--append", "--quiet")
    assert run(*command).stderr == ""
    message = "1 of the entries added had a key that was there before"
    assert f"refs.bib: warning appended-again: {message}" in run(*command).stderr
    assert run(*command, "--severity", "error").stderr == ""
    assert "{ratzmann2024chancen2," in (tmp_path / "refs.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("id_", "stem"),
    [("ratzmann2024", "ratzmann2024"), ("a/b", "a-b"), ("..", "record"), ("a..b", "a.b")],
)
def test_file_names_stay_in_their_folder(id_: str, stem: str) -> None:
    assert file_stem(id_) == stem


def test_records_with_errors_are_left_out(run: Run, tmp_path: Path) -> None:
    records = "- {id: bad, title: Alone}\n- " + MINIMAL.format(id="good", title="T")
    done = run("export", "-", "-o", "refs.ris", stdin=records)
    assert done.returncode == 1
    assert "error required-field" in done.stderr
    assert "1 record with errors left out: fix what is named above" in done.stderr
    assert (tmp_path / "refs.ris").read_text().count("TY  - ") == 1


def test_an_old_file_is_not_emptied_by_a_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("old")
    assert run("export", "nowhere/", "-o", "refs.bib").returncode == 3
    assert (tmp_path / "refs.bib").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["refs.bib"]


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--to", "bibtx"], "did you mean bibtex?"),
        ([], "--to"),
        (["-o", "refs.xyz"], "refs.xyz"),
        (["--to", "ris", "--dialect", "refman"], "refman2001"),
        (["--to", "bibtex", "--dialect", "refman2001"], "leave --dialect out"),
        (["--to", "bibtex", "--key-format", "auther-year"], "did you mean author"),
        (["--to", "bibtex", "--check"], "name it with -o"),
        (["-o", "x.bib", "--output-dir", "y"], "leave one out"),
        (["-o", "{ID}.ris"], "only {id} can"),
        (["--to", "ris", "--output-dir", "new/report.ris"], "write new/{id}.ris"),
        (["--to", "bibtex", "--append", "-o", "new/"], "--append is for one file"),
    ],
)
def test_wrong_usage_suggests_the_right_one(
    run: Run, record: Path, options: list[str], hint: str
) -> None:
    done = run("export", record, *options)
    assert done.returncode == 2
    assert hint in done.stderr
    assert not done.stdout


def test_the_columns_of_csv_are_those_asked_for_or_those_with_values(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.bib").write_text("@book{b1, title={A, or B}, year=1986, publisher={P}}")
    done = run("export", "a.bib", "--to", "csv", "--quiet")
    assert done.stdout.splitlines()[0] == "id,type,title,issued,publisher,citation-key"
    chosen = run("export", "a.bib", "-o", "a.csv", "--columns", "issued, title,DOI", "-q")
    assert chosen.returncode == 0
    assert (tmp_path / "a.csv").read_bytes().decode().replace(
        "\r", ""
    ) == 'issued,title,DOI\n1986,"A, or B",\n'
    run("export", "a.bib", "-o", "out/{id}.csv", "--columns", "id", "-q")
    assert (tmp_path / "out" / "b1.csv").read_bytes() == b"id\r\nb1\r\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--to", "csv", "--columns", "titel"],
            "--columns cannot be 'titel' (did you mean 'title'?)",
        ),
        (["--to", "csv", "--columns", "id,"], "--columns cannot be '' (one of: "),
        (["--to", "ris", "--columns", "id"], "ris has no columns (leave --columns out)"),
    ],
)
def test_other_columns_are_refused(run: Run, arguments: list[str], said: str) -> None:
    done = run("export", "--sample", *arguments)
    assert done.stderr.startswith(f"reportcite: {said}")
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("append", [[], ["--append"]])
def test_what_is_read_is_not_replaced_by_what_is_made_of_it(
    run: Run, tmp_path: Path, append: list[str]
) -> None:
    library = tmp_path / "library.bib"
    library.write_text("% groups of JabRef\n@book{a, title={Title}, author={Roe, Max}}\n")
    before = library.read_bytes()
    done = run("export", str(library), "-o", str(library), *append)
    assert done.returncode == 2
    assert "what -o would replace is read (name another file)" in done.stderr
    assert library.read_bytes() == before
    assert run("export", str(library), "--check", "-o", str(library)).returncode == 1


def test_what_is_written_into_a_folder_that_is_read_is_not_read_the_next_time(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.ris").write_text("TY  - BOOK\nTI  - Title\nAU  - Roe, Max\nER  - \n")
    target = str(tmp_path / "all.bib")
    for check in ([], [], ["--check"]):
        assert run("export", str(tmp_path), "-o", target, *check).returncode == 0
        assert Path(target).read_text().count("@book") == 1
    # What somebody names is read, and so is a file of that name in another folder.
    assert run("export", str(tmp_path), target, "--to", "ris").stdout.count("ER  -") == 3
