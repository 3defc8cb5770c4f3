"""Does for a document of pandoc what `--citeproc` does: citations, notes, bibliographies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from orjson import loads

from reportcite.csl import Cite, Processor
from reportcite.csl.context import FIRST, SUBSEQUENT
from reportcite.csl.document.bibliography import Entry
from reportcite.documents.citation_syntax import CitationText
from reportcite.documents.citing import cited_keys_of, engine_citations
from reportcite.documents.keys import EVERYTHING
from reportcite.documents.pandoc.ast import Blocks, Inlines, element, words
from reportcite.documents.pandoc.citations import (
    Found,
    Placing,
    Printed,
    citations_in,
    put_in_place,
)
from reportcite.documents.pandoc.inlines import WRITER
from reportcite.documents.pandoc.lists import Group, Listed, Lists
from reportcite.documents.pandoc.settings import Settings
from reportcite.documents.sections import sections
from reportcite.tuples import NamedTuple
from reportcite.values.locators.label import kind_of

_ANNOTATIONS = (["csl-block"], ["csl-indent"])


class Library(NamedTuple):
    """The works that can be cited: the item of each key, the list that it belongs to, and, by the
    id of the item, the key that entries are known by."""

    items: Mapping[str, Mapping[str, Any]]
    list_of: Mapping[str, str]
    key_of: Mapping[str, str]


class Filtered(NamedTuple):
    """The document with all citations printed, the keys that no work has, and whether locators are
    left out because the style has no place for them."""

    document: dict[str, Any]
    unknown: tuple[str, ...]
    without_locators: bool


def filtered(document: Mapping[str, Any], settings: Settings, library: Library) -> Filtered:
    """`document` as JSON of pandoc, with its citations and bibliographies.

    Raises StyleError for a style that cannot be used.
    """
    processor = Processor(
        settings.style,
        locale=settings.locale or None,
        output=WRITER,
        cite_href=(lambda id_: f"#ref-{library.key_of[id_]}") if settings.linked else None,
        entry_language=settings.entry_language,
        annotated=settings.annotated,
    )
    notes = _is_note_style(processor)
    parts = {"meta": document["meta"], "blocks": document["blocks"]}
    labels = processor.locator_labels

    def label_of(word: str) -> str:
        label = labels.get(word, "")
        # The style chooses its form, as with --citeproc; but § 3 of a law is no „Abschn. 3“.
        return label if word.strip("§") == "" else kind_of(label)

    shown = _without_nocite(parts)
    keys = dict.fromkeys(key for key in keys_in(shown) if key in library.items)
    registered = _register(processor, [*keys, *settings.uncited], library)
    found = citations_in(shown, label_of, library.items, notes=notes)
    printed = _printed(processor, found, registered)
    moved = settings.notes_after_punctuation
    placing = Placing(
        notes if moved is None else moved,
        processor.locale.options.get("punctuation-in-quote") == "true",
    )
    body = put_in_place(parts, printed, placing)
    blocks = body["blocks"]
    if not settings.suppressed and registered:
        blocks = _with_lists(blocks, processor, settings, library, registered)
    cited = dict.fromkeys([*cited_keys_of(one.text for one in found), *settings.uncited])
    unknown = tuple(key for key in cited if _is_unknown(key, library))
    located = any(one.locator for each in found for one in each.text.cited)
    return Filtered(
        {**document, "meta": body["meta"], "blocks": blocks},
        unknown,
        located and not _prints_locators(processor, registered.values()),
    )


def _is_unknown(key: str, library: Library) -> bool:
    return key != EVERYTHING and key not in library.items


def _without_nocite(parts: dict[str, Any]) -> dict[str, Any]:
    hidden = {"nocite", "references", "bibliography"}
    meta = {name: value for name, value in parts["meta"].items() if name not in hidden}
    return {"meta": meta, "blocks": parts["blocks"]}


def _register(processor: Processor, keys: Sequence[str], library: Library) -> dict[str, str]:
    """Registers what is cited, in that order; gives the ids of the items by key."""
    wanted = [*keys, *library.items] if EVERYTHING in keys else keys
    items = {key: library.items[key] for key in wanted if key in library.items}
    processor.register(items.values())
    return {key: str(item["id"]) for key, item in items.items()}


def _printed(
    processor: Processor, found: Sequence[Found], ids: Mapping[str, str]
) -> dict[int, Printed]:
    """What takes the place of each citation, by the `id()` of its element."""
    texts = [_capitalized(one.text) if one.makes_note else one.text for one in found]
    clusters = engine_citations(texts, ids, [one.note for one in found], mark=_mark)
    # Names and the rest are elements of their own, between which a note may begin.
    parted = [
        one._replace(mode="suppress-author") if one.mode == "composite" else one for one in clusters
    ]
    mentioned: set[str] = set()
    printed: dict[int, Printed] = {}
    for one, cluster, text in zip(found, clusters, processor.cite_all(parted), strict=True):
        names: Inlines = []
        if cluster.mode == "composite":
            first = cluster.cites[0]
            position = SUBSEQUENT if first.id in mentioned else FIRST
            names = loads(processor.names(first._replace(position=position)))
        mentioned.update(cite.id for cite in cluster.cites)
        own_note = bool(one.note) and not one.makes_note
        printed[id(one.element)] = Printed(
            names,
            loads(text) if cluster.cites else _unknown(one),
            is_note=one.makes_note,
            delimiter=", " if own_note and _is_note_style(processor) else " ",
            inserted=own_note and _is_note_style(processor) and not one.begins_note,
        )
    return printed


def _is_note_style(processor: Processor) -> bool:
    return processor.style.attributes.get("class") == "note"


def _prints_locators(processor: Processor, ids: Iterable[str]) -> bool:
    """Whether the style has a place for locators, as the citation of one work shows."""
    return all("987654" in processor.citation([Cite(one, "987654")]) for one in [*ids][:1])


def _capitalized(text: CitationText) -> CitationText:
    """The citation as it begins a note."""
    first, *others = text.cited
    prefix = first.prefix[:1].upper() + first.prefix[1:]
    return text._replace(cited=(first._replace(prefix=prefix), *others))


def _mark(key: str) -> str:
    return f"<b>{key}?</b>"


def _unknown(found: Found) -> Inlines:
    """A citation of nothing but unknown works."""
    keys = "; ".join(cited.key for cited in found.text.cited)
    mark = element("Strong", [element("Str", f"{keys}?")])
    return [mark] if found.text.narrative else [element("Str", "("), mark, element("Str", ")")]


def _with_lists(
    blocks: Blocks,
    processor: Processor,
    settings: Settings,
    library: Library,
    registered: Mapping[str, str],
) -> Blocks:
    def listed(entries: Iterable[Entry]) -> list[Listed]:
        named = ((library.key_of[entry.id], loads(entry.text)) for entry in entries)
        return [
            Listed(key, library.items[key], _paragraphs(inlines, settings.annotated))
            for key, inlines in named
        ]

    def grouped(chosen: Sequence[Listed]) -> list[Group]:
        if not settings.group_by:
            return [Group([], chosen)]
        ids = {str(one.item["id"]) for one in chosen}
        items = [item for item in processor.ordered() if item.id in ids]
        found = sections(items, settings.group_by, processor.locale)
        return [Group(words(one.heading), listed(processor.section(one.ids))) for one in found]

    lists = Lists(
        listed(processor.bibliography()),
        processor.spacing,
        lambda key: library.list_of.get(key, ""),
        settings.heading,
        grouped,
    )
    if settings.section_level:

        def cited_in(section: Blocks) -> Iterable[str]:
            return (
                library.key_of[registered[key]] for key in keys_in(section) if key in registered
            )

        return lists.put_in_sections(blocks, settings.section_level, cited_in)
    return lists.put(blocks)


def _paragraphs(inlines: Inlines, annotated: bool) -> list[Inlines]:
    """An entry and each paragraph of its annotation, which are the blocks within it."""
    found: list[Inlines] = [[]]
    for one in inlines:
        if annotated and one["t"] == "Span" and one["c"][0][1] in _ANNOTATIONS:
            found.append(one["c"][1])
        else:
            found[-1].append(one)
    return [paragraph for paragraph in found if paragraph]


def keys_in(blocks: Any) -> Iterable[str]:
    """The keys that are cited in a part of a document, printed or not."""
    from reportcite.documents.pandoc.ast import walk

    for node in walk(blocks):
        if node["t"] == "Cite":
            yield from (one["citationId"] for one in node["c"][0])
