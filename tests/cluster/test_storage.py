"""Files of a run in a folder of this machine; those in a bucket: tests/remote/test_parts.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.cluster import storage
from reportcite.errors import InputError, OutputError


def test_a_file_is_made_once(tmp_path: Path) -> None:
    path = storage.within(str(tmp_path), "plan")
    storage.create(path, b"first")
    storage.create(path, b"second")
    assert Path(path).read_bytes() == b"first"
    assert storage.names(str(tmp_path)) == {"plan"}
    with pytest.raises(OutputError, match="cannot be written"):
        storage.create(str(tmp_path / "no/plan"), b"")


def test_pieces_are_read_from_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    with storage.Pieces(str(tmp_path / "a")) as file:
        assert (file.size, file.piece(7, 2), file.piece(0, 3)) == (10, b"78", b"012")
        assert file.piece_before_end(4, 2) == b"67"
    with pytest.raises(InputError, match="cannot be read"):
        storage.Pieces(str(tmp_path / "b"))


def test_moved_and_deleted(tmp_path: Path) -> None:
    one, other = str(tmp_path / "a"), str(tmp_path / "b")
    storage.write_json(one, ["\udc80"])
    Path(other).touch()
    storage.move(one, other)
    assert (storage.exists(one), storage.read_json(other)) == (False, ["\udc80"])
    storage.delete(other)
    storage.delete(other)
    assert storage.names(str(tmp_path / "none")) == set()
    storage.make_folder(str(tmp_path / "x/y"))
    storage.delete_all(str(tmp_path / "x"))
    assert not (tmp_path / "x").exists()
