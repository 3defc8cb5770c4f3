r"""The keys cited in LaTeX (`\cite` and its kin, natbib's and biblatex's), .aux and .bcf files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from reportcite.documents.lines import line_counter, without
from reportcite.patterns import pattern

_SILENT: Final = pattern(
    r"(?<!\\)(?:\\\\)*%[^\n]*"
    r"|\\begin\{(?P<name>verbatim\*?|lstlisting|minted|comment)\}.*?(?:\\end\{(?P=name)\}|\Z)"
    r"|\\verb\*?(?P<mark>[!-)+-/:-@\[-^`{-~])[^\n]*?(?P=mark)",
    re.DOTALL,
)
_OPTIONS: Final = r"(?:\s*\([^()]*\)){0,2}"
_ONE: Final = r"(?:\s*\[(?:[^\[\]{}]|\{[^{}]*\})*\]){0,2}\s*\{([^{}]*)\}"
_CITE: Final = pattern(
    rf"\\(?:(?=[a-zA-Z]*?[cC]ite)[a-zA-Z]++|citation|nocite|bibentry|abx@aux@cite\{{\d+\}})\*?"
    rf"{_OPTIONS}(?P<all>(?:{_ONE})+)"
)
_NAMES: Final = pattern(_ONE)
# They define or set something; what is in their braces is no key.
_NO_CITATIONS: Final = pattern(
    r"\\(?:[a-zA-Z]*citestyle|DeclareCite|setcite|citereset|newcite|renewcite|citealias|defcite)"
)
_INCLUDED: Final = pattern(r"\\(?:input|include|subfile|@input)\{([^{}]+)\}")
_CITEKEY: Final = pattern(r"<bcf:citekey\b([^<>]*)>([^<]*)</bcf:citekey>")


def keys(text: str) -> Iterator[tuple[str, int]]:
    r"""The keys cited in a file of LaTeX or its .aux, each with its line; `*` is `\nocite{*}`.

    >>> [*keys(r"\parencites[12]{doe}{roe, poe} % \cite{no}")]
    [('doe', 1), ('roe', 1), ('poe', 1)]
    """
    line_of = line_counter(text)
    for match in _CITE.finditer(without(_SILENT, text)):
        if _NO_CITATIONS.match(match[0]):
            continue
        for names in _NAMES.finditer(match["all"]):
            for name in names[1].split(","):
                if name.strip() and "#" not in name:
                    yield name.strip(), line_of(match.start())


def included(text: str) -> Iterator[str]:
    r"""The files that a file of LaTeX, or its .aux, includes: `\input{chapter}`."""
    for match in _INCLUDED.finditer(without(_SILENT, text)):
        yield match[1].strip()


def control_file_keys(text: str) -> Iterator[tuple[str, int]]:
    """The keys in a .bcf file, which biblatex writes for biber."""
    line_of = line_counter(text)
    for match in _CITEKEY.finditer(text):
        yield unescape(match[2]).strip(), line_of(match.start())
