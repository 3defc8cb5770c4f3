"""The suite's framing: a fixture as calls of the public API, their results as the suite's text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportcite.csl import Citation, Cite, Processor
from tests.conformance.fixture import Fixture


def render(fixture: Fixture) -> str:
    """What the engine prints for `fixture`, laid out as its RESULT is (the suite's manual)."""
    kind, _, language = fixture.mode.partition("-")
    if kind not in ("citation", "bibliography") or language not in ("", "rtf"):
        raise ValueError(f"unknown mode {fixture.mode!r}")
    processor = Processor(
        fixture.style.encode(),
        output=language or "html",
        abbreviations=fixture.abbreviations,
        links=False,
        bare_dois=False,  # textcase_RepeatedTitleBug has the resolver before the DOI twice
    )
    if fixture.edits is not None:
        citations, cited = _edit(processor, fixture)
    else:
        citations, cited = _cite(processor, fixture)
    if kind == "citation":
        return citations
    return _bibliography(processor, cited, fixture.selection)


def _cite(processor: Processor, fixture: Fixture) -> tuple[str, list[dict[str, Any]]]:
    """Every cluster on its own line, each rendered for itself; and the items registered."""
    items = _registered(fixture)
    processor.register(items)
    clusters = fixture.clusters
    if clusters is None:
        # In the order in which the bibliography sorts them; without one, in that of the input.
        sorted_ids = [entry.id for entry in processor.bibliography(items)]
        ids = dict.fromkeys([*sorted_ids, *map(_id, items)])
        clusters = [[{"id": name} for name in ids]]
    lines = [processor.citation([_read_cite(cite) for cite in cluster]) for cluster in clusters]
    return "\n".join(lines), items


def _registered(fixture: Fixture) -> list[dict[str, Any]]:
    """The items of the last registration, or all; of two with one id the first place counts."""
    by_id = {_id(item): item for item in fixture.items}
    if fixture.registrations is None:
        return list(by_id.values())
    return [by_id[str(name)] for name in fixture.registrations[-1]]


def _edit(processor: Processor, fixture: Fixture) -> tuple[str, list[dict[str, Any]]]:
    """The document's citations after the last edit, `>>` before those it changed; cited items."""
    processor.register(fixture.items)
    session = processor.session()
    citations: dict[str, Citation] = {}
    texts: dict[str, str] = {}
    changed: set[str] = set()
    for data, before, after in fixture.edits or ():
        citation = _read_citation(data)
        changes = session.update(citation, _places(before), _places(after))
        citations[citation.id] = citation
        order = [*_ids(before), citation.id, *_ids(after)]
        changed = {change.id for change in changes}
        texts |= {change.id: change.text for change in changes}
        citations = {name: citations[name] for name in order}
    lines = [
        f"{'>>' if name in changed else '..'}[{index}] {texts[name]}".rstrip()
        for index, name in enumerate(citations)
    ]
    return "\n".join(lines), _cited(fixture.items, citations.values())


def _cited(items: Iterable[dict[str, Any]], citations: Iterable[Citation]) -> list[dict[str, Any]]:
    """The items that the document still cites, in the order in which it first does."""
    by_id = {_id(item): item for item in items}
    ids = dict.fromkeys(cite.id for citation in citations for cite in citation.cites)
    return [by_id[name] for name in ids]


def _id(item: Mapping[str, Any]) -> str:
    return str(item.get("id", ""))


def _ids(places: Iterable[Sequence[Any]]) -> list[str]:
    return [str(name) for name, _ in places]


def _places(places: Sequence[Sequence[Any]]) -> list[tuple[str, int]]:
    return [(str(name), int(note)) for name, note in places]


def _read_citation(data: Mapping[str, Any]) -> Citation:
    properties = data.get("properties", {})
    return Citation(
        id=str(data["citationID"]),
        cites=tuple(_read_cite(cite) for cite in data["citationItems"]),
        note_number=int(properties.get("noteIndex", 0)),
        mode=properties.get("mode", ""),
    )


def _read_cite(data: Mapping[str, Any]) -> Cite:
    return Cite(
        id=str(data["id"]),
        locator=str(data.get("locator", "")),
        label=data.get("label", "page"),
        prefix=data.get("prefix", ""),
        suffix=data.get("suffix", ""),
        suppress_author=bool(data.get("suppress-author")),
        author_only=bool(data.get("author-only")),
        position=data.get("position"),
        near_note=bool(data.get("near-note")),
    )


def _bibliography(
    processor: Processor, items: list[dict[str, Any]], selection: Mapping[str, Any]
) -> str:
    """The entries, each in the wrapper that the suite's manual sets round it."""
    entries = processor.bibliography(items, **selection)
    lines = [f'  <div class="csl-entry">{entry.text}</div>' for entry in entries]
    return "\n".join(['<div class="csl-bib-body">', *lines, "</div>"])
