"""The exchange formats by name and by file suffix; a format's module is imported when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from reportcite.errors import UsageError
from reportcite.formats.format import Format


class Entry(NamedTuple):
    """Where a format lives, and the suffixes of its files, without importing it."""

    module: str
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Entry] = MappingProxyType(
    {
        "bibtex": Entry("bibtex.format", (".bib", ".bibtex")),
        "biblatex": Entry("bibtex.biblatex", (".biblatex", ".biblatex.bib")),
        "ris": Entry("ris.format", (".ris",)),
        "csl-json": Entry("csl.csl_json", (".json", ".csl.json", ".csljson")),
        "csl-yaml": Entry("yaml.csl_yaml", (".csl.yaml", ".csl.yml")),
        "jsonl": Entry("csl.jsonl", (".jsonl", ".ndjson")),
        "yaml": Entry("yaml.format", (".yaml", ".yml")),
        "endnote-xml": Entry("endnote.format", (".xml", ".endnote.xml")),
        "mods": Entry("mods.format", (".mods", ".mods.xml")),
        "oai-dc": Entry("web.dublin_core", (".dc.xml", ".oai_dc.xml")),
        "schema-org": Entry("web.schema_org", (".jsonld",)),
        "coins": Entry("web.coins", (".coins.html",)),
        "highwire": Entry("web.highwire", (".html", ".highwire.html")),
        "cff": Entry("cff.format", (".cff",)),
        "csv": Entry("csv", (".csv",)),
    }
)
"""Format name → where it lives. Of two formats with one suffix the first is guessed."""

ALIASES: Mapping[str, str] = MappingProxyType({"dublin-core": "oai-dc"})

_COMPRESSED = (".gz", ".zst")


def format_named(name: str) -> Format:
    """The format called `name`; letter case and `_` for `-` do not matter.

    A suffix of its files (`bib`, `json`) is a name, too. Raises UsageError, with the nearest name,
    where there is none.
    """
    wanted = name.strip().lower().replace("_", "-")
    entry = FORMATS.get(ALIASES.get(wanted, wanted)) or next(
        (entry for entry in FORMATS.values() if f".{wanted}" in entry.suffixes), None
    )
    if entry is None:
        near = get_close_matches(wanted, [*FORMATS, *ALIASES], n=1)
        hint = f"did you mean {near[0]}?" if near else f"known formats: {', '.join(FORMATS)}"
        raise UsageError(f"there is no format called {name!r}", suggestion=hint)
    found = import_module(f"reportcite.formats.{entry.module}").FORMAT
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
        for format_name, entry in reversed(list(FORMATS.items()))
        for suffix in entry.suffixes
        if name.endswith(suffix) and name != suffix
    ]
    return max(matches, key=lambda match: match[0])[1] if matches else None


def format_of(path: PurePath) -> Format:
    """The format that the suffix of `path` stands for.

    Raises UsageError where the suffix says nothing.
    """
    name = name_of(path)
    if name is None:
        raise UsageError(
            f"the suffix of {path.name!r} does not tell the format",
            suggestion=f"name one of {', '.join(FORMATS)}",
        )
    return format_named(name)
