"""Files of a run in a folder of this machine; those in a bucket: tests/remote/test_parts.py."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from reportcite.cluster import storage
from reportcite.cluster.partitions import Partition, Plan, begun
from reportcite.errors import InputError, OutputError


def test_a_file_is_made_once(tmp_path: Path) -> None:
    path = storage.within(str(tmp_path), "plan")
    made = storage.create(path, b"first")
    assert storage.create(path, b"second") == made
    assert Path(made).read_bytes() == b"first"
    assert storage.names(str(tmp_path)) == {"plan"}
    with pytest.raises(OutputError, match="cannot be written"):
        storage.create(str(tmp_path / "no/plan"), b"")


def test_of_many_that_make_a_file_at_once_one_does(tmp_path: Path) -> None:
    path = str(tmp_path / "plan")
    with ThreadPoolExecutor(16) as several:
        made = set(several.map(lambda n: storage.create(path, b"%d" % n), range(64)))
    assert len(made) == 1
    first = Path(made.pop()).read_bytes()
    assert first.isdigit()
    assert storage.names(str(tmp_path)) == {"plan"}


def test_no_links_are_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on FAT, and on much that mounts a store as a folder."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "symlink", refuse)
    plan = Plan(str(tmp_path / "out"), (Partition("a", 1, 1),), "settings")
    first = begun(plan, joins=False)
    assert begun(replace(plan, placeholder="other"), joins=True).placeholder == first.placeholder


@pytest.mark.parametrize("content", [b"", b"{", b"5", b"[]", b'{"fingerprint": 5}'])
def test_a_damaged_plan_is_named(tmp_path: Path, content: bytes) -> None:
    plan = Plan(str(tmp_path / "out"), (Partition("a", 1, 1),), "settings")
    storage.make_folder(plan.state)
    storage.create(storage.within(plan.state, "plan"), content)
    with pytest.raises(InputError, match="is damaged"):
        begun(plan, joins=True)


def test_pieces_are_read_from_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    with storage.Pieces(str(tmp_path / "a")) as file:
        assert (file.size, file.piece(7, 2), file.piece(0, 3)) == (10, b"78", b"012")
        assert file.piece_before_end(4, 2) == b"67"
    with pytest.raises(InputError, match="cannot be read"):
        storage.Pieces(str(tmp_path / "b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    path = str(tmp_path / "a")
    os.mkfifo(path)
    with pytest.raises(InputError, match="is damaged"):
        storage.read_json(path, object)
    with pytest.raises(InputError, match="is damaged"):
        storage.Pieces(path)


def test_moved_and_deleted(tmp_path: Path) -> None:
    one, other = str(tmp_path / "a"), str(tmp_path / "b")
    storage.write_json(one, ["\udc80"])
    Path(other).touch()
    storage.move(one, other)
    assert (storage.exists(one), storage.read_json(other, [str])) == (False, ["\udc80"])
    storage.delete(other)
    storage.delete(other)
    assert storage.names(str(tmp_path / "none")) == set()
    storage.make_folder(str(tmp_path / "x/y"))
    storage.delete_all(str(tmp_path / "x"))
    assert not (tmp_path / "x").exists()
