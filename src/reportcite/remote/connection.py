"""Asks a store something: within limits of time, so that Ctrl-C is answered, and with errors that
say nothing secret.

What obstore says of an error holds the whole address, and with it signatures and passwords. None of
it is repeated: its kind and the number of an HTTP status are looked for in it, and what these mean
is said in words of our own.
"""

from __future__ import annotations

import errno
import re
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from reportcite.errors import ExitCode, ReportciteError
from reportcite.remote.addresses import Address

_Result = TypeVar("_Result")

RETRIES: Final = 3
"""How often a request is repeated that a server did not answer well, each time after a longer
while."""
_LONGEST_WAIT: Final = timedelta(minutes=3)
"""After this nothing is tried again, however few tries there were."""
CONNECT_TIMEOUT: Final = "10s"
READ_TIMEOUT: Final = "30s"
"""How long a server may send nothing at all; how long a file takes altogether has no limit."""
_REQUEST_TIMEOUT: Final = "10m"

_CREDENTIALS: Final = {
    "s3": "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY; AWS_SKIP_SIGNATURE=true for a public bucket",
    "gs": "GOOGLE_APPLICATION_CREDENTIALS",
    "az": "AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY",
}


class MissingPackage(ReportciteError):
    """What reads and writes files elsewhere is not installed."""

    exit_code = ExitCode.UNREADABLE


class RangeRefused(OSError):
    """A server does not give the part of a file that was asked for: it gives whole files only, or
    the file is empty."""


def require_package() -> None:
    """Raise MissingPackage where what files elsewhere need is not installed."""
    try:
        import obstore  # noqa: F401
    except ImportError as error:
        raise MissingPackage(
            "to read and write files elsewhere, the package obstore is needed",
            suggestion="pip install 'reportcite[remote]'",
        ) from error


@lru_cache(maxsize=8)  # a connection is used again for the next file of the same bucket
def store_of(scheme: str, root: str) -> Any:
    """The store of an address, with the credentials of the environment.

    Raises OSError where the environment does not say what it needs, MissingPackage.
    """
    require_package()
    from obstore import store

    kind: Any = {"s3": store.S3Store, "gs": store.GCSStore, "az": store.AzureStore}.get(
        scheme, store.HTTPStore
    )
    client = {
        "connect_timeout": CONNECT_TIMEOUT,
        "read_timeout": READ_TIMEOUT,
        "timeout": _REQUEST_TIMEOUT,
    }
    if scheme != "https":  # whose store is an endpoint of the user's own may name it by http://
        client["allow_http"] = "true"
    try:
        return kind(
            root,
            client_options=client,
            retry_config={"max_retries": RETRIES, "retry_timeout": _LONGEST_WAIT},
        )
    except Exception as error:
        raise _meant(error, scheme) from None


def ask(address: Address, method: str, *arguments: object, **options: object) -> Any:
    """What the store of `address` answers to `method`, whose first argument is the key.

    Raises FileNotFoundError, RangeRefused and other OSErrors, whose `strerror` says what is wrong;
    KeyboardInterrupt at once.
    """
    store = store_of(address.scheme, address.root)
    return within(address, lambda: getattr(store, method)(address.key, *arguments, **options))


def within(address: Address, work: Callable[[], _Result]) -> _Result:
    """`work()`, which asks the store of `address`, with its errors as `ask` raises them."""
    try:
        return _interruptible(work)
    except Exception as error:
        # `from None`: a traceback would hold what the message must not.
        raise _meant(error, address.scheme) from None


def _interruptible(work: Callable[[], _Result]) -> _Result:
    """`work()` in a thread of its own: an interrupt is not noticed while obstore waits."""
    answers: SimpleQueue[tuple[_Result | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            answers.put((work(), None))
        except BaseException as error:  # whatever it is, it is raised where the result is asked for
            answers.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    result, error = answers.get()
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # there is one where there is no error


def _meant(error: Exception, scheme: str) -> OSError:
    """The error in words of our own."""
    text = str(error)
    found = re.search(r"status code: (\d{3})", text)
    status = int(found[1]) if found else 0
    if isinstance(error, FileNotFoundError) or status == 404:
        there = "there is no such bucket" if "NoSuchBucket" in text else "it is not there"
        return FileNotFoundError(errno.ENOENT, there)
    name = type(error).__name__
    if name == "AlreadyExistsError":
        return FileExistsError(errno.EEXIST, "it is there already")
    if status == 416 or name == "NotSupportedError" or "RangeNotSupported" in text:
        return RangeRefused(None, "the file was cut off, and the server does not give its rest")
    return OSError(None, _reason(name, status, text, scheme))


def _reason(name: str, status: int, text: str, scheme: str) -> str:  # noqa: PLR0911 - one each
    if "Account must be specified" in text:
        return "the environment names no account (AZURE_STORAGE_ACCOUNT_NAME)"
    if _asked_for_credentials(text):
        return f"the environment holds no credentials ({_CREDENTIALS.get(scheme, '')})"
    if status in {401, 403} or name in {"PermissionDeniedError", "UnauthenticatedError"}:
        hint = f"; credentials are {_CREDENTIALS[scheme]}" if scheme in _CREDENTIALS else ""
        return f"access is denied{_numbered(status)}{hint}"
    if status == 412 or name == "PreconditionError":
        return "it was changed while it was read"
    if status:
        return f"the server answered with the HTTP status {status}"
    if "MissingContentLength" in text:
        return "the server does not say how long it is; fetch it with curl, and read it from -"
    if "following redirect" in text:
        return "the server sends one from address to address"
    for sign, reason in _CAUSES.items():
        if sign in text:
            return reason
    return "the store could not be asked"


_NO_ANSWER: Final = "the server did not answer in time, asked several times"
_NO_CONNECTION: Final = "there is no connection to the server"
_REFUSED: Final = "the connection was refused"

_CAUSES: Final = {
    "dns error": "there is no such host",
    "Timeout": _NO_ANSWER,
    "TimedOut": _NO_ANSWER,
    "ertificate": "the certificate of the server is not valid",
    "ConnectionRefused": _REFUSED,
    "Connect": _NO_CONNECTION,
    "IncompleteMessage": "the connection was cut",
    "Body": "the connection was cut",
}
"""What obstore's account of an error holds, and what that means; the first that fits."""


def is_out_of_reach(message: str) -> bool:
    """Whether the `message` of an error says that a server cannot be reached at all, so that it is
    useless to ask it for more, which takes minutes each time."""
    return any(reason in message for reason in (_NO_ANSWER, _NO_CONNECTION, _REFUSED))


def _numbered(status: int) -> str:
    return f" ({status})" if status else ""


def _asked_for_credentials(text: str) -> bool:
    """Whether what went wrong was to ask the machine, as one of a cloud, for credentials."""
    return (
        "/latest/api/token" in text or "/computeMetadata/" in text or "/metadata/identity" in text
    )
