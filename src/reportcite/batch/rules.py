"""The rules of finding files and of converting records, explained."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.errors import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
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
            Rule(
                "loss",
                "notice",
                "The format written to cannot hold a field as the record has it.",
                "Who reads the file gets less than the record says.",
                "Keep the record, or write a format that loses less, such as csl-json. With "
                "--strict a loss is an error.",
            ),
        )
    }
)
"""By name, beside those of `record.rules`."""
