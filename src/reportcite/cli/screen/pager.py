"""Long lists a page at a time, by the user's pager (PAGER, as POSIX has it for `man`).

Without one it is `less`, which ends at once where all fits on the screen, shows colours and leaves
what was read there (LESS=FRX, as git has it).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Final

from reportcite.cli.output import writing
from reportcite.cli.terminal import Printable, ReaderGone, escape_text

if TYPE_CHECKING:
    from subprocess import Popen

_DEFAULTS: Final = ("less", "more")
_SETTINGS: Final = (("LESS", "FRX"), ("LESSCHARSET", "utf-8"))
"""What a pager is told where the user does not tell it otherwise."""


def in_pages() -> AbstractContextManager[Callable[[str], object]]:
    """A writer to standard output, through a pager where that is a terminal and there is one.

    Where the user leaves the pager early, the block ends with what was to be written next.
    """
    pager = _start(pager_for_terminal()) if _is_terminal() else None
    return writing("-") if pager is None else _paged(pager)


def pager_for_terminal() -> list[str]:
    """The command that the user's pager is started by; empty for none.

    PAGER may be empty or `cat` for none, and may have arguments.
    """
    import shlex
    import shutil

    named = os.environ.get("PAGER")
    try:
        words = shlex.split(named) if named is not None else []
    except ValueError:  # a quotation mark that is not closed
        return []
    if named is None:
        words = next(([one] for one in _DEFAULTS if shutil.which(one)), [])
    return [] if words == ["cat"] else words


def _is_terminal() -> bool:
    stdout = sys.stdout
    return stdout is not None and stdout.isatty() and os.environ.get("TERM") != "dumb"


def _start(words: list[str]) -> Popen[bytes] | None:
    """The pager, waiting for its text; None where there is none, or it cannot be started."""
    from subprocess import PIPE, Popen

    sys.stdout.flush()
    try:
        return Popen(words, stdin=PIPE, env=dict(_SETTINGS) | os.environ) if words else None
    except OSError:
        return None


@contextmanager
def _paged(pager: Popen[bytes]) -> Iterator[Callable[[str], object]]:
    stream = pager.stdin
    assert stream is not None, "it was started with a pipe"

    def write(text: str) -> None:
        shown = text if isinstance(text, Printable) else escape_text(text.replace("\r\n", "\n"))
        _unless_left(lambda: stream.write(shown.encode("utf-8", "replace")))

    try:
        yield write
        _unless_left(stream.flush)
    except ReaderGone:
        return
    finally:
        _wait_for(pager)


def _unless_left(write: Callable[[], object]) -> None:
    try:
        write()
    except BrokenPipeError as error:
        raise ReaderGone from error


def _wait_for(pager: Popen[bytes]) -> None:
    """Wait until the user leaves the pager, which decides by itself what Ctrl-C means to it."""
    while pager.poll() is None:
        try:
            if pager.stdin is not None and not pager.stdin.closed:
                pager.stdin.close()
            pager.wait()
        except (KeyboardInterrupt, BrokenPipeError):
            continue
