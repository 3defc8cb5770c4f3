"""What `cite` prints of records: a bibliography, or a cite of each, with a locator or without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from reportcite.csl import Citation, Cite
from reportcite.errors import StyleError

if TYPE_CHECKING:
    from reportcite.csl import Processor
    from reportcite.values.locators.typed import Locator


def no_bibliography(style: str) -> StyleError:
    """What to raise where `style` has no bibliography, and one is asked for."""
    return StyleError(f"the style {style} has no bibliography", suggestion="add --as cite")


def bibliography(processor: Processor, style: str, jobs: int = 1, group_by: str = "") -> str:
    """The entries of all items registered in the order of the style, printed by `jobs` processes,
    in sections if it is grouped; StyleError where the style sets none."""
    from reportcite.batch.work.bibliography import entries

    if group_by:
        text = _in_sections(processor, jobs, group_by)
    else:
        text = processor.writer.bibliography(entries(processor, jobs), processor.layout)
    if not text.strip():
        raise no_bibliography(style)
    return text if text.endswith("\n") else text + "\n"


def _in_sections(processor: Processor, jobs: int, group_by: str) -> str:
    """Headings and entries; nothing where the style sets none."""
    from reportcite.batch.work.bibliography import section_entries
    from reportcite.documents.sections import sections

    writer, layout = processor.writer, processor.layout
    found = sections(processor.ordered(), group_by, processor.locale)
    printed = section_entries(processor, [section.ids for section in found], jobs)
    parts: list[str] = []
    for section, entries in zip(found, printed, strict=True):
        if entries:
            parts += [writer.heading(section.heading), writer.bibliography(entries, layout)]
    return writer.join(parts) if parts else ""


def cites(
    processor: Processor, ids: Sequence[str], locator: Locator | None, *, narrative: bool
) -> Iterable[str]:
    """A cite of each of the registered items `ids`, in their order: `narrative` or as a citation
    of its own, which in a style of notes is a note."""
    one_each = [_cite(id_, locator) for id_ in ids]
    if narrative:
        return map(processor.narrative, one_each)
    notes = processor.style.attributes.get("class") == "note"
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
