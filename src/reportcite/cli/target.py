"""Where `export` writes, as the options say it: stdout, a file, the end of one, or a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportcite.cli.rules import MISLEADING_NAME
from reportcite.cli.terminal import is_stdout
from reportcite.errors import Place, UsageError
from reportcite.files import is_file, is_folder
from reportcite.problems import Problem
from reportcite.remote.addresses import is_remote, typed_address
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.formats.format import Format


_ANOTHER: Final = "name another file"


class Target(NamedTuple):
    """A file, "" or "-" for stdout, or a folder with a pattern of names (see `batch.naming`).

    With `append` the file keeps what it has; with `check` nothing is written, only compared.
    """

    file: str = ""
    folder: str = ""
    append: bool = False
    check: bool = False

    @property
    def name(self) -> str:
        """The file or folder as the user named it; "" where there is none."""
        return self.folder or self.file


def refuse_inputs(inputs: Iterable[str], named: Mapping[str, str]) -> None:
    """Raise UsageError where a file that is to be written, by the options in which it is `named`,
    is one of `inputs`, or two of them are one file, by a link too: what it holds besides what is
    read of it (comments, groups, other sheets) would be lost, and of a report all."""
    seen: list[tuple[str, str]] = [("", path) for path in inputs]
    for option, path in named.items():
        if is_stdout(path):
            continue
        for other_option, other in seen:
            if _is_same(path, other):
                what = f"is what {other_option} names, too" if other_option else "is read"
                raise UsageError(f"{path}: what {option} would replace {what}", suggestion=_ANOTHER)
        seen.append((option, path))


def _is_same(path: str, other: str) -> bool:
    """Whether both are one regular file; a device may be given as often as one likes."""
    if path == other and is_remote(path):
        return True
    try:
        return is_file(path) and Path(path).samefile(other)
    except OSError:
        return False


def target_of(output: str, output_dir: str, *, append: bool, check: bool) -> Target:
    """What `-o`, `--output-dir`, `--append` and `--check` mean together.

    Raises UsageError where they exclude each other, or a folder is called like a file.
    """
    if output and not output_dir and _means_folder(output):
        output, output_dir = "", output
    if output and output_dir:
        raise UsageError("-o and --output-dir exclude each other", suggestion="leave one out")
    if check and append:
        raise UsageError("--check and --append exclude each other", suggestion="leave one out")
    if append and is_remote(output):
        raise UsageError(
            "nothing can be appended to a file elsewhere", suggestion="write a new file"
        )
    if append and output_dir:
        raise UsageError("--append is for one file", suggestion="name it with -o")
    for option, given in (("--check", check), ("--append", append)):
        if given and is_stdout(output) and not output_dir:
            raise UsageError(f"{option} needs a file", suggestion="name it with -o")
    if output_dir:
        _refuse_file_name(output_dir)
    return Target(output, output_dir, append, check)


def named_target(path: str) -> str:
    """What the user named to be written to, as it is.

    Raises UsageError for an address that is none, or that could hold a secret, since messages name
    targets; MissingPackage where that to write to one is not installed.
    """
    if not is_remote(path):
        return path
    from reportcite.remote.connection import require_package

    address = typed_address(path)
    if "?" in path:
        raise UsageError(f"{address}: what is written to has no query", suggestion="leave ? out")
    require_package()
    return path


def require_here(path: str, what: str) -> None:
    """Raise UsageError for an address, where `what` is done to files of this machine only."""
    if is_remote(path):
        raise UsageError(
            f"{what}, and not one elsewhere", suggestion="write it here, and copy it there"
        )


def _means_folder(output: str) -> bool:
    return output.endswith("/") or "{" in output or is_folder(output)


def _refuse_file_name(output_dir: str) -> None:
    """Raises UsageError for a folder that does not exist and is called like a file."""
    from reportcite.formats.registry import name_of

    path = Path(output_dir)
    if "{" in output_dir or output_dir.endswith("/") or is_folder(path) or name_of(path) is None:
        return
    before = output_dir[: -len(path.name)]
    raise UsageError(
        f"{output_dir} is called like a file, not like a folder",
        suggestion=f"write {before}{{id}}{path.suffix} for one file per record, "
        f"or {output_dir}/ if it is to be a folder",
    )


def format_for(target: Target, to: str) -> Format:
    """The format called `to`, or the one that the name of `target` stands for where that is "".

    Raises UsageError where neither says it.
    """
    from reportcite.formats.registry import format_named, format_of

    if to:
        return format_named(to)
    if target.file or "{" in target.folder:
        _refuse_document(Path(target.name))
        return format_of(Path(target.name))
    raise UsageError("no format given", suggestion="name it with --to, or a file with -o")


def _refuse_document(path: Path) -> None:
    """Raises UsageError for a file that no format of records has, but what `cite` writes."""
    from reportcite.formats.registry import name_of

    if name_of(path) is not None:
        return
    from reportcite.cli.output import LANGUAGE_OF_SUFFIX, OFFICE_SUFFIXES

    suffix = path.suffix.lower()
    if suffix in {*LANGUAGE_OF_SUFFIX, *OFFICE_SUFFIXES}:
        raise UsageError(
            f"{suffix} is no format of records",
            suggestion=f"`reportcite cite -o {path}` writes a bibliography; or name one with --to",
        )


def misleading_name(target: Target, target_format: Format) -> Problem | None:
    """The problem that the name of `target` promises another format than it gets, if it does."""
    from reportcite.formats.registry import FORMATS, name_of

    promised = name_of(Path(target.name))
    suffix = Path(target.name.lower().removesuffix(".gz").removesuffix(".zst")).suffix
    if promised in {None, target_format.name} or any(
        known.endswith(suffix) for known in FORMATS[target_format.name].suffixes
    ):
        return None
    message = f"is written as {target_format.name}, but called like a file of {promised}"
    return MISLEADING_NAME.found(message, place=Place(target.name))
