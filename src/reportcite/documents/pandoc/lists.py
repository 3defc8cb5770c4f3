"""The bibliographies of a document: which works each lists, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reportcite.csl.write.writer import BibliographySpacing
from reportcite.documents.pandoc.ast import Blocks, Element, Inlines, element, is_element
from reportcite.tuples import NamedTuple
from reportcite.values.keywords import split_keywords

_ID = "refs"
_CONDITIONS = ("keyword", "type")


class Listed(NamedTuple):
    """An entry of a bibliography: the key and the item of a work, and the paragraphs that are
    printed of it."""

    key: str
    item: Mapping[str, Any]
    paragraphs: list[Inlines]


class Group(NamedTuple):
    """A section of a list; without a heading it is the list."""

    heading: Inlines
    entries: Sequence[Listed]


class Lists:
    """Puts bibliographies into a document; each work can be linked to where it is listed first."""

    def __init__(
        self,
        entries: Sequence[Listed],
        spacing: BibliographySpacing,
        list_of: Callable[[str], str],
        heading: Inlines,
        grouped: Callable[[Sequence[Listed]], Sequence[Group]],
    ) -> None:
        """`list_of` gives the name of the list that a key belongs to, "" for the one without;
        `grouped` parts a list into sections."""
        self._entries = entries
        self._spacing = spacing
        self._list_of = list_of
        self._heading = heading
        self._grouped = grouped
        self._listed: set[str] = set()
        self._placed = False

    def put(self, blocks: Blocks) -> Blocks:
        """`blocks` with each list in the Div that is there for it, or one at the end.

        A Div is called `refs` or `refs-NAME`, or has the class `references`; its attributes
        `keyword` and `type` say which works it lists.
        """
        out = self._in_divs(blocks)
        return out if self._placed else [*out, *self._headed(), self._div(_ID, self._entries)]

    def put_in_sections(
        self, blocks: Blocks, level: int, cited_in: Callable[[Blocks], Iterable[str]]
    ) -> Blocks:
        """`blocks` with a list of what each section of that heading level cites, at its end."""
        out: Blocks = []
        for number, section in enumerate(_sections(blocks, level)):
            keys = set(cited_in(section))
            entries = [one for one in self._entries if one.key in keys]
            out += section
            if entries:
                div = self._div(f"{_ID}-section-{number}", entries, level=level + 2)
                out += [*self._headed(level + 1), div]
        return out

    def _headed(self, level: int = 1) -> Blocks:
        if not self._heading:
            return []
        attributes = ["bibliography" if level == 1 else "", ["unnumbered"], []]
        return [element("Header", level, attributes, self._heading)]

    def _in_divs(self, blocks: Blocks) -> Blocks:
        out: Blocks = []
        for block in blocks:
            if is_element(block, "Div"):
                (id_, classes, attributes), inner = block["c"]
                if id_ == _ID or id_.startswith(f"{_ID}-") or "references" in classes:
                    self._placed = True
                    out.append(self._filled(id_ or _ID, dict(attributes), inner))
                    continue
                out.append(element("Div", block["c"][0], self._in_divs(inner)))
            else:
                out.append(block)
        return out

    def _filled(self, id_: str, attributes: Mapping[str, str], inner: Blocks) -> Element:
        name = id_.removeprefix(_ID).removeprefix("-")
        chosen = [one for one in self._entries if _fits(one.item, attributes)]
        if not any(attributes.get(each) for each in _CONDITIONS) and (name or not _all(id_)):
            chosen = [one for one in chosen if self._list_of(one.key) == name]
        return self._div(id_, chosen, inner)

    def _div(
        self,
        id_: str,
        entries: Sequence[Listed],
        before: Blocks = [],  # noqa: B006
        level: int = 2,
    ) -> Element:
        """The list; `level` is that of the headings of its sections."""
        spacing = self._spacing
        classes = ["references", "csl-bib-body"]
        classes += ["hanging-indent"] if spacing.hanging_indent else []
        between = str(spacing.entry_spacing)
        attributes = [["entry-spacing", between], ["line-spacing", str(spacing.line_spacing)]]
        content = [*before]
        for group in self._grouped(entries):
            if group.heading:
                content.append(element("Header", level, ["", ["unnumbered"], []], group.heading))
            content += map(self._entry, group.entries)
        return element("Div", [id_, classes, attributes], content)

    def _entry(self, listed: Listed) -> Element:
        id_ = "" if listed.key in self._listed else f"ref-{listed.key}"
        self._listed.add(listed.key)
        attributes = [id_, ["csl-entry"], []]
        return element("Div", attributes, [element("Para", one) for one in listed.paragraphs])


def _all(id_: str) -> bool:
    return id_ == _ID


def _fits(item: Mapping[str, Any], attributes: Mapping[str, str]) -> bool:
    keyword, type_ = attributes.get("keyword"), attributes.get("type")
    keywords = {one.casefold() for one in split_keywords(str(item.get("keyword", "")))}
    return (not keyword or keyword.casefold() in keywords) and (
        not type_ or item.get("type") == type_
    )


def _sections(blocks: Blocks, level: int) -> list[Blocks]:
    """`blocks` cut before each heading of that level or above."""
    sections: list[Blocks] = [[]]
    for block in blocks:
        if is_element(block, "Header") and block["c"][0] <= level:
            sections.append([])
        sections[-1].append(block)
    return sections
