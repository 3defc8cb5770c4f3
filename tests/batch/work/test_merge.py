"""Chunks are noted and works are written, wherever that is done."""

from __future__ import annotations

import pickle

from reportcite.batch.work.merge import MergeSettings, Work, note_chunk, write_works
from reportcite.batch.work.noting import named
from tests.batch.records import chunk_of, line
from tests.record.works.works import work


def test_a_chunk_is_noted_without_what_is_wrong() -> None:
    text = line("a") + line("b", author=None) + line("a", title="Other")
    noted = note_chunk(MergeSettings(), chunk_of(text))
    assert [named(one.named).id for one in noted.records] == ["a", "a"]
    assert noted.screening.with_errors == 1 and noted.size == len(text) and noted.written == 0
    assert noted.screening.ids.ids == []  # that two have one id is nothing to tell here


def test_works_are_written_with_a_placeholder_for_the_key() -> None:
    settings = MergeSettings("bibtex")
    records = [work(title="Soil", publisher="Acker"), work(id_="b", title="Soil", publisher="Feld")]
    (entry,) = write_works(settings, [Work("a", [pickle.dumps(one) for one in records])])
    assert entry.text.startswith(f"@book{{{settings.placeholder},")
    assert entry.wanted == "ackerndsoil"
    assert [one.rule.name for one in entry.conflicts] == ["merge-conflict"]


def test_a_work_gets_the_id_that_is_free() -> None:
    (entry,) = write_works(
        MergeSettings("jsonl"), [Work("a2", [pickle.dumps(work(title="Soil", citation_key="a"))])]
    )
    assert (entry.id, entry.key, entry.wanted) == ("a2", "a2", "")
    assert '"id": "a2"' in entry.text


def test_without_a_format_there_are_contradictions_alone() -> None:
    (entry,) = write_works(MergeSettings(), [Work("a", [pickle.dumps(work(title="Soil"))])])
    assert entry == ("", "", "a", "", [])
