"""A bibliography that several processes read and print is that of one."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from reportcite.batch.work import bibliography, sharing
from reportcite.batch.work.bibliography import Reader, begin_reading, go_on_reading
from reportcite.batch.work.sharing import SharedBibliography, shared_bibliography
from reportcite.csl import Processor
from reportcite.record.items import UniqueIds
from tests.batch.records import chunk_of, line
from tests.csl.style_xml import bibliography as layout
from tests.csl.style_xml import citation, style_xml

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks processes")

AUTHORS = ("Doe, Jane", "Doe, John", "Roe, Tim")
PARTS = [
    chunk_of(
        "".join(
            line(
                f"r{(10 * part + number) % 35}",  # some ids come twice
                title=f"Title {number % 4}",
                author=[
                    dict(zip(("family", "given"), AUTHORS[number % 3].split(", "), strict=True))
                ],
            )
            for number in range(10)
        )
        + line("bad", publisher=None)
    )
    for part in range(6)
]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibliography, "_ALONE", -1)
    monkeypatch.setattr(sharing, "_AT_ONCE", 7)


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("style", ["apa", "chicago", "ieee"])
def test_it_is_the_same_text_and_all_that_is_found_is_told(style: str, jobs: int) -> None:
    reader = Reader()
    here, unique = Processor(style, output="html"), UniqueIds()
    screenings = []
    for read in go_on_reading(begin_reading(PARTS, reader), reader, 1):
        screenings.append(read.screening)
        here.register(unique.items(read.items))

    shared = SharedBibliography(
        Processor(style, output="html"), begin_reading(PARTS, reader), reader, jobs
    )
    try:
        found = [*shared.read()]
        assert [one.ids.ids for one in found] == [one.ids.ids for one in screenings]
        assert [one.with_errors for one in found] == [1] * 6
        assert len(shared) == 60
        assert shared.document() == here.document()
        assert shared.problems() == here.problems == ()
    finally:
        shared.end()


def test_what_has_no_entry_is_named_in_the_order_of_the_style() -> None:
    style = style_xml(
        citation('<text variable="title"/>'),
        layout(
            '<choose><if type="book"><text variable="title"/></if></choose>',
            sort='<key variable="title"/>',
        ),
    )
    parts = [chunk_of(line(id_, title=id_.upper())) for id_ in "ba"]
    parts.append(chunk_of(line("c", type="book", title="C")))
    shared = SharedBibliography(Processor(style), begin_reading(parts, Reader()), Reader(), 2)
    try:
        assert len([*shared.read()]) == 3
        assert shared.document() == "C"
        [problem] = shared.problems()
        assert problem.message == "the style prints no entry for a (report), b (report)"
    finally:
        shared.end()


def test_what_a_process_had_that_is_lost_another_one_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    once = tmp_path / "once"
    once.touch()
    take = sharing._Holding._take

    def ends(self: sharing._Holding, *arguments: object) -> object:
        found = take(self, *arguments)  # type: ignore[arg-type]
        if once.exists() and len(self._share._items) > 15:
            with suppress(FileNotFoundError):  # the other process has come first
                once.unlink()
                os._exit(1)
        return found

    monkeypatch.setattr(sharing._Holding, "_take", ends)
    reader, processor = Reader(), Processor("apa")
    read = go_on_reading(begin_reading(PARTS, reader), reader, 1)
    processor.register(UniqueIds().items(item for one in read for item in one.items))
    shared = SharedBibliography(Processor("apa"), begin_reading(PARTS, reader), reader, 2)
    try:
        assert len([*shared.read()]) == 6
        assert shared.document() == processor.document()
    finally:
        shared.end()
    assert not once.exists()


def test_it_is_shared_where_there_is_much_to_read_and_entries_rest_on_no_others() -> None:
    apa, mla, reader = Processor("apa"), Processor("mla"), Reader()
    uncut = chunk_of("")._replace(parts=[[]])

    shared = shared_bibliography(apa, begin_reading(PARTS, reader), reader, 2)
    assert shared is not None
    shared.end()
    for processor, parts, jobs in (
        (apa, PARTS, 1),
        (apa, PARTS[:1], 2),
        (apa, [PARTS[0], uncut], 2),
        (mla, PARTS, 2),
    ):
        assert shared_bibliography(processor, begin_reading(parts, reader), reader, jobs) is None
