"""In folders, what .gitignore and the user name is passed over, and so is what holds no records."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.batch.chunks import chunks, results
from reportcite.batch.passing_over import passing_over
from reportcite.path_patterns import PathPatterns
from reportcite.problems import Problem
from tests.batch.records import DOCUMENT, ids
from tests.conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with records a, old/b and old/deep/c."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "old" / "deep").mkdir(parents=True)
    for path in ("a", "old/b", "old/deep/c"):
        (tmp_path / f"{path}.yaml").write_text(DOCUMENT % (path[-1], "A"))
    return tmp_path


def read(path: Path, *excluded: str) -> list[str]:
    """The ids of the records in a folder without what is excluded."""
    patterns = (PathPatterns(excluded, str(path.absolute())),)
    found = [one for chunk in chunks([str(path)], excluded=patterns) for one in results(chunk)]
    return [one.rule.name if isinstance(one, Problem) else one.id for one in found]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("old/", ["a"]), ("b.yaml", ["a", "c"]), ("/b.yaml", ["a", "b", "c"]), ("deep", ["a", "b"])],
)
def test_patterns_are_those_of_git(folder: Path, pattern: str, expected: list[str]) -> None:
    assert read(folder, pattern) == expected
    (folder / ".gitignore").write_text(f"# not ours\n{pattern}\n")
    assert read(folder) == expected


def test_a_gitignore_holds_below_its_folder_and_the_nearest_counts(folder: Path) -> None:
    (folder / ".gitignore").write_text("*.yaml\n")
    (folder / "old" / ".gitignore").write_text("!b.yaml\n")
    assert read(folder) == ["b"]
    assert read(folder / "old") == ["b"]


def test_a_gitignore_above_a_folder_holds_in_it_up_to_the_repository(folder: Path) -> None:
    (folder / ".gitignore").write_text("deep/\n")
    assert read(folder / "old") == ["b"]
    (folder / "old" / ".git").mkdir()
    assert read(folder / "old") == ["b", "c"]
    assert read(folder / "old" / "deep") == ["c"]


def test_nothing_above_the_repository_is_looked_at(folder: Path) -> None:
    (folder / ".gitignore").write_text("c.yaml\n")
    assert read(folder / "old" / "deep") == ["empty-folder"]
    (folder / "old" / ".git").mkdir()
    assert read(folder / "old" / "deep") == ["c"]


def test_outside_of_a_repository_nothing_above_is_looked_at(folder: Path) -> None:
    (folder / ".gitignore").write_text("deep/\n")
    (folder / ".git").rmdir()
    assert read(folder / "old") == ["b", "c"]
    assert read(folder) == ["a", "b"]


def test_a_folder_that_is_named_is_read_whatever_git_says_of_it(folder: Path) -> None:
    (folder / ".gitignore").write_text("old/\n")
    assert read(folder) == ["a"]
    assert read(folder / "old") == ["b", "c"]
    assert passing_over(folder / "old", ()).ignored == ()


def test_a_file_that_is_named_is_read(folder: Path) -> None:
    (folder / ".gitignore").write_text("*\n")
    assert ids(folder / "a.yaml") == ["a"]


def test_a_gitignore_that_cannot_be_read_says_nothing(folder: Path) -> None:
    (folder / ".gitignore").mkdir()
    assert read(folder) == ["a", "b", "c"]


def test_files_without_records_are_passed_over_with_a_notice(run: Run, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: A\n")
    (folder / "ci.yml").write_text("on: push\njobs: {}\n")
    (folder / "package.json").write_text('{"name": "a", "dependencies": {}}')
    done = run("check", ".", "--select", "passed-over")
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [
        *("ci.yml", "mkdocs.yml", "package.json")
    ]
    assert "notice passed-over: passed over, because it is the settings of MkDocs" in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("mkdocs.yml", "site_name: A\n", 1), ("package.json", '{"name": 1, "dependencies": {}}', 3)],
)
def test_a_file_without_records_that_is_named_is_an_error(
    run: Run, folder: Path, name: str, text: str, code: int
) -> None:
    (folder / name).write_text(text)
    done = run("check", name)
    assert done.returncode == code
    assert " error " in done.stdout
