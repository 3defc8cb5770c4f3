"""Large exports: the same bytes for any number of processes, bad records named and left out."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.faults.runs import COMMAND, lines

BAD = b'{"id": "bad", "title": "Alone"}\n'
BROKEN = b'{"id": "broken",\n'


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thousand records of all kinds and in every kind of file, some of them bad."""
    folder = tmp_path_factory.mktemp("mixed") / "in"
    folder.mkdir()
    parts = [lines(1200, first=1500 * n) + BAD + BROKEN for n in range(3)]
    (folder / "a.jsonl").write_bytes(b"\n".join(parts))
    document = "---\ntitle: Report {0}\nauthor: A\nissued: 2024\npublisher: P\nabstract: {1}\n"
    (folder / "b.yaml").write_text("".join(document.format(n, "x" * 400) for n in range(1500)))
    (folder / "c.json").write_bytes(b"[" + lines(1500).replace(b"}\n", b"},\n")[:-2] + b"]")
    for name in ("d", "e"):
        (folder / f"{name}.yaml").write_text(document.format(name, "x"))
    (folder / "f.yaml").symlink_to("a.jsonl")
    return folder


@pytest.mark.parametrize(
    "to",
    ["bibtex", *(pytest.param(to, marks=pytest.mark.slow) for to in ("ris", "csl-json", "csv"))],
)
def test_the_result_does_not_depend_on_the_number_of_processes(
    run: Run, mixed: Path, to: str
) -> None:
    one, *others = (
        run("export", mixed, "--to", to, "--report-loss", "-q", "--jobs", jobs)
        for jobs in ("1", "2", "5")
    )
    assert one.stdout and one.stderr
    assert others == [one, one]


@pytest.mark.slow
def test_a_check_does_not_depend_on_the_number_of_processes(run: Run, mixed: Path) -> None:
    one, *others = (run("check", mixed, "--duplicates", "--jobs", jobs) for jobs in ("1", "2", "5"))
    assert "duplicate-id" in one.stdout
    assert others == [one, one]


def test_bad_records_are_named_counted_and_left_out(run: Run, mixed: Path) -> None:
    done = run("export", mixed / "a.jsonl", "--to", "ris")
    assert done.returncode == 3
    assert done.stdout.count("TY  - ") == 3600
    named = [line.partition("a.jsonl:")[2].split(" ")[0] for line in done.stderr.splitlines()]
    assert [name for name in named if name] == [
        *["1201:1:"] * 3, "1202:18:", *["2404:1:"] * 3, "2405:18:", *["3607:1:"] * 3, "3608:18:",
    ]  # fmt: skip
    assert done.stderr.splitlines()[-1].startswith("3606 read, 3600 written, 6 with errors, 0")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_fail_fast_stops_and_changes_no_file(
    run: Run, mixed: Path, tmp_path: Path, jobs: str
) -> None:
    (tmp_path / "out.ris").write_text("old")
    done = run("export", mixed, "-o", "out.ris", "--fail-fast", "--jobs", jobs)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "stopped at the first bad record"
    assert "1201:1:" in done.stderr and "1202:" not in done.stderr
    assert (tmp_path / "out.ris").read_text() == "old"


def test_problems_are_reported_up_to_a_number_and_counted(run: Run, mixed: Path) -> None:
    done = run("export", mixed / "a.jsonl", "--to", "ris", "--max-problems", "2", "-q")
    assert len(done.stderr.splitlines()) == 3
    assert done.stderr.splitlines()[-1] == "and 10 more problems"
    checked = run("check", mixed / "a.jsonl", "--max-problems", "2")
    assert len(checked.stdout.splitlines()) == 2
    assert "more problems" in checked.stderr


def test_a_record_larger_than_allowed_is_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: T\nauthor: A\nissued: 1\npublisher: " + "P" * 2000)
    done = run("export", "a.yaml", "--to", "ris", "--max-record-size", "1000")
    assert done.returncode == 3
    assert "more than 1,000 characters (shorten it, or raise --max-record-size)" in done.stderr
    assert run("export", "a.yaml", "--to", "ris").returncode == 0


def test_append_adds_new_keys_and_refuses_joined_formats(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    (tmp_path / "all.bib").write_text("@book{a2024report,\n  title = {Mine},\n}")
    done = run("export", "in.jsonl", "-o", "all.bib", "--append")
    assert done.returncode == 0
    text = (tmp_path / "all.bib").read_text()
    assert text.startswith("@book{a2024report,\n  title = {Mine},\n}\n@")
    assert [line for line in text.splitlines() if line.startswith("@")][1:] == [
        "@techreport{a2024report2,",
        "@techreport{a2024report3,",
    ]
    refused = run("export", "in.jsonl", "-o", "all.json", "--append")
    assert refused.returncode == 2
    assert "nothing can be appended to a file of csl-json" in refused.stderr


IDS = ["a", "A", "../../up", "/etc/passwd", "..", ".", "", "~", "x/../../y", "nul\u0000", "\u202e"]


@pytest.mark.parametrize("pattern", ["out/", "out/{id}.ris", "out/{id}/report.ris", "out/r-{id}"])
def test_no_id_leaves_the_folder(run: Run, tmp_path: Path, pattern: str) -> None:
    import json

    entry = json.loads(lines(1))
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(entry | {"id": i}) + "\n" for i in IDS))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.ris").symlink_to("../victim")
    (tmp_path / "victim").write_text("mine")
    done = run("export", "in.jsonl", "--to", "ris", "--output-dir", pattern)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out", "victim"}
    assert (tmp_path / "victim").read_text() == "mine"
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert sum(path.read_text().startswith("TY") for path in written) == len(IDS)


def test_a_link_to_a_folder_outside_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(1))
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "r0").symlink_to("../elsewhere")
    done = run("export", "in.jsonl", "--output-dir", "out/{id}/report.ris")
    assert done.returncode == 3
    assert "it is not inside out/" in done.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_progress_is_for_terminals(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(5000) + b'{"id": "\\u001b[31m"}\n')
    assert "records" in _terminal(tmp_path, "-o", "out.ris")
    assert "\x1b[31m" not in _terminal(tmp_path, "-o", "out.ris")
    assert "records" not in _terminal(tmp_path, "-o", "out.ris", "--quiet")


def _terminal(folder: Path, *options: str) -> str:
    """What a terminal is sent as stderr."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "export", "in.jsonl", *options],
        cwd=folder,
        stderr=follower,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 1 << 16)
        except OSError:  # the other end is closed
            break
        shown += piece
    process.wait()
    os.close(leader)
    assert sys.platform == "linux"
    return shown.decode()


@pytest.mark.parametrize("name", ["mods", "endnote-xml"])
def test_files_that_are_not_cut_are_shared_among_processes_too(
    run: Run, tmp_path: Path, name: str
) -> None:
    report = '{"id": "r%d", "type": "report", "title": "T", "author": [{"literal": "A"}],'
    report += ' "issued": {"date-parts": [[2024]]}, "publisher": "P"}\n'
    (tmp_path / "all.jsonl").write_text("".join(report % number for number in range(1200)))
    run("export", "all.jsonl", "--to", name, "-o", "all.xml", "-q")
    alone = run("export", "all.xml", "--from", name, "--to", "ris", "-q", "--jobs", "1")
    assert alone.stdout.count("TY  - ") == 1200
    assert run("export", "all.xml", "--from", name, "--to", "ris", "-q", "--jobs", "2") == alone


def test_records_appended_again_are_reported_where_no_key_tells_them_apart(
    run: Run, record: Path
) -> None:
    for expected in ("", "1 of the entries added had an id that was there before"):
        done = run("export", record, "--to", "jsonl", "-o", "all.jsonl", "--append", "-q")
        assert (done.returncode, expected in done.stderr) == (0, True)
