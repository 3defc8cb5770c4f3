"""The text of a record file: decoded, its forbidden characters replaced and remembered.

A parser that stops at the first bad byte would lose what it has read ahead, and with it sound
records. So what UTF-8 or YAML (1.2.2, section 5.1) forbids is replaced by U+FFFD before it is
parsed, and remembered as a fault of the record it stood in.
"""

from __future__ import annotations

import codecs
import re
from collections import deque
from typing import BinaryIO, Final, NamedTuple

from reportcite.record.fault import Fault

CHUNK: Final = 1 << 16
MAX_RECORD_SIZE: Final = 1 << 20
"""How many characters one record may have, unless the caller says otherwise."""

NOT_YAML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
NOT_UTF8: Final = re.compile("[\ud800-\udfff]")

_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_ODD_BYTES: Final = bytes([*range(9), 11, *range(14, 32), 127])  # no text has many of these
_LOOK_AHEAD: Final = 256  # what a pattern of `skip_to` may look at
_RESAVE: Final = "save the file as UTF-8"


class FaultAt(NamedTuple):
    """A fault of the text and its offset, in characters from the beginning."""

    offset: int
    fault: Fault


class Unreadable(Exception):
    """The source cannot be read as text; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class RecordTooLarge(Exception):
    """The record that began at the last `keep_from` has more characters than allowed."""


class Source:
    """A stream of UTF-8 text, read in chunks, that can go back to where the last record began.

    `faults` holds what was replaced (the characters `forbidden` matches, and what is not UTF-8)
    in the chunks read up to now, at most one fault a line. Offsets count characters.
    """

    def __init__(
        self, stream: BinaryIO, max_record_size: int, forbidden: re.Pattern[str] = NOT_YAML
    ) -> None:
        self.faults: deque[FaultAt] = deque()
        self.max_record_size = max_record_size
        self._stream = stream
        self._forbidden = forbidden
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._begun = False
        self._kept: deque[tuple[int, str]] = deque()  # chunks and their offsets
        self._next = 0  # index of the kept chunk to hand out next
        self._end = 0  # offset of what will be fetched next
        self._record = 0

    def read(self, size: int = -1) -> str:
        """The next piece of text, "" at the end; `size` is there for parsers and changes nothing.

        Raises RecordTooLarge, Unreadable.
        """
        if self._next == len(self._kept):
            if self._end - self._record > self.max_record_size + CHUNK:
                raise RecordTooLarge
            start, text = self._end, self._fetch()
            if not text:
                return ""
            self._kept.append((start, text))
        self._next += 1
        return self._kept[self._next - 1][1]

    def keep_from(self, offset: int) -> None:
        """Say that a record begins at `offset`: what stands before it is not needed any more."""
        self._record = offset
        kept = self._kept
        while len(kept) > 1 and kept[1][0] <= offset:
            kept.popleft()
            self._next -= 1

    def position(self, offset: int, line: int, column: int) -> tuple[int, int]:
        """Line and column of `offset`, given those of the record's beginning."""
        base = self._kept[0][0] if self._kept else 0
        text = "".join([piece for _, piece in self._kept])
        start = self._record
        for match in _BREAK.finditer(text, start - base, max(offset, start) - base):
            line, column, start = line + 1, 1, match.end() + base
        return line, column + max(offset - start, 0)

    def skip_to(self, pattern: re.Pattern[str], line: int) -> tuple[int, int] | None:
        """Go on to the next line after the record's first, which is `line`, that `pattern`
        matches: its offset and line, or None if there is none. `read` goes on from there.

        `pattern` may look at 256 characters. What is skipped is not kept.
        """
        base = self._kept[0][0] if self._kept else self._record
        text = "".join([piece for _, piece in self._kept])[self._record - base :]
        base = self._record
        while True:
            more = self._fetch()
            text += more
            decided = len(text) - (_LOOK_AHEAD if more else 0)
            at = 0
            for match in _BREAK.finditer(text):
                if match.end() > decided:
                    break
                line, at = line + 1, match.end()
                if pattern.match(text, at):
                    self._restart(base + at, text[at:])
                    return base + at, line
            if not more:
                return None
            cut = at or max(decided - 1, 0)  # never between CR and LF of one break
            base, text = base + cut, text[cut:]

    def _restart(self, offset: int, text: str) -> None:
        self._record = offset
        self._next = 0
        self._kept.clear()
        # In small pieces: a parser that is restarted often decodes no more than it needs.
        for start in range(0, len(text), 4096):
            self._kept.append((offset + start, text[start : start + 4096]))
        while self.faults and self.faults[0].offset < offset:
            self.faults.popleft()

    def _fetch(self) -> str:
        """The next chunk as clean text, "" only at the end."""
        text = ""
        while not text:
            data = self._stream.read(CHUNK)
            if not self._begun:
                self._begun = True
                refuse_binary(data)
                data = data.removeprefix(codecs.BOM_UTF8)
            text = self._decoder.decode(data, final=not data)
            if not data:
                break
        if self._forbidden.search(text):
            text = self._clean(text)
        self._end += len(text)
        return text

    def _clean(self, text: str) -> str:
        line_end = -1
        for match in self._forbidden.finditer(text):
            if match.start() >= line_end:
                self.faults.append(FaultAt(self._end + match.start(), _fault(match.group())))
                after = _BREAK.search(text, match.end())
                line_end = after.start() if after else len(text)
        return self._forbidden.sub("\ufffd", text)


def too_large(max_record_size: int) -> Fault:
    """What is wrong with a record of more than `max_record_size` characters."""
    message = f"the record has more than {max_record_size:,} characters"
    return Fault("too-large", "error", message, "shorten it, or raise --max-record-size")


def refuse_binary(data: bytes) -> None:
    """Raise Unreadable if `data`, the beginning of a file, is not text in UTF-8 or its like."""
    if data.startswith(_UTF16):
        raise Unreadable(Fault("encoding", "error", "the file is UTF-16", _RESAVE))
    head = data[:4096]
    odd = len(head) - len(head.translate(None, _ODD_BYTES))
    if odd > 8 and odd * 10 > len(head):
        message = "this is a binary file, not a text file of records"
        raise Unreadable(Fault("encoding", "error", message, "give a text file"))


def _fault(character: str) -> Fault:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return byte_fault(code - 0xDC00)
    message = f"the character U+{code:04X} may not stand in a record"
    return Fault("control-character", "error", message, "delete it")


def byte_fault(byte: int) -> Fault:
    """What is wrong with a byte that is not UTF-8."""
    message = f"the byte 0x{byte:02X} is not UTF-8"
    latin = bytes([byte]).decode("cp1252", "replace")
    if latin.isalpha():
        message += f" (in Windows-1252 it is “{latin}”)"
    return Fault("encoding", "error", message, _RESAVE)
