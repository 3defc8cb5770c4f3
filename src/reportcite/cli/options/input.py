"""What a command reads, as the options say it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reportcite.errors import Place, UsageError
from reportcite.files import exists, is_folder
from reportcite.limits import LIMITS, Limits
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.chunks import Chunk
    from reportcite.path_patterns import PathPatterns
    from reportcite.problems import Problem
    from reportcite.record.model import Record
    from reportcite.record.selection import Condition


class Input(NamedTuple):
    """What a command reads, as the user asked for it: `files`, and the `sample` record before them.

    `from_` names their format; None leaves it to suffix and content. `jobs` processes share the
    work, and with `fail_fast` nothing is read after the first bad record. Of the records only those
    under `keys`, those that fit `where` and those that the documents `cited_in` cite are taken, or
    else those of the keys `cited`, which stand at the places given. What `excluded` names is passed
    over in folders.
    """

    files: tuple[str, ...] = ()
    sample: bool = False
    from_: str | None = None
    jobs: int = 1
    fail_fast: bool = False
    limits: Limits = LIMITS
    keys: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    cited_in: tuple[str, ...] = ()
    cited: Mapping[str, Place] | None = None
    excluded: tuple[PathPatterns, ...] = ()

    @property
    def paths(self) -> list[str]:
        """What to read. Raises UsageError if the user named nothing, or a DOI."""
        from reportcite.shipped import records_folder

        # Its files, and not the folder, in which nobody wants to have anything passed over.
        sample = sorted(records_folder().iterdir()) if self.sample else []
        paths = [*map(str, sample), *self.files]
        if not paths:
            raise UsageError("nothing to read", suggestion="name a file, a folder, - or --sample")
        for path in self.files:
            if "10." in path and not exists(path):
                _refuse_doi(path)
        return paths

    def chunks(self, *, uncited: bool = False) -> Iterator[Chunk]:
        """The records asked for, in chunks; with `uncited` those that no document cites are named.

        Raises UsageError if the user named nothing, or for a condition that is none, and InputError
        for a document that cannot be read; both before anything is read.
        """
        from reportcite.batch.chunks import chunks

        parts = chunks(self.paths, self.from_, self.limits, self.excluded)
        if not (self.keys or self.where or self.cited_in) and self.cited is None:
            return parts
        from reportcite.batch.selecting import Selection, selected

        cited = self.cited
        if self.cited_in:
            from reportcite.documents.cited_keys import cited_keys

            cited = cited_keys(self.cited_in)
        selection = Selection(
            self.keys, tuple(map(_condition, self.where)), cited, uncited and cited is not None
        )
        return selected(parts, selection, self.limits)

    def beside(self, target: str) -> Input:
        """The same without the file or folder `target`, which would be read as records the next
        time where it is written into a folder that is read."""
        from reportcite.path_patterns import PathPatterns, literal

        inside = []
        written = Path(os.path.abspath(target))  # noqa: PTH100 - patterns take paths as typed
        for name in filter(is_folder, self.files if exists(target) else ()):
            folder = Path(os.path.abspath(name))  # noqa: PTH100
            if written.is_relative_to(folder):
                pattern = f"/{literal(written.relative_to(folder).as_posix())}"
                inside.append(PathPatterns((pattern,), str(folder)))
        return self._replace(excluded=(*self.excluded, *inside))

    def records(self) -> Iterator[Record | Problem]:
        """The records of `chunks` one by one; a Problem stands for what could not become one."""
        from reportcite.batch.chunks import results

        return chain.from_iterable(results(chunk, self.limits) for chunk in self.chunks())


def _refuse_doi(path: str) -> None:
    """Raises UsageError for a DOI: records are files, and the network is asked by `add` only."""
    from reportcite.values.doi import bare_doi, says_it_is_doi

    if says_it_is_doi(path):
        hint = f"`reportcite add {bare_doi(path)}` looks its record up"
        raise UsageError(f"{path} is a DOI, not a file", suggestion=hint)


def _condition(typed: str) -> Condition:
    """What `--where` asks for; UsageError where that is no FIELD=TEXT of a field there is."""
    from reportcite.record.selection import condition_of, nearest_selectable

    condition = condition_of(typed)
    if condition is not None:
        return condition
    name, equals, text = typed.partition("=")
    if not equals or not text.strip():
        raise UsageError(
            f"--where cannot be '{typed}'", suggestion="write it like author=beck or year=1986"
        )
    near = nearest_selectable(name)
    raise UsageError(
        f"--where knows no field '{name.strip()}'",
        suggestion=f"did you mean '{near}'?"
        if near
        else "name author, title, year, type, keyword, publisher or another variable of CSL",
    )
