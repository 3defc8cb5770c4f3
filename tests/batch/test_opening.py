from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportcite.batch.opening import open_input, what_to_do
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


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("zotero.bi", "did you mean zotero.bib?"),
        ("“zotero.bib”", "did you mean zotero.bib?"),
        ("./zotreo.bib", "did you mean zotero.bib?"),
        ("other.ris", "check the name"),
        ("no/zotero.bib", "check the folder"),
        ("https://doi.org/10.1234/abc", "check the file"),
        ("zotero.b\ud800b", "did you mean zotero.bib?"),
    ],
)
def test_of_a_file_that_is_not_there_the_nearest_is_named(
    path: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zotero.bib").touch()
    assert what_to_do(path, FileNotFoundError()) == hint
    assert what_to_do(path, PermissionError()) == "check the file"
