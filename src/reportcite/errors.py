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

    >>> import reportcite
    >>> print(reportcite.Place("lit.bib", 3, 11))
    lit.bib:3:11
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
    """A file, style or request that cannot be used: what all errors of the library are.

    `message` is one sentence, `place` is where it stands, None if that is nowhere; `suggestion`
    says what to do, or is empty; `exit_code` is what the command line ends with.

    >>> import reportcite
    >>> try:
    ...     reportcite.cite([], style="chicgo")
    ... except reportcite.ReportciteError as error:
    ...     print(error.message)
    unknown style “chicgo”
    """

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
    """A wrong option, command or format name.

    >>> import reportcite
    >>> reportcite.export([], to="bibtx")
    Traceback (most recent call last):
    reportcite.errors.UsageError: there is no format called 'bibtx' (did you mean bibtex?)
    """

    exit_code = ExitCode.USAGE


class InputError(ReportciteError):
    """A file that cannot be read or is not in the format it claims, or a record that is refused.

    >>> import reportcite
    >>> reportcite.load("missing.bib")
    Traceback (most recent call last):
    reportcite.errors.InputError: missing.bib: cannot be read: No such file or \
directory (check the name)
    """


class StyleError(ReportciteError):
    """A style or locale that is unknown, unreadable or not valid CSL.

    >>> import reportcite
    >>> reportcite.cite([], locale="german")
    Traceback (most recent call last):
    reportcite.errors.StyleError: there is no locale for the language 'german' (did you mean \
de-DE or de-AT?)
    """


class OutputError(ReportciteError):
    """A target that cannot be written; nothing was changed there.

    >>> import reportcite
    >>> from pathlib import Path
    >>> path = Path("a.refworks")
    >>> _ = path.write_text("RT Book, Whole\\nT1 A\\nED 2nd edition\\n")
    >>> try:
    ...     reportcite.fix(path)
    ... except reportcite.OutputError as error:
    ...     print(error.place, error.message)
    a.refworks files of RefWorks are not fixed in place
    """
