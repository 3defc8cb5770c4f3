"""What was meant by options that there are none of, or that a word processor has changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from reportcite.errors import UsageError
from reportcite.files import exists

_DASHES: Final = "–—−"
_MEANT: Final = (
    ("--locale", "--language"),
    ("--to", "--format"),
    ("--output",),
    ("--locator",),
    ("--style",),
    ("--column",),
)
"""Options that mean alike; which of them a command has, it says."""
_CALLED: Final = {
    **dict.fromkeys(("lang", "language", "languages", "locale", "sprache"), _MEANT[0]),
    **dict.fromkeys(("to", "format", "output-format", "type"), _MEANT[1]),
    **dict.fromkeys(("out", "outfile", "output-file", "ausgabe"), _MEANT[2]),
    **dict.fromkeys(("page", "pages", "seite", "seiten"), _MEANT[3]),
    **dict.fromkeys(("csl", "stil"), _MEANT[4]),
    **dict.fromkeys(("spalte", "sheet", "field"), _MEANT[5]),
}


def refuse_dashes(arguments: Sequence[str]) -> None:
    """Raise UsageError for an option whose two hyphens a word processor has made a dash of.

    >>> refuse_dashes(["cite", "lit.bib", "–style", "apa"])
    Traceback (most recent call last):
    reportcite.errors.UsageError: “–style” begins with a dash, not with hyphens (write --style)
    """
    for word in arguments:
        if word == "--":
            return
        name = word.lstrip(_DASHES)
        if name != word and name[:1].isalpha() and not exists(word):
            hyphens = "-" if len(name) == 1 else "--"
            raise UsageError(
                f"“{word}” begins with a dash, not with hyphens",
                suggestion=f"write {hyphens}{name}",
            )


def meant_option(typed: str, options: Collection[str]) -> str:
    """Which of a command's `options` is meant by one that it does not have; "" for none known.

    >>> meant_option("--lang", ["--style", "--locale"]), meant_option("--lang", ["--language"])
    ('--locale', '--language')
    """
    alike = _CALLED.get(typed.lstrip("-").lower(), ())
    return next((one for one in alike if one in options), "")


def with_one_hyphen(arguments: Sequence[str], options: Collection[str]) -> str:
    """The first of `arguments` that has one hyphen before the name of one of the `options`.

    >>> with_one_hyphen(["-s", "apa", "-style", "mla"], ["--style"])
    '-style'
    """
    words = (word.partition("=")[0] for word in arguments)
    return next((word for word in words if len(word) > 2 and f"-{word}" in options), "")
