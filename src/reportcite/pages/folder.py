"""The folder of a site: what changed is written, what is no longer made is removed, and nothing
that the site did not make is touched.

A list in the folder says which files were made.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from reportcite.batch.sink import after, inside, naming, replacing
from reportcite.errors import OutputError, Place
from reportcite.files import exists, is_file, is_folder
from reportcite.pages.record_page import File
from reportcite.tuples import NamedTuple

LIST: Final = ".reportcite-page.json"
"""The name of the list of files that were made."""


class Outcome(NamedTuple):
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def made_before(folder: str) -> frozenset[str]:
    """The files of the site in `folder`, those of its list; none where there is no such folder.

    Raises OutputError for what is no folder, and for a list that is none.
    """
    if exists(folder) and not is_folder(folder):
        raise OutputError(
            "is not a folder", place=Place(folder), suggestion="name a folder for the site with -o"
        )
    path = Path(folder) / LIST
    if not exists(path):
        return frozenset()
    with naming(str(path)):
        content = path.read_bytes()
    try:
        files = json.loads(content)["files"]
        if not all(isinstance(one, str) and _is_inside(one) for one in files):
            raise ValueError
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise OutputError(
            "is no list of the files of a site",
            place=Place(str(path)),
            suggestion="delete it and all that is beside it, or choose another folder",
        ) from error
    return frozenset(files)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.name) and not path.is_absolute() and ".." not in path.parts


def write_site(folder: str, files: Iterable[File], *, remove: bool) -> Outcome:
    """Make `folder` hold `files`, each whole or not at all; with `remove` files that were made
    before and are not among these are removed.

    Raises OutputError, before anything is written, where a file is in the way that the site did
    not make.
    """
    before = made_before(folder)
    every = [*files]
    _refuse_others(folder, [one.path for one in every if one.path not in before])
    names = {one.path for one in every}
    # One file of each folder: to look takes time.
    for name in {PurePosixPath(one).parent: one for one in sorted(names)}.values():
        inside(folder, name)
    # Said before it is so: a run that is ended in between leaves no file that no list names.
    listed = Path(folder) / LIST
    _write(listed, _list(before | names))
    written = 0
    for one in every:
        with after(written):
            written += _write(Path(folder) / one.path, one.text)
    gone = sorted(before - names) if remove else []
    for name in gone:
        _remove(folder, name)
    if gone:
        _write(listed, _list(names))
    return Outcome(written, len(every) - written, len(gone))


def _list(names: Iterable[str]) -> str:
    return json.dumps({"files": sorted(names)}, ensure_ascii=False, indent=1) + "\n"


def _refuse_others(folder: str, new: Sequence[str]) -> None:
    for name in new:
        path = f"{folder}/{name}"
        if os.path.lexists(path):
            raise OutputError(
                "is there already, and is no page that was made here",
                place=Place(path),
                suggestion="choose an empty folder, or one made by `reportcite page`",
            )


def _write(path: Path, text: str) -> bool:
    """Whether the file had to be written; what stands for another file, a link, gives way.

    It is not synced to disk, which takes most of the time: what a power cut damages, the next run
    finds changed.
    """
    with naming(str(path)):
        if path.is_symlink():
            path.unlink()
        elif is_file(path) and path.read_bytes() == text.encode("utf-8", "replace"):
            return False
    with replacing(str(path), one_of_many=True, synced=False) as write:
        write(text)
    return True


def _remove(folder: str, name: str) -> None:
    """Remove a file, and its folder if that is empty then."""
    path = Path(inside(folder, name))
    with naming(str(path)):
        path.unlink(missing_ok=True)
        if path.parent != Path(folder) and not any(path.parent.iterdir()):
            path.parent.rmdir()
