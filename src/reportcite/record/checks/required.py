"""Which fields a record of each type must have, and which it should."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from reportcite.problems import Problem
from reportcite.record.rules import RECOMMENDED_FIELD, REQUIRED_FIELD

AnyOf: TypeAlias = tuple[str, ...]
"""Fields of which one is enough."""

_TITLE: Final = ("title",)
_BY: Final = ("author", "editor")
_DATE: Final = ("issued",)
_PUBLISHER: Final = ("publisher",)
_CONTAINER: Final = ("container-title",)
_BOOK: Final = (_TITLE, _BY, _DATE, _PUBLISHER)

# After the fields that APA 7 and Chicago 18 name as elements of a reference of the type.
_REQUIRED: Final[dict[str, tuple[AnyOf, ...]]] = {
    "article": (_TITLE, _BY, _DATE),
    "article-journal": (_TITLE, ("author",), _DATE, _CONTAINER),
    "article-magazine": (_TITLE, _DATE, _CONTAINER),
    "article-newspaper": (_TITLE, _DATE, _CONTAINER),
    "book": _BOOK,
    "chapter": (_TITLE, ("author",), _DATE, _CONTAINER, _PUBLISHER),
    "dataset": (_TITLE, (*_BY, "publisher"), _DATE),
    "entry-dictionary": (_TITLE, _CONTAINER),
    "entry-encyclopedia": (_TITLE, _CONTAINER),
    "pamphlet": _BOOK,
    "paper-conference": (_TITLE, ("author",), _DATE, ("container-title", "event-title", "event")),
    "report": _BOOK,
    "software": (_TITLE, (*_BY, "publisher")),
    "standard": (_TITLE, ("number", "publisher")),
    "thesis": (_TITLE, ("author",), _DATE, _PUBLISHER),
    "webpage": (_TITLE, ("URL",)),
}
_REQUIRED_OF_ALL: Final = (_TITLE,)

# Who has the first field of each group needs no closer look.
_USUAL: Final = {
    type_: frozenset(group[0] for group in groups) for type_, groups in _REQUIRED.items()
}
_NO_USUAL: Final = frozenset(_TITLE)

_LINK: Final = ("URL", "DOI")
_LANGUAGE: Final = ("language",)
_RECOMMENDED: Final[dict[str, tuple[AnyOf, ...]]] = {
    "article-journal": (_LINK, ("volume", "issue"), ("page", "number"), _LANGUAGE),
    "book": (("ISBN",), ("publisher-place",), ("number-of-pages",), _LANGUAGE),
    "chapter": (("ISBN", *_LINK), ("page",), ("publisher-place",), _LANGUAGE),
    "report": (
        ("ISBN", "number"),
        _LINK,
        ("publisher-place",),
        ("number-of-pages", "page"),
        _LANGUAGE,
    ),
    "thesis": (("genre",), _LINK, _LANGUAGE),
    "webpage": (("accessed", "issued"), _LANGUAGE),
}

_HOW: Final = {
    "author": "add the authors, or “author: none” if the publication names nobody",
    "issued": "add “issued: 2024”, or “issued: n.d.” if the publication gives no date",
    "publisher": "add “publisher:” with the institution that published it",
    "ISBN": "add it, or “ISBN: none” if there is none",
    "language": "add it as a tag such as “language: de-DE”",
}


_HOW_ELSEWHERE: Final = {
    "title": "add its title",
    "author": "add the authors, if it names any",
    "issued": "add the date, if it gives one",
    "publisher": "add the publisher, or the institution that published it",
    "publisher-place": "add the place of the publisher",
    "container-title": "add the title of the journal, book or proceedings it is in",
    "language": "add it as a tag such as de-DE",
    "number-of-pages": "add how many pages it has",
    "genre": "add what kind of work it is",
}


def missing(
    type_: str,
    fields: Mapping[str, object],
    stated_none: Iterable[str] = (),
    *,
    only_errors: bool,
) -> tuple[tuple[AnyOf, Problem], ...]:
    """What a record of this type lacks: fields of which one is required, or recommended, and the
    problem. Fields of which there is none, as it states, are not missing, nor is the journal of
    what is in arXiv."""
    if only_errors and fields.keys() >= _USUAL.get(type_, _NO_USUAL):
        return ()
    if type_ == "article-journal" and str(fields.get("archive")).lower() == "arxiv":
        # What is in arXiv and in no journal is a preprint, and cited as one.
        type_ = type_ if "container-title" in fields else "article"
    return _missing(type_, only_errors, *fields, *stated_none)


def wanted(type_: str) -> tuple[tuple[AnyOf, ...], tuple[AnyOf, ...]]:
    """What a record of this type needs, and what it should have: of each group one field."""
    return _REQUIRED.get(type_, _REQUIRED_OF_ALL), _RECOMMENDED.get(type_, ())


@lru_cache(maxsize=1024)  # the records of a file hold the same few sets of fields
def _missing(type_: str, only_errors: bool, *there: str) -> tuple[tuple[AnyOf, Problem], ...]:
    problems: list[tuple[AnyOf, Problem]] = []
    for group in _lacking(_REQUIRED.get(type_, _REQUIRED_OF_ALL), there):
        message = f"a record of type {type_} needs {_either(group)}"
        problems.append((group, REQUIRED_FIELD.found(message, _how(group))))
    for group in () if only_errors else _lacking(_RECOMMENDED.get(type_, ()), there):
        message = f"a record of type {type_} should have {_either(group)}"
        problems.append((group, RECOMMENDED_FIELD.found(message, _how(group))))
    return tuple(problems)


def how_elsewhere(group: AnyOf) -> str:
    """How to add what is missing in a file of another program, which has names of its own for it.

    >>> how_elsewhere(("container-title",))
    'add the title of the journal, book or proceedings it is in'
    """
    return _HOW_ELSEWHERE.get(group[0], f"add {_either(group)}, if there is one")


def _lacking(groups: tuple[AnyOf, ...], there: tuple[str, ...]) -> list[AnyOf]:
    return [group for group in groups if not any(name in there for name in group)]


def _either(group: AnyOf) -> str:
    return " or ".join(group)


def _how(group: AnyOf) -> str:
    return _HOW.get(group[0], f"add “{group[0]}:”")
