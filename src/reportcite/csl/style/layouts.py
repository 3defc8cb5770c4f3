"""The layouts of an area: one for all items, and in CSL-M others for items in some languages."""

from __future__ import annotations

from reportcite.csl.style.xml import Element
from reportcite.tuples import NamedTuple


class Layouts(NamedTuple):
    """The layout for all items, and those for items in a language, by its tag."""

    default: Element
    by_language: tuple[tuple[str, Element], ...] = ()


def layouts_of(area: Element) -> Layouts:
    """The layouts of a cs:citation or cs:bibliography, which has one at least.

    The default is that without `locale`, which stands last, or else the last of all (CSL-M,
    "cs:layout, extension"); `locale` holds one tag or several.
    """
    layouts = [child for child in area.children if child.name == "layout"]
    default = next((one for one in reversed(layouts) if not _tags(one)), layouts[-1])
    others = [(tag, one) for one in layouts if one is not default for tag in _tags(one)]
    return Layouts(default, tuple(others))


def _tags(layout: Element) -> list[str]:
    return layout.attributes.get("locale", "").split()
