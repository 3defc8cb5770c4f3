"""`check --fix` and `--diff`, as a user drives them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

TYPED = (
    "title: A  b\ntype: report\nauthor: none\nissued: 2024\npublisher: P\nnumber: 1\n"
    "URL: none\nISBN: 97-83948-289829 # printed\npublisher-place: Berlin\n"
    "number-of-pages: 45 S.\nlanguage: German\n"
)
FIXED = (
    TYPED.replace("  ", " ").replace("97-83948-289829", "978-3-948289-82-9")
    .replace("45 S.", "45").replace("German", "de")
)  # fmt: skip
LINES = (
    "refs.yaml:1: fixed: double-space: A  b → A b\n"
    "refs.yaml:8: fixed: isbn-hyphens: 97-83948-289829 → 978-3-948289-82-9\n"
    "refs.yaml:10: fixed: page-label: 45 S. → 45\n"
    "refs.yaml:11: fixed: language-tag: German → de\n"
)


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    path = tmp_path / "refs.yaml"
    path.write_text(TYPED)
    return path


def test_what_is_certain_is_fixed_and_each_fix_is_a_line(run: Run, refs: Path) -> None:
    done = run("check", "--fix", "refs.yaml")
    assert done == (0, LINES, "4 fixed in 1 file\n1 record, 0 errors, 0 warnings\n")
    assert refs.read_text() == FIXED
    again = run("check", "--fix", "refs.yaml")
    assert again == (0, "", "nothing to fix\n1 record, 0 errors, 0 warnings\n")


def test_what_is_left_is_reported_and_makes_the_exit_code(run: Run, refs: Path) -> None:
    refs.write_text(TYPED.replace("97-83948-289829", "978-3-948289-82-8"))
    done = run("check", "--fix", "refs.yaml")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == LINES.splitlines()[0]
    assert done.stdout.splitlines()[-1].startswith("refs.yaml:8:1: error isbn-checksum: ")
    assert done.stderr == "3 fixed in 1 file\n1 record, 1 error, 0 warnings\n"


def test_a_diff_is_shown_and_nothing_written(run: Run, refs: Path, tmp_path: Path) -> None:
    done = run("check", "--diff", "refs.yaml")
    assert refs.read_text() == TYPED
    assert done.returncode == 0
    assert done.stdout.startswith("--- refs.yaml\n+++ refs.yaml\n@@ -1,11 +1,11 @@\n-title: A  b\n")
    assert done.stderr == "4 would be fixed in 1 file\n1 record, 0 errors, 3 warnings\n"
    assert run("check", "--fix", "--diff", "refs.yaml").stdout == done.stdout
    assert run("check", "--diff", "refs.yaml", "--fail-on", "warning").returncode == 1


@pytest.mark.programs
def test_git_takes_the_diff(run: Run, refs: Path, tmp_path: Path) -> None:
    shown = run("check", "--diff", "refs.yaml").stdout
    subprocess.run(["git", "apply", "-p0", "-"], input=shown, text=True, check=True, cwd=tmp_path)
    assert refs.read_text() == FIXED


def test_other_reports_stay_whole_and_fixes_are_told_beside_them(run: Run, refs: Path) -> None:
    done = run("check", "--fix", "--format", "json", "refs.yaml")
    assert json.loads(done.stdout) == []
    assert done.stderr.startswith(LINES)


def test_findings_say_how_they_would_be_fixed(run: Run, refs: Path) -> None:
    found = json.loads(run("check", "--format", "json", "refs.yaml").stdout)
    assert [one["fix"] for one in found] == [
        {"field": "title", "old": "A  b", "new": "A b"},
        {"field": "ISBN", "old": "97-83948-289829", "new": "978-3-948289-82-9"},
        {"field": "number-of-pages", "old": "45 S.", "new": "45"},
        {"field": "language", "old": "German", "new": "de"},
    ]


def test_of_long_texts_what_differs_is_shown(run: Run, refs: Path) -> None:
    words = "word " * 30
    refs.write_text(f"title: T\nabstract: {words} &lt; {words.strip()}\n")
    line = run("check", "--fix", "refs.yaml", "--select", "html").stdout
    assert line == (
        "refs.yaml:2: fixed: html-entity: …ord word word  &lt; word word word… → …ord word word  < "
        "word word word…\n"
    )


def test_only_the_selected_rules_are_fixed(run: Run, refs: Path) -> None:
    run("check", "--fix", "--select", "isbn", "refs.yaml")
    assert refs.read_text() == TYPED.replace("97-83948-289829", "978-3-948289-82-9")


def test_a_format_that_is_not_fixed_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.refworks").write_text("RT Book, Whole\nT1 A\nED 2nd edition\n")
    done = run("check", "--fix", "a.refworks")
    assert "a.refworks: notice not-in-place: files of RefWorks are not fixed" in done.stdout
    assert done.stderr.startswith("nothing fixed\n")


def test_a_file_that_cannot_be_written_is_an_error(
    run: Run, refs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    done = run("check", "--fix", "refs.yaml")
    assert done.returncode == 3
    assert done.stdout.startswith(
        "refs.yaml: error not-fixed: cannot be written: it is write-protected"
    )
    assert refs.read_text() == TYPED


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fix", "-"], "--fix takes files, not standard input"),
        (["--diff", "--sample"], "--diff takes files, not the sample"),
        (["--fix", "refs.yaml", "--key", "a"], "--fix takes whole files"),
        (["--diff", "refs.yaml", "--where", "year=2024"], "--diff takes whole files"),
    ],
)
def test_what_is_no_whole_file_is_refused(
    run: Run, refs: Path, arguments: list[str], message: str
) -> None:
    done = run("check", *arguments, stdin=TYPED)
    assert done.returncode == 2
    assert message in done.stderr
    assert refs.read_text() == TYPED


def test_a_rule_says_whether_it_is_fixed(run: Run) -> None:
    assert "With --fix: " in run("check", "--explain", "doi-prefix").stdout
    assert "With --fix: " not in run("check", "--explain", "isbn-checksum").stdout


def test_what_a_comment_ignores_is_not_fixed(run: Run, refs: Path) -> None:
    text = TYPED.replace("# printed", "# reportcite: ignore[isbn-hyphens]")
    refs.write_text(text)
    run("check", "--fix", "refs.yaml")
    assert "ISBN: 97-83948-289829 # reportcite" in refs.read_text()
    assert "title: A b\n" in refs.read_text()


def test_a_file_that_is_named_twice_is_fixed_once(run: Run, refs: Path) -> None:
    done = run("check", "--fix", "refs.yaml", ".")
    assert done.stderr.startswith("4 fixed in 1 file\n")
    assert refs.read_text() == FIXED
