"""Packed files are read by their bytes and written by their names."""

from __future__ import annotations

import gzip
import io
import os
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from reportcite.batch.compressed import packing, unpacked
from tests.batch.records import DOCUMENT, LINE, ids
from tests.conftest import Run
from tests.faults.runs import lines
from tests.zstandard import zstd

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstd.compress,
}


def with_checksum(data: bytes) -> bytes:
    return zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1})


def unpack(data: bytes) -> bytes:
    return unpacked(io.BufferedReader(io.BytesIO(data))).read()


@pytest.mark.parametrize("suffix", PACKERS)
def test_packed_files_are_read_like_others(tmp_path: Path, suffix: str) -> None:
    pack = PACKERS[suffix]
    for name, text in {"a.jsonl": LINE % ("a", "A"), "b.yaml": DOCUMENT % ("b", "B")}.items():
        (tmp_path / (name + suffix)).write_bytes(pack(text.encode()))
    assert ids(tmp_path) == ["a", "b"]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_packed_files_may_be_joined(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    members = [pack((LINE % (name, name)).encode()) for name in "abc"]
    path = tmp_path / "all.jsonl.gz"
    path.write_bytes(b"".join(members))
    assert ids(path) == ["a", "b", "c"]


@pytest.mark.parametrize("pack", [gzip.compress, with_checksum])
def test_a_damaged_packed_file_is_named_and_others_are_read(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    whole = pack("".join(LINE % (n, os.urandom(99).hex()) for n in range(999)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.jsonl.gz").write_bytes(whole[:2000] + b"damage" + whole[2006:])
    (tmp_path / "c.jsonl").write_text(LINE % ("c", "C"))
    # What stands before the damage is read; whether a file is whole shows at its end.
    found = ids(tmp_path)
    assert found.count("cut-off") == 2 and found[-1] == "c"


@pytest.mark.parametrize("count", [40, 3000])
def test_all_that_can_be_unpacked_of_a_file_that_is_cut_off_is_read(
    tmp_path: Path, count: int
) -> None:
    whole = gzip.compress("".join(LINE % (n, os.urandom(99).hex()) for n in range(count)).encode())
    there = whole[: len(whole) * 2 // 3]
    (tmp_path / "a.jsonl.gz").write_bytes(there)
    lines_there = zlib.decompressobj(31).decompress(there).count(b"\n")
    found = ids(tmp_path)
    assert found[:lines_there] == [str(n) for n in range(lines_there)]
    assert found[-1] == "cut-off" and len(found) == lines_there + 2  # and the line that is cut


def test_where_nothing_can_be_unpacked_nothing_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"abc")[:10])
    assert ids(tmp_path) == ["cut-off"]


def test_a_packed_bomb_takes_no_more_memory_than_its_pieces(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "bomb.jsonl.zst"
    compressor = zstd.ZstdCompressor()
    with path.open("wb") as file:
        for _ in range(300):
            file.write(compressor.compress(b"[" * (1 << 20)))
        file.write(compressor.flush())
    assert path.stat().st_size < 1 << 20
    tracemalloc.start()
    assert ids(path) == ["too-large"]
    assert tracemalloc.get_traced_memory()[1] < 128 << 20  # of the 300 in the file
    tracemalloc.stop()


@pytest.mark.parametrize("pack", [gzip.compress, with_checksum])
@pytest.mark.parametrize("size", [0, 1, 1 << 10, 300_000])
def test_what_is_unpacked_is_what_was_packed(pack: Callable[[bytes], bytes], size: int) -> None:
    data = os.urandom(size)
    assert unpack(pack(data)) == data
    assert unpack(pack(data) + pack(b"next")) == data + b"next"
    assert unpack(pack(data) + bytes(3000)) == data  # tapes are filled up with them


@pytest.mark.parametrize("data", [b"", b"\x1f", b"title: A\n", b"\x28\xb5\x2f"])
def test_what_is_not_packed_is_left_as_it_is(data: bytes) -> None:
    stream: io.BufferedReader = io.BufferedReader(io.BytesIO(data))
    assert unpacked(stream) is stream


@pytest.mark.parametrize("pack", [gzip.compress, with_checksum])
def test_what_is_cut_off_or_damaged_is_an_error(pack: Callable[[bytes], bytes]) -> None:
    whole = pack(os.urandom(5000))
    with pytest.raises(OSError, match="cut off"):
        unpack(whole[:-1])
    with pytest.raises(OSError, match="damaged"):
        unpack(whole[:2000] + b"damage" + whole[2006:])
    with pytest.raises(OSError, match="damaged"):
        unpack(with_checksum(b"a") + b"no frame")


@pytest.mark.parametrize("name", ["a.ris.gz", "A.GZ", "a.zst", "a.ris"])
def test_the_name_says_how_a_file_is_packed(name: str) -> None:
    file = io.BytesIO()
    packer = packing(file, name)
    packer.write(b"content")
    if packer is not file:
        packer.close()
    data = file.getvalue()  # which is open still
    assert unpack(data) == b"content"
    assert (data == b"content") == (name == "a.ris")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, zstd.__name__, None)
    with pytest.raises(OSError, match=f"module {zstd.__name__}, which it needs, is missing"):
        unpack(with_checksum(b"a"))


def test_frames_that_hold_nothing_are_passed_over(tmp_path: Path) -> None:
    """RFC 8878, 3.1.2: sixteen magic numbers, a size of four bytes, and as much of anything."""
    frames = [struct.pack("<II", 0x184D2A50 + n, 5000) + b"\x28\xb5" * 2500 for n in (0, 7, 15)]
    members = [zstd.compress((LINE % (name, name)).encode()) for name in "ab"]
    parallel = tmp_path / "a.jsonl"
    parallel.write_bytes(frames[0] + members[0] + frames[1] + frames[2] + members[1] + frames[0])
    assert ids(parallel) == ["a", "b"]
    cut_off = tmp_path / "b.jsonl"
    cut_off.write_bytes(frames[2][:100])
    assert ids(cut_off) == ["cut-off"]
    beyond = tmp_path / "c.jsonl"
    beyond.write_bytes(struct.pack("<II", 0x184D2A60, 4) + b"abcd" + members[0])
    assert ids(beyond) != ["a"]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_what_is_packed_twice_is_named(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(pack(pack((LINE % ("a", "A")).encode())))
    assert ids(tmp_path / "a.jsonl.gz") == ["unknown-content"]


@pytest.mark.parametrize("garbage", [b"x", b"\x1f", b"\0\0trailer", b"x" * 5000])
@pytest.mark.parametrize("count", [1, 4000])
def test_what_stands_behind_a_gzip_file_is_passed_over_with_a_warning(
    tmp_path: Path, run: Run, garbage: bytes, count: int
) -> None:
    content = "".join(LINE % (n, "x" * 99) for n in range(count)).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(content) + garbage)
    done = run("export", "a.jsonl.gz", "--to", "ris", "--on-error", "keep")
    assert done.stdout.count("TY  -") == count
    assert done.stderr.count("a.jsonl.gz: warning trailing-bytes: something else stands") == 1


def test_zeros_behind_a_gzip_file_are_padding(tmp_path: Path, run: Run) -> None:
    packed = gzip.compress((LINE % ("a", "A")).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed + b"\0" * 5000)
    assert "trailing-bytes" not in run("check", "a.jsonl.gz").stdout
    assert ids(tmp_path / "a.jsonl.gz") == ["a"]


@pytest.mark.parametrize("records", [4, 4000])
@pytest.mark.parametrize("command", ["check", "export --to ris", "cite --unsorted"])
def test_a_file_that_is_cut_off_is_named_at_the_end(
    tmp_path: Path, run: Run, command: str, records: int
) -> None:
    packed = gzip.compress(lines(records))
    for name in "abcde":
        (tmp_path / f"{name}.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    one = run(*command.split(), "a.jsonl.gz", "--jobs", "1")
    assert one.returncode == 3
    assert "error cut-off: cannot be read to its end: the compressed file is cut off" in (
        one.stdout + one.stderr
    )
    last = one.stderr.splitlines()[-1]
    assert last.endswith("the result is not whole: a.jsonl.gz could not be read to the end")
    all_of_them = run(*command.split(), ".", "--jobs", "1")
    assert "c.jsonl.gz and 2 more could not be read" in all_of_them.stderr.splitlines()[-1]
