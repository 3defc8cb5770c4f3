"""What an address of a file elsewhere says: `s3://bucket/key`, `gs://…`, `az://container/key`,
`https://host/path`."""

from __future__ import annotations

import re
from typing import Final

from reportcite.errors import UsageError
from reportcite.tuples import NamedTuple

_BEGINNINGS: Final = ("s3://", "gs://", "az://", "https://", "http://")
"""Two slashes part an address from a Windows path (`C:\\x`) and a prefixed identifier (`doi:…`)."""
_WEB: Final = ("http", "https")


class Address(NamedTuple):
    """Where a file is: `key` in the bucket or container `root`, or on the web at the URL `root`,
    which has no key."""

    scheme: str
    root: str
    key: str = ""

    @property
    def is_web(self) -> bool:
        """Whether it is asked for by plain HTTP."""
        return self.scheme in _WEB

    def __str__(self) -> str:
        """As it is shown to people."""
        return (
            without_secrets(self.root) if self.is_web else f"{self.scheme}://{self.root}/{self.key}"
        )


def is_remote(path: str) -> bool:
    r"""Whether `path` is the address of a file elsewhere.

    >>> is_remote("s3://catalogue/1.jsonl"), is_remote("https://example.org/refs.bib")
    (True, True)
    >>> [*map(is_remote, ("C:\\refs.bib", "doi:10.1/x", "10.1/x", "s3:/x", "-", "./s3://x"))]
    [False, False, False, False, False, False]
    """
    return path.lower().startswith(_BEGINNINGS)


def without_secrets(path: str) -> str:
    """`path` as it may be printed: of an address without what may be a secret, which is the user
    and password before the host and the query behind the path.

    >>> without_secrets("https://me:secret@example.org/refs.bib?signature=secret#part")
    'https://example.org/refs.bib'
    >>> without_secrets("s3://key:secret@bucket/refs.bib"), without_secrets("what?.bib")
    ('s3://bucket/refs.bib', 'what?.bib')
    """
    if not is_remote(path):
        return path
    scheme, _, rest = path.partition("://")
    rest = re.split(r"[?#]" if scheme.lower() in _WEB else r"[?]", rest, maxsplit=1)[0]
    root, slash, key = rest.partition("/")
    return f"{scheme.lower()}://{root.rpartition('@')[2]}{slash}{key}"


def all_without_secrets(text: str) -> str:
    """`text`, with each address in it as `without_secrets` gives it.

    >>> all_without_secrets("No such command 'https://me:secret@example.org/x?y'")
    "No such command 'https://example.org/x'"
    """
    found = re.compile(r"(?:s3|gs|az|https?)://[^\s']+", re.IGNORECASE)
    return found.sub(lambda address: without_secrets(address[0]), text)


def address_of(path: str) -> Address:
    """The parts of the address `path`.

    Raises UsageError where it holds a user or password, names no bucket or host, or cannot be the
    name of an object; what may be a secret is not repeated.

    >>> address_of("s3://catalogue/2024/1.jsonl")
    Address(scheme='s3', root='catalogue', key='2024/1.jsonl')
    """
    scheme, _, rest = path.partition("://")
    scheme = scheme.lower()
    root, _, key = rest.partition("/")
    name = without_secrets(path)
    if "@" in re.split("[?#]", root, maxsplit=1)[0]:
        raise UsageError(
            f"{name}: an address holds no user and no password here, since other people may see it",
            suggestion="leave them to the environment, such as AWS_ACCESS_KEY_ID",
        )
    if scheme in _WEB:
        if not re.split("[?#]", root, maxsplit=1)[0]:
            raise UsageError(f"{name} names no host")
        return Address(scheme, path.partition("#")[0])
    if not root:
        raise UsageError(f"{name} names no bucket", suggestion=f"write {scheme}://BUCKET/NAME")
    parts = key.rstrip("/").split("/")
    if key and any(part in {"", ".", ".."} for part in parts):
        raise UsageError(f"{name}: no part of the name of an object can be empty, . or ..")
    return Address(scheme, root, key)


def typed_address(path: str) -> Address:
    """As `address_of`, of a `path` that the user typed, in which a question mark may begin a query
    with a secret, and not only be a part of the name of an object; raises UsageError for one."""
    address = address_of(path)
    if "?" in path and not address.is_web:
        raise UsageError(
            f"{without_secrets(path)}: no question mark can stand in the name of an object",
            suggestion="name the folder; options of the store are taken from the environment",
        )
    return address


def inside(folder: str, name: str) -> str:
    """The address of `name` in the remote `folder`.

    >>> inside("s3://bucket/out/", "a.ris"), inside("s3://bucket", "a.ris")
    ('s3://bucket/out/a.ris', 's3://bucket/a.ris')
    """
    return f"{folder.rstrip('/')}/{name}"
