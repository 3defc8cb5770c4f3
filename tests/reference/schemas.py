"""The page of the JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterator

from reportcite.schemas.catalogue import CATALOGUE, schema
from reportcite.schemas.values import Schema
from tests.reference.markdown import code, plain, table

_HEAD = """\
# JSON Schemas

`reportcite schema NAME` prints each of these, of draft-07. A schema keeps its version as long as
programs that read such JSON go on working.
"""


_HEADINGS = ("member", "type", "what it is")


def schemas() -> str:
    rows = (
        (f"[`{name}`](#{name})", str(one.version), plain(one.what))
        for name, one in CATALOGUE.items()
    )
    parts = [_HEAD, table(["name", "version", "what it is of"], rows)]
    parts += [_members(name) for name in CATALOGUE]
    return "\n".join(parts)


def _members(name: str) -> str:
    found = schema(name)
    parts = [
        f"## {name}\n",
        f"Of {plain(CATALOGUE[name].what)}; {code('$id')} is {code(found['$id'])}.\n",
    ]
    if name == "record":
        return "\n".join([*parts, "Its members are the [fields of a record](fields.md).\n"])
    whole = found.get("items", found) if found.get("type") == "array" else found
    several = "An array of objects:\n" if whole is not found else "An object:\n"
    rows = [*_rows(whole, "")]
    return "\n".join([*parts, *([several, table(_HEADINGS, rows)] if rows else [])])


def _rows(whole: Schema, within: str) -> Iterator[list[str]]:
    """The members of an object, and of objects in it: `location.path`."""
    for member, what in whole.get("properties", {}).items():
        name = f"{within}{member}"
        yield [code(name), _type(what), plain(what.get("description", ""))]
        yield from _rows(what, f"{name}.")
        if isinstance(what.get("items"), dict):
            yield from _rows(what["items"], f"{name}[].")


def _type(what: dict[str, object]) -> str:
    if "enum" in what and isinstance(what["enum"], list):
        return ", ".join(code(str(one)) for one in what["enum"])
    kind = what.get("type", "")
    return " or ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
