"""Writes a file whole or not at all: a new one beside it, flushed to disk, then renamed onto it.

A file that would get the content it has is left alone, with its time: what is made from it, as by
make, is not made again.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from reportcite.batch.compressed import packing, unpacked
from reportcite.errors import OutputError, Place, UsageError
from reportcite.files import exists, is_file, resolved
from reportcite.remote.addresses import inside as inside_remote
from reportcite.remote.addresses import is_remote, without_secrets

Write: TypeAlias = Callable[[str | bytes], object]
"""Takes one piece of the result, as text or in UTF-8; line ends are written as they are."""

Kept: TypeAlias = Callable[[], object]
"""Is called when the old file has the new content already, and stays as it is."""


def say_nothing() -> None:
    """Take no note of it."""


UNFINISHED: Final = "what it took is not the whole result; name a file with -o"
"""What to do where a stream, whose content cannot be taken back, fails."""
_COMPARED: Final = 1 << 20
"""Bytes of the old and the new content that are compared at a time."""
_UNCHANGED: Final = "no file there was changed; choose another target"


def replacing(
    target: str, *, one_of_many: bool = False, synced: bool = True, kept: Kept = say_nothing
) -> AbstractContextManager[Write]:
    """A writer to `target`, which takes its new content when the block ends, if that is another.

    An exception, or a kill, leaves the old file as it was; a kill may leave the file beside it,
    `.NAME.….tmp`, too. A name in .gz or .zst has it packed. A device or a pipe is written to
    directly. A link stays, to the new content.

    When the block ends, the new content outlives a power cut. Of a file that is `one_of_many` the
    old content may come back then, until `flush_folder` is called, which takes most of the time.
    One that is not `synced` may be empty then: for what is made again, and compared, at any time.
    Raises OutputError where the target cannot be written.
    """
    if is_remote(target):
        return _text(_remote(target, kept), without_secrets(target))
    with naming(target):
        path = Path(target)
        # /dev/stdout may lead to a pipe, which has no other name.
        if exists(path) and not is_file(path):
            return _device(path, target)
        flush = not one_of_many
        new = _new_content(resolved(path), target, flush=flush, synced=synced, kept=kept)
        return _text(new, target)


@contextmanager
def appending(target: str, waits: Callable[[], object] = say_nothing) -> Iterator[Write]:
    """Like `replacing`, with the old content kept before the new.

    Runs that append in one folder wait for each other, so that none loses what another added;
    `waits` is called before this one does. A device or a pipe is written to directly. Raises
    UsageError for an address: what stands elsewhere has no end to write to.
    """
    if is_remote(target):
        raise UsageError(
            f"{without_secrets(target)}: nothing can be appended to a file elsewhere",
            suggestion="write a new one",
        )
    with naming(target):
        named = Path(target)
        path = resolved(named)
        is_stream = exists(named) and not is_file(named)
    if is_stream:
        with _device(named, target) as write:
            yield write
        return
    with naming(target):
        lock = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _wait_for(lock, waits)
        with _text(_new_content(path, target, append=True), target) as write:
            yield write
    finally:
        os.close(lock)


def holds(target: str, content: bytes) -> bool:
    """Whether the file `target`, if it is there and not packed, has `content` and nothing else."""
    if is_remote(target):
        return False  # it is compared when it is written
    try:
        path = Path(target)
        same_size = is_file(path) and path.stat().st_size == len(content)
        return same_size and path.read_bytes() == content
    except (OSError, ValueError):
        return False


def inside(folder: str, name: str) -> str:
    """The path of the file `name` in `folder`, its own folders made; never one outside.

    Raises OutputError where a link on the way leads out of `folder`, or a folder cannot be made.
    Elsewhere there are none to make.
    """
    if is_remote(folder):
        return inside_remote(folder, name)
    root = Path(folder)
    path = root / name
    with naming(str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        leads_out = not resolved(path.parent).is_relative_to(resolved(root))
        if leads_out or ".." in Path(name).parts:
            raise PermissionError(None, f"it is not inside {folder}")
        if path.is_symlink():
            path.unlink()  # written through, it would lead out
    return str(path)


def flush_folder(folder: Path) -> None:
    """Make the renaming itself survive a power cut, where the file system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def naming(target: str, suggestion: str = _UNCHANGED) -> Iterator[None]:
    """Turn the system's failure to write into an OutputError that names the target."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        folder = str(Path(target).parent)
        if isinstance(error, FileNotFoundError) and not exists(folder):
            suggestion = f"make the folder {folder} first, or choose another target"
        raise OutputError(
            f"cannot be written: {reason}",
            place=Place(target),
            suggestion=suggestion,
        ) from error


def named_write(write: Write, target: str, suggestion: str = _UNCHANGED) -> Write:
    """`write`, with its failures named after `target`."""

    def write_piece(piece: str | bytes) -> None:
        with naming(target, suggestion):
            write(piece)

    return write_piece


@contextmanager
def after(written: int) -> Iterator[None]:
    """Have the failure to write one of many files say that so many were written before it."""
    try:
        yield
    except OutputError as error:
        if written:
            files = "1 file was" if written == 1 else f"{written} files were"
            error.suggestion = f"{files} written before it, each whole; make room and run it again"
        raise


@contextmanager
def _device(path: Path, target: str) -> Iterator[Write]:
    """A device or a named pipe has no old content to keep."""
    with naming(target, UNFINISHED):
        file = path.open("wb")
    try:
        yield named_write(_encoding(file), target, UNFINISHED)
        with naming(target, UNFINISHED):
            file.flush()
    finally:
        with contextlib.suppress(OSError):
            file.close()


@contextmanager
def replacing_bytes(target: str) -> Iterator[BinaryIO]:
    """Like `replacing`, for a file that is not text, to which the block writes bytes."""
    opened = _remote(target, say_nothing) if is_remote(target) else _local(target)
    with opened as file:
        try:
            yield file
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(
                f"cannot be written: {reason}", place=Place(target), suggestion=_UNCHANGED
            ) from error


def _local(target: str) -> AbstractContextManager[BinaryIO]:
    with naming(target):
        path = Path(target)
        is_device = exists(path) and not is_file(path)
        return path.open("wb") if is_device else _new_content(resolved(path), target)


@contextmanager
def _remote(target: str, kept: Kept) -> Iterator[BinaryIO]:
    """A file whose packed content is sent to the address `target` when the block ends."""
    from reportcite.remote.writing import remote_content

    name = without_secrets(target)
    with ExitStack() as stack:
        with naming(name):
            file = stack.enter_context(remote_content(target, kept))
            packed = packing(file, name)
        yield packed
        with naming(name):
            if packed is not file:
                packed.close()
            stack.close()


@contextmanager
def _text(content: AbstractContextManager[BinaryIO], target: str) -> Iterator[Write]:
    """A writer to `content` whose failures are named after `target`."""
    with content as packed:
        yield named_write(_encoding(packed), target)


def _encoding(file: BinaryIO) -> Write:
    """A writer to `file`, in UTF-8; half characters, which it cannot hold, as question marks."""

    def write(piece: str | bytes) -> None:
        file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace"))

    return write


@contextmanager
def _new_content(  # noqa: PLR0913 - what may be asked of a new file
    path: Path,
    target: str,
    *,
    append: bool = False,
    flush: bool = True,
    synced: bool = True,
    kept: Kept = say_nothing,
) -> Iterator[BinaryIO]:
    with naming(target):
        scratch, descriptor = _create_beside(path)
    file = os.fdopen(descriptor, "wb")
    try:
        with naming(target):
            packed = packing(file, target)
            if append and exists(path):
                _copy(path, packed)
        yield packed
        with naming(target):
            if packed is not file:
                packed.close()
            file.flush()
            same = _has_content_of(path, scratch)
            if synced and not same:
                os.fsync(descriptor)
            file.close()
            if same:
                scratch.unlink()
                kept()
                return
            scratch.replace(path)
            if flush:
                flush_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        with contextlib.suppress(OSError):
            scratch.unlink()
        raise


def _has_content_of(path: Path, other: Path) -> bool:
    """Whether a file is at `path` that holds, byte for byte, what the file `other` does."""
    if not exists(path) or path.stat().st_size != other.stat().st_size:
        return False
    try:
        with path.open("rb") as old, other.open("rb") as new:
            while piece := new.read(_COMPARED):
                if old.read(_COMPARED) != piece:
                    return False
    except PermissionError:  # a file may be there to be written only
        return False
    return True


def _copy(path: Path, file: BinaryIO) -> None:
    """The content of `path`, unpacked, its last line ended."""
    last = b"\n"
    with path.open("rb") as old:
        content = unpacked(old)
        while piece := content.read(1 << 20):
            file.write(piece)
            last = piece[-1:]
    if last != b"\n":
        file.write(b"\n")


def _create_beside(path: Path) -> tuple[Path, int]:
    """A new file in the folder of `path`, with the rights the old file has or a new one gets."""
    # The random part keeps two runs on one target, and the remains of a killed one, apart.
    # Systems count the bytes of a name, of which a letter may have four.
    beginning = os.fsencode(path.name)[:80].decode("utf-8", "ignore")
    scratch = path.with_name(f".{beginning}.{os.urandom(6).hex()}.tmp")
    if exists(path) and not os.access(path, os.W_OK):
        raise PermissionError(None, "it is write-protected", str(path))
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    if exists(path):
        old = path.stat()
        for user, group in ((-1, old.st_gid), (old.st_uid, -1)):
            with contextlib.suppress(OSError):  # only root may give a file to another
                os.fchown(descriptor, user, group)
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))
        _copy_attributes(path, descriptor)
    return scratch, descriptor


def _copy_attributes(path: Path, descriptor: int) -> None:
    """Give a new file the extended attributes of `path`, among them lists of who may do what, as
    far as the system has them and lets this user set them."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(path):
            with contextlib.suppress(OSError):
                os.setxattr(descriptor, name, os.getxattr(path, name))


def _wait_for(descriptor: int, waits: Callable[[], object]) -> None:
    try:
        import fcntl
    except ImportError:  # Windows opens no folders, so this is not reached there
        return
    with contextlib.suppress(OSError):  # a file system without locks
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waits()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
