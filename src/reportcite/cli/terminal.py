"""What is printed: messages on stderr, results on stdout, and nothing that could steer a terminal.

Control characters are the C0 and C1 sets of ECMA-48; a terminal obeys sequences made of them.
Those that set the direction of text (UAX #9, section 2: embeddings, overrides, isolates) turn round
what stands behind them, the rest of a message too.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from pathlib import Path
from typing import BinaryIO, TextIO

from reportcite.errors import ExitCode
from reportcite.patterns import pattern

# Lone surrogates stand for bytes of a file name that are not UTF-8; they cannot be printed.
_IN_A_LINE = pattern("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_IN_A_TEXT = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Printable(str):
    """A text whose control characters are this program's own, such as colours: they are printed.

    What is made of it by the methods of `str` is an ordinary text again.
    """

    __slots__ = ()


def escape_line(text: str) -> str:
    r"""`text` as one harmless line: control characters, line breaks and what turns the direction of
    text as `\x1b`, `\n` and `\u202e`."""
    return text if isinstance(text, Printable) else _IN_A_LINE.sub(_visible, text)


def escape_text(text: str) -> str:
    r"""`text` with its line breaks and tabs, but with every other control character as `\x1b`.

    The direction of text stays as it is: citations are of right-to-left titles, too.
    """
    return _IN_A_TEXT.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name
        return f"\\x{code - 0xDC00:02x}"
    return match[0].encode("unicode_escape").decode("ascii")


class ReaderGone(Exception):
    """Who reads stdout has seen enough; not an OSError, which others would take for a failure.

    `code` is what the run ends with: what had been found until then.
    """

    code = ExitCode.CLEAN


def print_error(message: str) -> None:
    """One message about the run on stderr, headed by the program's name."""
    print_message(f"reportcite: {message}")


def print_message(message: str) -> None:
    """One line on stderr; a stderr that is closed or full is not worth a second failure."""
    with contextlib.suppress(OSError):
        stream = _binary(sys.stderr)
        stream.write((escape_line(message) + "\n").encode())
        stream.flush()


def ask(question: str) -> str | None:
    """What is typed at the terminal after `question`, also where standard input is no terminal;
    None where there is none."""
    read, write = ("CONIN$", "CONOUT$") if os.name == "nt" else ("/dev/tty", "/dev/tty")
    try:
        with (
            Path(write).open("w", encoding="utf-8") as out,
            Path(read).open(encoding="utf-8") as typed,
        ):
            out.write(question)
            out.flush()
            return typed.readline()
    except OSError:
        return None


def is_stdout(target: str) -> bool:
    """Whether what is written to `target` is printed: without a name, or with - for one.

    >>> is_stdout(""), is_stdout("-"), is_stdout("a.bib")
    (True, True, False)
    """
    return target in {"", "-"}


def on_terminal() -> bool:
    """Whether results are printed on a terminal, which a stdout that is closed is not."""
    return sys.stdout is not None and sys.stdout.isatty()


def print_result(piece: str | bytes) -> None:
    """Part of the result, as text or in UTF-8, on stdout in UTF-8 whatever the locale; escaped only
    on a terminal, where the line ends that some formats ask for are those of the terminal.

    Raises ReaderGone, and OSError where that is not possible for another reason.
    """
    stream = _binary(sys.stdout)
    if stream.isatty() and not isinstance(piece, Printable):
        text = piece if isinstance(piece, str) else piece.decode()
        piece = escape_text(text.replace("\r\n", "\n"))
    try:
        stream.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace"))
    except BrokenPipeError as error:
        raise ReaderGone from error


def flush_results() -> None:
    """Hand over what stdout still holds; raises ReaderGone, and OSError for another failure."""
    try:
        _binary(sys.stdout).flush()
    except BrokenPipeError as error:
        raise ReaderGone from error


def close_results() -> None:
    """Nobody takes more of the results: no word about it when Python flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _binary(stream: TextIO | None) -> BinaryIO:
    """The bytes below a standard stream; OSError where the caller closed it (`>&-`)."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream.buffer
