"""Streams that pause: what is there is answered before there is more."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from reportcite.batch.pauses import read_until_pause, until_pauses

LINE = (
    b'{"id": "r%d", "type": "book", "title": "T", "author": [{"literal": "A"}], '
    b'"publisher": "P", "issued": {"date-parts": [[2001]]}}\n'
)


def test_a_pipe_that_pauses_gives_what_is_there() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as pipe:
        os.write(writing, b"abc")
        assert read_until_pause(pipe, pipe, 9, bool) == (b"abc", True)
        os.write(writing, b"def")
        assert read_until_pause(pipe, pipe, 2, bool) == (b"de", False)
        assert read_until_pause(pipe, pipe, 9, bool) == (b"f", True)
        os.close(writing)
        assert read_until_pause(pipe, pipe, 9, bool) == (b"", False)


def test_what_is_not_enough_is_waited_for() -> None:
    reading, writing = os.pipe()
    asked: list[bytes] = []

    def enough(data: bytes) -> bool:
        asked.append(data)
        os.close(writing)
        return False

    with os.fdopen(reading, "rb") as pipe:
        os.write(writing, b"abc")
        assert read_until_pause(pipe, pipe, 9, enough) == (b"abc", False)
    assert asked == [b"abc"]


def test_a_file_never_pauses(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    with (tmp_path / "a").open("rb") as file:
        assert read_until_pause(file, file, 9, bool) == (b"abc", False)


@pytest.fixture(params=["1", "2"])
def jobs(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def answers(pieces: list[bytes], *arguments: str, end: bytes = b"") -> Iterator[bytes]:
    """A line of what is printed after each piece of input, before the next one is there."""
    process = subprocess.Popen(
        [sys.executable, "-m", "reportcite", *arguments, "--quiet"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    given, printed = _both(process)
    for piece in pieces:
        given.write(piece)
        given.flush()
        yield printed.readline()
    given.write(end)
    given.close()
    printed.read()
    assert process.wait() == 0


def _both(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def test_export_answers_each_record_before_there_is_another(jobs: str) -> None:
    """The test ends: a run that waits for more input would wait for ever."""
    pieces = [LINE % number for number in range(5)]
    found = [*answers(pieces, "export", "-", "--from", "jsonl", "--to", "jsonl", "-j", jobs)]
    assert [line[:11] for line in found] == [b'{"id": "r%d"' % number for number in range(5)]


def test_a_stream_shows_its_format_by_two_records(jobs: str) -> None:
    """Of which one is a line of JSON Lines or a whole file of JSON."""
    pieces = [LINE % 0 + LINE % 1, LINE % 2]
    found = [*answers(pieces, "export", "-", "--to", "jsonl", "-j", jobs)]
    assert [line[:11] for line in found] == [b'{"id": "r0"', b'{"id": "r1"']


def test_cite_unsorted_answers_each_record_before_there_is_another(jobs: str) -> None:
    pieces = [LINE % number for number in range(4)]
    found = [*answers(pieces, "cite", "-", "--from", "jsonl", "--unsorted", "-j", jobs)]
    assert [line.rstrip() for line in found] == [b"A. (2001). T. P."] * 4


def test_documents_of_yaml_are_answered_too(jobs: str) -> None:
    document = b"---\nid: a\ntype: book\ntitle: T\nauthor: A\nissued: 2001\npublisher: P\n"
    pieces = [document * 2, document]
    found = [*answers(pieces, "export", "-", "--from", "yaml", "--to", "jsonl", "-j", jobs)]
    assert [line[:9] for line in found] == [b'{"id": "a'] * 2


def test_a_record_in_pieces_is_one(jobs: str) -> None:
    first, second = LINE % 1, LINE % 2
    pieces = [first + second[:20], second[20:]]
    found = [*answers(pieces, "export", "-", "--from", "jsonl", "--to", "jsonl", "-j", jobs)]
    assert [line[:11] for line in found] == [b'{"id": "r1"', b'{"id": "r2"']


RIS = b"TY  - BOOK\r\nID  - r%d\r\nTI  - T\r\nAU  - A\r\nPY  - 2001\r\nPB  - P\r\nER  - \r\n"
BIBTEX = b"@book{r%d,\n  title = {T},\n  author = {{A}},\n  year = 2001,\n  publisher = {P},\n}\n"
ITEM = LINE.strip()
STREAMS = {
    "ris": ([RIS % number for number in range(4)], b""),
    "bibtex": ([BIBTEX % number for number in range(4)], b""),
    "csl-json": ([b"[\n" + ITEM % 0, *(b",\n" + ITEM % number for number in (1, 2, 3))], b"]\n"),
}


@pytest.mark.parametrize("name", STREAMS)
def test_streams_that_are_not_cut_are_answered_too(name: str) -> None:
    pieces, end = STREAMS[name]
    found = [*answers(pieces, "export", "-", "--to", "jsonl", "--from", name, end=end)]
    assert [line[:11] for line in found] == [b'{"id": "r%d"' % number for number in range(4)]


@pytest.mark.parametrize("name", STREAMS)
def test_they_show_their_format_by_two_records(name: str) -> None:
    (first, second, *others), end = STREAMS[name]
    pieces = [first + second, *others]
    found = [*answers(pieces, "cite", "-", "--unsorted", "--style", "apa", end=end)]
    assert [line.rstrip() for line in found] == [b"A. (2001). T. P."] * 3


def test_what_is_found_comes_in_few_pieces_where_nothing_pauses(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    with (tmp_path / "a").open("rb") as file:
        assert [*until_pauses(range(5), file, 2)] == [[0, 1], [2, 3], [4]]


def test_what_is_found_before_a_pause_comes_at_once() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as pipe:
        assert [*until_pauses(range(2), pipe, 9)] == [[0], [], [1], []]
        os.close(writing)
        assert [*until_pauses(range(2), pipe, 9)] == [[0, 1]]
