"""Writing finished tokens in an output language: text, html, markdown, rtf, latex and others."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from reportcite.csl.write.writer import BibliographySpacing, Writer
from reportcite.errors import UsageError
from reportcite.suggest import nearest

OUTPUT_LANGUAGES: Final = ("text", "html", "markdown", "rtf", "latex", "typst", "org", "rst")

__all__ = ["OUTPUT_LANGUAGES", "BibliographySpacing", "Writer", "writer"]


def writer(name: str) -> Writer:
    """The writer for the output language `name`; UsageError for one not in `OUTPUT_LANGUAGES`."""
    if name not in OUTPUT_LANGUAGES:
        hint = nearest(name, OUTPUT_LANGUAGES)
        raise UsageError(f"unknown output language {name!r}", suggestion=hint)
    return cast(Writer, import_module(f"reportcite.csl.write.{name}").WRITER)
