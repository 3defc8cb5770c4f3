"""One line of clean text out of any string, for the formats that hold a value on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcite.formats.loss import Fields

FOLDED = "line breaks and runs of spaces become one space"
STRIPPED = "control characters are removed"

# Spaces and line breaks are layout. No-break and thin spaces are typography and stay.
_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_WHITE = re.compile(f"[{_BREAKS}][ {_BREAKS}]*| [ {_BREAKS}]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_C1 = re.compile("[\x80-\x9f]")
CONTROL_BYTES = bytes([*range(0x20), 0x7F])


def one_line(text: str) -> tuple[str, str]:
    """`text` on one line without control characters, and what was altered ("" for nothing).

    Lone surrogates, which no encoding can hold, become U+FFFD.
    """
    # The usual value needs no regular expression.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text, ""
    held = _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
    folded = _WHITE.sub(" ", held).strip(" ")
    if folded == text:
        return text, ""
    return folded, STRIPPED if held != text else FOLDED


def need_no_escaping(texts: Sequence[str], special: bytes) -> bool:
    """Whether every text is one line as it stands, with none of the bytes in it.

    `special` holds CONTROL_BYTES and other ASCII characters. One look at all texts of an entry
    together costs a fraction of one look at each; it may say no where each would be fine.
    """
    # Joined by spaces, a space at the end of a text shows as two, and so does an empty text.
    joined = " ".join(["", *texts, ""])
    if "  " in joined or "\u2028" in joined or "\u2029" in joined:
        return False
    try:
        encoded = joined.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    if len(encoded) != len(encoded.translate(None, special)):
        return False
    # No-break spaces and their like are typography, but alone in a text they say nothing.
    return joined.isprintable() or not (_C1.search(joined) or any(map(str.isspace, texts)))


def clean_line(fields: Fields, variable: str, value: str) -> str:
    """`value` on one line; "" where nothing is left of it, which is stated."""
    if fields.record.one_line:
        return value
    text, altered = one_line(value)
    if altered:
        fields.change(variable, altered)
    if not text or text.isspace():  # no-break spaces alone say nothing
        fields.drop(variable, "it holds nothing that can be written")
        return ""
    return text
