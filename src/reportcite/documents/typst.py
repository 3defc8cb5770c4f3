"""The keys cited in Typst: `@key`, `#cite(<key>)` (Typst's reference, "cite")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.documents.keys import EVERYTHING
from reportcite.documents.lines import line_counter, without
from reportcite.patterns import pattern

_SILENT: Final = pattern(
    r"/\*.*?(?:\*/|\Z)|(?<!:)//[^\n]*|https?://\S*|(?P<ticks>`{3,}+).*?(?:(?P=ticks)|\Z)|`[^`]*`",
    re.DOTALL,
)
_LABEL: Final = r"[\w][\w:.\-]*[\w]|\w"
_CITE: Final = pattern(rf'\bcite\(\s*(?:<({_LABEL})>|label\("([^"]+)"\))')
_REFERENCE: Final = pattern(rf"(?<![\w\\])@({_LABEL})")
_DEFINED: Final = pattern(rf"(?<![(\w])<({_LABEL})>")
_FULL: Final = pattern(r"\bbibliography\([^()]*\bfull:\s*true")


def keys(text: str) -> Iterator[tuple[str, int]]:
    """The keys cited in `text`, each with its line; labels of the document itself are none.

    A bibliography that is `full` cites everything: `*`.
    """
    line_of = line_counter(text)
    spoken = without(_SILENT, text)
    cited = [(match.start(), match[1] or match[2]) for match in _CITE.finditer(spoken)]
    own = {match[1] for match in _DEFINED.finditer(spoken)}
    cited += [(m.start(), m[1]) for m in _REFERENCE.finditer(spoken) if m[1] not in own]
    cited += [(match.start(), EVERYTHING) for match in _FULL.finditer(spoken)]
    for start, name in sorted(cited):
        yield name, line_of(start)
