"""Finds styles by what people type: names, titles, words, ISSNs of journals, names with slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log10
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
_USED: Final = 0.15
"""How much nearer a style is for each ten times as many journals that use it."""


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

    Where there is none, they may have what these words stand for (`readings`); an ISSN finds the
    style of that journal; without a query all styles are found. Each name is listed once, for the
    style that `find` gives. Aliases that have such words come first, then the project's styles,
    independent and dependent styles, each by how near the query they are and how many journals
    use them, and by name.
    """
    from reportcite.csl.style.typed import readings  # not needed for names as they are

    typed = (query or "").strip()
    if looks_like_issn(typed):
        return _of_journal(typed)
    if not typed:
        return _having([])
    for words in readings(typed):
        if found := _having(words):
            return _ranked(found, typed, words)
    return []


def meant(name: str) -> PackedFile | None:
    """The one style that `name` can mean, as its title or the ISSN of a journal; None
    where there is none, or several."""
    from reportcite.csl.style.typed import short

    if path := by_id(aliases().get(slug(name), slug(name))):
        return path
    if looks_like_issn(name.strip()):
        found = _of_journal(name.strip())
        return by_id(found[0].id) if found else None
    titled = {style.id for style in every_style() if " " in name and _is_title(name, style)}
    if not titled:
        wanted = short(name)  # “APA, 7. Auflage” is apa7
        titled = {style for alias, style in aliases().items() if short(alias) == wanted}
    if not titled and " " in name.strip():
        titled = {style.id for style in search(name)}
    return by_id(titled.pop()) if len(titled) == 1 else None


def nearest(name: str) -> list[str]:
    """Up to three names of styles that `name` may have been meant to be, the likeliest first."""
    wanted = slug(name)
    if not wanted:
        return []
    if titled := search(name):
        aliased = {style.id: style.name for style in reversed(titled) if style.kind == "alias"}
        ids = dict.fromkeys(style.id for style in titled)
        return [aliased.get(one, one) for one in ids][:_SUGGESTIONS]
    names = [style.name for style in every_style()]
    close = _closest(wanted, names)
    as_close = [known for near, known in close if near > close[0][0] - _AS_NEAR]
    return [*dict.fromkeys(as_close or _near_titles(name))][:_SUGGESTIONS]


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
    asked = suggestion(name)
    between = "" if not asked else " " if asked.endswith("?") else "; "
    return f"{asked}{between}`reportcite styles` lists the styles"


def suggestion(name: str) -> str:
    """Which styles `name` may have been meant to be; "" where none is near."""
    if hint := _editions(name) or _of_a_language(name):
        return hint
    names = nearest(name)
    return f"did you mean {' or '.join(names)}?" if names else ""


def _editions(name: str) -> str:
    """Which editions of a manual there are, where `name` is an alias and another number.

    >>> _editions("MLA 8")
    'mla is “MLA Handbook 9th edition (in-text citations)”'
    """
    from reportcite.csl.style.typed import short

    match = _NUMBERED.fullmatch(short(name))
    if not match or match[1] not in aliases():
        return ""
    base = match[1]
    numbered = [one for one in aliases() if re.fullmatch(rf"{base}\d+", one)]
    others = [one for one in numbered if aliases()[one] != aliases()[base]]
    title = next(style.title for style in every_style() if style.name == base)
    more = f", {' and '.join(others)} {'is an earlier one' if len(others) == 1 else 'are earlier'}"
    return f"{base} is “{title}”{more if others else ''}"


def _of_a_language(name: str) -> str:
    """How a style is set in a language, where `name` is an alias and a language's name.

    >>> _of_a_language("APA 7. Auflage deutsch")
    'write --style apa7 --locale de-DE'
    """
    from reportcite.csl.style.typed import language_named, short

    for word in name.split():
        if (tag := language_named(word)) and (rest := short(name.replace(word, ""))) in aliases():
            return f"write --style {rest} --locale {tag}"
    return ""


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


def _ranked(styles: Iterable[StyleName], query: str, words: Iterable[str]) -> list[StyleName]:
    """`styles` that have `words`, regular expressions for what `query` says, the nearest first."""
    from reportcite.csl.style.typed import short

    likeness = like(folded(query))
    patterns = [re.compile(word) for word in words]
    journals = Counter(style.parent for style in every_style())
    wanted = short(query)

    def rank(style: StyleName) -> tuple[int, bool, float, str]:
        near = max(likeness(style.name), likeness(folded(style.title)))
        near += _USED * log10(1 + journals[style.id])
        named = style.kind != "alias" or any(word.search(style.name) for word in patterns)
        kind = style.kind if named else "independent"
        is_it = style.kind == "alias" and short(style.name) == wanted
        return _KINDS.index(kind), not is_it, -near, style.name

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
