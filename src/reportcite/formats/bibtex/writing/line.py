"""How a field stands in an entry."""

from __future__ import annotations

from functools import lru_cache

from reportcite.formats.bibtex.language import read_language, write_language
from reportcite.formats.bibtex.latex.text import encode
from reportcite.values.language import primary_language

_ANOTHER_TAG = "the tag is read in another way than it is recorded"


def line(field: str, latex: str) -> str:
    """A field and its value on a line.

    >>> line("year", "2024")
    '  year = {2024},\\n'
    """
    return f"  {field} = {{{latex}}},\n"


@lru_cache(maxsize=1024)  # the records of a file are in a few languages
def language_lines(field: str, text: str, *, beside: bool = True) -> tuple[str, str]:
    """The lines for the language in `text`, and what is altered ("" for nothing).

    `beside` says that the language stands beside a langid that says as much: biblatex prints it.
    """
    language, langid, kept = write_language(text)
    of_region = langid and primary_language(text) == language
    altered = "the region is left out" if of_region else _ANOTHER_TAG
    if langid:
        says_all = read_language("", langid) == read_language(language, langid)
        lines = line("langid", langid) + ("" if says_all and not beside else line(field, language))
    else:
        latex = encode(language)
        lines = line(field, f"{{{latex}}}" if " and " in language.lower() else latex)
    return lines, "" if kept else altered
