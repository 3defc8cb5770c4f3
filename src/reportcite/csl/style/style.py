"""Loading a style: its XML as elements, its macros by name (CSL 1.0.2, "File Types")."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reportcite.csl.archive import prepared
from reportcite.csl.style import catalogue, finding
from reportcite.csl.style.xml import Element, from_stored, read_file, read_xml
from reportcite.errors import Place, StyleError
from reportcite.problems import Problem
from reportcite.tuples import NamedTuple

__all__ = ["Element", "Style", "load_style"]


class Style(NamedTuple):
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

    def prints_none(self, suggestion: str) -> StyleError:
        """What to raise where a bibliography is asked for, and the style has none, or no entry for
        what is to be in it."""
        has_one = self.bibliography is not None
        lacks = "prints no entry for any of these records" if has_one else "has no bibliography"
        return StyleError(f"the style {self.title} {lacks}", suggestion=suggestion)


_NOWHERE: Final = Element("", {}, (), 0)


def load_style(source: str | Path | bytes) -> Style:
    """The style named by an alias or id, at a path, or given as XML bytes.

    Raises StyleError where the name is unknown, or the file unreadable or not usable CSL.
    """
    if isinstance(source, bytes):
        return _style(source, "style")
    found = source if isinstance(source, Path) else finding.find(source)
    if isinstance(found, Path):
        return _style(read_file(found), str(found))
    root = prepared(found.name)
    if root is not None:  # only an independent style without problems is
        return _independent(from_stored(root), found.name, ())
    return _style(found.read(), found.name)


def _style(source: bytes, file: str) -> Style:
    root = read_xml(source, file)
    parent = _parent(root)
    if parent is None:
        return _independent(root, file, _problems(root, file))
    return _dependent(root, parent, file)


def _parent(root: Element) -> Element | None:
    """The link of a dependent style to the style it stands for."""
    info = root.child("info") or _NOWHERE
    if root.name != "style" or root.child("citation"):
        return None
    links = [link for link in info.children if link.name == "link"]
    return next(
        (link for link in links if link.attributes.get("rel") == "independent-parent"), None
    )


def _dependent(root: Element, link: Element, file: str) -> Style:
    name = link.attributes.get("href", "")
    packed = catalogue.by_id(name)
    if packed is None or catalogue.is_dependent(packed):
        raise StyleError(
            f"the style this one depends on is not known: {name or 'no href'}",
            place=Place(file, link.line),
            suggestion=finding.did_you_mean(name),
        )
    parent_root = read_xml(packed.read(), packed.name)
    parent = _independent(parent_root, packed.name, _problems(parent_root, packed.name))
    info = root.child("info")
    own_locale = root.attributes.get("default-locale")
    locale = {"default-locale": own_locale} if own_locale else {}
    return parent._replace(
        id=_info_text(info, "id"),
        title=_info_text(info, "title"),
        attributes={**parent.attributes, **locale},
    )


def _problems(root: Element, file: str) -> tuple[Problem, ...]:
    from reportcite.csl.style.validate import validate  # what is prepared has been validated

    return validate(root, file)


def _independent(root: Element, file: str, problems: tuple[Problem, ...]) -> Style:
    info = root.child("info")
    return Style(
        id=_info_text(info, "id"),
        title=_info_text(info, "title"),
        attributes=root.attributes,
        macros={
            child.attributes["name"]: child
            for child in root.children
            if child.name == "macro" and "name" in child.attributes
        },
        citation=root.child("citation") or _NOWHERE,
        bibliography=root.child("bibliography"),
        locales=tuple(child for child in root.children if child.name == "locale"),
        file=file,
        problems=problems,
    )


def _info_text(info: Element | None, name: str) -> str:
    child = info.child(name) if info else None
    return child.text.strip() if child else ""
