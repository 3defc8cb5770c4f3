"""Passes over what a record's author has ignored, and finds comments that ignore nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportcite.problems import Ignored, Problem, covers, shown
from reportcite.record.rules import (
    DUPLICATE_DOI,
    DUPLICATE_ID,
    DUPLICATE_ISBN,
    DUPLICATE_PMID,
    DUPLICATE_TITLE,
    UNUSED_IGNORE,
)

_OF_SEVERAL: Final = (
    *(DUPLICATE_ID, DUPLICATE_ISBN, DUPLICATE_DOI, DUPLICATE_PMID),
    DUPLICATE_TITLE,
)
_ELSEWHERE: Final = (*(rule.name for rule in _OF_SEVERAL), "loss")
"""Rules that only a comparison of records, or an export, has something to say about."""


def silenced(problems: Iterable[Problem], ignored: Sequence[Ignored]) -> list[Problem]:
    """Those of a record's `problems` that are not ignored."""
    if not ignored:
        return [*problems]
    return [one for one in problems if not any(each.silences(one) for each in ignored)]


def unused(problems: Sequence[Problem], ignored: Sequence[Ignored]) -> Iterator[Problem]:
    """A notice for each name that none of a record's `problems` has, where it is ignored."""
    for comment in ignored:
        if not comment.names:
            hint = "write # reportcite: ignore[rule]"
            message = f"{shown(comment.text)} is not understood"
            yield UNUSED_IGNORE.found(message, hint, comment.place)
        for name in comment.names:
            alone = comment._replace(names=(name,))
            if not any(alone.silences(one) for one in problems) and not _is_elsewhere(name):
                where = "this record" if comment.whole else "this line"
                message = f"ignore[{name}]: nothing of that name is found in {where}"
                yield UNUSED_IGNORE.found(message, _hint(alone, problems), comment.place)


def _is_elsewhere(name: str) -> bool:
    return any(covers(name, rule) for rule in _ELSEWHERE)


def _hint(comment: Ignored, problems: Iterable[Problem]) -> str:
    """What is found where the comment stands, which may be what was meant."""
    line = comment.place.line
    there = {one.rule.name for one in problems if comment.whole or one.place.line == line}
    listed = ", ".join(sorted(there))
    return f"delete it; what is found here is {listed}" if there else "delete it"
