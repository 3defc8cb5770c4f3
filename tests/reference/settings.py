"""The page of the settings of `reportcite.toml` and of variables."""

from __future__ import annotations

from reportcite.cli.configuration.settings import COMMANDS, SETTINGS, TABLES, Setting
from tests.reference.markdown import code, codes, plain, table

_HEAD = """\
# Settings

[Settings](../configuration.md) says where these stand and which of several counts; `reportcite
config` shows what holds. A setting is called like its option.
"""
_KINDS = {
    "text": "a text",
    "number": "a whole number",
    "truth": "`true` or `false`",
    "patterns": "patterns of files, as in `.gitignore`",
    "folder": "the path of a folder",
    "style": "a style, or the path of a `.csl` file",
}


def settings() -> str:
    shared = [one for one in SETTINGS if one.shared]
    of_tables = [one for one in SETTINGS if not one.shared]
    head = ["setting", "what it means", "holds", "commands", "variable"]
    return "\n".join(
        [
            _HEAD,
            "## For all commands that have the option\n",
            "They may stand in the table of one command, too, and hold for it alone: "
            f"{', '.join(code(f'[{name}]') for name in COMMANDS)}.\n",
            table(head, map(_row, shared)),
            "## In the table of a command only\n",
            table(head, map(_row, of_tables)),
            "## Tables\n",
            table(
                ["table", "what it holds"],
                (
                    (code(f"[[{n}]]" if n == "overrides" else f"[{n}]"), what)
                    for n, what in TABLES.items()
                ),
            ),
        ]
    )


def _row(one: Setting) -> list[str]:
    holds = codes(one.choices) or _KINDS[one.kind]
    upper = one.name.upper().replace("-", "_")
    prefix = "" if one.shared else f"{one.commands[0].upper()}_"
    return [
        code(one.name),
        plain(one.what),
        holds,
        codes(one.commands),
        code(f"REPORTCITE_{prefix}{upper}"),
    ]
