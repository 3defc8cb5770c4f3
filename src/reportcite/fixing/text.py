"""The text of a file whose bytes come back as they were, and the offsets of places in it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from reportcite.tuples import NamedTuple

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Text(NamedTuple):
    """`text` is what follows the byte order `mark`; what is not of the `encoding` is in it as lone
    surrogates, and becomes the same bytes again."""

    text: str
    mark: bytes
    encoding: str

    def encoded(self) -> bytes:
        """The bytes of the file."""
        return self.mark + self.text.encode(self.encoding, _errors(self.encoding))


def text_of(data: bytes) -> Text:
    r"""The text of a file: UTF-8, or UTF-16 with a byte order mark.

    >>> text_of(b"\xef\xbb\xbfK\xf6ln").encoded()
    b'\xef\xbb\xbfK\xf6ln'
    """
    mark, encoding = next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))
    return Text(data[len(mark) :].decode(encoding, _errors(encoding)), mark, encoding)


def _errors(encoding: str) -> str:
    # A byte too many at the end of UTF-16 has no surrogate to stand for it: such a file is refused.
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"


class Lines:
    """Where the lines of a text begin; `line_end` is a pattern of what ends one."""

    def __init__(self, text: str, line_end: str) -> None:
        """Look through `text` once."""
        self._starts = [0, *(match.end() for match in re.finditer(line_end, text))]
        self._end = len(text)

    def offset(self, line: int, column: int) -> int:
        """The offset of a place, counted from 1; the end for one behind it, the beginning of the
        text or the line where line or column are 0, which is not known."""
        if line > len(self._starts):
            return self._end
        return min(self._starts[max(line, 1) - 1] + max(column, 1) - 1, self._end)
