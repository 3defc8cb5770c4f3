"""What Crossref and its like write otherwise than CSL-JSON, of which theirs is a dialect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reportcite.problems import Problem, shown
from reportcite.record.rules import OTHER_DATA, SEVERAL_VALUES
from reportcite.record.untyped import Untyped
from reportcite.values.keywords import join_keywords

OTHER_MEMBERS: Final = frozenset(
    """accepted aliases alternative-id approved article-number-type assertion clinical-trial-number
    component-number content-created content-domain content-updated created deposited
    degree event-acronym free-to-read funder group-title has-event indexed institution
    is-referenced-by-count isbn-type issn-type issue-title journal-issue link member ncom
    posted prefix project proceedings-subject published published-online published-other
    published-print reference reference-count references-count relation resource review score
    short-name standards-body subject subtype update-policy update-to updated-by""".split()
)
"""Members that Crossref keeps for its own use, in the spelling of `record.spelling.field_name`."""

_JOINED: Final = frozenset({"ISBN", "ISSN", "keyword"})
NAMED_BY: Final = {"event": "name", "license": "URL", "publisher": "name"}
"""The member by which a mapping in a field of a text is the text."""
_SHOWN: Final = 3


def text_in(
    name: str, value: Sequence[Untyped] | Mapping[str, Untyped]
) -> tuple[str, Problem | None] | None:
    """The text of field `name` in a list or mapping, and what is doubtful; None if there is none.

    An empty list is no text, several numbers or keywords are one, of other texts the first counts.
    So a list of one is a way to write a text that by itself would say something else.
    """
    if isinstance(value, Mapping):
        named = value.get(NAMED_BY.get(name, ""))
        return (named, None) if isinstance(named, str) else None
    texts = [_text(name, one) for one in value]
    if None in texts:
        return None
    found = [text for text in texts if text]
    if name in _JOINED or len(found) < 2:
        of_words = name == "keyword" and len(found) > 1
        return join_keywords(found) if of_words else ", ".join(found), None
    message = f"{name} wants one text, but holds {len(found)}; {shown(found[0])} is taken"
    return found[0], SEVERAL_VALUES.found(message, "write the one that counts")


def other_data(names: Sequence[str]) -> Problem:
    """That members of `OTHER_MEMBERS` were left out."""
    more = len(names) - _SHOWN
    listed = ", ".join(map(shown, names[:_SHOWN])) + (f" and {more} more" if more > 0 else "")
    message = f"data of another program is left out: {listed}"
    return OTHER_DATA.found(message, "nothing need be done")


def _text(name: str, value: Untyped) -> str | None:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    found = text_in(name, value) if isinstance(value, dict) else None
    return found[0] if found else None
