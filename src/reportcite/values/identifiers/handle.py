"""Handle, of what repositories keep (RFC 3650, RFC 3651)."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"[0-9]{1,9}(?:\.[0-9A-Za-z]{1,12}){0,5}/\S+")
_BARE: Final = pattern(r"(?:[0-9]{2}\.[0-9]{3,5}(?:\.[0-9]{1,9})*|[0-9]{3,5})/\S*[0-9A-Za-z]\S*")


def read_handle(code: str) -> Identifier:
    """What `code` is as a handle: a prefix of numbers, a slash, and a name.

    >>> read_handle("20.500.11850/123456").link
    'https://hdl.handle.net/20.500.11850/123456'
    """
    from urllib.parse import quote

    bare = code.strip()
    if _FORM.fullmatch(bare) is None:
        return Identifier("Handle", reason="a handle is of the form 20.500.12345/name")
    return Identifier("Handle", bare, f"https://hdl.handle.net/{quote(bare, safe='/:;()%')}")


def looks_like_handle(code: str) -> bool:
    """Whether `code` begins with the prefix of a handle, and is no date or fraction.

    >>> looks_like_handle("10419/123456"), looks_like_handle("12/2024")
    (True, False)
    """
    return len(code) > 8 and _BARE.fullmatch(code) is not None


KIND: Final = Kind(
    "Handle",
    pattern(
        r"(?:https?://)?(?:hdl\.handle\.net|handle\.net)/|(?:info:)?(?:hdl|handle)[:/]\s*",
        re.IGNORECASE,
    ),
    looks_like_handle,
    read_handle,
)
