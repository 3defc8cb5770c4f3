"""Where results go: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeAlias

from reportcite.cli.terminal import flush_results, print_result
from reportcite.errors import OutputError, Place

Write: TypeAlias = Callable[[str], object]
"""Takes one piece of the result; line ends are written as they are."""


def writing(target: str) -> AbstractContextManager[Write]:
    """A writer to the file `target`, or to stdout for "" and "-".

    The file takes its new content when the block ends; an exception leaves the old one as it was.
    Raises OutputError where the target cannot be written, BrokenPipeError where stdout is closed.
    """
    if target in {"", "-"}:
        return _stdout()
    with _named(target):
        # A link stays a link, to the new content.
        path = Path(target).resolve()
        mode = path.stat().st_mode if path.exists() else stat.S_IFREG
    if stat.S_ISREG(mode):
        return _replacement(path, target)
    return _device(path, target)


def write_file(target: str, text: str) -> None:
    """`text` as the whole of the file `target`; raises OutputError."""
    with writing(target) as write:
        write(text)


@contextmanager
def _named(target: str) -> Iterator[None]:
    """Turn the system's failure to write into an OutputError that names the target."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(
            f"cannot be written: {reason}",
            place=Place(target),
            suggestion="nothing there was changed; choose another target",
        ) from error


def _named_write(write: Write, target: str) -> Write:
    def named_write(text: str) -> None:
        with _named(target):
            write(text)

    return named_write


@contextmanager
def _stdout() -> Iterator[Write]:
    yield _named_write(print_result, "<stdout>")
    with _named("<stdout>"):
        flush_results()


@contextmanager
def _device(path: Path, target: str) -> Iterator[Write]:
    """A device or a named pipe has no old content to keep."""
    with _named(target):
        file = path.open("w", encoding="utf-8", errors="replace", newline="")
    try:
        yield _named_write(file.write, target)
        with _named(target):
            file.flush()
    finally:
        with contextlib.suppress(OSError):
            file.close()


@contextmanager
def _replacement(path: Path, target: str) -> Iterator[Write]:
    """A new file beside the target, flushed to disk, then renamed onto it."""
    with _named(target):
        scratch, descriptor = _create_beside(path)
    file = os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="")
    try:
        yield _named_write(file.write, target)
        with _named(target):
            file.flush()
            os.fsync(descriptor)
            file.close()
            scratch.replace(path)
            _flush_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        with contextlib.suppress(OSError):
            scratch.unlink()
        raise


def _create_beside(path: Path) -> tuple[Path, int]:
    """A new file in the folder of `path`, with the rights the old file has or a new one gets."""
    # The random part keeps two runs on one target, and the remains of a killed one, apart.
    scratch = path.with_name(f".{path.name[:80]}.{os.urandom(6).hex()}.tmp")
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(None, "it is write-protected", str(path))
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    if path.exists():
        os.fchmod(descriptor, stat.S_IMODE(path.stat().st_mode))
    return scratch, descriptor


def _flush_folder(folder: Path) -> None:
    """Make the renaming itself survive a power cut, where the file system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
