"""What is at a path: never an exception, whatever the text."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path

import pytest

from reportcite.files import exists, is_file, is_folder, resolved, where_to_make_room


def test_files_folders_and_nothing_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.touch()
    (tmp_path / "link").symlink_to(file)
    asked: list[str | Path] = [file, str(file), tmp_path / "link", tmp_path, tmp_path / "b.yaml"]
    assert [is_file(path) for path in asked] == [True, True, True, False, False]
    assert [is_folder(path) for path in asked] == [False, False, False, True, False]
    assert [exists(path) for path in asked] == [True, True, True, True, False]


@pytest.mark.parametrize("text", ["x" * 5000, "a\0b", ""])
def test_nothing_is_at_what_can_be_no_path(text: str) -> None:
    assert not exists(text)
    assert not is_file(text)
    assert not is_folder(text)


def test_a_link_is_followed_and_a_circle_of_links_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "to-nothing").symlink_to("new")
    assert resolved(tmp_path / "to-nothing") == tmp_path.resolve() / "new"
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        resolved(tmp_path / "a")
    assert not exists(tmp_path / "a")


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_where_a_file_without_a_name_has_no_room_the_folder_is_named(reason: int) -> None:
    assert tempfile.gettempdir() in where_to_make_room(OSError(reason, "full"))
    assert where_to_make_room(OSError(reason, "full", "a.bib")) == ""


@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), OSError("x"), ValueError("x")])
def test_other_failures_are_not_about_room(error: Exception) -> None:
    assert where_to_make_room(error) == ""
