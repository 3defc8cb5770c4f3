"""Where `export` writes: stdout, a file, the end of one, or a folder of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.cli.target import Target, format_for, misleading_name, target_of
from reportcite.errors import UsageError
from reportcite.formats.registry import format_named


@pytest.mark.parametrize(
    ("output", "output_dir", "target"),
    [
        ("", "", Target()),
        ("-", "", Target("-")),
        ("a.bib", "", Target("a.bib")),
        ("out/", "", Target(folder="out/")),
        ("out/{id}.bib", "", Target(folder="out/{id}.bib")),
        (".", "", Target(folder=".")),
        ("", "out", Target(folder="out")),
        ("", "new/{id}.ris", Target(folder="new/{id}.ris")),
    ],
)
def test_a_name_is_a_file_or_a_folder(output: str, output_dir: str, target: Target) -> None:
    assert target_of(output, output_dir, append=False, check=False) == target
    assert target.name == (output or output_dir)


@pytest.mark.parametrize(
    ("output", "output_dir", "append", "check", "message"),
    [
        ("a.bib", "out", False, False, "-o and --output-dir exclude each other"),
        ("a/", "out", False, False, "-o and --output-dir exclude each other"),
        ("a.bib", "", True, True, "--check and --append exclude each other"),
        ("out/", "", True, False, "--append is for one file"),
        ("", "", True, False, "--append needs a file"),
        ("-", "", False, True, "--check needs a file"),
        ("", "new.ris", False, False, "new.ris is called like a file, not like a folder"),
    ],
)
def test_what_excludes_each_other_is_wrong_usage(
    output: str, output_dir: str, append: bool, check: bool, message: str
) -> None:
    with pytest.raises(UsageError) as wrong:
        target_of(output, output_dir, append=append, check=check)
    assert wrong.value.message == message
    hint = "name it with -o" if append != check else "leave one out"
    assert message.startswith("new") or wrong.value.suggestion == hint


def test_appending_and_comparing_are_for_what_has_a_name() -> None:
    assert target_of("a.bib", "", append=True, check=False) == Target("a.bib", append=True)
    assert target_of("a.bib", "", append=False, check=True) == Target("a.bib", check=True)
    assert target_of("", "out", append=False, check=True) == Target(folder="out", check=True)


@pytest.mark.parametrize("name", ["out.ris/", "out.{id}.ris", "out", "there.ris"])
def test_a_folder_may_be_called_like_a_file_where_it_is_clear(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.ris").mkdir()
    assert target_of("", name, append=False, check=False).folder == name


def test_another_name_is_suggested_for_a_folder_called_like_a_file() -> None:
    with pytest.raises(UsageError) as wrong:
        target_of("", "new/report.ris", append=False, check=False)
    assert wrong.value.suggestion == (
        "write new/{id}.ris for one file per record, or new/report.ris/ if it is to be a folder"
    )


@pytest.mark.parametrize(
    ("target", "to", "name"),
    [
        (Target("a.bib"), "", "bibtex"),
        (Target("a.bib"), "ris", "ris"),
        (Target(), "ris", "ris"),
        (Target(folder="out/{id}.ris"), "", "ris"),
        (Target(folder="out"), "yaml", "yaml"),
    ],
)
def test_the_format_is_named_or_that_of_the_suffix(target: Target, to: str, name: str) -> None:
    assert format_for(target, to).name == name


@pytest.mark.parametrize("target", [Target(), Target(folder="out.ris/"), Target("a.xyz")])
def test_a_format_must_be_known(target: Target) -> None:
    with pytest.raises(UsageError):
        format_for(target, "")
    with pytest.raises(UsageError) as wrong:
        format_for(Target(), "")
    assert str(wrong.value) == "no format given (name it with --to, or a file with -o)"


@pytest.mark.parametrize(
    ("name", "to", "promised"),
    [
        ("a.ris", "bibtex", "ris"),
        ("a.ris.gz", "bibtex", "ris"),
        ("a.ris", "ris", ""),
        ("a.bib", "biblatex", ""),
        ("a.txt", "ris", ""),
        ("a.bib.gz", "biblatex", ""),
        ("a.XML.zst", "mods", ""),
        ("", "ris", ""),
        ("out/{id}.bib", "ris", "bibtex"),
    ],
)
def test_a_name_that_promises_another_format_is_noted(name: str, to: str, promised: str) -> None:
    target = Target(folder=name) if "{" in name else Target(name)
    problem = misleading_name(target, format_named(to))
    expected = f"{name}: warning misleading-name: is written as {to}, but called like a file of "
    assert str(problem) == (expected + promised if promised else "None")


@pytest.mark.parametrize("name", ["refs.docx", "refs.ODT", "refs.tex", "refs.txt"])
def test_a_document_is_written_by_another_command(name: str) -> None:
    with pytest.raises(UsageError) as wrong:
        format_for(Target(name), "")
    assert f"(`reportcite cite -o {name}` writes a bibliography; " in str(wrong.value)
    assert format_for(Target(name), "csv").name == "csv"
