"""`reportcite add -` with references out of a text."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from reportcite.cli.documents import pasted
from tests.conftest import Run

APA = "Beck, U. (1986). Risk. Suhrkamp."
IN_TERMINAL = """
import os, sys
os.open(sys.argv[1], os.O_RDWR)  # of a new session it becomes the terminal
from reportcite.cli.main import main
sys.exit(main(["add", "-"]))
"""
TWO = f"[1] {APA}\n[2] Kalt, Anna. 2006. Second. Springer.\n"


def test_references_are_added_without_a_question_if_that_is_asked_for(
    run: Run, tmp_path: Path
) -> None:
    done = run("add", "-", "--yes", stdin=TWO)
    assert done.stdout == (
        "records/beck1986risk.yaml\tBeck\t1986\tRisk\n"
        "records/kalt2006second.yaml\tKalt\t2006\tSecond\n"
    )
    assert run("cite", "records/").stdout.startswith(APA)
    assert "already-there" in run("add", "-", "-y", stdin=APA).stderr


def test_they_may_stand_in_a_file_of_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs.txt").write_text(TWO)
    done = run("add", str(tmp_path / "refs.txt"), "--yes")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
    (tmp_path / "saved.txt").write_text("TY  - BOOK\nTI  - Soil\nER  - \n")
    assert "title: Soil" in run("add", str(tmp_path / "saved.txt"), "--print").stdout


def test_they_may_be_printed_only(run: Run, tmp_path: Path) -> None:
    assert "family: Beck" in run("add", "-", "--print", stdin=APA).stdout
    assert not (tmp_path / "records").exists()


@pytest.mark.parametrize(
    ("answers", "files"),
    [(["y\n", "n\n"], ["beck1986risk.yaml"]), (["\n", "Ja\n"], ["kalt2006second.yaml"])],
)
def test_each_is_shown_and_asked_about(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: list[str],
    files: list[str],
) -> None:
    waiting = iter(answers)
    monkeypatch.setattr(pasted, "ask", lambda question: next(waiting))
    done = run("add", "-", stdin=TWO)
    assert APA in done.stderr and "title: Second" in done.stderr
    assert sorted(path.name for path in (tmp_path / "records").iterdir()) == files


def test_without_a_terminal_nothing_is_added(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasted, "ask", lambda question: None)
    done = run("add", "-", stdin=APA)
    assert done.returncode == 2
    assert "(--yes adds them without asking, --print only prints them)" in done.stderr
    assert not (tmp_path / "records").exists()


def test_what_is_no_reference_is_an_error_and_the_others_are_added(run: Run) -> None:
    done = run("add", "-", "--yes", stdin=f"hello\n{APA}\n")
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert "<stdin>:1: error no-reference: “hello” has no names" in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "title: Risk\n",
        "# a record\n---\nTitle: Risk\n",
        "- title: Risk\n",
        "@book{a, title={Risk}}",
        "TY  - BOOK\nTI  - Risk\nER  -\n",
        '{"title": "Risk"}',
        '[{"id": "a", "title": "Risk"}]',
        "{title: Risk}",
    ],
)
def test_records_are_read_as_records(run: Run, text: str) -> None:
    assert "title: Risk" in run("add", "-", "--print", stdin=text).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="a terminal of its own")
def test_the_question_is_asked_at_the_terminal(tmp_path: Path) -> None:
    terminal, inside = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", IN_TERMINAL, os.ttyname(inside)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        start_new_session=True,
    )
    os.write(terminal, b"y\n")
    out, _ = process.communicate(APA.encode(), timeout=60)
    assert out == b"records/beck1986risk.yaml\tBeck\t1986\tRisk\n"
    seen = b""
    while b"Add it? [y/N] " not in seen and select.select([terminal], [], [], 10)[0]:
        seen += os.read(terminal, 1000)
    assert b"Add it? [y/N] " in seen
    os.close(inside)
    os.close(terminal)
