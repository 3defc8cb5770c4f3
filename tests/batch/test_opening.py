from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportcite.batch.opening import open_input
from tests.remote.servers import in_ranges, server


def test_a_file_of_this_machine(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"content")
    with open_input(str(path)) as file:
        assert file.read() == b"content"
    with pytest.raises(FileNotFoundError):
        open_input(str(tmp_path / "b.bib"))


def test_a_file_elsewhere() -> None:
    with server(in_ranges(b"content")) as (url, _), open_input(f"{url}/a.bib") as file:
        assert file.read() == b"content"


def test_what_was_listed_is_not_followed_or_waited_for(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a.bib")
    (tmp_path / "a.bib").write_bytes(b"content")
    with open_input(str(tmp_path / "link")) as file:
        assert file.read() == b"content"
    with pytest.raises(OSError):
        open_input(str(tmp_path / "link"), listed=True)
    os.mkfifo(tmp_path / "pipe")
    open_input(str(tmp_path / "pipe"), listed=True).close()


def test_a_path_may_look_like_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "s3:" / "bucket"
    folder.mkdir(parents=True)
    (folder / "a.bib").write_bytes(b"content")
    with open_input("./s3://bucket/a.bib") as file:
        assert file.read() == b"content"
