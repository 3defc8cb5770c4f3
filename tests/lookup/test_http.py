"""Addresses are asked politely and within limits; what goes wrong is said so that one can act."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reportcite.lookup.http import Answer, Client, Manners, _may_follow
from reportcite.lookup.rules import NO_ANSWER, NOT_FOUND, WRONG_ANSWER
from reportcite.problems import Problem

MANNERS = Manners("reportcite/test (mailto:me@example.org)", pause=0, read=0.5)


@pytest.fixture
def slept() -> list[float]:
    """How long the client has waited; it does not really."""
    return []


@pytest.fixture
def client(slept: list[float], monkeypatch: pytest.MonkeyPatch) -> Client:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return Client(MANNERS, slept.append)


def problem(result: Answer | Problem) -> Problem:
    assert isinstance(result, Problem)
    return result


def body(result: Answer | Problem) -> bytes:
    assert isinstance(result, Answer), result
    return result.body


def in_turn(httpserver: HTTPServer, *responses: Response) -> None:
    """Answer /x with one of `responses` after another."""
    left = iter(responses)
    httpserver.expect_request("/x").respond_with_handler(lambda request: next(left))


def test_who_asks_says_who_it_is_and_what_it_wants(httpserver: HTTPServer, client: Client) -> None:
    headers = {"User-Agent": MANNERS.agent, "Accept": "application/json"}
    httpserver.expect_request("/x", headers=headers).respond_with_data("{}")
    address = httpserver.url_for("/x")
    assert client.get(address, "application/json") == Answer(b"{}", address)


def test_redirects_are_followed_to_other_hosts_and_keep_what_is_wanted(
    httpserver: HTTPServer, client: Client
) -> None:
    there = f"http://localhost:{httpserver.port}/there"
    httpserver.expect_request("/x").respond_with_data(status=302, headers={"Location": there})
    headers = {"Accept": "text/html"}
    httpserver.expect_request("/there", headers=headers).respond_with_data("found")
    assert client.get(httpserver.url_for("/x"), "text/html") == Answer(b"found", there)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/x", "data:,x"])
def test_redirects_to_other_schemes_are_not_followed(
    httpserver: HTTPServer, client: Client, target: str
) -> None:
    httpserver.expect_request("/x").respond_with_data(status=301, headers={"Location": target})
    found = problem(client.get(httpserver.url_for("/x"), "*/*"))
    assert found.rule is WRONG_ANSWER and target in found.message


def test_redirects_in_a_circle_end(httpserver: HTTPServer, client: Client) -> None:
    httpserver.expect_request("/x").respond_with_data(status=302, headers={"Location": "/x"})
    assert problem(client.get(httpserver.url_for("/x"), "*/*")).rule is WRONG_ANSWER
    assert len(httpserver.log) == 9


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_not_asked_for_again(
    httpserver: HTTPServer, client: Client, status: int
) -> None:
    httpserver.expect_request("/x").respond_with_data("sorry", status=status)
    found = problem(client.get(httpserver.url_for("/x"), "*/*"))
    assert found.rule is NOT_FOUND and found.place.file == httpserver.url_for("/x")
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("status", [401, 403, 406, 500])
def test_who_refuses_is_not_asked_again(
    httpserver: HTTPServer, client: Client, status: int
) -> None:
    httpserver.expect_request("/x").respond_with_data("no", status=status)
    found = problem(client.get(httpserver.url_for("/x"), "*/*"))
    assert found.rule is NO_ANSWER and f"HTTP {status}" in found.message
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_who_is_busy_is_asked_again_after_a_while(
    httpserver: HTTPServer, client: Client, slept: list[float], status: int
) -> None:
    in_turn(httpserver, Response(status=status), Response(status=status), Response("there"))
    assert body(client.get(httpserver.url_for("/x"), "*/*")) == b"there"
    assert slept == [1, 2]


def test_a_busy_server_says_how_long_to_wait(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    in_turn(httpserver, Response(status=429, headers={"Retry-After": "30"}), Response("there"))
    assert body(client.get(httpserver.url_for("/x"), "*/*")) == b"there"
    assert slept == [30]


def test_a_wait_that_nobody_can_read_is_no_wait_of_its_own(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    in_turn(httpserver, Response(status=503, headers={"Retry-After": "soon"}), Response("there"))
    assert body(client.get(httpserver.url_for("/x"), "*/*")) == b"there"
    assert slept == [1]


def test_longer_than_half_a_minute_is_the_users_to_wait(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    httpserver.expect_request("/x").respond_with_data(status=429, headers={"Retry-After": "31"})
    found = problem(client.get(httpserver.url_for("/x"), "*/*"))
    assert found.rule is NO_ANSWER and "wait 31 s" in found.suggestion
    assert slept == [] and len(httpserver.log) == 1


def test_who_stays_busy_is_given_up(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    httpserver.expect_request("/x").respond_with_data(status=503)
    found = problem(client.get(httpserver.url_for("/x"), "*/*"))
    assert found.rule is NO_ANSWER and "try again later" in found.suggestion
    assert slept == [1, 2] and len(httpserver.log) == 3


def test_a_body_that_is_cut_is_fetched_again(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    in_turn(httpserver, _cut(), Response("whole"))
    assert body(client.get(httpserver.url_for("/x"), "*/*")) == b"whole"
    assert slept == [1]


def test_a_body_that_stays_cut_is_never_taken_for_whole(
    httpserver: HTTPServer, client: Client
) -> None:
    httpserver.expect_request("/x").respond_with_handler(lambda request: _cut())
    found = problem(client.get(httpserver.url_for("/x"), "*/*"))
    assert found.rule is NO_ANSWER and "broke off" in found.message


def _cut() -> Response:
    response = Response("a part")
    response.headers["Content-Length"] = "1000"
    return response


def test_no_more_is_read_than_a_record_can_need(httpserver: HTTPServer, client: Client) -> None:
    given = 0

    def pour(request: Request) -> Response:
        def pieces() -> Iterator[bytes]:
            nonlocal given
            for _ in range(50):
                given += 1
                yield bytes(1_000_000)

        return Response(pieces())

    httpserver.expect_request("/x").respond_with_handler(pour)
    found = problem(client.get(httpserver.url_for("/x"), "*/*"))
    assert found.rule is WRONG_ANSWER and "10,000,000 bytes" in found.message
    assert given < 30


def test_as_much_as_the_limit_is_read(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/x").respond_with_data("four")
    address = httpserver.url_for("/x")
    assert body(Client(MANNERS._replace(most_bytes=4)).get(address, "*/*")) == b"four"
    assert problem(Client(MANNERS._replace(most_bytes=3)).get(address, "*/*")).is_error


def test_packed_answers_are_unpacked_within_the_limit(httpserver: HTTPServer) -> None:
    packed = gzip.compress(bytes(1_000_000))
    httpserver.expect_request("/x").respond_with_data(packed, headers={"Content-Encoding": "gzip"})
    address = httpserver.url_for("/x")
    assert len(body(Client(MANNERS).get(address, "*/*"))) == 1_000_000
    small = Client(MANNERS._replace(most_bytes=10_000))
    assert problem(small.get(address, "*/*")).rule is WRONG_ANSWER


@pytest.mark.parametrize(
    ("content", "coding", "said"),
    [
        (gzip.compress(b"record", mtime=0)[:-9], "gzip", "what it has packed breaks off"),
        (b"record", "gzip", "it cannot be unpacked"),
        (b"xx", "deflate", "it cannot be unpacked"),
        (b"record", "br", "in the coding “br”, which nobody asked for"),
        (b"record", "gzip, gzip", "in the coding “gzip, gzip”, which nobody asked for"),
    ],
)
def test_what_cannot_be_unpacked_is_never_taken_for_an_answer(
    httpserver: HTTPServer, client: Client, content: bytes, coding: str, said: str
) -> None:
    httpserver.expect_request("/x").respond_with_data(content, headers={"Content-Encoding": coding})
    assert said in problem(client.get(httpserver.url_for("/x"), "*/*")).message


@pytest.mark.parametrize("coding", ["", "identity", "Deflate", "x-gzip"])
def test_every_coding_that_may_be_is_unpacked(
    httpserver: HTTPServer, client: Client, coding: str
) -> None:
    packed = {"Deflate": zlib.compress(b"record"), "x-gzip": gzip.compress(b"record")}
    content = packed.get(coding, b"record")
    httpserver.expect_request("/x").respond_with_data(content, headers={"Content-Encoding": coding})
    assert body(client.get(httpserver.url_for("/x"), "*/*")) == b"record"


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """The address of a server that says `answer` to everybody, whatever that is."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer_all() -> None:
            with suppress(OSError):  # the server is gone
                while True:
                    connection, _ = server.accept()
                    with connection:
                        connection.recv(1 << 16)
                        connection.sendall(answer)

        Thread(target=answer_all, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x"
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("target", [b"http://[", b"//[::1", b"http://a\x1b[31m/"])
def test_a_redirect_to_what_is_no_address_is_told(client: Client, target: bytes) -> None:
    with answering(b"HTTP/1.1 302 x\r\nLocation: " + target + b"\r\n\r\n") as address:
        found = problem(client.get(address, "*/*"))
    assert found.rule is WRONG_ANSWER and "no address" in found.message


@pytest.mark.parametrize("date", [b"Fri, 99 Dec 99999999999 23:59:59 GMT", b"9" * 5000])
def test_a_busy_server_of_no_calendar_is_asked_again(
    client: Client, slept: list[float], date: bytes
) -> None:
    with answering(b"HTTP/1.1 503 x\r\nRetry-After: " + date + b"\r\n\r\n") as address:
        assert problem(client.get(address, "*/*")).rule is NO_ANSWER
    assert slept == [1, 2]


@pytest.mark.parametrize(
    ("source", "target", "follows"),
    [
        ("https://doi.org/x", "https://localhost/", False),
        ("https://doi.org/x", "https://a.localhost./", False),
        ("http://a.org/", "http://169.254.169.254/latest", False),
        ("http://a.org/", "http://[fd00::1]/", False),
        ("http://8.8.8.8/", "http://127.0.0.1/", False),
        ("http://192.168.0.5/", "http://localhost/", True),
        ("http://a.org/", "http://9.9.9.9/", True),
        ("http://a.org/", "http://localhost.org/", True),
    ],
)
def test_no_redirect_leads_into_a_private_network(
    source: str, target: str, *, follows: bool
) -> None:
    assert _may_follow(source, target) is follows


def test_who_says_nothing_is_not_waited_for(client: Client, slept: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/x"
        found = problem(client.get(address, "*/*"))
    assert found.rule is NO_ANSWER and "took too long" in found.message
    assert slept == [1, 2]


@pytest.mark.parametrize(
    "begins", ["HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Long: ", "HTTP/1.1 "]
)
def test_an_answer_that_comes_letter_by_letter_may_not_take_for_ever(begins: str) -> None:
    """Each letter comes in time, of the headers or behind them."""
    over = Event()

    def dribble(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):  # who asked is gone
            connection.sendall(begins.encode())
            while not over.wait(0.01):
                connection.sendall(b"2")

    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=dribble, args=(server,), daemon=True).start()
        hasty = Client(MANNERS._replace(whole=0.2, attempts=1))
        found = problem(hasty.get(f"http://127.0.0.1:{server.getsockname()[1]}/x", "*/*"))
        over.set()
    assert found.rule is NO_ANSWER and "more than 0 s" in found.message


def test_where_nobody_listens_is_told_at_once(client: Client, slept: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    found = problem(client.get(f"http://127.0.0.1:{port}/x", "*/*"))
    assert found.rule is NO_ANSWER and "refused" in found.message
    assert slept == []


@pytest.mark.parametrize("address", ["http://", "http://[x/", "http://a..b/"])
def test_what_is_no_address_is_told(client: Client, address: str) -> None:
    assert problem(client.get(address, "*/*")).place.file == address


def test_between_two_requests_to_a_host_there_is_a_pause(
    httpserver: HTTPServer, slept: list[float]
) -> None:
    httpserver.expect_request("/x").respond_with_data("x")
    client = Client(MANNERS._replace(pause=5), slept.append)
    client.get(httpserver.url_for("/x"), "*/*")
    assert slept == []
    client.get(f"http://localhost:{httpserver.port}/x", "*/*")
    other_host = httpserver.host != "localhost"
    assert (slept == []) is other_host
    client.get(httpserver.url_for("/x"), "*/*")
    assert 0 < slept[-1] <= 5


def test_the_proxy_of_the_environment_is_asked(
    httpserver: HTTPServer, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", httpserver.url_for(""))
    monkeypatch.setenv("no_proxy", "straight.invalid")
    httpserver.expect_request("/x").respond_with_data("by proxy")
    assert body(client.get("http://elsewhere.invalid/x", "*/*")) == b"by proxy"
    assert problem(client.get("http://straight.invalid/x", "*/*")).rule is NO_ANSWER


def test_no_password_in_an_address_is_printed(httpserver: HTTPServer, client: Client) -> None:
    there = "ftp://me:secret@example.org/there"
    httpserver.expect_request("/x").respond_with_data(status=302, headers={"Location": there})
    httpserver.expect_request("/y").respond_with_data("{}")
    host = f"localhost:{httpserver.port}"
    refused = problem(client.get(f"http://me:secret@{host}/x", "*/*"))
    assert refused.place.file == f"http://{host}/x"
    assert "secret" not in str(refused)
    assert client.get(f"http://me:secret@{host}/y", "*/*") == Answer(b"{}", f"http://{host}/y")
