"""Asks for addresses by HTTP: politely, within limits of time and size (RFC 9110).

urllib3 is imported here alone, and only when something is asked for.
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from reportcite.errors import Place
from reportcite.lookup.rules import NO_ANSWER, NOT_FOUND, WRONG_ANSWER
from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

_BUSY: Final = frozenset({429, 502, 503, 504})
"""Statuses of a server that may answer when it is asked again."""

_MISSING: Final = frozenset({404, 410})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS: Final = 8
_CHUNK: Final = 1 << 16
_CODINGS: Final = {"": False, "identity": False, "gzip": True, "x-gzip": True, "deflate": True}
"""How a body may be coded (RFC 9110, 8.4.1), and whether it is packed then."""
_GZIP_OR_ZLIB: Final = 47  # what zlib takes for either
_HALF: Final = "what it has packed breaks off"
_TOOK: Final = "it took more than {:.0f} s"
_LOOK: Final = "look at it in a browser"
_USER: Final = pattern(r"(?<=://)[^/?#]*@")
_SECRET: Final = pattern(
    r"([?&][^=&#]*(?:token|key|secret|password|signature)[^=&#]*=)[^&#]+", re.IGNORECASE
)


class Manners(NamedTuple):
    """How a source is asked.

    `agent` is the User-Agent. A body has at most `most_bytes`. Seconds: `connect` and `read` are
    the time limits of a connection and of each piece of an answer, `whole` that of an answer;
    between two requests to one host there are at least `pause`. A busy server is asked up to
    `attempts` times, after as long as it says, unless that is more than `longest_wait`.
    """

    agent: str
    most_bytes: int = 10_000_000
    connect: float = 10
    read: float = 30
    whole: float = 60
    pause: float = 0.35  # NCBI allows three requests a second
    attempts: int = 3
    longest_wait: float = 30


class Answer(NamedTuple):
    """What an address answered; `address` is the one that did so, after all redirects, as it may be
    printed."""

    body: bytes
    address: str


def printable(address: str) -> str:
    """`address` without what may be a secret: a user and password before the host, and what is
    called a token or key in the query.

    >>> printable("https://me:secret@example.org/a@b?c"), printable("https://example.org/a@b")
    ('https://example.org/a@b?c', 'https://example.org/a@b')
    >>> printable("https://example.org/?q=1&api_key=secret&r=2")
    'https://example.org/?q=1&api_key=…&r=2'
    """
    return _SECRET.sub(r"\1…", _USER.sub("", address, count=1))


class _Later(NamedTuple):
    """The address may answer when it is asked again after `seconds`, None where nobody knows;
    if it is not, `problem` is what is wrong."""

    problem: Problem
    seconds: float | None = None

    def final(self) -> Problem:
        """The problem, when it is not asked again."""
        if self.seconds is None:
            return self.problem
        hint = f"the server asks to wait {self.seconds:.0f} s: try again after that"
        return self.problem._replace(suggestion=hint)


class Client:
    """Asks one address after another, and remembers when it last asked which host."""

    def __init__(self, manners: Manners, sleep: Callable[[float], None] = time.sleep) -> None:
        """Nothing is asked for yet; `sleep` waits some seconds."""
        self._manners = manners
        self._sleep = sleep
        self._asked: dict[str, float] = {}
        self._pools: dict[str, PoolManager] = {}

    def get(self, address: str, accept: str) -> Answer | Problem:
        """What `address` answers to who wants the media types `accept`, redirects followed.

        A Problem says why there is no answer, and what to do about it.
        """
        most = self._manners.attempts
        for attempt in range(1, most + 1):
            result = self._follow(address, accept)
            if not isinstance(result, _Later):
                return result
            seconds = float(attempt) if result.seconds is None else result.seconds
            if attempt == most or seconds > self._manners.longest_wait:
                return result.final()
            self._sleep(seconds)
        raise ValueError("nobody is asked in no attempts")

    def _follow(self, address: str, accept: str) -> Answer | Problem | _Later:
        for _ in range(_MOST_REDIRECTS + 1):
            result = self._ask(address, accept)
            if not isinstance(result, str):
                return result
            try:
                target = urljoin(address, result)
                follows = _may_follow(address, target)
            except ValueError:
                message = "leads on to what is no address"
                return WRONG_ANSWER.found(message, _LOOK, Place(printable(address)))
            if not follows:
                message = f"leads on to {printable(target)}, which is not followed"
                hint = "only https, and http from http, are; and from elsewhere no private network"
                return WRONG_ANSWER.found(message, hint, Place(printable(address)))
            address = target
        message = f"leads on more than {_MOST_REDIRECTS} times"
        return WRONG_ANSWER.found(message, _LOOK, Place(printable(address)))

    def _ask(self, address: str, accept: str) -> Answer | Problem | _Later | str:
        """What one address answers; a text is where it leads on."""
        from urllib3.exceptions import (
            HTTPError,
            LocationValueError,
            NewConnectionError,
            SSLError,
        )

        try:
            self._wait_for(urlsplit(address).netloc)
            response = _within(self._manners.whole, lambda: self._request(address, accept))
            try:
                return self._judged(response, address)
            finally:
                response.close()
        except (LocationValueError, ValueError, UnicodeError):
            message = "is no address that can be asked for"
            return WRONG_ANSWER.found(message, "check how it is written", Place(printable(address)))
        except (HTTPError, OSError) as error:
            message = f"gives no whole answer: {_reason(error)}"
            hint = "check the connection, and try again"
            problem = NO_ANSWER.found(message, hint, Place(printable(address)))
            # Where nobody is there, or nobody to be trusted, asking again soon does not help.
            return problem if isinstance(error, NewConnectionError | SSLError) else _Later(problem)

    def _request(self, address: str, accept: str) -> BaseHTTPResponse:
        return self._pool(address).request(
            "GET",
            address,
            headers={"Accept": accept, "User-Agent": self._manners.agent},
            redirect=False,
            retries=False,
            preload_content=False,
        )

    def _judged(self, response: BaseHTTPResponse, address: str) -> Answer | Problem | _Later | str:
        place, status = Place(printable(address)), response.status
        if status in _REDIRECTS and "Location" in response.headers:
            return response.headers["Location"]
        if status in _MISSING:
            hint = "compare it with the publication, or begin a record with `reportcite new`"
            return NOT_FOUND.found("there is no record of it", hint, place)
        if status in _BUSY:
            message = f"is busy (HTTP {status})"
            problem = NO_ANSWER.found(message, "try again later", place)
            return _Later(problem, _seconds_to_wait(response))
        if status != 200:
            message = f"refuses to answer (HTTP {status})"
            hint = "open it in a browser, save the record there, and add the saved file"
            return NO_ANSWER.found(message, hint, place)
        return self._body(response, address)

    def _body(self, response: BaseHTTPResponse, address: str) -> Answer | Problem:
        """The whole body. Raises the errors of urllib3 where it breaks off or takes too long."""
        from urllib3.exceptions import ProtocolError
        from urllib3.exceptions import TimeoutError as TooSlow

        coding = response.headers.get("Content-Encoding", "").strip().lower()
        if coding not in _CODINGS:
            message = f"answers in the coding {shown(coding)}, which nobody asked for"
            return WRONG_ANSWER.found(message, _LOOK, Place(printable(address)))
        unpack = zlib.decompressobj(_GZIP_OR_ZLIB) if _CODINGS[coding] else None
        most, end = self._manners.most_bytes, time.monotonic() + self._manners.whole
        body = bytearray()
        while piece := response.read1(_CHUNK, decode_content=False):
            try:
                body += unpack.decompress(piece, most + 1 - len(body)) if unpack else piece
            except zlib.error as error:
                raise ProtocolError("it cannot be unpacked") from error
            if len(body) > most:
                message = f"answers with more than {most:,} bytes"
                hint = "save the record in a browser, and add the saved file"
                return WRONG_ANSWER.found(message, hint, Place(printable(address)))
            if time.monotonic() > end:
                raise TooSlow(_TOOK.format(self._manners.whole))
        if unpack and not unpack.eof:  # which urllib3 would take for whole
            raise ProtocolError(_HALF)
        return Answer(bytes(body), printable(address))

    def _wait_for(self, host: str) -> None:
        """Wait until `host` may be asked again."""
        last = self._asked.get(host)
        if last is not None:
            left = last + self._manners.pause - time.monotonic()
            if left > 0:
                self._sleep(left)
        self._asked[host] = time.monotonic()

    def _pool(self, address: str) -> PoolManager:
        """The connections that lead to `address`: through the proxy that the environment names, as
        for other programs, or straight."""
        from urllib.request import getproxies, proxy_bypass

        import urllib3

        parts = urlsplit(address)
        proxy = getproxies().get(parts.scheme, "")
        if proxy and proxy_bypass(parts.hostname or ""):
            proxy = ""
        if proxy not in self._pools:
            limits = urllib3.Timeout(connect=self._manners.connect, read=self._manners.read)
            if proxy:
                self._pools[proxy] = urllib3.ProxyManager(proxy, timeout=limits)
            else:
                self._pools[proxy] = urllib3.PoolManager(timeout=limits)
        return self._pools[proxy]


def _within(seconds: float, request: Callable[[], BaseHTTPResponse]) -> BaseHTTPResponse:
    """What `request` returns or raises; a TimeoutError of urllib3, whose own limits are those of
    each piece of a connection, after `seconds`: a server may send its headers letter by letter."""
    from threading import Thread

    from urllib3.exceptions import TimeoutError as TooSlow

    answered: list[BaseHTTPResponse] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            answered.append(request())
        except BaseException as error:  # it is raised where it is waited for
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    for error in failed:
        raise error
    if not answered:
        raise TooSlow(_TOOK.format(seconds))
    return answered[0]


def _may_follow(source: str, target: str) -> bool:
    """Whether a redirect leads from one web address to another that is not less safe, nor from
    elsewhere to this machine or a private network, whose services trust who asks. Raises ValueError
    where one is none.

    >>> _may_follow("http://a.org", "https://b.org"), _may_follow("https://a.org", "http://a.org")
    (True, False)
    >>> _may_follow("http://a.org", "http://10.0.0.1/"), _may_follow("http://[::1]/", "http://[::1]/x")
    (False, True)
    """
    before, after = urlsplit(source), urlsplit(target)
    as_safe = after.scheme == "https" or after.scheme == before.scheme == "http"
    return as_safe and (_is_private(before.hostname) or not _is_private(after.hostname))


def _is_private(host: str | None) -> bool:
    """Whether `host` is this machine or one of a private network, by its own name or number."""
    from ipaddress import ip_address

    name = (host or "").rstrip(".")
    try:
        return not ip_address(name).is_global
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def _seconds_to_wait(response: BaseHTTPResponse) -> float | None:
    """What Retry-After says (RFC 9110, 10.2.3): seconds or a date; None where it says nothing."""
    from urllib3.exceptions import InvalidHeader
    from urllib3.util import Retry

    try:
        return Retry().get_retry_after(response)
    except (InvalidHeader, ValueError, OverflowError):  # days of years that no calendar has
        return None


def _reason(error: Exception) -> str:
    """What went wrong, in the words of the system where it has any."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
        cause = cause.__cause__ or cause.__context__
    if isinstance(error.__cause__, zlib.error) or error.args == (_HALF,):
        return str(error)
    return _WORDS.get(type(error).__name__, "") or str(error) or type(error).__name__


_WORDS: Final = {
    "ConnectTimeoutError": "the connection took too long",
    "ReadTimeoutError": "it took too long",
    "ProtocolError": "it broke off",
    "IncompleteRead": "it broke off",
}
