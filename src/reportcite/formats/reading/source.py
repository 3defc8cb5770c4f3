"""The text of a record file: decoded, its forbidden characters replaced and remembered.

A parser that stops at the first bad byte would lose what it has read ahead, and with it sound
records. So what UTF-8 or YAML (1.2.2, section 5.1) forbids is replaced by U+FFFD before it is
parsed, and remembered as a problem of the record it stood in.
"""

from __future__ import annotations

import codecs
import re
from collections import deque
from typing import BinaryIO, Final

from reportcite.formats.recognition.binary import UTF16
from reportcite.formats.rules import ENCODING, TOO_LARGE
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.rules import CONTROL_CHARACTER
from reportcite.tuples import NamedTuple

DIRECTIVE: Final = "reportcite:"
"""What comments hold that are meant for this program."""

CHUNK: Final = 1 << 13
"""Bytes read at a time: enough to cost nothing a record, little enough to go back over."""

NOT_YAML: Final = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
NOT_UTF8: Final = pattern("[\ud800-\udfff]")

_ANY_BREAK: Final = "(?:\r\n|[\n\r\x85\u2028\u2029])"
_BREAK: Final = pattern(_ANY_BREAK)

_ODD_BYTES: Final = bytes([*range(9), 11, *range(14, 32), 127])  # no text has many of these
_MAX_PROBLEMS: Final = 10
_LOOK_AHEAD: Final = 256  # what a pattern of `skip_to` may look at
_RESAVE: Final = "save the file as UTF-8"


class _ProblemAt(NamedTuple):
    """A problem of the text and its offset."""

    offset: int
    problem: Problem


class Unreadable(Exception):
    """The source cannot be read as text; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class RecordTooLarge(Exception):
    """The record that began at the last `keep_from` has more characters than allowed."""


class Source:
    """A stream of text in UTF-8, or in UTF-16 with its mark, read in chunks, that can go back to
    where the last record began.

    The characters that `forbidden` matches, and what is not UTF-8, are replaced; at most one of
    them a line is reported. Offsets count characters.
    """

    def __init__(
        self, stream: BinaryIO, max_record_size: int, forbidden: re.Pattern[str] = NOT_YAML
    ) -> None:
        self._problems: deque[_ProblemAt] = deque()
        self.max_record_size = max_record_size
        self._stream = stream
        self._forbidden = forbidden
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._begun = False
        self._kept: deque[tuple[int, str]] = deque()  # chunks and their offsets
        self._next = 0  # index of the kept chunk to hand out next
        self._end = 0  # offset of what will be fetched next
        self._record = 0
        self.hashes = False
        """Whether a space and a # stood anywhere in the text up to now."""
        self.directed = False
        """Whether `DIRECTIVE` stood anywhere in it."""
        self._end_of_last = ""

    def read(self, size: object = None) -> str:
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

    def record_before(self, end: int) -> str:
        """The text from the last `keep_from` to `end`."""
        base, text = self._held()
        return text[self._record - base : end - base]

    def position(self, offset: int, line: int, column: int) -> tuple[int, int]:
        """Line and column of `offset`, given those of the record's beginning."""
        base, text = self._held()
        start = self._record
        for match in _BREAK.finditer(text, start - base, max(offset, start) - base):
            line, column, start = line + 1, 1, match.end() + base
        return line, column + max(offset - start, 0)

    def _held(self) -> tuple[int, str]:
        """All that is kept, and its offset."""
        base = self._kept[0][0] if self._kept else self._end
        return base, "".join([piece for _, piece in self._kept])

    def has_problem_before(self, end: int) -> bool:
        """Whether there are problems of the record that ends at `end`."""
        return bool(self._problems) and self._problems[0].offset < end

    def problems_before(self, end: int, line: int, column: int) -> list[tuple[int, int, Problem]]:
        """The problems of the record that ends at `end` and begins in `line` and `column`, each
        with its line and column; of many only the first."""
        found: list[tuple[int, int, Problem]] = []
        while self._problems and self._problems[0].offset < end:
            offset, problem = self._problems.popleft()
            if len(found) < _MAX_PROBLEMS:
                found.append((*self.position(offset, line, column), problem))
        return found

    def skip_to(self, pattern: str, line: int) -> tuple[int, int] | None:
        """Go on to the next line after the record's first, which is `line`, that `pattern`
        matches: its offset and line, or None if there is none. `read` goes on from there.

        `pattern` may look at 256 characters. What is skipped is not kept.
        """
        beginning = re.compile(f"{_ANY_BREAK}(?={pattern})")
        base = self._record
        start, text = self._kept.popleft() if self._kept else (base, "")
        text = text[base - start :]
        more = "more"
        while more:
            decided = len(text) - _LOOK_AHEAD
            found = beginning.search(text)
            if found is None or found.end() > decided:
                more = self._kept.popleft()[1] if self._kept else self._fetch()
                text += more
                decided = len(text) - (_LOOK_AHEAD if more else 0)
                found = beginning.search(text)
            if found is not None and found.end() <= decided:
                offset = base + found.end()
                self._restart(offset, text[found.end() :])
                return offset, line + len(_BREAK.findall(text, 0, found.end()))
            cut = max(decided - 2, 0)
            if text[cut - 1 : cut] == "\r":
                cut -= 1  # CR and LF are one break
            line += len(_BREAK.findall(text, 0, cut))
            base, text = base + cut, text[cut:]
        self._next = 0  # nothing is kept
        return None

    def _restart(self, offset: int, text: str) -> None:
        self._record = offset
        self._kept.appendleft((offset, text))
        self._next = 0
        while self._problems and self._problems[0].offset < offset:
            self._problems.popleft()

    def _fetch(self) -> str:
        """The next chunk as clean text, "" only at the end."""
        text = ""
        while not text:
            data = self._stream.read(CHUNK)
            if not self._begun:
                self._begun = True
                if data.startswith(UTF16):
                    self._decoder = codecs.getincrementaldecoder("utf-16")("replace")
                else:
                    refuse_binary(data)
                data = data.removeprefix(codecs.BOM_UTF8)
            text = self._decoder.decode(data, final=not data)
            if not data:
                break
        if self._forbidden.search(text):
            text = self._clean(text)
        self._end += len(text)
        self.hashes = self.hashes or " #" in text
        if not self.directed:
            # It may stand across the end of a chunk.
            self.directed = DIRECTIVE in self._end_of_last + text
            self._end_of_last = text[-len(DIRECTIVE) :]
        return text

    def _clean(self, text: str) -> str:
        found = self._forbidden.search(text)
        while found is not None:
            problem = _character_problem(found.group())
            self._problems.append(_ProblemAt(self._end + found.start(), problem))
            line_end = _BREAK.search(text, found.end())
            found = self._forbidden.search(text, line_end.end()) if line_end else None
        return self._forbidden.sub("\ufffd", text)


def too_large(max_record_size: int) -> Problem:
    """What is wrong with a record of more than `max_record_size` characters."""
    message = f"the record has more than {max_record_size:,} characters"
    return TOO_LARGE.found(message, "shorten it, or raise --max-record-size")


def refuse_binary(data: bytes) -> None:
    """Raise Unreadable if `data`, the beginning of a file, is not text in UTF-8 or its like."""
    if data.startswith(UTF16):
        message = "the file is UTF-16, and lines are cut by bytes"
        raise Unreadable(ENCODING.of("file").found(message, _RESAVE))
    head = data[:4096]
    odd = len(head) - len(head.translate(None, _ODD_BYTES))
    if odd > 8 and odd * 10 > len(head):
        message = "this is a binary file, not a text file of records"
        raise Unreadable(ENCODING.of("file").found(message, "give a text file"))


def _character_problem(character: str) -> Problem:
    if NOT_UTF8.match(character):  # as the decoder hands on a byte
        return byte_problem(*character.encode("utf-8", "surrogateescape"))
    message = f"the character U+{ord(character):04X} may not stand in a record"
    return CONTROL_CHARACTER.found(message, "delete it")


def byte_problem(byte: int) -> Problem:
    """What is wrong with a byte that is not UTF-8."""
    message = f"the byte 0x{byte:02X} is not UTF-8"
    latin = bytes([byte]).decode("cp1252", "replace")
    if latin.isalpha():
        message += f" (in Windows-1252 it is “{latin}”)"
    return ENCODING.found(message, _RESAVE)
