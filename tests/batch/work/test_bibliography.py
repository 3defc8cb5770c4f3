"""A bibliography is the same however many processes share the work."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from reportcite.batch.chunks import Chunk, results
from reportcite.batch.processes.workers import WorkerLost
from reportcite.batch.work import bibliography
from reportcite.batch.work.bibliography import (
    Reader,
    ReadItems,
    begin_reading,
    entries,
    go_on_reading,
)
from reportcite.csl import Processor
from reportcite.csl.document.disambiguate import Distinctions
from reportcite.record.model import Record
from tests.batch.records import chunk_of, line
from tests.csl.references import report


def read_items(parts: Iterable[Chunk], reader: Reader, jobs: int) -> Iterator[ReadItems]:
    return go_on_reading(begin_reading(parts, reader), reader, jobs)


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("style", ["apa", "chicago", "ieee"])
def test_the_entries_are_those_of_one_process(
    monkeypatch: pytest.MonkeyPatch, jobs: int, style: str
) -> None:
    monkeypatch.setattr(bibliography, "_ENTRIES", 3)
    references = [
        report(f"r{n}", f"Doe{n // 3}, Jane", 2000 + n % 2, title=f"T{n}") for n in range(20)
    ]
    processor = Processor(style, output="html")
    processor.register(references)

    assert entries(processor, jobs) == processor.document_entries()
    assert len(entries(processor, jobs)) == 20


@pytest.mark.parametrize("alone", [-1, 60])
@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_read_in_order_with_what_was_found(
    monkeypatch: pytest.MonkeyPatch, jobs: int, alone: float
) -> None:
    monkeypatch.setattr(bibliography, "_ALONE", alone)
    parts = [chunk_of(line(f"a{n}") + line("x", publisher=None)) for n in range(4)]

    found = [*read_items(parts, Reader(), jobs)]

    assert [[id_ for id_, _ in read.items] for read in found] == [["a0"], ["a1"], ["a2"], ["a3"]]
    assert [read.screening.with_errors for read in found] == [1] * 4


@pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")
def test_what_cannot_be_cut_is_read_by_one_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its records are neither sent there nor back, only their items."""
    monkeypatch.setattr(bibliography, "_ALONE", -1)
    here = os.getpid()
    made_here: list[bool] = []

    def parts() -> Iterator[Chunk]:
        for number in range(4):
            made_here.append(os.getpid() == here)
            records = results(chunk_of(line(f"a{number}")))
            yield Chunk([[*records]], 0)

    found = [*read_items(parts(), Reader(), 2)]
    assert [[id_ for id_, _ in read.items] for read in found] == [["a0"], ["a1"], ["a2"], ["a3"]]
    assert made_here == [True, True]  # the first, and that by which it is seen


def test_what_is_read_soon_is_read_without_other_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here: list[object] = []

    def results(*chunk: object) -> list[Record]:
        here.append(chunk)
        return []

    monkeypatch.setattr(bibliography, "results", results)
    parts = [chunk_of(line(f"a{n}")) for n in range(4)]

    monkeypatch.setattr(bibliography, "_ALONE", 60)
    assert len([*read_items(parts, Reader(), 2)]) == len(here) == 4

    here.clear()
    monkeypatch.setattr(bibliography, "_ALONE", -1)
    assert len([*read_items(parts, Reader(), 2)]) == 4
    assert 0 < len(here) < 4


def test_reading_may_stop_at_an_error() -> None:
    [read] = read_items([chunk_of(line("x", title=None) + line("a"))], Reader("stop"), 1)

    assert (read.items, read.screening.stopped) == ([], True)


def _decided(style: str, *, beside: bool) -> list[str]:
    processor = Processor(style)
    processor.register(
        report(f"r{n}", f"Doe, {'JKL'[n % 3]}ane", 2000 + n % 2, title=f"T{n}") for n in range(12)
    )
    if beside:
        processor.decide(bibliography._beside)
    return processor.document_entries()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.parametrize("style", ["apa", "chicago", "ieee", "american-sociological-association"])
def test_what_is_decided_beside_is_what_is_decided_here(style: str) -> None:
    assert _decided(style, beside=True) == _decided(style, beside=False)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_a_process_that_ends_without_an_answer_is_reported() -> None:
    with pytest.raises(WorkerLost, match="a process of this run was ended from outside"):
        bibliography._beside(lambda: os._exit(1))()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.parametrize("jobs", [2, 3])
def test_what_a_process_had_that_is_lost_while_it_prints_is_printed_here(
    monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(bibliography, "_ENTRIES", 3)
    here = os.getpid()

    class Ends(Processor):
        def document_entries(self, start: int = 0, stop: int | None = None) -> list[str]:
            if os.getpid() != here:
                os._exit(1)
            return super().document_entries(start, stop)

    processor = Ends("apa")
    processor.register(report(f"r{n}", "Doe, Jane", 2000) for n in range(12))
    assert entries(processor, jobs) == processor.document_entries()


@pytest.mark.parametrize("style", ["apa", "chicago", "american-sociological-association"])
def test_what_is_decided_can_be_sent_to_who_has_the_same_references(style: str) -> None:
    references = [
        report(f"r{n}", f"Doe, {'JKL'[n % 3]}ane", 2000 + n % 2, title=f"T{20 - n}")
        for n in range(12)
    ]
    here, there = Processor(style), Processor(style)
    found: list[Distinctions] = []

    def at_once(work: Callable[[], Distinctions]) -> Callable[[], Distinctions]:
        found.append(work())
        return lambda: found[-1]

    for processor in (here, there):
        processor.register(references)
        processor.decide(at_once)

    there.register(references)  # what it had decided is forgotten
    there.decide_as(here.sent_decisions(), found[1])
    assert there.document_entries() == here.document_entries()


@pytest.mark.parametrize("jobs", [1, 2])
def test_sections_are_the_same_by_several_processes(
    jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bibliography, "_ENTRIES", 2)
    processor = Processor("apa", output="html")
    processor.register({"id": one, "title": one.upper()} for one in "abcd")
    found = bibliography.section_entries(processor, [["c", "a"], ["b"], ["a", "d"]], jobs)
    assert [len(section) for section in found] == [2, 1, 2]
    assert 'id="ref-a"' in found[0][0] and "<i>A</i>" in found[0][0]
    assert 'id="ref-c"' in found[0][1]
    assert "id=" not in found[2][0] and 'id="ref-d"' in found[2][1]


NO_TALKS = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>No talks</title><id>t</id><updated>2024-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography subsequent-author-substitute="—"><layout>
<choose><if type="speech"/><else><text variable="title"/></else></choose>
</layout></bibliography></style>"""
"""A style that one process alone prints in order, and that has no entry for some."""


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_all_that_have_no_entry_are_told_whoever_printed_them(
    jobs: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bibliography, "_ENTRIES", 2)
    style = tmp_path / "no-talks.csl"
    style.write_text(NO_TALKS, encoding="utf-8")
    references = [
        {"id": one, "title": one.upper(), "type": "speech" if one in "bfh" else "book"}
        for one in "abcdefgh"
    ]
    together, in_sections = Processor(style), Processor(style)
    for processor in (together, in_sections):
        processor.register(references)

    assert len(entries(together, jobs)) == 5
    bibliography.section_entries(in_sections, [["a", "b", "c"], ["f"], ["g", "h"]], jobs)
    for processor in (together, in_sections):
        [told] = processor.problems
        assert "b (speech), f (speech), h (speech)" in told.message
