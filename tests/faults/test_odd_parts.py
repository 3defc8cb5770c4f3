"""Runs in parts that go on with files of which one part has another shape: each is an error that
names a file, or makes no difference to how a run ends."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from struct import pack, unpack
from typing import Any

import pytest

from reportcite.cli.main import main
from tests.cluster.catalogues import COMMANDS, inputs_of
from tests.faults.test_odd_shapes import paths, replaced
from tests.faults.test_parts import STEPS

OTHERS: tuple[Any, ...] = (
    *(None, True, -1, 1.5, 0, 7, 10**15, 10**30, "", "other", "\ud800", "\x1b[2J", "../../secret"),
    *([], [[]], [None], [1], ["other"], [{}], [-1, 10**15], {}, {"": None}, {"other": 1}),
)
PARTS = ("--parts", "out")
each_command = pytest.mark.parametrize("name", COMMANDS)


def changed_json(content: bytes, dice: Random) -> bytes:
    """JSON of which one part has another shape."""
    value = json.loads(content)
    return json.dumps(replaced(value, dice.choice([*paths(value)]), dice.choice(OTHERS))).encode()


def changed_line(content: bytes, dice: Random) -> bytes:
    """Lines of JSON, of which one has another shape."""
    lines = content.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return b"".join([*lines[:at], changed_json(lines[at], dice) + b"\n", *lines[at + 1 :]])


def changed_section(content: bytes, dice: Random) -> bytes:
    """Sections, of which one says something of another shape."""
    counts = [
        n
        for n in range(1, len(content) // 8)
        if _offsets(content, n)[-1] == len(content) - 8 * n - 8
    ]
    offsets = _offsets(content, counts[-1])
    sections = [content[one:other] for one, other in pairwise(offsets)]
    at = dice.choice([n for n, one in enumerate(sections) if one not in (b"[]", b"")] or [0])
    sections[at] = changed(sections[at], dice)
    ends = [sum(map(len, sections[:n])) for n in range(len(sections) + 1)]
    return b"".join(sections) + b"".join(pack("<Q", end) for end in ends)


def _offsets(content: bytes, count: int) -> list[int]:
    return [*unpack(f"<{count + 1}Q", content[-8 * (count + 1) :])]


def changed_row(content: bytes, dice: Random) -> bytes:
    """A row of pieces with their sizes, of which one is of another shape."""
    pieces = []
    while content:
        size = int.from_bytes(content[:4], "little")
        if size > len(content) - 4:
            raise ValueError
        pieces.append(content[4 : 4 + size])
        content = content[4 + size :]
    at = dice.randrange(len(pieces))
    pieces[at] = changed(pieces[at], dice)
    return b"".join(len(piece).to_bytes(4, "little") + piece for piece in pieces)


def changed_bytes(content: bytes, dice: Random) -> bytes:
    """A few bytes are others, lost or there twice."""
    at = dice.randrange(len(content) + 1)
    other = dice.choice([b"", b"\xff" * 8, b"\0" * 8, content[at : at + 16] * 2])
    return content[:at] + other + content[at + dice.choice([0, 1, 8]) :]


def changed(content: bytes, dice: Random) -> bytes:
    """What a file or a part of it says, in another shape; in whichever way it is written."""
    ways: list[Callable[[bytes, Random], bytes]] = [
        *(changed_json, changed_line, changed_section, changed_row)
    ]
    for way in ways:
        try:
            return way(content, dice)
        except (ValueError, IndexError, ZeroDivisionError):
            continue
    return changed_bytes(content, dice)


def states(folder: Path, name: str, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Makes `out` of `folder`, over and over, the folder of a run that is not finished, or has only
    begun, in which one file is of another shape; gives the name of this file, and what it holds."""
    dice = Random(seed)
    state, kept = folder / "out/.unfinished", folder / "kept"
    assert main([*COMMANDS[name].arguments, *PARTS, "--shard", "1/1"]) == 0
    state.rename(kept)
    later = [step.mark for step in STEPS[name][1][1:]]
    files = sorted(path for path in kept.rglob("*") if path.is_file())
    for _ in range(count):
        shutil.rmtree(folder / "out")
        shutil.copytree(kept, state)
        if dice.random() < 0.6:
            for path in state.iterdir():
                if path.name.rpartition("-")[0] in later:
                    path.unlink()
        kind = dice.choice(sorted({path.name.rpartition("-")[0] for path in files}))
        alike = [path for path in files if path.name.rpartition("-")[0] == kind]
        (chosen,) = dice.choices(alike, [path.stat().st_size for path in alike])
        file = state / chosen.relative_to(kept)
        if file.exists():
            content = changed(file.read_bytes(), dice)
            file.write_bytes(content)
            yield file.name, content


def named_in(
    folder: Path, name: str, count: int, seed: int, capsys: pytest.CaptureFixture[str]
) -> int:
    inputs_of(name, folder, 2, 9)
    undisturbed = main([*COMMANDS[name].arguments, "--parts", "clean"])
    named = 0
    for file, content in states(folder, name, count, seed):
        capsys.readouterr()
        code = main([*COMMANDS[name].arguments, *PARTS, "--resume"])
        is_named = "out/.unfinished" in capsys.readouterr().err
        assert code in ((2, 3) if is_named else (undisturbed,)), (file, content)
        named += is_named
    return named


@pytest.fixture(autouse=True)
def one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.fsync", lambda _: None)  # there is no power cut here
    for one in ("cli.options.shared", "cli.cluster.isbn"):
        monkeypatch.setattr(f"reportcite.{one}.cores", lambda: 1)


@each_command
def test_a_file_of_another_shape_is_named(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    named_in(tmp_path, name, 3, 1, capsys)


@pytest.mark.slow
@each_command
def test_files_of_many_other_shapes_are_named(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert named_in(tmp_path, name, 100, 2, capsys) > 10
