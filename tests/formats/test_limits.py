"""A record larger than allowed is left out in every format that is read; the others are not."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportcite.formats.bibtex.reading.parse import LONGEST_STRING
from reportcite.formats.format import write_all
from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.limits import MAX_RECORD_SIZE, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import BOTH, a_report


def file_of(name: str, *records: Record) -> str:
    """A file of `records`; of CITATION.cff, which holds one, a stream of several."""
    found = format_named(name)
    assert found.write is not None
    entries = [found.write(Fields(record), record.id) for record in records]
    if found.single:
        return "---\n".join(entries)
    return "".join(write_all(found, entries))


def read(name: str, text: str, limits: Limits) -> list[str]:
    """The title of each record, and the rule and line of each problem."""
    reader = format_named(name).read
    assert reader is not None
    return [
        f"{one.rule.name}:{one.place.line}"
        if isinstance(one, Problem)
        else str(one.fields.get("title"))
        for one in reader(io.BytesIO(text.encode()), "refs", limits)
    ]


def a_long_report(size: int) -> Record:
    """A report whose abstract has `size` characters, in words."""
    return a_report("Long", abstract=("word " * (size // 5 + 1))[:size].strip())


@pytest.mark.parametrize("size", [20_000, 100_000])
@pytest.mark.parametrize("name", BOTH)
def test_a_record_that_is_too_large_is_left_out_and_the_others_are_read(
    name: str, size: int
) -> None:
    text = file_of(name, a_report("First"), a_long_report(size), a_report("Last"))
    line_end = "\x1d" if name == "marc" else "\n"  # places in ISO 2709 are numbers of records
    line = text[: text.index("Long")].count(line_end) + 1
    first, problem, last = read(name, text, Limits(size // 2))
    rule, _, where = problem.partition(":")
    assert (first, rule, last) == ("First", "too-large", "Last")
    assert line - 15 < int(where) <= line  # it is that of the record, not of a field
    assert read(name, text, Limits(2 * size)) == ["First", "Long", "Last"]


@pytest.mark.parametrize("name", BOTH)
def test_what_is_allowed_is_counted_in_characters(name: str) -> None:
    """Around the size of the record itself: one that is half as large again is always read."""
    text = file_of(name, a_report("Ü" * 3000))
    size = len(text)
    assert read(name, text, Limits(size * 3 // 2)) == ["Ü" * 3000]
    assert read(name, text, Limits(2000))[0].startswith("too-large:")


@pytest.mark.parametrize("name", BOTH)
def test_the_limit_is_that_of_the_command_line_unless_another_is_given(name: str) -> None:
    text = file_of(name, a_long_report(MAX_RECORD_SIZE * 2), a_report("Last"))
    reader = format_named(name).read
    assert reader is not None
    problem, last = reader(io.BytesIO(text.encode()), "refs")
    assert isinstance(problem, Problem) and problem.rule.name == "too-large"
    assert f"more than {MAX_RECORD_SIZE:,} characters" in problem.message
    assert isinstance(last, Record) and last.fields["title"] == "Last"


class Endless(io.RawIOBase):
    """A stream of many small pieces, so that nothing of it need be in memory."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, size: int = -1) -> bytes:
        return next(self._pieces, b"")


def memory() -> int:
    """The bytes of memory that this process has; those of lxml are not Python's."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("tags", [("mods", "mods"), ("endnote-xml", "record")])
def test_xml_of_many_small_elements_takes_no_more_memory_than_allowed(
    tags: tuple[str, str],
) -> None:
    name, tag = tags
    taken: list[int] = []

    def pieces() -> Iterator[bytes]:
        yield f"<all><{tag}><a>".encode()
        for _ in range(1000):
            yield b"<note>word</note>" * 500
            taken.append(memory())
        yield f"</a></{tag}><{tag}><x/></{tag}></all>".encode()

    reader = format_named(name).read
    assert reader is not None
    found = list(reader(Endless(pieces()), "refs", Limits(10_000)))  # type: ignore[arg-type]
    assert [isinstance(one, Problem) for one in found] == [True, False]
    assert taken[-1] - taken[0] < 20 << 20


def test_strings_of_bibtex_count_as_what_they_stand_for() -> None:
    text = f"@string{{s = {{{'x' * LONGEST_STRING}}}}}\n"
    text += "@book{a, title = {A}, abstract = s # s, note = s}\n@book{b, title = {B}}\n"
    assert read("bibtex", text, Limits(3 * LONGEST_STRING)) == ["too-large:2", "B"]
    assert read("bibtex", text, Limits(3 * LONGEST_STRING + 1)) == ["A", "B"]


def test_comments_of_bibtex_are_no_records_however_large() -> None:
    text = "@comment{" + "jabref-meta " * 1000 + "}\n@book{b, title = {B}}\n"
    assert read("bibtex", text, Limits(100)) == ["B"]


def test_a_reference_of_ris_without_an_end_is_given_up() -> None:
    first, last = (f"TY  - BOOK\nTI  - {title}\nER  - \n" for title in "AB")
    text = first + "TY  - BOOK\n" + "N1  - x\n" * 100 + last
    assert read("ris", text, Limits(200)) == ["A", "too-large:4", "B"]
