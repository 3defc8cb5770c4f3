"""Loading a style: its XML as plain elements, its macros by name (CSL 1.0.2, "File Types")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportcite.errors import Problem


@dataclass(frozen=True, slots=True)
class Element:
    """One CSL element, namespace removed: `name`, attributes, children in order, source line."""

    name: str
    attributes: Mapping[str, str]
    children: tuple[Element, ...]
    line: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """An independent style, ready to compile.

    `attributes` are those of cs:style (class, default-locale, global and name options). A
    dependent style has been resolved; its `default-locale`, if any, overrides its parent's.
    `problems` are warnings (unknown attribute, CSL-M extension, …); errors raise StyleError.
    """

    id: str
    title: str
    attributes: Mapping[str, str]
    macros: Mapping[str, Element]
    citation: Element
    bibliography: Element | None
    locales: tuple[Element, ...]
    file: str
    problems: tuple[Problem, ...] = ()


def load_style(source: str | Path | bytes) -> Style:
    """The style named by an alias or id, at a path, or given as XML bytes; StyleError if unusable."""
    raise NotImplementedError
