"""Whether a .bib file is biblatex's: both dialects have one suffix, and are read alike."""

from __future__ import annotations

import re
from typing import Final

# Entry types and fields that BibTeX's own styles have not, and few programs write for them.
_OF_BIBLATEX: Final = re.compile(
    rb"^\s*@(?:report|online|thesis|mvbook|mvcollection|mvproceedings|mvreference)\s*[{(]"
    rb"|(?:^|,)\s*(?:date|journaltitle)\s*=",
    re.IGNORECASE | re.MULTILINE,
)


def is_biblatex(beginning: bytes) -> bool:
    """Whether the `beginning` of a .bib file has what only biblatex has.

    >>> is_biblatex(b"@report{a, date = {2024}}"), is_biblatex(b"@techreport{a, year = 2024}")
    (True, False)
    """
    return _OF_BIBLATEX.search(beginning) is not None
