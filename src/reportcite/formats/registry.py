"""The exchange formats by name, file suffix and content; one is imported when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import Final, NamedTuple

from reportcite.errors import UsageError
from reportcite.formats.format import Format


class Registration(NamedTuple):
    """Where a format lives, and what its files are recognised by, without importing it.

    `signature` is a pattern that the beginning of a file matches, and that of no other format's;
    "" where a file of the format has none. Of two formats with one suffix the first is guessed.
    """

    module: str
    suffixes: tuple[str, ...]
    signature: bytes = b""


FORMATS: Mapping[str, Registration] = MappingProxyType(
    {
        "bibtex": Registration("bibtex.format", (".bib", ".bibtex"), rb"@\w+\s*[{(]"),
        "biblatex": Registration("bibtex.biblatex", (".biblatex", ".biblatex.bib")),
        "ris": Registration("ris.format", (".ris",), rb"TY  ?- "),
        "csl-json": Registration("csl.csl_json", (".json", ".csl.json", ".csljson")),
        "csl-yaml": Registration("yaml.csl_yaml", (".csl.yaml", ".csl.yml")),
        "jsonl": Registration("csl.jsonl", (".jsonl", ".ndjson"), rb"\{[^\n]*\}\r?\n\{"),
        "yaml": Registration("yaml.format", (".yaml", ".yml")),
        "endnote-xml": Registration(
            "endnote.format",
            (".xml", ".endnote.xml"),
            rb"(?!<(?s:.{0,500})\bmods)<(?:\?xml|xml|records)\b",
        ),
        "mods": Registration("mods.format", (".mods", ".mods.xml"), rb"<(?s:.{0,500})\bmods"),
        "oai-dc": Registration("web.dublin_core", (".dc.xml", ".oai_dc.xml")),
        "schema-org": Registration("web.schema_org", (".jsonld",)),
        "coins": Registration("web.coins", (".coins.html",)),
        "highwire": Registration("web.highwire", (".html", ".highwire.html")),
        "cff": Registration("cff.format", (".cff",)),
        "csv": Registration("csv", (".csv",)),
    }
)
"""Format name → what is known of it."""

UNMARKED: Final = "yaml"
"""The format of what has neither a suffix nor a signature; nothing in it looks like another's."""

ALIASES: Mapping[str, str] = MappingProxyType({"dublin-core": "oai-dc"})

_COMPRESSED = (".gz", ".zst")


def format_named(name: str) -> Format:
    """The format called `name`; letter case and `_` for `-` do not matter.

    A suffix of its files (`bib`, `json`) is a name, too. Raises UsageError, with the nearest name,
    where there is none.
    """
    wanted = name.strip().lower().replace("_", "-")
    known = FORMATS.get(ALIASES.get(wanted, wanted)) or next(
        (known for known in FORMATS.values() if f".{wanted}" in known.suffixes), None
    )
    if known is None:
        near = get_close_matches(wanted, [*FORMATS, *ALIASES], n=1)
        hint = f"did you mean {near[0]}?" if near else f"known formats: {', '.join(FORMATS)}"
        raise UsageError(f"there is no format called {name!r}", suggestion=hint)
    found = import_module(f"reportcite.formats.{known.module}").FORMAT
    assert isinstance(found, Format)
    return found


def name_of(path: PurePath) -> str | None:
    """The name of the format that the suffix of `path` stands for; None where it says nothing.

    The longest suffix decides (`refs.mods.xml`); `.gz` and `.zst` at the end are looked through.
    """
    name = path.name.lower()
    for compressed in _COMPRESSED:
        name = name.removesuffix(compressed)
    matches = [
        (len(suffix), format_name)
        for format_name, known in reversed(list(FORMATS.items()))
        for suffix in known.suffixes
        if name.endswith(suffix) and name != suffix
    ]
    return max(matches, key=lambda match: match[0])[1] if matches else None


def recognised(beginning: bytes) -> str | None:
    """The name of the format that a file which begins so unmistakably has; None without a sign.

    >>> recognised(b"TY  - RPRT\\r\\n")
    'ris'
    """
    text = beginning.lstrip(b"\xef\xbb\xbf \t\r\n")
    return next(
        (
            name
            for name, known in FORMATS.items()
            if known.signature and re.match(known.signature, text)
        ),
        None,
    )


def format_of(path: PurePath) -> Format:
    """The format that the suffix of `path` stands for.

    Raises UsageError where the suffix says nothing.
    """
    name = name_of(path)
    if name is None:
        raise UsageError(
            f"the suffix of {path.name!r} does not say the format",
            suggestion=f"name one of {', '.join(FORMATS)}",
        )
    return format_named(name)
