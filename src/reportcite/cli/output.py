"""Where results go: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from reportcite.batch.sink import (
    UNFINISHED,
    Kept,
    Write,
    named_write,
    naming,
    replacing,
    say_nothing,
)
from reportcite.cli.terminal import flush_results, is_stdout, print_result
from reportcite.errors import UsageError

_PACKED: Final = (".gz", ".zst")
LANGUAGE_OF_SUFFIX: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".txt": "text",
        ".html": "html",
        ".htm": "html",
        ".md": "markdown",
        ".markdown": "markdown",
        ".rtf": "rtf",
        ".tex": "latex",
        ".typ": "typst",
        ".org": "org",
        ".rst": "rst",
    }
)
"""What the suffix of -o stands for when citations are written."""
OFFICE_SUFFIXES: Final = (".docx", ".odt")
"""What is written for word processors, by the suffix of -o alone."""


def by_suffix(
    output: str, known: Mapping[str, str], *, others: Iterable[str] = (), hint: str = ""
) -> str:
    """What the suffix of the file `output` stands for in `known`, before `.gz` and in any case.

    Raises UsageError for another suffix, with those that are known, `others`, and a `hint`: text
    in a file called .docx would help nobody.
    """
    path = PurePath(output.lower())
    suffix = PurePath(path.stem).suffix if path.suffix in _PACKED else path.suffix
    if suffix not in known:
        names = ", ".join(filter(None, [*known, *others]))
        raise UsageError(
            f"nothing can be written as {suffix}", suggestion=f"name one of {names}{hint}"
        )
    return known[suffix]


def writing(
    target: str, kept: Kept = say_nothing, *, at_once: bool = False
) -> AbstractContextManager[Write]:
    """A writer to the file `target`, or to stdout for "" and "-", there `at_once` where each piece
    may be long before the next.

    The file takes its new content when the block ends, or `kept` is called as it has that already;
    an exception leaves the old one as it was.
    Raises OutputError where the target cannot be written, ReaderGone where stdout is closed.
    """
    return _stdout(at_once) if is_stdout(target) else replacing(target, kept=kept)


def write_file(target: str, text: str) -> None:
    """`text` as the whole of the file `target`, or on stdout as `writing` has it."""
    with writing(target) as write:
        write(text)


@contextmanager
def _stdout(at_once: bool) -> Iterator[Write]:
    def print_and_flush(piece: str | bytes) -> None:
        print_result(piece)
        flush_results()

    yield named_write(print_and_flush if at_once else print_result, "<stdout>", UNFINISHED)
    with naming("<stdout>", UNFINISHED):
        flush_results()
