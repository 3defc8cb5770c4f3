"""Where records come from: every kind of file, packed or not, by name or in a folder."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
import zstandard

from reportcite.batch.chunks import SIZE, Segment, chunks, read
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.conftest import Run

LINE = '{"id": "%s", "type": "report", "title": "%s"}\n'
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.compress,
}
ZSTANDARD = zstandard.ZstdCompressor(write_checksum=True).compress
DOCUMENT = "id: %s\ntitle: %s\n"


def ids(*paths: Path, from_: str | None = None) -> list[str]:
    """The id of each record, the rule of each problem."""
    found = read(map(str, paths), from_)
    return [one.rule.name if isinstance(one, Problem) else one.id for one in found]


def places(path: Path) -> list[str]:
    return [str(one.place).removeprefix(str(path)) for one in read([str(path)])]


@pytest.mark.parametrize("suffix", PACKERS)
def test_packed_files_are_read_like_others(tmp_path: Path, suffix: str) -> None:
    pack = PACKERS[suffix]
    for name, text in {"a.jsonl": LINE % ("a", "A"), "b.yaml": DOCUMENT % ("b", "B")}.items():
        (tmp_path / (name + suffix)).write_bytes(pack(text.encode()))
    assert ids(tmp_path) == ["a", "b"]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_packed_files_may_be_joined(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    members = [pack((LINE % (name, name)).encode()) for name in "abc"]
    path = tmp_path / "all.jsonl.gz"
    path.write_bytes(b"".join(members))
    assert ids(path) == ["a", "b", "c"]


@pytest.mark.parametrize("pack", [gzip.compress, ZSTANDARD])
def test_a_damaged_packed_file_is_named_and_others_are_read(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    whole = pack("".join(LINE % (n, os.urandom(99).hex()) for n in range(999)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.jsonl.gz").write_bytes(whole[:2000] + b"damage" + whole[2006:])
    (tmp_path / "c.jsonl").write_text(LINE % ("c", "C"))
    # What stands before the damage is read; whether a file is whole shows at its end.
    found = ids(tmp_path)
    assert found.count("unreadable") == 2
    assert found[-1] == "c"


def test_a_packed_bomb_takes_no_more_memory_than_its_pieces(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "bomb.jsonl.zst"
    compressor = zstandard.ZstdCompressor().compressobj()
    with path.open("wb") as file:
        for _ in range(300):
            file.write(compressor.compress(b"[" * (1 << 20)))
        file.write(compressor.flush())
    assert path.stat().st_size < 1 << 20
    tracemalloc.start()
    assert ids(path) == ["too-large"]
    assert tracemalloc.get_traced_memory()[1] < 128 << 20  # of the 300 in the file
    tracemalloc.stop()


def test_special_files_are_passed_over_in_a_folder_and_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(DOCUMENT % ("a", "A"))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "real.yaml")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.yaml")
    assert ids(folder) == ["passed-over"] * 3 + ["empty-folder"]
    assert ids(folder / "link.yaml") == ["a"]
    assert ids(Path("/dev/null")) == ["empty-file"]


def test_a_file_that_vanishes_after_it_was_listed_is_named(tmp_path: Path) -> None:
    for name in "abc":
        # Larger than what is read at once, so that the folder is still being gone through.
        (tmp_path / f"{name}.jsonl").write_text((LINE % (name, "x" * 1000)) * (SIZE // 500))
    found = read([str(tmp_path)])
    assert cast(Record, next(found)).id == "a"
    (tmp_path / "b.jsonl").unlink()
    (tmp_path / "c.jsonl").unlink()
    (tmp_path / "c.jsonl").symlink_to("/etc/passwd")
    rest = {one.rule.name if isinstance(one, Problem) else one.id for one in found}
    assert rest == {"a", "unreadable"}


def test_a_large_file_is_cut_where_a_record_ends(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text("".join(LINE % (n, "x" * 500) for n in range(5000)))
    texts = [cast(Segment, part) for chunk in chunks([str(lines)]) for part in chunk.parts]
    assert len(texts) > 5
    assert all(text.data.endswith(b"\n") for text in texts)
    assert ids(lines) == [str(n) for n in range(5000)]
    assert places(lines) == [f":{n}:1" for n in range(1, 5001)]


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
    packed = tmp_path / "list.yaml.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert ids(packed) == ids(path)


def test_records_without_ids_are_named_alike_in_every_part(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"title": "x"}\n' * 30_000)
    found = ids(path)
    assert found[:2] == ["all", "all-2"]
    assert found[-1] == "all-30000"


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
    (tmp_path / "b.yaml").write_bytes(("title: ü\n---\n" * SIZE).encode("utf-16"))
    assert ids(tmp_path) == ["encoding", "encoding"]


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("TY  - RPRT\nER  - \n", "ris"),
        ("\ufeff\n@book{a, title = {A}}\n", "bibtex"),
        ('{"id": "a"}\n{"id": "b"}\n', "jsonl"),
        ('<?xml version="1.0"?>\n<modsCollection/>', "mods"),
        ("<xml><records/></xml>", "endnote-xml"),
    ],
)
def test_a_stream_of_another_format_is_not_taken_for_yaml(run: Run, text: str, format: str) -> None:
    done = run("cite", "-", stdin=text)
    told = f"it looks like {format}, but is read as yaml (say --from {format})"
    assert done.stderr == f"<stdin>: error unreadable: {told}\n"
    assert done.returncode == 3


def test_records_without_a_line_between_them_are_told_how_to_part(run: Run) -> None:
    done = run("check", "-", stdin="title: A\nauthor: A\ntitle: B\nauthor: B\n")
    assert "put a line “---” between two records" in done.stdout


def test_files_without_a_record_are_no_records(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.bib").touch()
    paths = ("folder", "nowhere.yaml", "empty.bib")
    assert run("export", *paths, "--to", "ris").stderr.splitlines()[-1].startswith("0 read, ")
    assert run("check", *paths).stderr.startswith("0 records, 3 errors")


def test_all_commands_count_the_same_records(run: Run, record: Path) -> None:
    bad = '{"id": "a"}\n{"id": \n'
    exported = run("export", record, "-", "--from", "jsonl", "--to", "ris", stdin=bad)
    checked = run("check", record, "-", "--from", "jsonl", stdin=bad)
    records = checked.stderr.split()[0]
    assert exported.stderr.splitlines()[-1].startswith(f"{records} read, ")


def test_what_is_found_in_a_record_is_told_line_by_line(run: Run) -> None:
    done = run("cite", "-", stdin="title: T\nauthor: none\nfoo: x\nURL: y\nISBN: 12\n")
    lines = [int(line.split(":")[1]) for line in done.stderr.splitlines() if line[0] == "<"]
    assert len(lines) > 3
    assert lines == sorted(lines)
