"""Small styles for tests, written where they are used: parts of a style as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportcite.csl import Cite, Processor

_OF_LAYOUT = {"prefix", "suffix", "delimiter"}


def style_xml(*parts: str, **options: str) -> bytes:
    """A style of `parts`: citation(…), bibliography(…), macro(…), locale(…).

    `options` are attributes of cs:style, with underscores for hyphens (`class_`). A style without
    a citation prints titles.
    """
    if not any(part.startswith("<citation") for part in parts):
        parts = (*parts, citation('<text variable="title"/>'))
    options = {"class": "in-text", "version": "1.0", **_attributes(options)}
    namespace = {"xmlns": "http://purl.org/net/xbiblio/csl"}
    return _element("style", namespace | options, "".join(parts)).encode()


def citation(layout: str, *, sort: str = "", **options: str) -> str:
    """cs:citation; affixes and the delimiter among `options` go to its layout."""
    return _area("citation", layout, sort, _attributes(options))


def bibliography(layout: str, *, sort: str = "", **options: str) -> str:
    """cs:bibliography; affixes and the delimiter among `options` go to its layout."""
    return _area("bibliography", layout, sort, _attributes(options))


def macro(name: str, content: str) -> str:
    """cs:macro."""
    return _element("macro", {"name": name}, content)


def locale(content: str, **options: str) -> str:
    """cs:locale, as a style brings it along."""
    return _element("locale", _attributes(options), content)


def printed(layout: str, *parts: str, language: str = "en-US", **variables: Any) -> str:
    """What `layout` prints for an item of these variables, underscores for hyphens."""
    processor = Processor(style_xml(citation(layout), *parts), locale=language)
    processor.register([{"id": "x", "type": "book", **_attributes(variables)}])
    return processor.citation([Cite("x")])


def entries(style: bytes, references: Iterable[Mapping[str, Any]]) -> list[str]:
    """The texts of the bibliography that `style` makes of `references`."""
    return [entry.text for entry in Processor(style).bibliography(references)]


def _area(name: str, layout: str, sort: str, options: Mapping[str, str]) -> str:
    of_layout = {key: value for key, value in options.items() if key in _OF_LAYOUT}
    own = {key: value for key, value in options.items() if key not in _OF_LAYOUT}
    keys = f"<sort>{sort}</sort>" if sort else ""
    return _element(name, own, keys + _element("layout", of_layout, layout))


def _element(name: str, attributes: Mapping[str, str], content: str) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


def _attributes(options: Mapping[str, Any]) -> dict[str, Any]:
    return {key.rstrip("_").replace("_", "-"): value for key, value in options.items()}
