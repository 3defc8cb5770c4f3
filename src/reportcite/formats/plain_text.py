"""One line of clean text out of any string, for the formats that hold a value on one line."""

from __future__ import annotations

import re

FOLDED = "line breaks and runs of white space are folded to one blank"
STRIPPED = "control characters are removed"

_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
# A single no-break or thin space is typography and stays; a run of white space is layout.
_WHITE = re.compile(rf"[{_BREAKS}]\s*|\s+[{_BREAKS}]\s*|\s{{2,}}")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> tuple[str, str]:
    """`text` on one line without control characters, and what was altered ("" for nothing).

    Lone surrogates, which no encoding can hold, become U+FFFD.
    """
    # The usual value needs no regular expression: writers pass here for every field.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text, ""
    held = _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
    folded = _WHITE.sub(" ", held).strip()
    if folded == text:
        return text, ""
    return folded, STRIPPED if held != text else FOLDED
