"""Patterns of paths mean what they mean in .gitignore, in their folder and below."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from reportcite.path_patterns import PathPatterns, literal, wrong_pattern


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.bib", "a.bib", True),
        ("*.bib", "old/a.bib", True),
        ("/*.bib", "old/a.bib", None),
        ("old/", "old/a.bib", True),
        ("old/*.bib", "old/a.bib", True),
        ("old/*.bib", "x/old/a.bib", None),
        ("**/a.bib", "x/old/a.bib", True),
        ("*.ris", "a.bib", None),
        ("# comment", "# comment", None),
    ],
)
def test_patterns_are_those_of_git(
    tmp_path: Path, pattern: str, path: str, expected: bool | None
) -> None:
    found = PathPatterns((pattern,), str(tmp_path)).matched(str(tmp_path / path))
    assert found is expected


def test_the_last_pattern_that_names_a_path_counts(tmp_path: Path) -> None:
    patterns = PathPatterns(("*.bib", "!own.bib"), str(tmp_path))
    assert patterns.matched(str(tmp_path / "a.bib")) is True
    assert patterns.matched(str(tmp_path / "own.bib")) is False


def test_a_pattern_may_be_for_folders_alone(tmp_path: Path) -> None:
    patterns = PathPatterns(("build/",), str(tmp_path))
    assert patterns.matched(str(tmp_path / "build"), is_folder=True) is True
    assert patterns.matched(str(tmp_path / "build")) is None


def test_nothing_is_said_of_what_is_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns = PathPatterns(("*",), str(tmp_path / "records"))
    assert patterns.matched(str(tmp_path / "a.bib")) is None
    assert patterns.matched(str(tmp_path / "records"), is_folder=True) is None
    assert patterns.matched(str(tmp_path / "records" / "..a")) is True
    monkeypatch.chdir(tmp_path)
    assert patterns.matched("records/a.bib") is True
    assert patterns.matched("a.bib") is None


@pytest.mark.parametrize("name", ["a*b", "[1]", "!x", "#1", "a\\b", "trailing ", "a/b?"])
def test_a_literal_pattern_names_one_folder_and_no_other(tmp_path: Path, name: str) -> None:
    found = PathPatterns((f"/{literal(name)}/",), str(tmp_path))
    assert found.matched(str(tmp_path / name / "x"))
    assert not found.matched(str(tmp_path / "aab" / "x"))
    assert not found.matched(str(tmp_path / "1" / "x"))


@pytest.mark.parametrize("pattern", ["!", "a\\", "[z-a]"])
def test_a_pattern_that_means_nothing_changes_nothing(tmp_path: Path, pattern: str) -> None:
    """As for git, which reads the others of the file."""
    patterns = PathPatterns((pattern, "*.bib"), str(tmp_path))
    assert patterns.matched(str(tmp_path / "a.bib")) is True
    assert patterns.matched(str(tmp_path / "a")) is None
    assert wrong_pattern(["*.bib", pattern]) == pattern
    assert wrong_pattern(["*.bib", "!a", "# b", ""]) is None


@pytest.mark.filterwarnings("error")
def test_odd_brackets_are_no_matter_for_users(tmp_path: Path) -> None:
    assert PathPatterns(("[[:alpha:]]",), str(tmp_path)).matched(str(tmp_path / "1")) is None


@given(st.text("ab1-./_é", max_size=9))
def test_a_plain_pattern_means_something(pattern: str) -> None:
    """Which is known without trying it."""
    if wrong_pattern([pattern]) is None and pattern.strip():
        GitIgnoreSpec.from_lines([pattern])
