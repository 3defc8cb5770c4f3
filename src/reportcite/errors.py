"""The exceptions of the package, where they stand, and the exit code each one ends with."""

from __future__ import annotations

from enum import IntEnum

from reportcite.tuples import NamedTuple


class ExitCode(IntEnum):
    """What the command line returns: the worst that happened."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    BUG = 70  # EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130


class Place(NamedTuple):
    """Where something stands: a file name as the user gave it, line and column counted from 1.

    A line or column of 0 means "not known".
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, leaving out what is not known."""
        if not self.line:
            return self.file
        if not self.column:
            return f"{self.file}:{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


class ReportciteError(Exception):
    """A file, style or request that cannot be used; carries where and how to fix it."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, message: str, *, place: Place | None = None, suggestion: str = "") -> None:
        """`message` is one sentence for the user; `suggestion` says what to do."""
        super().__init__(message)
        self.message = message
        self.place = place
        self.suggestion = suggestion

    def __str__(self) -> str:
        """`place: message (suggestion)`."""
        head = f"{self.place}: " if self.place else ""
        tail = f" ({self.suggestion})" if self.suggestion else ""
        return f"{head}{self.message}{tail}"


class UsageError(ReportciteError):
    """A wrong option, command or format name."""

    exit_code = ExitCode.USAGE


class InputError(ReportciteError):
    """A file that cannot be read or is not in the format it claims."""


class StyleError(ReportciteError):
    """A style or locale that is unknown, unreadable or not valid CSL."""


class OutputError(ReportciteError):
    """A target that cannot be written; nothing was changed there."""
