from __future__ import annotations

import pytest

from reportcite.remote import writing
from reportcite.remote.connection import store_of
from reportcite.remote.reading import open_remote
from reportcite.remote.writing import remote_content
from tests.remote.servers import READER, ObjectStore, server, status

pytestmark = pytest.mark.programs
OLD = b"old content"


def write(path: str, content: bytes) -> bool:
    """Whether it had to be written."""
    kept: list[bool] = []
    with remote_content(path, lambda: kept.append(True)) as file:
        file.write(content)
    return not kept


def content_of(path: str) -> bytes:
    with open_remote(path) as file:
        return file.read()


def test_what_is_written_is_there(store: ObjectStore) -> None:
    assert write("s3://catalogue/w/new.bib", b"content")
    assert content_of("s3://catalogue/w/new.bib") == b"content"
    assert write("s3://catalogue/w/empty.bib", b"")
    assert content_of("s3://catalogue/w/empty.bib") == b""
    assert write(f"{store.files}/w/web.bib", b"content")
    assert content_of(f"{store.files}/w/web.bib") == b"content"


def test_the_same_content_is_not_written_again(store: ObjectStore) -> None:
    path = "s3://catalogue/w/same.bib"
    assert write(path, OLD)
    assert not write(path, OLD)
    assert write(path, OLD[::-1])  # as long
    assert content_of(path) == OLD[::-1]
    assert write(path, OLD + b".")


def test_large_files_are_sent_in_parts(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_PART", 5 << 20)
    content = bytes(range(256)) * ((12 << 20) // 256)
    assert write("s3://catalogue/w/large.bin", content)
    assert content_of("s3://catalogue/w/large.bin") == content
    tag = store_of("s3", "catalogue").head("w/large.bin")["e_tag"]
    assert tag.strip('"').endswith("-3")
    assert write(f"{store.files}/w/large.bin", content[1:])
    assert content_of(f"{store.files}/w/large.bin") == content[1:]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, ValueError])
def test_a_run_that_ends_in_the_middle_changes_nothing(
    store: ObjectStore, error: type[BaseException]
) -> None:
    path = "s3://catalogue/w/aborted.bib"
    write(path, OLD)
    with pytest.raises(error), remote_content(path, lambda: None) as file:
        file.write(b"half of it")
        raise error
    assert content_of(path) == OLD


def test_who_may_only_read_changes_nothing(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "s3://catalogue/w/protected.bib"
    write(path, OLD)
    for name, value in store.environment(READER).items():
        monkeypatch.setenv(name, value)
    store_of.cache_clear()
    with pytest.raises(OSError, match="access is denied"):
        write(path, b"new content")
    assert content_of(path) == OLD


def test_a_server_may_take_no_files() -> None:
    with server(status(405)) as (url, requests), pytest.raises(OSError, match="405"):
        write(f"{url}/x.bib", b"content")
    assert requests[-1].line.startswith("PUT /x.bib ")
