"""What can be said of what a command was asked for, rather than of a record."""

from __future__ import annotations

from typing import Final

from reportcite.errors import ExitCode
from reportcite.problems import Rule

LOCATOR_NOT_PRINTED: Final = Rule(
    "locator-not-printed",
    "notice",
    "The style prints no locator in such a cite.",
    "Who reads the cite does not learn which page is meant.",
    "Write the place beside the cite, or take another style or kind (--as).",
)
MISLEADING_NAME: Final = Rule(
    "misleading-name",
    "warning",
    "A file is called like one of another format than the one written to it.",
    "Programs that go by the name cannot read it.",
    "Give the file a name of its format, or leave --to out.",
)
APPENDED_AGAIN: Final = Rule(
    "appended-again",
    "warning",
    "Some entries added by --append have a key or an id that was in the file before.",
    "They may be the same records, and keyed entries are under a new key.",
    "Look for duplicates with `reportcite check --duplicates`, and delete what is there twice.",
)
NO_ISBN: Final = Rule(
    "no-isbn",
    "error",
    "A text file, or standard input, holds no ISBN.",
    "Nothing was checked; the name may be that of another file.",
    "Write one ISBN to a line, or check the name.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
