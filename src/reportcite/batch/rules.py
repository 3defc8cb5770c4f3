"""The rules of finding and opening files, explained; their findings are made in `sources`."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from reportcite.record.rules import Rule

RULES: Final = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule(
                "unreadable",
                "error",
                "A file or folder cannot be opened or read.",
                "Its records are missing from the result.",
                "Check that the name is right and that you may read it.",
            ),
            Rule(
                "empty-folder",
                "error",
                "A folder holds no file of records.",
                "Nothing was read; the name may be that of another folder.",
                "Check the name, or say with --from what the files hold.",
            ),
            Rule(
                "passed-over",
                "notice",
                "Something in a folder was not read: a link, a device or an unknown kind of file.",
                "A link may lead out of the folder, and other files hold no records.",
                "Name it on the command line to have it read.",
            ),
        )
    }
)
"""By name, beside those of `record.rules`."""
