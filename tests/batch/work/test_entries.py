"""Entries are put into one file, to the end of one, or each into a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportcite.batch.naming import Naming
from reportcite.batch.work.entries import append, entry_files, texts, write_files
from reportcite.batch.work.export import Exported, ExportSettings, export_chunk
from reportcite.formats.registry import format_named
from reportcite.formats.writing.keys import UniqueKeys
from tests.batch.records import chunk_of, line


def exported(settings: ExportSettings, *ids: str) -> Iterator[Exported]:
    """A chunk for each of `ids`, with one record of the same title."""
    for id_ in ids:
        yield export_chunk(settings, chunk_of(line(id_, title="Same")))


def keys_in(text: str) -> list[str]:
    return [one[:-1].partition("{")[2] for one in text.splitlines() if one.startswith("@")]


def test_keys_are_unique_over_all_chunks() -> None:
    settings = ExportSettings("bibtex")
    found = b"".join(texts(exported(settings, "a", "b"), settings, UniqueKeys()))
    assert keys_in(found.decode()) == ["a2024same", "a2024same2"]


def test_keys_that_are_in_the_file_are_not_given_again(tmp_path: Path) -> None:
    path = tmp_path / "all.bib"
    path.write_text("@book{a2024same,\n  title = {Mine},\n}\n")
    settings = ExportSettings("bibtex")
    again = append(exported(settings, "a", "b"), settings, format_named("bibtex"), str(path))
    assert keys_in(path.read_text()) == ["a2024same", "a2024same2", "a2024same3"]
    assert again == 2  # both asked for the key that was there


def test_what_has_no_key_is_known_by_its_id(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    settings = ExportSettings("jsonl", apart=True)
    counts = [
        append(exported(settings, *ids), settings, format_named("jsonl"), str(path))
        for ids in (["a"], ["b", "c"], ["a", "c", "d"])
    ]
    assert counts == [0, 0, 2]
    assert path.read_text().count("\n") == 6


def test_what_is_written_only_is_appended_without_a_look(tmp_path: Path) -> None:
    path = tmp_path / "all.html"
    settings = ExportSettings("coins", apart=True)
    for _ in range(2):
        assert append(exported(settings, "a"), settings, format_named("coins"), str(path)) == 0
    assert path.read_text().count("Z3988") == 2


@pytest.mark.parametrize("to", ["ris", "csl-json", "cff"])
def test_each_record_has_a_whole_file_of_its_own(tmp_path: Path, to: str) -> None:
    settings = ExportSettings(to, apart=True)
    target_format = format_named(to)
    files = entry_files(exported(settings, "a", "b"), settings, target_format)
    write_files(files, Naming(f"{tmp_path}/new/{{id}}", ""))
    found = {path.name: path.read_text() for path in (tmp_path / "new").iterdir()}
    assert sorted(found) == ["a", "b"]
    for text in found.values():
        assert text.startswith(target_format.head) and text.endswith(target_format.tail)
        assert "Same" in text
