"""Finds styles by what people type: names, titles, words, ISSNs of journals, names with slips."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from reportcite.csl.archive import PackedFile
from reportcite.csl.style.catalogue import (
    ID_PREFIX,
    StyleName,
    aliases,
    by_id,
    every_style,
    folded,
    slug,
)
from reportcite.errors import Place, StyleError
from reportcite.files import is_file
from reportcite.patterns import pattern
from reportcite.similarity import can_be_alike, like, same_beginning
from reportcite.values.issn import looks_like_issn

_NUMBERED: Final = pattern(r"(.*[a-z])-?\d+")
_SUGGESTIONS: Final = 3
_AS_NEAR: Final = 0.04
"""Names that are less alike than the nearest by so much were not meant."""
_CLOSE: Final = 0.8
"""How alike names must be for one to be suggested for the other, what they begin with counting
more."""
_NEAR: Final = 0.75
"""How alike titles must be for that."""


def find(name: str) -> Path | PackedFile:
    """The style that `name` means: a path, an alias, an id, an ISSN or a title.

    Ids may be written as on zotero.org, with or without ".csl", in any case; an ISSN or a title
    must be that of one style only. Raises StyleError, with the nearest names, where there is no
    such style.
    """
    if _looks_like_path(name):
        path = Path(name)
        if is_file(path):
            return path
        if path.name != name or (name.endswith(".csl") and by_id(name) is None):
            hint = did_you_mean(path.stem)
            raise StyleError("there is no such style file", place=Place(name), suggestion=hint)
    # An alias wins over an id: "chicago-notes" is also the id of a style few people mean.
    found = by_id(aliases().get(name.strip().lower(), name))
    if found is None:
        found = meant(name)
    if found is None:
        raise StyleError(f"unknown style “{name}”", suggestion=did_you_mean(name))
    return found


def search(query: str | None = None) -> list[StyleName]:
    """The styles whose name, id and title have words that begin as all those of `query` do.

    Where there is none, these words may stand inside others; an ISSN finds the style of that
    journal; without a query all styles are found. Each name is listed once, for the style that
    `find` gives. Aliases come first, then the project's styles, independent and dependent styles,
    each by how near the query they are, and by name.
    """
    typed = (query or "").strip()
    if looks_like_issn(typed):
        return _of_journal(typed)
    words = [re.escape(word) for word in folded(typed).split()]
    found = _having([rf"\b{word}" for word in words]) or _having(words)
    return _ranked(found, typed) if typed else found


def meant(name: str) -> PackedFile | None:
    """The one style that `name` can mean, as its title or the ISSN of a journal; None
    where there is none, or several."""
    short = slug(name).replace("-", "")  # “APA 7” is apa7
    if path := by_id(aliases().get(slug(name)) or aliases().get(short) or slug(name)):
        return path
    if looks_like_issn(name.strip()):
        found = _of_journal(name.strip())
        return by_id(found[0].id) if found else None
    if " " not in name.strip():
        return None
    titled = {style.id for style in every_style() if _is_title(name, style)}
    if not titled:
        titled = {style.id for style in search(name)}
    return by_id(titled.pop()) if len(titled) == 1 else None


def nearest(name: str) -> list[str]:
    """Up to three names of styles that `name` may have been meant to be, the likeliest first."""
    if " " in name.strip() and (titled := search(name)):
        # An alias comes before the style it stands for, and is the better name.
        by_style = {style.id: style for style in reversed(titled)}
        return [style.name for style in reversed(by_style.values())][:_SUGGESTIONS]
    wanted = slug(name)
    if not wanted:
        return []
    names = [style.name for style in every_style()]
    close = _closest(wanted, names)
    as_close = [known for near, known in close if near > close[0][0] - _AS_NEAR]
    longer = sorted((known for known in names if wanted in known), key=len)
    found = [*as_close, *longer] or _near_titles(name)
    return [*dict.fromkeys(found)][:_SUGGESTIONS]


def _closest(wanted: str, names: Iterable[str]) -> list[tuple[float, str]]:
    """The few names most like `wanted`, the nearest first, with how near they are."""
    likeness = like(wanted)
    found = []
    for known in names:
        # Of slips few are in the first letters, and names that share these are nearer (Winkler).
        bonus = 0.1 * min(same_beginning(wanted, known), 4)
        needed = (_CLOSE - bonus) / (1 - bonus)
        if can_be_alike(wanted, known, needed) and (near := likeness(known)) >= needed:
            found.append((near + bonus * (1 - near), known))
    return sorted(found, key=lambda one: -one[0])[:_SUGGESTIONS]


def did_you_mean(name: str) -> str:
    """What to do about an unknown style name, for an error message."""
    if editions := _editions(name):
        return f"{editions}; `reportcite styles` lists the styles"
    names = nearest(name)
    if not names:
        return "`reportcite styles` lists the styles"
    return f"did you mean {' or '.join(names)}? `reportcite styles` lists the styles"


def _editions(name: str) -> str:
    """Which editions of a manual there are, where `name` is an alias and another number.

    >>> _editions("MLA 8")
    'mla is “MLA Handbook 9th edition (in-text citations)”'
    """
    match = _NUMBERED.fullmatch(slug(name))
    if not match or match[1] not in aliases():
        return ""
    base = match[1]
    numbered = [one for one in aliases() if re.fullmatch(rf"{base}\d+", one)]
    others = [one for one in numbered if aliases()[one] != aliases()[base]]
    title = next(style.title for style in every_style() if style.name == base)
    more = f", {' and '.join(others)} {'is an earlier one' if len(others) == 1 else 'are earlier'}"
    return f"{base} is “{title}”{more if others else ''}"


def _near_titles(name: str) -> list[str]:
    """The names of styles that have nearly this title."""
    wanted = folded(name)
    if " " not in wanted.strip():
        return []
    likeness = like(wanted)
    titles = {style.name: folded(style.title) for style in every_style()}
    near = {
        style: likeness(title)
        for style, title in titles.items()
        if can_be_alike(wanted, title, _NEAR)
    }
    close = [style for style, share in near.items() if share >= _NEAR]
    return sorted(close, key=near.__getitem__, reverse=True)[:_SUGGESTIONS]


def _of_journal(issn: str) -> list[StyleName]:
    wanted = issn.upper().replace("-", "")
    return [
        style
        for style in every_style()
        if style.kind != "alias"
        and any(one.upper().replace("-", "") == wanted for one in style.description.issns)
    ]


def _ranked(styles: Iterable[StyleName], query: str) -> list[StyleName]:
    likeness = like(folded(query))

    def rank(style: StyleName) -> tuple[int, float, str]:
        near = max(likeness(style.name), likeness(folded(style.title)))
        return _KINDS.index(style.kind), -near, style.name

    return sorted(styles, key=rank)


_KINDS: Final = ("alias", "project", "independent", "dependent")


def _having(words: Iterable[str]) -> list[StyleName]:
    """The styles that match all of these regular expressions."""
    patterns = [re.compile(word) for word in words]
    styles: dict[str, StyleName] = {}
    for style in every_style():
        if style.name not in styles and _matches(style, patterns):
            styles[style.name] = style
    return [*styles.values()]


def _matches(style: StyleName, words: Iterable[re.Pattern[str]]) -> bool:
    names = f"{style.name} {style.id}"
    missing = [word for word in words if not word.search(names)]
    if not missing:
        return True
    titles = folded(f"{style.title} {style.description.short_title}")
    return all(word.search(titles) for word in missing)


def _is_title(name: str, style: StyleName) -> bool:
    description = style.description
    return slug(name) in {slug(description.title), slug(description.short_title)} - {""}


def _looks_like_path(name: str) -> bool:
    return not ID_PREFIX.match(name) and ("/" in name or "\\" in name or bool(Path(name).suffix))
