"""The keys that documents cite, whatever they are written in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from reportcite.documents import latex, markdown, org, typst
from reportcite.errors import InputError, Place, UsageError
from reportcite.files import is_file

Found: TypeAlias = Iterator[tuple[str, int]]
"""Keys, and the lines they stand in."""


def cited_keys(paths: Iterable[str]) -> dict[str, Place]:
    """Each key that one of the documents cites, in order, and where it is cited first.

    `keys.EVERYTHING` may be among them. What LaTeX includes is read, too. Raises UsageError for a
    name that does not say what it is written in, InputError where one cannot be read.
    """
    found: dict[str, Place] = {}
    for path in paths:
        read = _READERS.get(Path(path).suffix.lower())
        if read is None:
            raise UsageError(
                f"the citations of {path} cannot be read",
                suggestion=f"name a file of {', '.join(_READERS)}",
            )
        for name, key, line in read(Path(path)):
            found.setdefault(key, Place(str(name), line))
    return found


def text_of(path: Path) -> str:
    """The text of a document; raises InputError where it is not readable as UTF-8."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"cannot be read: {reason}", place=Place(str(path))) from error
    except UnicodeDecodeError as error:
        raise InputError(
            "is not UTF-8", place=Place(str(path)), suggestion="save it as UTF-8"
        ) from error


def _in_text(keys: Callable[[str], Found]) -> Callable[[Path], Iterator[tuple[Path, str, int]]]:
    def read(path: Path) -> Iterator[tuple[Path, str, int]]:
        for key, line in keys(text_of(path)):
            yield path, key, line

    return read


def _in_latex(path: Path) -> Iterator[tuple[Path, str, int]]:
    """Those of a file of LaTeX or its .aux, and of what it includes; each file is read once."""
    waiting, seen = [path], {path}
    while waiting:
        current = waiting.pop(0)
        text = text_of(current)
        for key, line in latex.keys(text):
            yield current, key, line
        for name in latex.included(text):
            # TeX looks for all files from where the document is.
            other = path.parent / (name if Path(name).suffix else f"{name}{path.suffix}")
            if other not in seen and is_file(other):
                seen.add(other)
                waiting.append(other)


def _in_notebook(path: Path) -> Iterator[tuple[Path, str, int]]:
    """Those of the cells of text of a Jupyter notebook; lines are not known."""
    try:
        cells = json.loads(text_of(path))["cells"]
        texts = ["".join(one["source"]) for one in cells if one["cell_type"] == "markdown"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("is no Jupyter notebook", place=Place(str(path))) from error
    for text in texts:
        for key, _ in markdown.keys(text):
            yield path, key, 0


_READERS: Final[Mapping[str, Callable[[Path], Iterator[tuple[Path, str, int]]]]] = MappingProxyType(
    {
        **dict.fromkeys((".md", ".qmd", ".rmd", ".markdown"), _in_text(markdown.keys)),
        **dict.fromkeys((".tex", ".aux"), _in_latex),
        ".bcf": _in_text(latex.control_file_keys),
        ".typ": _in_text(typst.keys),
        ".org": _in_text(org.keys),
        ".ipynb": _in_notebook,
    }
)
