"""What is wrong with a value, before it is known where the value stands."""

from __future__ import annotations

from typing import NamedTuple

from reportcite.errors import Place, Problem, Severity


class Fault(NamedTuple):
    """A Problem without its place; `suggestion` says how to mend it."""

    rule: str
    severity: Severity
    message: str
    suggestion: str = ""

    def at(self, place: Place) -> Problem:
        """The Problem this is at `place`."""
        return Problem(self.rule, self.severity, self.message, place, self.suggestion)


def shown(text: str) -> str:
    r"""`text` in quotation marks for a message: short, and nothing in it a terminal obeys.

    White space is one blank, other invisible characters are told by their codes: `\x1b`.
    """
    short = f"{text[:40]}…" if len(text) > 40 else text
    if not short.isprintable():
        short = "".join([_visible(c) for c in short])
    return f"“{short}”"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else character.encode("unicode_escape").decode("ascii")
