"""Reads, when the package is built, what nearly every run needs, so that no run reads its XML.

`python -m reportcite.csl.preparing FOLDER` writes a file for the default style and one for the
default language, in the format of compiled modules: to read them takes a seventh of the time.
"""

from __future__ import annotations

import marshal
import sys
from pathlib import Path
from typing import Any, Final

from reportcite.csl.archive import content, head_of
from reportcite.csl.locale import stored_sections
from reportcite.csl.style.validate import validate
from reportcite.csl.style.xml import read_xml

STYLE: Final = "apa.csl"
LOCALE: Final = "locales-en-US.xml"

_VERSION: Final = 4
"""Of the format of compiled modules: the newest one that every Python since 3.4 can read."""


def prepare(folder: Path) -> None:
    """Writes the files to `folder`, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in ((STYLE, _style()), (LOCALE, stored_sections(LOCALE))):
        data = marshal.dumps(_interned(made), _VERSION)
        (folder / name).write_bytes(head_of(data) + b"\n" + data)


def _style() -> object:
    """The default style's outermost element. Raises ValueError if there is anything wrong in it,
    as nobody looks for that again."""
    root = read_xml(content(STYLE), STYLE)
    if problems := validate(root, STYLE):
        raise ValueError(f"{STYLE} cannot be prepared: {problems[0]}")
    return root.stored()


def _interned(made: Any) -> Any:
    """The same with equal texts as one object, which then stand in the file once."""
    if isinstance(made, str):
        return sys.intern(made)
    if isinstance(made, dict):
        return {_interned(key): _interned(value) for key, value in made.items()}
    return tuple(map(_interned, made)) if isinstance(made, tuple) else made


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
