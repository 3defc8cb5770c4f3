"""What can go wrong when a record is asked for in the network."""

from __future__ import annotations

from typing import Final

from reportcite.errors import ExitCode
from reportcite.problems import Rule

NOT_FOUND: Final = Rule(
    "not-found",
    "error",
    "A source knows no record of what was asked for.",
    "The identifier may be mistyped, or registered elsewhere or not yet.",
    "Compare it with the publication, try another of its identifiers, or begin a record with "
    "`reportcite new`.",
    whole_file=True,
)
NO_ANSWER: Final = Rule(
    "no-answer",
    "error",
    "A source could not be reached, refused to answer, or broke off.",
    "Nothing is known of the record yet.",
    "Check the connection, wait a while, and run this again.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
WRONG_ANSWER: Final = Rule(
    "wrong-answer",
    "error",
    "A source answered with something else than a record: a web page, or far too much.",
    "A proxy or a page for logging in may have answered in its place.",
    "Open the address in a browser, save the record from there, and add the saved file.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
