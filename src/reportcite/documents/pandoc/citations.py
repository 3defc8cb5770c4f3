"""Finds the citations of a document, and puts the printed ones in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportcite.documents.citation_syntax import CitationText, Cited
from reportcite.documents.locators import LabelOf, behind_author, behind_key
from reportcite.documents.markdown import is_cross_reference
from reportcite.documents.pandoc.ast import (
    Blocks,
    Element,
    Inlines,
    element,
    is_element,
    markup_of,
    plain_text,
    words,
)
from reportcite.tuples import NamedTuple

_PUNCTUATION = ".,;:!?"


class Found(NamedTuple):
    """A citation of a document: its element, what it says, and the note that it is in.

    Notes are counted from 1, in the order of the document; 0 stands for a citation in the text.
    With `makes_note` the citation is in the text and becomes the note of that number; `begins_note`
    is that of a note of the author's own that begins with it.
    """

    element: Element
    text: CitationText
    note: int
    makes_note: bool
    begins_note: bool


class Printed(NamedTuple):
    """What takes the place of a citation: `names` stay in the text, `rest` may become a note.

    `delimiter` stands between the two, but not before a note. With `inserted` it is a sentence in
    the sentence of a note, so that it stands in brackets there.
    """

    names: Inlines
    rest: Inlines
    is_note: bool
    delimiter: str
    inserted: bool


def citations_in(
    document: Any, label_of: LabelOf, known: Mapping[str, object], *, notes: bool
) -> list[Found]:
    """The citations of `document` in its order; with `notes` those in the text become notes.

    What may be a cross-reference of Quarto is one where no record has that key.
    """
    found: list[Found] = []
    count = 0
    first: Element | None = None

    def visit(node: Any, note: int) -> None:
        nonlocal count, first
        if isinstance(node, list):
            for one in node:
                visit(one, note)
        elif is_element(node, "Note"):
            count += 1
            first = _first_in(node["c"])
            visit(node["c"], count)
        elif is_element(node, "Cite") and _is_citation(node, known):
            makes_note = notes and not note
            count += makes_note
            text = citation_of(node, label_of)
            number = count if makes_note else note
            found.append(Found(node, text, number, makes_note, node is first))
        elif isinstance(node, dict):
            for value in node.values():
                visit(value, note)

    visit(document, 0)
    return found


def _first_in(blocks: Blocks) -> Element | None:
    """The inline that a note begins with."""
    inlines = blocks[0]["c"] if blocks and blocks[0]["t"] in {"Para", "Plain"} else []
    return inlines[0] if inlines else None


def _is_citation(node: Element, known: Mapping[str, object]) -> bool:
    keys = [one["citationId"] for one in node["c"][0]]
    return any(key in known or not is_cross_reference(key) for key in keys)


def citation_of(node: Element, label_of: LabelOf) -> CitationText:
    """What a `Cite` says."""
    cited = []
    for one in node["c"][0]:
        mode = one["citationMode"]["t"]
        read = behind_author if mode == "AuthorInText" else behind_key
        behind = read(markup_of(one["citationSuffix"]), label_of)
        prefix = markup_of(one["citationPrefix"])
        cited.append(
            Cited(
                one["citationId"],
                f"{prefix} " if prefix else "",
                behind.label,
                behind.locator,
                behind.suffix,
                mode == "SuppressAuthor",
            )
        )
    return CitationText(tuple(cited), node["c"][0][0]["citationMode"]["t"] == "AuthorInText")


class Placing(NamedTuple):
    """Where notes stand: behind the mark that follows the word, and that within quotation marks."""

    after_punctuation: bool
    within_quotes: bool


def put_in_place(node: Any, printed: Mapping[int, Printed], placing: Placing) -> Any:
    """`node` with what is `printed` for its citations, which are known by their `id()`."""
    if isinstance(node, list):
        return _in_list(node, printed, placing)
    if isinstance(node, dict):
        return {key: put_in_place(value, printed, placing) for key, value in node.items()}
    return node


def _in_list(nodes: list[Any], printed: Mapping[int, Printed], placing: Placing) -> list[Any]:
    out: list[Any] = []
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        citation = printed.get(id(node)) if isinstance(node, dict) else None
        if citation is None:
            out.append(put_in_place(node, printed, placing))
            continue
        raised = citation.is_note or _is_raised(citation.rest)
        if not citation.names and (raised or not citation.rest) and _ends_in_space(out):
            out.pop()
        if not raised:
            citation = citation._replace(rest=_in_sentence(citation, waiting))
            _drop_second_stop(citation.rest or citation.names, waiting)
        mark = _take_mark(waiting) if raised and placing.after_punctuation else ""
        if mark and mark[0] in ".," and placing.within_quotes and _ends_in_quotes(out, citation):
            kind, quoted = out.pop()["c"]
            out.append(element("Quoted", kind, [*quoted, element("Str", mark)]))
            mark = ""
        out += _pieces(node, citation, mark, raised=raised)
    return out


def _ends_in_space(out: list[Any]) -> bool:
    return bool(out) and is_element(out[-1], "Space")


def _ends_in_quotes(out: list[Any], citation: Printed) -> bool:
    return not citation.names and bool(out) and is_element(out[-1], "Quoted")


def _pieces(node: Element, citation: Printed, mark: str, *, raised: bool) -> Iterator[Element]:
    names, rest = citation.names, citation.rest
    if citation.is_note:
        rest = [element("Note", [element("Para", rest)])] if rest else []
    if names and rest and not raised:
        names = [*names, *words(citation.delimiter)]
    if mark and names:
        yield element("Cite", node["c"][0], names)
    if mark:
        yield element("Str", mark)
    yield element("Cite", node["c"][0], rest if mark else [*names, *rest])


def _in_sentence(citation: Printed, waiting: list[Any]) -> Inlines:
    """The citation without the full stop that ends a note, where the sentence goes on."""
    rest = citation.rest
    if not citation.inserted or not rest or not (waiting or not citation.names):
        return rest
    last = rest[-1]
    if is_element(last, "Str") and last["c"].endswith("."):
        rest = [*rest[:-1], element("Str", last["c"][:-1])]
    if citation.names:
        return rest
    return [element("Str", "("), *rest, element("Str", ")")]


def _take_mark(waiting: list[Any]) -> str:
    """The marks that the text behind a citation begins with, taken from it."""
    if not waiting or not is_element(waiting[-1], "Str"):
        return ""
    word: str = waiting.pop()["c"]
    rest = word.lstrip(_PUNCTUATION)
    if rest:
        waiting.append(element("Str", rest))
    return word[: len(word) - len(rest)]


def _drop_second_stop(inlines: Inlines, waiting: list[Any]) -> None:
    """Take the full stop from the text behind a citation that ends in one itself."""
    if plain_text(inlines).endswith(".") and waiting and is_element(waiting[-1], "Str"):
        word: str = waiting[-1]["c"]
        if word.startswith("."):
            waiting[-1] = element("Str", word[1:])


def _is_raised(inlines: Inlines) -> bool:
    return bool(inlines) and is_element(inlines[0], "Superscript")
