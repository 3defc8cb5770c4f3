"""Where a stream of YAML can be cut, and how many lines a piece of it has."""

from __future__ import annotations

from typing import Final

_AFTER_MARKER: Final = (b" ", b"\t", b"\r", b"\n")
"""What stands behind `---` where it begins a document; at the end of a piece that is not known."""
_BREAKS: Final = (b"\n", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9")


def last_document(data: bytes) -> int:
    r"""Where the last YAML document begins that nothing before it belongs to; 0 if none does.

    `---` at the beginning of a line begins a document wherever it stands (YAML 1.2.2, section
    9.1.2). Directives stand before it, perhaps with comments or empty lines between.

    >>> last_document(b"title: A\n---\ntitle: B\n")
    9
    >>> last_document(b"%YAML 1.2\n---\ntitle: B\n")
    0
    """
    end = len(data)
    while (end := data.rfind(b"\n---", None, end)) != -1:
        before = data[data.rfind(b"\n", 0, end) + 1 : end].rstrip(b"\r").rpartition(b"\r")[2]
        if data[end + 4 : end + 5] in _AFTER_MARKER and before.strip() and before[:1] not in b"%#":
            return end + 1
    return 0


def count_lines(data: bytes) -> int:
    r"""The line breaks as YAML 1.1 has them (section 4.2), like the parser of records.

    >>> count_lines(b"a\nb\rc\r\nd\xc2\x85e\xe2\x80\xa8f\xe2\x80\xa9")
    6
    """
    returns = data.count(b"\r") - data.count(b"\r\n")
    return returns + sum(map(data.count, _BREAKS))
