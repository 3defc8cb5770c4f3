"""What is passed over in folders because a user, or git, says so."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reportcite.files import exists
from reportcite.path_patterns import PathPatterns
from reportcite.tuples import NamedTuple

GITIGNORE: Final = ".gitignore"
_REPOSITORY: Final = ".git"


class PassingOver(NamedTuple):
    """Patterns of what is passed over: those that a user `excluded`, and those of git, of which the
    nearest to a file counts, which is the last."""

    excluded: tuple[PathPatterns, ...] = ()
    ignored: tuple[PathPatterns, ...] = ()

    def names(self, path: str, *, is_folder: bool) -> bool:
        """Whether `path` is passed over."""
        if any(one.matched(path, is_folder=is_folder) for one in self.excluded):
            return True
        for patterns in reversed(self.ignored):
            found = patterns.matched(path, is_folder=is_folder)
            if found is not None:
                return found
        return False

    def within(self, folder: Path) -> PassingOver:
        """The same in `folder`, which has a .gitignore."""
        return self._replace(ignored=(*self.ignored, *_patterns_in(folder)))


def passing_over(folder: Path, excluded: tuple[PathPatterns, ...]) -> PassingOver:
    """What is passed over in `folder`, which a user named, and below it.

    What the .gitignore files above it, up to the folder with .git, say of the folder itself does
    not count: it was asked for.
    """
    ignored: tuple[PathPatterns, ...] = ()
    above = [*folder.absolute().parents]
    repository = next((one for one in above if exists(one / _REPOSITORY)), None)
    if repository is not None and not exists(folder / _REPOSITORY):
        for one in reversed(above[: above.index(repository) + 1]):
            ignored += tuple(_patterns_in(one)) if exists(one / GITIGNORE) else ()
    found = PassingOver((), ignored)
    inside = found.names(str(folder), is_folder=True)
    return PassingOver(excluded, () if inside else ignored)


def _patterns_in(folder: Path) -> list[PathPatterns]:
    try:
        text = (folder / GITIGNORE).read_text("utf-8", "replace")
    except OSError:  # it is a folder, or may not be read: git, too, goes on without it
        return []
    return [PathPatterns(tuple(text.splitlines()), str(folder.absolute()))]
