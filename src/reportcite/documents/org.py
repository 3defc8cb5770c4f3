"""The keys cited in Org: `[cite:@key]`, and those of org-ref (Org's manual, "Citations")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.documents.lines import Ends, line_counter, without
from reportcite.patterns import pattern

_SILENT: Final = pattern(
    r"^[ \t]*#(?: [^\n]*|$)"
    r"|^[ \t]*#\+begin_(?P<name>src|example|comment)\b"
    r"|[=~](?=\S)[^=~\n]*\S?[=~]",
    re.MULTILINE | re.IGNORECASE,
)
# The end is not looked for: thousands that have none would each look through the whole text.
_CITATION: Final = pattern(r"\[cite(?:/[\w/-]+)?:([^\[\]@]*@[^\[\]]*)")
_KEY: Final = pattern(r"@([\w\-.:?!`'/*@+|(){}<>&^$#%~]+)")
_BEHIND_KEY: Final = "-.:?!`'@+|({<&^$#%~"
_LINK: Final = pattern(
    r"(?<![\w\[])\[{0,2}(?=[a-z]*?cite)[a-z]++:(&?[\w&][^\s\]\[;]*(?:;[^\]\n]*)?)"
)
_NAMES: Final = pattern(r"&?([\w][\w:./+-]*\w|\w)")


def keys(text: str) -> Iterator[tuple[str, int]]:
    """The keys cited in `text`, each with its line.

    >>> [*keys("[cite/t:see @doe p. 3; @roe] and cite:poe")]
    [('doe', 1), ('roe', 1), ('poe', 1)]
    """
    line_of = line_counter(text)
    ends = Ends(text)
    spoken = without(_SILENT, text, lambda match: _end(match, ends))
    for match in _CITATION.finditer(spoken):
        for key in _KEY.finditer(match[1]):
            if name := key[1].rstrip(_BEHIND_KEY):
                yield name, line_of(match.start())
    for match in _LINK.finditer(without(_CITATION, spoken)):
        for part in re.split("[,;]", match[1]):
            if "&" in part or ";" not in match[1]:
                written = _NAMES.search(part.partition("&")[2] or part)
                if written:
                    yield written[1], line_of(match.start())


def _end(match: re.Match[str], ends: Ends) -> int:
    """Where a passage ends that begins with `match`; a block that is not ended is none."""
    if match["name"] is None:
        return match.end()
    return ends.after(match.end(), rf"^[ \t]*#\+end_{match['name'].lower()}")
