"""Puts exported entries into files: into one, at the end of one, or each into one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportcite.batch.chunks import read
from reportcite.batch.sink import (
    Kept,
    after,
    appending,
    flush_folder,
    holds,
    replacing,
    say_nothing,
)
from reportcite.batch.work.export import Exported, ExportSettings, with_keys
from reportcite.files import is_file
from reportcite.formats.format import Format, write_all_encoded
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.record.model import Record
from reportcite.remote.addresses import is_remote
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.naming import Naming


class EntryFile(NamedTuple):
    """What is to be the file of the record `id`, in pieces."""

    id: str
    pieces: Iterable[bytes]


def texts(
    exported: Iterable[Exported], settings: ExportSettings, keys: UniqueKeys
) -> Iterator[bytes]:
    """The entries of each chunk that has any, as one text, or one by one where a file holds one."""
    for chunk in exported:
        yield from with_keys(chunk, settings.placeholder, keys)


def append(
    exported: Iterable[Exported],
    settings: ExportSettings,
    target_format: Format,
    target: str,
    waits: Callable[[], object] = say_nothing,
) -> int:
    """Add entries to the end of the file `target`, under keys that are not in it; `waits` is called
    where another run has to end first.

    Returns how many of them the file may have had already: those that asked for a key, or have an
    id, that is in it. Raises OutputError.
    """
    keys = UniqueKeys()
    again = 0
    with appending(target, waits) as write:
        there = _ids_in(target, target_format)  # now that no other run adds to it
        keys.all_unique([*there])
        for chunk in exported:
            again += sum(name in there for name in chunk.wanted or chunk.ids)
            for text in texts([chunk], settings, keys):
                write(text)
    return again


def _ids_in(path: str, target_format: Format) -> dict[str, None]:
    """The ids of the records in the file at `path`, if it is there, in order."""
    if target_format.read is None or not is_file(path):
        return {}
    found = read([path], target_format.name)
    return {one.id: None for one in found if isinstance(one, Record)}


def entry_files(
    exported: Iterable[Exported], settings: ExportSettings, target_format: Format
) -> Iterator[EntryFile]:
    """A file for each record; the settings must ask for entries that stand `apart`."""
    keys = UniqueKeys()
    for chunk in exported:
        entries = with_keys(chunk, settings.placeholder, keys)
        for id_, text in zip(chunk.ids, entries, strict=True):
            yield EntryFile(id_, write_all_encoded(target_format, [text]))


def write_files(files: Iterable[EntryFile], naming: Naming, kept: Kept = say_nothing) -> None:
    """Write each of `files` whole or not at all, into the folder of `naming`; raises OutputError.

    `kept` is called for each that is there already as it would be written. All have
    outlived a power cut when this returns.
    """
    written = 0
    for file in files:
        with after(written):
            path, text = naming.path(file.id), b"".join(file.pieces)
            if holds(path, text):  # no file beside it, which would change the folder
                kept()
                continue
            with replacing(path, one_of_many=True, kept=kept) as write:
                write(text)
        written += 1
    if not is_remote(naming.folder):
        flush_folder(Path(naming.folder))
