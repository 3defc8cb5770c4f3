from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback

import pytest

from reportcite.errors import ExitCode
from reportcite.remote import connection
from reportcite.remote.addresses import address_of
from reportcite.remote.connection import MissingPackage, RangeRefused, ask, store_of
from tests.remote.servers import Answer, ObjectStore, server, status

SECRET = "sesame-open"


def failure(path: str) -> OSError:
    with pytest.raises(OSError) as caught:
        ask(address_of(path), "get")
    shown = "".join(traceback.format_exception(caught.value))
    assert SECRET not in shown.replace(f'"{path}"', "")
    return caught.value


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (status(403), "access is denied (403)"),
        (status(401), "access is denied (401)"),
        (status(404), "it is not there"),
        (status(400), "the server answered with the HTTP status 400"),
        (status(503), "the server answered with the HTTP status 503"),
        (status(302, "Location: /again"), "the server sends one from address to address"),
        (lambda at, _: None, "the connection was cut"),
        (
            lambda at, _: at.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nx"),
            "the server does not say how long it is; fetch it with curl, and read it from -",
        ),
    ],
)
def test_what_a_server_answers_is_said_without_secrets(answer: Answer, reason: str) -> None:
    with server(answer) as (url, _):
        assert failure(f"{url}/x.bib?signature={SECRET}").strerror == reason


def test_a_server_error_is_tried_again_and_not_for_ever() -> None:
    with server(status(503)) as (url, requests):
        failure(url)
    assert len(requests) == 2
    with server(status(400)) as (url, requests):
        failure(url)
    assert len(requests) == 1


def test_a_server_that_does_not_answer_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "READ_TIMEOUT", "1s")
    with server(lambda at, _: time.sleep(10)) as (url, requests):
        assert "did not answer in time" in str(failure(url).strerror)
    assert len(requests) == 2


def test_a_server_that_is_not_there() -> None:
    assert failure("http://127.0.0.1:1/x").strerror == "the connection was refused"
    assert failure("http://no.such.host.invalid/x").strerror == "there is no such host"


def test_a_part_that_there_is_not_is_an_error_of_its_own() -> None:
    with server(status(416)) as (url, _):
        assert isinstance(failure(url), RangeRefused)


def test_an_interrupt_is_answered_at_once() -> None:
    with server(lambda at, _: time.sleep(10)) as (url, _):
        begun = time.monotonic()
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            ask(address_of(url), "get")
        assert time.monotonic() - begun < 5  # the server takes 10


def test_without_the_package_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(MissingPackage, match=r"pip install 'reportcite\[remote\]'") as caught:
        store_of("s3", "bucket")
    assert caught.value.exit_code == ExitCode.UNREADABLE


def test_an_account_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "AZURE_STORAGE_ACCOUNT_NAME" in str(failure("az://container/x").strerror)


def test_credentials_are_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with server(status(403)) as (url, _):
        monkeypatch.setenv("AWS_METADATA_ENDPOINT", url)
        reason = str(failure("s3://bucket/x").strerror)
    assert reason.startswith("the environment holds no credentials (AWS_ACCESS_KEY_ID")


def test_a_store_without_encryption_has_to_be_named_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SKIP_SIGNATURE", "true")
    with server(status(400)) as (url, requests):
        monkeypatch.setenv("AWS_ENDPOINT_URL", url)
        assert "400" in str(failure("s3://bucket/x").strerror)
        assert requests[0].line == "GET /bucket/x HTTP/1.1"


@pytest.mark.programs
def test_a_wrong_key_is_not_repeated(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    reason = str(failure("s3://catalogue/x.bib").strerror)
    assert reason.startswith("access is denied (403); credentials are AWS_ACCESS_KEY_ID")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", store.environment()["AWS_SECRET_ACCESS_KEY"])
    store_of.cache_clear()
    assert failure("s3://no-such-bucket/x.bib").strerror == "there is no such bucket"
