"""Tells what a file holds by its beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from reportcite.formats.recognition.binary import UTF16, binary_kind
from reportcite.formats.registry import FORMATS
from reportcite.tuples import NamedTuple

ENOUGH: Final = 1 << 14
"""So many bytes of a file are enough to see what it holds."""

_BEFORE: Final = b"\xef\xbb\xbf \t\r\n"
_BEGINS_JSON: Final = (
    rb"[\[{][\[{\s]*[\"}\]]"  # YAML begins with a brace, too, but seldom has quoted names
)
_CSL_JSON: Final = "csl-json"
_LINES: Final = "jsonl"


class Content(NamedTuple):
    """What the beginning of a file shows.

    `format` is the name of the one it is unmistakably of. `kind` names what else the file seems
    to be, such as "a PDF document". Both are "" for text that says nothing.
    """

    format: str = ""
    kind: str = ""


def content_of(beginning: bytes, otherwise: str = "") -> Content:
    """What a file that begins so holds, after the signs in `formats.registry`.

    `otherwise` is the format that its name suggests, which counts where nothing else is seen.

    >>> content_of(b"TY  - RPRT\\r\\n")
    Content(format='ris', kind='')
    >>> content_of(b"<feed/>").kind
    'XML with the root element <feed>'
    """
    if kind := binary_kind(beginning):
        return Content(kind=kind)
    text = _in_utf8(beginning).lstrip(_BEFORE)
    is_json = re.match(_BEGINS_JSON, text) is not None
    # Of JSON all is looked at first: lines of it may be of others than of this project.
    if is_json and (found := _json(text, otherwise)).format not in ("", otherwise, _CSL_JSON):
        return found
    for name, known in FORMATS.items():
        possible = known.signature and (not known.first or text[:1] in known.first)
        if possible and re.match(known.signature, text):
            return Content(name)
    if is_json:
        return found
    if text.startswith(b"<"):
        return _xml(text, otherwise)
    return Content(otherwise)


def content_against_name(beginning: bytes, named: str) -> Content:
    """What a file holds whose name says the format `named`: something else only where that is
    unmistakable, and `named` has a sign of which none is seen.

    >>> content_against_name(b"TY  - BOOK\\n", "bibtex").format
    'ris'
    """
    # One line of JSON Lines looks as any other JSON.
    sign = FORMATS[named].signature if named != _LINES else b""
    kind = binary_kind(beginning)
    # Programs and people write all kinds of things before the first record.
    text = _in_utf8(beginning).lstrip(_BEFORE)
    if kind or not sign or re.search(rb"(?m)^[ \t]*(?:%b)" % sign, text):
        return Content(named, kind)
    found = content_of(beginning)
    return found if found != Content() else Content(named)


def _in_utf8(beginning: bytes) -> bytes:
    if not beginning.startswith(UTF16):
        return beginning
    text = beginning[: len(beginning) // 2 * 2].decode("utf-16", "replace")
    return re.sub(r"^<\?xml[^>]*>", "", text).encode()  # which may name another encoding


def _xml(beginning: bytes, otherwise: str) -> Content:
    from reportcite.formats.recognition.kinds import xml_kind  # what is named well needs none
    from reportcite.formats.recognition.xml_paths import xml_paths

    paths = xml_paths(beginning)
    if not paths:
        return Content(otherwise) if otherwise else Content(kind="XML or HTML that is not whole")
    name = _with_sign("xml", paths)
    return Content(name) if name else Content(kind=xml_kind(paths))


def _json(beginning: bytes, otherwise: str) -> Content:
    from reportcite.formats.recognition.json_paths import json_paths
    from reportcite.formats.recognition.kinds import json_kind

    glimpse = json_paths(beginning.decode("utf-8", "replace"))
    if name := _with_sign("json", glimpse.signs):
        return Content(name)
    if otherwise and otherwise != _CSL_JSON:
        return Content(otherwise)  # YAML, of which all JSON is a part
    kind = json_kind(glimpse)
    return Content(kind=kind) if kind else Content(_CSL_JSON)


def _with_sign(of: Literal["xml", "json"], lines: Sequence[str]) -> str:
    """The first of the formats of which a line shows the sign in XML or JSON; "" for none."""
    seen = "\n".join(lines)
    for name, known in FORMATS.items():
        # Within which other elements a record stands, as in an answer of OAI-PMH, is no matter.
        sign = f"(?:^|^.* )(?:{known.xml})$" if of == "xml" else f"^(?:{known.json})$"
        if getattr(known, of) and re.search(sign, seen, re.MULTILINE):
            return name
    return ""
