from __future__ import annotations

import socket
from pathlib import Path

import pytest

from reportcite.remote import reading
from reportcite.remote.addresses import address_of
from reportcite.remote.connection import ask
from reportcite.remote.reading import Listed, is_prefix, listed, open_remote, size_of
from tests.remote.servers import Answer, ObjectStore, Request, in_ranges, server, status, whole

CONTENT = bytes(range(256)) * 40


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PIECE", 1000)


def put(path: str, content: bytes = CONTENT) -> None:
    ask(address_of(path), "put", content)


def test_a_file_is_asked_for_in_pieces() -> None:
    with server(in_ranges(CONTENT)) as (url, requests), open_remote(url) as file:
        assert len(requests) == 1
        assert file.read(999) == CONTENT[:999]
        assert len(requests) == 1
        assert file.read() == CONTENT[999:]
        assert file.tell() == len(CONTENT)
    assert [one.headers["range"] for one in requests][:2] == ["bytes=0-999", "bytes=1000-1999"]
    assert len(requests) == 11  # of 1,000 bytes, the last of 240


def test_only_the_file_that_was_opened_is_asked_for() -> None:
    with server(in_ranges(CONTENT, '"7"')) as (url, requests), open_remote(url) as file:
        file.read()
    assert [one.headers.get("if-match") for one in requests][:2] == [None, '"7"']
    with server(in_ranges(CONTENT, 'W/"7"')) as (url, requests), open_remote(url) as file:
        file.read()
    assert requests[1].headers.get("if-match") is None


def test_a_server_may_give_whole_files_only() -> None:
    with server(whole(CONTENT)) as (url, requests), open_remote(url) as file:
        assert file.read() == CONTENT
    assert len(requests) == 2
    with server(whole(b"")) as (url, _), open_remote(url) as file:
        assert file.read() == b""


def test_a_piece_that_fails_is_asked_for_again() -> None:
    failed: list[str] = []

    def answer(connection: socket.socket, request: Request) -> None:
        part = request.headers["range"]
        if part in failed:
            in_ranges(CONTENT)(connection, request)
        else:
            failed.append(part)
            status(503)(connection, request)

    with server(answer) as (url, _), open_remote(url) as file:
        assert file.read() == CONTENT


def changing(after: int, then: Answer) -> Answer:
    answered: list[Request] = []

    def answer(connection: socket.socket, request: Request) -> None:
        answered.append(request)
        (in_ranges(CONTENT) if len(answered) <= after else then)(connection, request)

    return answer


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        (status(412), "it was changed while it was read"),
        (in_ranges(CONTENT + b"more"), "it was changed while it was read"),
        (status(416), "the file was cut off"),
        (status(404), "it is not there"),
        (lambda connection, _: None, "the connection was cut"),
    ],
)
def test_what_goes_wrong_in_the_middle_is_an_error(then: Answer, reason: str) -> None:
    with server(changing(2, then)) as (url, _), open_remote(url) as file:
        assert file.read(2000) == CONTENT[:2000]
        with pytest.raises(OSError) as caught:
            file.read()
    assert reason in str(caught.value.strerror)


def test_a_whole_file_that_is_cut_off_is_an_error() -> None:
    with server(whole(CONTENT, length=len(CONTENT) + 1)) as (url, _), pytest.raises(OSError):
        open_remote(url).read()


def test_a_page_of_the_web_is_no_folder() -> None:
    assert not is_prefix("https://example.org/folder/")
    assert listed("https://example.org/folder/") == Listed([], [])


@pytest.mark.programs
def test_objects_are_read_whatever_their_names(store: ObjectStore) -> None:
    for name in ("a b.bib", "ü/ö.bib", "50%25.bib", "x#1.bib", "a+b.bib", "what?.bib", "[1].bib"):
        put(f"s3://catalogue/names/{name}", name.encode())
        with open_remote(f"s3://catalogue/names/{name}") as file:
            assert file.read() == name.encode()


@pytest.mark.programs
def test_objects_are_read_in_pieces(store: ObjectStore) -> None:
    for size in (0, 1, 999, 1000, 1001, 5000):
        put("s3://catalogue/size.bin", CONTENT[:size])
        assert size_of("s3://catalogue/size.bin") == size
        with open_remote("s3://catalogue/size.bin") as file:
            assert file.read() == CONTENT[:size]
    with open_remote(f"{store.files}/size.bin?token=x") as file:
        assert file.read() == CONTENT[:5000]


@pytest.mark.programs
def test_an_object_that_is_replaced_meanwhile_is_an_error(store: ObjectStore) -> None:
    put("s3://catalogue/replaced.bin")
    with open_remote("s3://catalogue/replaced.bin") as file:
        put("s3://catalogue/replaced.bin", CONTENT[::-1])
        with pytest.raises(OSError, match="changed while it was read"):
            file.read()


@pytest.mark.programs
def test_files_and_folders_are_listed_by_name(store: ObjectStore, tmp_path: Path) -> None:
    for name in ("l/b.bib", "l/a.bib", "l/z/1.bib", "l/c/1.bib", "l2/x.bib"):
        put(f"s3://catalogue/{name}")
    root = "s3://catalogue/l"
    expected = Listed([f"{root}/a.bib", f"{root}/b.bib"], [f"{root}/c/", f"{root}/z/"])
    assert listed(root) == listed(f"{root}/") == expected
    assert "s3://catalogue/l/" in listed("s3://catalogue").folders
    assert is_prefix(root) and is_prefix("s3://catalogue")
    assert not is_prefix("s3://catalogue/l/a.bib")
    assert not is_prefix("s3://catalogue/nothing")
    assert not is_prefix("s3://no-such-bucket/x")
    with pytest.raises(OSError, match="no such bucket"):
        listed("s3://no-such-bucket/")


@pytest.mark.programs
def test_an_empty_object_may_stand_for_a_folder(store: ObjectStore) -> None:
    put("s3://catalogue/marked/", b"")
    put("s3://catalogue/marked/a.bib")
    assert "s3://catalogue/marked" not in listed("s3://catalogue/marked/").files
