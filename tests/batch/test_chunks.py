"""Sources cut into segments that can be read apart: the same records, names and places."""

from __future__ import annotations

import gzip
import json
import os
import pickle
from pathlib import Path
from threading import Event, Thread
from typing import cast

import pytest

from reportcite.batch.chunks import SIZE, Chunk, Segment, chunks, frames, pauses, read, results
from reportcite.batch.work.sound import Screening
from reportcite.errors import UsageError
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.frame import Frames, in_order
from reportcite.record.model import Record
from tests.batch.records import DOCUMENT, LINE, ids, names, places


def segments(path: Path) -> list[Segment]:
    """Those of one file that is cut."""
    return [cast(Segment, part) for chunk in chunks([str(path)]) for part in chunk.parts]


def test_a_chunk_without_parts_is_a_pause() -> None:
    assert pauses(Chunk([], 0))
    assert not pauses(Chunk([[]], 0))


def test_a_large_file_is_cut_where_a_record_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(LINE % (n, "x" * 500) for n in range(5000)))
    cut = segments(path)
    assert len(cut) > 5
    assert all(one.data.endswith(b"\n") and not one.whole for one in cut)
    assert b"".join(one.data for one in cut) == path.read_bytes()
    assert ids(path) == [str(n) for n in range(5000)]
    assert places(path) == [f":{n}:1" for n in range(1, 5001)]


@pytest.mark.parametrize(("more", "count"), [(-1, 1), (0, 1), (1, 2)])
def test_a_file_is_cut_when_it_is_larger_than_a_segment(
    tmp_path: Path, more: int, count: int
) -> None:
    path = tmp_path / "a.jsonl"
    first = '{"id": "b"}\n'
    path.write_text(first + '{"id": "%s"}\n' % ("x" * (SIZE + more - len(first) - 10)))
    assert path.stat().st_size == SIZE + 1 + more
    path.write_bytes(path.read_bytes()[:-1])
    assert path.stat().st_size == SIZE + more
    cut = segments(path)
    assert [one.whole for one in cut] == [count == 1] * count
    assert len(ids(path)) == 2


def test_a_yaml_stream_is_cut_between_documents_only(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    tricks = [
        "title: |\n  ---\n   --- not here\n",
        "%TAG !a! tag:a,2024:\n---\ntitle: x\n",
        "%YAML 1.1\n# a comment\n\n---\r\ntitle: x\u2028\n",
        "title: no\n---no document: yet\n",
        "- title: a list\n- title: of two\n",
    ]
    pieces = []
    for number in range(3000):
        pieces.append(("" if number % 5 in (1, 2) else "---\n") + tricks[number % 5])
        pieces.append("abstract: " + "x" * 500 + "\n" if number % 5 == 0 else "")
        pieces.append("...\n" if number % 5 in (0, 4) else "")
    path.write_text("".join(pieces), newline="")
    from reportcite.formats.yaml.read import read_yaml

    with path.open("rb") as stream:
        uncut = [str(one) for one in read_yaml(stream, str(path))]
    assert sum(len(chunk.parts) for chunk in chunks([str(path)])) > 2
    assert [str(one) for one in read([str(path)])] == uncut


def test_a_stream_that_cannot_be_cut_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text("".join(f"- id: r{n}\n  title: {'x' * 500}\n" for n in range(6000)))
    assert ids(path) == [f"r{n}" for n in range(6000)]
    assert places(path)[-1] == ":11999:3"
    packed = tmp_path / "list.yaml.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert ids(packed) == ids(path)


def test_what_follows_a_cut_and_cannot_be_cut_keeps_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    many = "".join(f"- id: r{n}\n  title: {'x' * 500}\n" for n in range(6000))
    path.write_text("id: first\n" + f"abstract: {'x' * 1000}\n" + "---\n" + many)
    assert ids(path) == ["first", *(f"r{n}" for n in range(6000))]
    assert places(path)[:3] == [":1:1", ":4:3", ":6:3"]


def test_a_source_is_not_cut_for_long_where_there_is_no_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("".join(f"- {{id: r{n}, title: {'x' * 500}}}\n" for n in range(6000)))
    parts = [part for chunk in chunks([str(path)]) for part in chunk.parts]
    assert all(isinstance(part, list) for part in parts)
    assert [len(part) for part in parts if isinstance(part, list)] == [500] * 12


@pytest.mark.parametrize(("pieces", "is_cut"), [(6.9, True), (7.1, False)])
def test_a_place_to_cut_is_looked_for_in_seven_pieces(
    tmp_path: Path, pieces: float, is_cut: bool
) -> None:
    path = tmp_path / "a.yaml"
    record = f"- {{id: a, title: {'x' * 500}}}\n"
    path.write_text(record * int(pieces * SIZE / len(record)) + "---\n" + record * 2000)
    parts = [part for chunk in chunks([str(path)]) for part in chunk.parts]
    assert isinstance(parts[0], Segment) == is_cut
    assert set(ids(path)) == {"a"}


@pytest.mark.parametrize("name", ["a.ris", "a.yaml"])
def test_a_pipe_that_cannot_be_cut_is_read_once_from_its_beginning(
    tmp_path: Path, name: str
) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)
    text = "TY  - BOOK\nID  - r{}\nTI  - {}\nER  - \n"
    if name == "a.yaml":
        text = "- id: r{}\n  title: {}\n"
    data = "".join(text.format(n, "x" * 500) for n in range(6000)).encode()
    writer = Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    found = list(read([str(pipe)]))
    writer.join()
    assert names(found) == [f"r{n}" for n in range(6000)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ris", "a.bib"])
def test_what_came_before_a_pause_is_given_out_before_there_is_more(
    tmp_path: Path, name: str
) -> None:
    text = {
        "a.jsonl": LINE,
        "a.ris": "TY  - BOOK\nID  - %s\nTI  - %s\nER  - \n",
        "a.bib": "@book{%s, title = {%s}}\n",
    }[name]
    pipe, goes_on = tmp_path / name, Event()
    os.mkfifo(pipe)

    def write() -> None:
        with pipe.open("w") as file:
            file.write(text % ("first", "A"))
            file.flush()
            goes_on.wait(60)
            file.write("".join(text % (f"r{number}", "B") for number in range(2)))

    writer = Thread(target=write)
    writer.start()
    found = chunks([str(pipe)])
    first, pause = next(found), next(found)
    assert [one.id for one in results(first) if isinstance(one, Record)] == ["first"]
    assert pause == Chunk([], 0)
    goes_on.set()
    others = [one for chunk in found for one in results(chunk)]
    writer.join()
    assert names(others) == ["r0", "r1"]
    lines = text.count("\n")
    assert [one.place.line for one in others] == [lines + 1, 2 * lines + 1]


def test_records_without_ids_are_named_alike_in_every_segment(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"title": "x"}\n' * 30_000)
    found = ids(path)
    assert found[:2] == ["all", "all-2"]
    assert found[-1] == "all-30000"


@pytest.mark.parametrize("name", ["a.jsonl", "a.yaml"])
def test_a_segment_of_space_is_no_empty_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    record = LINE % ("a", "A") if name == "a.jsonl" else DOCUMENT % ("a", "A")
    space = "\n" * (2 * SIZE) if name == "a.jsonl" else "# nothing\n...\n---\n" * (SIZE // 5)
    path.write_text(record + space)
    # Empty lines are no segment at all.
    assert len(segments(path)) == 1 if name == "a.jsonl" else len(segments(path)) > 2
    assert ids(path) == ["a"]
    path.write_text("\n")
    assert ids(path) == ["empty-file"]


def test_a_problem_that_begins_a_segment_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("[1]\n" * (SIZE // 2))
    assert set(ids(path)) == {"not-a-record"}
    assert len(ids(path)) == SIZE // 2


def test_one_endless_line_does_not_hide_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        file.write(LINE % ("a", "A"))
        for _ in range(90):
            file.write("[" * 100_000)
        file.write("\n" + LINE % ("b", "B"))
    assert ids(path) == ["a", "too-large", "b"]


def test_what_is_not_text_is_one_problem_however_long(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(bytes(range(256)) * SIZE)
    (tmp_path / "b.jsonl").write_bytes(("{}\n" * SIZE).encode("utf-16"))
    assert ids(tmp_path) == ["encoding", "encoding"]
    assert places(tmp_path / "a.jsonl") == [":1:1"]


def test_a_stream_in_utf_16_is_read_without_cutting(tmp_path: Path) -> None:
    count = SIZE // 8
    (tmp_path / "a.yaml").write_bytes(("title: ü\n---\n" * count + "title: b").encode("utf-16"))
    assert len(ids(tmp_path)) == count + 1


def test_small_files_are_worked_on_together(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.jsonl").write_text(LINE % (number, "x" * (SIZE // 10)))
    found = list(chunks([str(tmp_path)]))
    assert [len(chunk.parts) for chunk in found] == [9, 9, 9, 9, 4]
    assert [len(names(results(chunk))) for chunk in found] == [9, 9, 9, 9, 4]


def test_a_chunk_is_no_larger_than_a_segment_may_be(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_text((LINE % (name, "")).ljust(SIZE // 2))
    assert [len(chunk.parts) for chunk in chunks([str(tmp_path)])] == [2]
    (tmp_path / "b.jsonl").write_text((LINE % ("b", "")).ljust(SIZE // 2 + 1))
    assert [len(chunk.parts) for chunk in chunks([str(tmp_path)])] == [1, 1]


def test_problems_weigh_next_to_nothing(tmp_path: Path) -> None:
    missing = [str(tmp_path / str(number)) for number in range(1100)]
    assert [len(chunk.parts) for chunk in chunks(missing)] == [500, 500, 100]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ris", "a.jsonl.gz"])
def test_the_sizes_of_chunks_add_up_to_those_of_the_files(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    title = "x" * 500
    text = f"TY  - BOOK\nTI  - {title}\nER  - \n" if name == "a.ris" else LINE % ("a", title)
    data = (text * 5000).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (tmp_path / "z.jsonl").write_text(LINE % ("z", "Z"))
    sizes = [chunk.size for chunk in chunks([str(path), str(tmp_path / "z.jsonl"), "nowhere"])]
    assert len(sizes) > 1
    assert sum(sizes) == path.stat().st_size + len(LINE % ("z", "Z"))
    assert all(size >= 0 for size in sizes)


def test_chunks_go_from_one_process_to_another(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.ris"):
        text = LINE % ("a", "A") if name == "a.jsonl" else "TY  - BOOK\nID  - b\nER  - \n" * 30_000
        (tmp_path / name).write_text(text)
    for chunk in chunks([str(tmp_path)]):
        sent = pickle.loads(pickle.dumps(chunk))
        assert names(results(sent)) == names(results(chunk))


def test_limits_hold_for_segments_and_for_what_is_not_cut(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.ris", "c.yaml"):
        text = {
            "a.jsonl": LINE,
            "b.ris": "TY  - BOOK\nID  - %s\nTI  - %s\nER  - \n",
            "c.yaml": "- {id: %s, title: %s}\n",
        }[name]
        (tmp_path / name).write_text("".join(text % (n, "x" * 500) for n in range(6000)))
    paths = [str(path) for path in sorted(tmp_path.iterdir())]
    assert set(names(read(paths, limits=Limits(100)))) == {"too-large"}
    assert "too-large" not in names(read(paths, limits=Limits(1000)))
    found = [name for chunk in chunks(paths) for name in names(results(chunk, Limits(100)))]
    assert "too-large" in found


def test_a_format_that_is_not_read_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    for reading in (read, chunks):
        with pytest.raises(UsageError):
            reading([str(tmp_path)], "csv")


def test_what_cannot_be_read_to_its_end_is_a_problem_behind_its_records(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress("".join(LINE % (n, os.urandom(99).hex()) for n in range(9999)).encode())
    path.write_bytes(whole[: len(whole) // 2])
    found = list(read([str(path)]))
    assert isinstance(found[0], Record)
    assert isinstance(found[-1], Problem) and found[-1].rule.name == "cut-off"
    screening = Screening()
    assert len(list(screening.to_write(found))) < 9999


@pytest.mark.parametrize(
    ("format_name", "first", "second"),
    [
        ("csl-json", LINE % (1, ""), LINE % (2, "")),
        ("bibtex", "@book{r1, title = {Soil}}\n", "@book{r2, title = {Air}}\n"),
        ("ris", "TY  - BOOK\nTI  - Soil\nER  - \n", "TY  - BOOK\nTI  - Air\nER  - \n"),
        ("nbib", "PMID- 1\nTI  - Soil\n", "PMID- 2\nTI  - Air\n"),
        ("enw", "%0 Book\n%T Soil\n", "%0 Book\n%T Air\n"),
        ("wos", "PT J\nTI Soil\nUT WOS:1\nER\n", "PT J\nTI Air\nUT WOS:2\nER\n"),
        ("refworks", "RT Book, Whole\nT1 Soil\n", "RT Book, Whole\nT1 Air\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", " \n", "\r\n"])
def test_a_flood_of_empty_lines_belongs_to_no_record_and_counts_as_lines(
    tmp_path: Path, format_name: str, first: str, second: str, end: str
) -> None:
    """It does not make a record larger than is allowed, and hides none."""
    path = tmp_path / "a"
    path.write_bytes((flood := end * 20_000).encode() + (first + flood + second + flood).encode())
    found = list(read([str(path)], format_name, LIMITS._replace(max_record_size=10_000)))
    assert [one.place.line for one in found if isinstance(one, Record)] == [
        20_001,
        40_001 + first.count("\n"),
    ]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("suffix", "entry"), [("jsonl", LINE % (1, "")), ("yaml", "title: Soil\n")]
)
@pytest.mark.parametrize("end", ["\n", " \n", "\r\n"])
def test_a_flood_of_empty_lines_is_handed_to_no_reader(
    tmp_path: Path, suffix: str, entry: str, end: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    count = 3 * SIZE // len(end)
    path.write_bytes((end * count + entry + end * count).encode())
    assert sum(len(part.data) for part in segments(path)) < 5 * SIZE  # of six
    (record,) = read([str(path)])
    assert isinstance(record, Record)
    assert record.place.line == count + 1


@pytest.mark.parametrize("suffix", ["jsonl", "bib", "ris", "yaml", "nbib", "enw"])
def test_a_file_of_empty_lines_alone_holds_no_record(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text("\n" * (3 * SIZE))
    (found,) = read([str(path)])
    assert isinstance(found, Problem)
    assert found.is_error


def test_space_before_a_record_stays_with_it(tmp_path: Path) -> None:
    """In YAML the space before its first line says how deep the others are."""
    path = tmp_path / "a.yaml"
    path.write_text("\n" * (SIZE - 3) + "    title: Soil\n    type: book\n" + "\n" * SIZE)
    (record,) = read([str(path)])
    assert isinstance(record, Record)
    assert record.fields["title"] == "Soil"


def test_frames_hold_the_same_records(tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in ("a.jsonl", "b.yaml", "c.json")]
    Path(names[0]).write_text("".join(LINE % (n, "x") for n in range(20)))
    Path(names[1]).write_text("---\n".join(f"id: y{n}\ntitle: x\n" for n in range(20)))
    # A list cannot be cut.
    Path(names[2]).write_text(json.dumps([{"id": "c", "title": "x" * SIZE}]))
    found = [one for chunk in chunks(names) for one in frames(chunk)]
    assert all(isinstance(one, Frames) for one in found)
    made = [one for one in found if isinstance(one, Frames)]
    assert [len(frame.rows) for one in made for frame in one.frames] == [20, 20]
    records = [record for one in made for record in in_order(one)]
    assert records == [*read(names)]
