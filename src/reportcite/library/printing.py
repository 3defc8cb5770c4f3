"""What `cite` prints, as a function and as a command: a bibliography, citations as they stand in a
document, or a cite of each record, with a locator or without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count, repeat
from typing import TYPE_CHECKING, Any

from reportcite.csl import Citation, Cite
from reportcite.errors import UsageError

if TYPE_CHECKING:
    from reportcite.csl import Processor
    from reportcite.documents.citation_syntax import CitationText
    from reportcite.documents.locators import LabelOf
    from reportcite.record.model import Record
    from reportcite.values.locators.typed import Locator


def bibliography(processor: Processor, jobs: int = 1, group_by: str = "") -> str:
    """The entries of all items registered in the order of the style, printed by `jobs` processes,
    in sections if it is grouped; "" where the style sets none."""
    from reportcite.batch.work.bibliography import entries

    if group_by:
        text = _in_sections(processor, jobs, group_by)
    else:
        text = processor.writer.bibliography(entries(processor, jobs), processor.spacing)
    return whole_lines(text)


def whole_lines(text: str) -> str:
    """`text` with the end of its last line; "" for white space alone."""
    if not text.strip():
        return ""
    return text if text.endswith("\n") else text + "\n"


def _in_sections(processor: Processor, jobs: int, group_by: str) -> str:
    """Headings and entries; nothing where the style sets none."""
    from reportcite.batch.work.bibliography import section_entries
    from reportcite.documents.sections import sections

    writer, spacing = processor.writer, processor.spacing
    found = sections(processor.ordered(), group_by, processor.locale)
    printed = section_entries(processor, [section.ids for section in found], jobs)
    parts: list[str] = []
    for section, entries in zip(found, printed, strict=True):
        if entries:
            parts += [writer.heading(section.heading), writer.bibliography(entries, spacing)]
    return writer.join(parts) if parts else ""


def citation_in(text: str, label_of: LabelOf) -> CitationText:
    """The citation that `text` is, as pandoc writes them; UsageError where it is none."""
    from reportcite.documents.citation_syntax import parse_citation

    citation = parse_citation(text, label_of)
    if citation is None:
        raise UsageError(
            f"'{text}' is no citation",
            suggestion="write it like '[see @key, p. 3; -@other]' or '@key [p. 3]'",
        )
    return citation


def citations(
    processor: Processor,
    texts: Sequence[CitationText],
    records: Iterable[Record],
    notes: Iterable[int] | None = None,
) -> list[str]:
    """The citations of a document in its order; what they cite of `records` is registered then.

    Where the style does not sort, works are numbered as they are cited. `notes` has the number of
    the note of each citation, 0 for the text; without it each is a note of its own in a style of
    notes. A work that no record describes leaves a mark.
    """
    from reportcite.batch.selecting import names_of
    from reportcite.documents.citing import UNKNOWN, cited_keys_of, engine_citations
    from reportcite.record.items import items

    known = [*records]
    item_of: dict[str, dict[str, Any]] = {}
    for record, item in zip(known, items(known), strict=True):
        for name in names_of(record):
            item_of.setdefault(name, item)
    cited = {key: item_of[key] for key in cited_keys_of(texts) if key in item_of}
    processor.register(cited.values())
    if notes is None:
        notes = count(1) if has_notes(processor) else repeat(0)
    clusters = engine_citations(texts, {key: str(item["id"]) for key, item in cited.items()}, notes)
    unknown = processor.writer.escape(UNKNOWN)
    printed = processor.cite_all(clusters)
    return [text if one.cites else unknown for one, text in zip(clusters, printed, strict=True)]


def has_notes(processor: Processor) -> bool:
    """Whether the citations of the style are notes."""
    return processor.style.attributes.get("class") == "note"


def cites(
    processor: Processor, ids: Sequence[str], locator: Locator | None, *, narrative: bool
) -> Iterable[str]:
    """A cite of each of the registered items `ids`, in their order: `narrative` or as a citation
    of its own, which in a style of notes is a note."""
    one_each = [_cite(id_, locator) for id_ in ids]
    if narrative:
        return map(processor.narrative, one_each)
    notes = has_notes(processor)
    return processor.cite_all(
        Citation(str(number), (one,), note_number=number if notes else 0)
        for number, one in enumerate(one_each, 1)
    )


def prints_locator(processor: Processor, id_: str, locator: Locator, *, narrative: bool) -> bool:
    """Whether a cite of the registered item `id_` shows the locator: a number in brackets, as many
    styles print it, has none."""
    printed: Callable[[Cite], str] = (
        processor.narrative if narrative else lambda cite: processor.citation([cite])
    )
    return printed(_cite(id_, None)) != printed(_cite(id_, locator))


def _cite(id_: str, locator: Locator | None) -> Cite:
    if locator is None:
        return Cite(id_)
    return Cite(id_, locator=locator.value, label=locator.label)
