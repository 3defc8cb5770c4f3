"""Buckets that are the same everywhere, and files whose sections are read by themselves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.cluster.sections import (
    as_json,
    bucket,
    read_section,
    section_of,
    stem,
    told_in,
    write_sections,
)
from reportcite.cluster.storage import Pieces
from reportcite.errors import InputError
from reportcite.formats.writing.keys import UniqueKeys

KEYS = st.lists(st.text("aB2bß²", min_size=1, max_size=4), max_size=30)


@given(KEYS)
def test_keys_that_may_meet_have_one_stem(keys: list[str]) -> None:
    """So those of each stem are made unique by themselves as they are all together."""
    together = UniqueKeys()
    apart: dict[str, UniqueKeys] = {}
    for key in keys:
        alone = apart.setdefault(stem(key), UniqueKeys())
        assert alone.unique(key) == together.unique(key)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_a_bucket_does_not_depend_on_the_process(seed: str) -> None:
    code = "from reportcite.cluster.sections import bucket; print(bucket('smith', 16))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    )
    assert int(done.stdout) == bucket("smith", 16)


def test_buckets_are_about_equal() -> None:
    counts = [0] * 16
    for number in range(16_000):
        counts[bucket(f"r{number}", 16)] += 1
    assert 800 < min(counts) <= max(counts) < 1200


def test_a_section_is_read_by_itself(tmp_path: Path) -> None:
    sections = [{"keys": ["a", "\udc80", "ü"]}, [], [1, [2, None]]]
    path = tmp_path / "sections"
    with path.open("wb") as file:
        write_sections(file, map(as_json, sections))
    assert [json.loads(section_of(str(path), number, 3)) for number in range(3)] == sections
    with Pieces(str(path)) as pieces:
        assert json.loads(read_section(pieces, 2, 3)) == sections[2]


@pytest.mark.parametrize(
    "content",
    [b"", b"5", b"\0" * 15, b"\xff" * 24, b"\5" + b"\0" * 23, b"x" * 40, pack("<QQQ", 5, 3, 5)],
)
def test_a_file_without_such_sections_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sections"
    path.write_bytes(content)
    with pytest.raises(InputError, match="is damaged"):
        section_of(str(path), 0, 2)
    with pytest.raises(InputError, match="is damaged"):
        told_in(str(path), 0, 2, object)


def test_what_a_section_says_is_read_or_named(tmp_path: Path) -> None:
    path = tmp_path / "sections"
    with path.open("wb") as file:
        write_sections(file, [as_json(["\ud800"]), b"[", b"[" * 100_000])
    assert told_in(str(path), 0, 3, [str]) == ["\ud800"]
    for number in (1, 2):
        with pytest.raises(InputError, match="is damaged"):
            told_in(str(path), number, 3, object)
