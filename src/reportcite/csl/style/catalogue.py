"""Which styles there are, and what they are called: aliases, project styles, packaged styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast
from unicodedata import combining, normalize

from reportcite.csl.archive import PackedFile, content, packed
from reportcite.patterns import pattern
from reportcite.shipped import styles_folder
from reportcite.tuples import NamedTuple

Kind: TypeAlias = Literal["alias", "project", "independent", "dependent"]

ID_PREFIX: Final = pattern(r"https?://(?:www\.)?zotero\.org/styles/")
"""What ids of packaged styles begin with."""
_DEPENDENT: Final = "dependent/"
_BETWEEN_WORDS: Final = pattern(r"[^\w]+")


class Description(NamedTuple):
    """What a style says of itself; `parent` is the id of the style a dependent one stands for."""

    title: str
    short_title: str
    issns: tuple[str, ...]
    parent: str


class StyleName(NamedTuple):
    """A name that `cite` takes for a style; `id` is the style that an alias stands for.

    >>> import reportcite
    >>> [style] = reportcite.styles.search("1432-1238")
    >>> style.name, style.kind, style.title, style.parent
    ('intensive-care-medicine', 'dependent', 'Intensive Care Medicine', 'springer-basic-brackets')
    """

    name: str
    kind: Kind
    id: str
    description: Description

    @property
    def title(self) -> str:
        """The title as its authors wrote it."""
        return self.description.title

    @property
    def parent(self) -> str:
        """The id of the style that a dependent one is set in; "" for all others."""
        return self.description.parent if self.kind == "dependent" else ""


def by_id(name: str) -> PackedFile | None:
    """The project's or packaged style with that id, if there is one."""
    style = _style_id(name)
    if not style or Path(style).name != style:
        return None
    return packed(f"{style}.csl") or packed(f"{_DEPENDENT}{style}.csl")


def is_dependent(style: PackedFile) -> bool:
    """Whether a packaged style stands for another one."""
    return style.name.startswith(_DEPENDENT)


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


def every_style() -> Iterator[StyleName]:
    """All styles: aliases first, then the project's, independent and dependent ones, by name."""
    styles = _catalogue()
    for alias, style in sorted(aliases().items()):
        known = styles.get(style)
        if known is not None:
            yield known._replace(name=alias, kind="alias")
    yield from styles.values()


@cache
def _catalogue() -> Mapping[str, StyleName]:
    """The styles by their ids, as the catalogue lists them that was made with the archive."""
    lines = content("catalogue.tsv").decode().split("\n")[:-1]
    return {style.id: style for style in map(_listed, lines)}


def _listed(line: str) -> StyleName:
    name, kind, title, short_title, issns, parent = line.split("\t")
    description = Description(title, short_title, tuple(issns.split()), parent)
    return StyleName(name, cast(Kind, kind), name, description)


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
