"""The settings there are: of what kind, what they mean, which commands they are for.

A setting is called like the option that it is the default of. It stands at the top of a file, for
all of its commands, or in the table of one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from reportcite.policy import LEVELS
from reportcite.tuples import NamedTuple

Kind: TypeAlias = Literal["text", "number", "truth", "patterns", "folder", "style"]
"""What a setting holds: a text, a whole number, true or false, patterns of files as in .gitignore,
the path of a folder, or a style's name or path. Paths and patterns in a file are relative to the
folder of that file."""


class Setting(NamedTuple):
    """One setting: `what` is a sentence for the user.

    A text is one of `choices`, if there are any; a number is at least `least`. What means something
    else to each command is not `shared`: it stands in the table of a command only.
    """

    name: str
    kind: Kind
    what: str
    commands: tuple[str, ...]
    choices: tuple[str, ...] = ()
    least: int = 0
    shared: bool = True


_READING: Final = ("cite", "check", "list", "verify", "export", "merge", "page")
_WRITING: Final = ("cite", "export", "merge", "page")

SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        "style",
        "style",
        "The style of citations: a name, or the path of a .csl file.",
        ("cite", "verify"),
    ),
    Setting(
        "locale", "text", "The language of dates and terms, such as de-DE.", ("cite", "verify")
    ),
    Setting(
        "to",
        "text",
        "The format that is exported, where no name of a file says it.",
        ("export",),
    ),
    Setting("key-format", "text", "What citation keys are made of.", ("export",)),
    Setting(
        "on-error",
        "text",
        "What to do with a record that has errors.",
        _WRITING,
        choices=("keep", "skip", "stop"),
    ),
    Setting("jobs", "number", "How many processes share the work; 0 for one a core.", _READING),
    Setting(
        "exclude",
        "patterns",
        "Files and folders that are passed over in folders, as in .gitignore.",
        _READING,
    ),
    Setting(
        "max-record-size",
        "number",
        "How many characters a record may have before it is left out.",
        _READING,
        least=1,
    ),
    Setting("assume-language", "text", "The language of BibTeX entries that state none.", _READING),
    Setting(
        "severity",
        "text",
        "The lowest severity that is reported.",
        _READING,
        choices=("error", "warning", "notice"),
    ),
    Setting("max-problems", "number", "How many problems are reported.", _READING),
    Setting("quiet", "truth", "Whether progress and closing lines are left out.", _READING),
    Setting(
        "fail-on",
        "text",
        "The lowest severity of a finding that makes the exit code 1.",
        ("check",),
        choices=("error", "warning", "never"),
    ),
    Setting("duplicates", "truth", "Whether several records of one work are found.", ("check",)),
    Setting("links", "truth", "Whether DOI, PMCID, PMID and URL are links.", ("cite",)),
    Setting(
        "group-by",
        "text",
        "What parts a bibliography into sections.",
        ("cite",),
        choices=("type", "language", "keyword", "year", "script"),
    ),
    Setting("entry-language", "truth", "Whether each entry is set in its own language.", ("cite",)),
    Setting("annotated", "truth", "Whether a note or abstract stands below each entry.", ("cite",)),
    Setting("report-loss", "truth", "Whether fields that a format lacks are named.", ("export",)),
    Setting("strict", "truth", "Whether such a loss is an error.", ("export",)),
    Setting(
        "threshold",
        "number",
        "The score from which on two records are taken for one work.",
        ("merge",),
        least=1,
    ),
    Setting("contact", "text", "The mail address that sources of records are sent.", ("add",)),
    Setting(
        "format",
        "text",
        "The format of what is printed, where no name of a file says it.",
        ("cite", "check"),
        shared=False,
    ),
    Setting(
        "language",
        "text",
        "The language of an html report.",
        ("check", "isbn", "id"),
        choices=("en", "de"),
        shared=False,
    ),
    Setting("title", "text", "The title of a site of publications.", ("page",)),
    Setting("base-url", "text", "Where that site will stand.", ("page",)),
    Setting("output-dir", "folder", "The folder of records.", ("add",), shared=False),
    Setting("type", "text", "What a new record is about.", ("new",), shared=False),
)

COMMANDS: Final = tuple(dict.fromkeys(name for one in SETTINGS for name in one.commands))
"""Those that have settings, and may have a table."""

ADDRESSES: Final = (
    *("arxiv", "dnb", "doi", "k10plus", "open-library", "pubmed", "pubmed-central", "zdb"),
)
"""The sources whose addresses the table `address` may change."""

TABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rules": f"How severe rules are, by name: {', '.join(LEVELS)}.",
        "overrides": "Tables with `files`, patterns of them, and `rules` that hold in these alone.",
        "address": f"Other addresses of the sources of records: {', '.join(ADDRESSES)}.",
    }
)
"""What a file may hold besides settings and the tables of commands."""


def setting_named(name: str, command: str = "") -> Setting | None:
    """The setting called `name` in the table of `command`, or at the top; None for none."""
    return next(
        (
            one
            for one in SETTINGS
            if one.name == name and (command in one.commands if command else one.shared)
        ),
        None,
    )
