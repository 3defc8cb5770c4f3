"""What a folder of a run needs of a store."""

from __future__ import annotations

import pytest

from reportcite.remote import objects
from tests.remote.servers import READER, ObjectStore

pytestmark = pytest.mark.programs
FOLDER = "s3://catalogue/objects"


def test_a_file_is_made_once(store: ObjectStore) -> None:
    objects.create(f"{FOLDER}/once/a", b"first")
    with pytest.raises(FileExistsError):
        objects.create(f"{FOLDER}/once/a", b"second")
    assert objects.piece(f"{FOLDER}/once/a", 0, 5) == b"first"


def test_pieces_names_and_patterns(store: ObjectStore) -> None:
    for name in ("b.ris", "a.ris", "c.bib", "deep/d.ris"):
        objects.create(f"{FOLDER}/some/{name}", name.encode())
    assert objects.names(f"{FOLDER}/some") == {"a.ris", "b.ris", "c.bib"}
    assert objects.names(f"{FOLDER}/none") == set()
    found = [f"{FOLDER}/some/a.ris", f"{FOLDER}/some/b.ris"]
    assert objects.matching(f"{FOLDER}/some/[ab].*") == found
    assert objects.matching(f"{FOLDER}/some/*.RIS") == []
    assert objects.piece(f"{FOLDER}/some/c.bib", 2, 2) == b"bi"
    assert objects.piece(f"{FOLDER}/some/c.bib", 2, 0) == b""
    assert objects.tail(f"{FOLDER}/some/c.bib", 3) == b"bib"
    size, modified = objects.version_of(f"{FOLDER}/some/c.bib")
    assert (size, modified > 1_700_000_000 * 10**9) == (5, True)


def test_moved_and_deleted(store: ObjectStore) -> None:
    one, other = f"{FOLDER}/moved/a", f"{FOLDER}/moved/b"
    objects.create(one, b"new")
    objects.create(other, b"old one")
    objects.move(one, other)
    assert (objects.exists(one), objects.piece(other, 0, 3)) == (False, b"new")
    objects.delete(other)
    objects.delete(other)
    assert not objects.exists(other)
    for name in "ab":
        objects.create(f"{FOLDER}/all/{name}", b"")
    objects.delete_all(f"{FOLDER}/all")
    assert objects.names(f"{FOLDER}/all") == set()


def test_who_may_not_write_is_told(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in store.environment(READER).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(OSError, match="access is denied"):
        objects.create(f"{FOLDER}/denied", b"")
