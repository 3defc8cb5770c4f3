"""Tells files of YAML that hold no records, such as those of other programs' settings."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.recognition.binary import UTF16
from reportcite.patterns import pattern
from reportcite.problems import shown
from reportcite.record.spelling import field_name, nearest_field

# A name at the beginning of a line, or of a member of a list, and a value.
_NAME: Final = pattern(
    r"""(?m)^(?:- +)?(["']?)([^\s#:"'\[{&*!|>%@`-][^:\n]{0,60}?)\1[ \t]*:(?:\s|$)"""
)
# Something that is no comment, nor JSON. The lines before it are taken as a whole: as a possessive
# group, which says the same, CPython matches them wrongly before 3.11.5 (gh-106052).
_WORD: Final = pattern(r"(?=((?:[ \t]*(?:#[^\n]*|---|%[^\n]*)?\r?\n)*))\1[ \t]*(?![\[{])[^\s#]")
_LIST: Final = "references"  # pandoc's, below the metadata of a document
_MOST: Final = 20
_SHOWN: Final = 2

# What tells a publication; many kinds of things have a type, a version or a URL.
_TELLING: Final = frozenset(
    {"title", "author", "editor", "issued", "container-title", "publisher", "ISBN", "DOI"}
)

# What other programs have in files that have titles and authors, too: file name → what it is.
_BY_NAME: Final = (
    (r"_config\.ya?ml", "the settings of Jekyll"),
    (r"_(?:quarto|bookdown|output|site|metadata)[\w-]*\.ya?ml", "the settings of a Quarto project"),
    (r"(?:docker-)?compose[\w.-]*\.ya?ml", "a file of Docker Compose"),
    (r"mkdocs[\w.-]*\.ya?ml", "the settings of MkDocs"),
    (r"(?:openapi|swagger)[\w.-]*\.ya?ml", "an interface in OpenAPI"),
)


def yaml_kind(beginning: bytes, file_name: str) -> str:
    """What a file of YAML that nobody named seems to be; "" for what may be records.

    Records have two fields that tell of a publication; or one, and every second of their names is
    a field, or nearly one; or no other names than fields.

    >>> yaml_kind(b"on: push\\njobs:\\n  test:\\n    title: A\\n", "ci.yml")
    'YAML of something else (it has “on” and “jobs”)'
    >>> yaml_kind(b"- titel: A\\n", "refs.yaml")
    ''
    """
    for sign, kind in _BY_NAME:
        if re.fullmatch(sign, file_name.lower()):
            return kind
    encoding = "utf-16" if beginning.startswith(UTF16) else "utf-8-sig"
    text = beginning.decode(encoding, "replace")
    names = list(dict.fromkeys(match[2] for match in _NAME.finditer(text)))[:_MOST]
    fields = [field_name(name) or nearest_field(name) for name in names]
    telling = _TELLING.intersection(filter(None, fields))
    known = sum(field is not None for field in fields)
    if not names:
        return "YAML without any field" if _WORD.match(text) else ""
    if _LIST in names or len(telling) > 1 or known == len(names):
        return ""
    if telling and 2 * known >= len(names):
        return ""
    listed = " and ".join(map(shown, names[:_SHOWN]))
    return f"YAML of something else (it has {listed})"
