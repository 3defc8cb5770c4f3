"""From citations as they are written to those the engine prints, in the order of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportcite.csl import Citation, Cite
from reportcite.documents.citation_syntax import CitationText, Cited

UNKNOWN = "[???]"
"""What stands for a work that no record describes: a citation must not vanish from a document."""


def cited_keys_of(citations: Iterable[CitationText]) -> Iterator[str]:
    """The keys of all citations, each as often as it is cited, in order."""
    return (cited.key for citation in citations for cited in citation.cited)


def engine_citations(
    citations: Iterable[CitationText],
    id_of: Mapping[str, str],
    notes: Iterable[int],
    *,
    mark: Callable[[str], str] = lambda key: UNKNOWN,
) -> list[Citation]:
    """The citations for the engine; `id_of` gives the item's id for each key that is known.

    `notes` has the number of the note that each citation is in, 0 for the text. A work that is not
    known leaves the `mark` of its key. Works keep their order where one of several
    has an affix, which may speak of the one before it ("see …; but …"), as in pandoc.
    """
    return [
        Citation(
            str(number),
            _cites(citation.cited, id_of, mark),
            note_number=note,
            mode=_mode(citation, id_of),
            sorted=not (citation.narrative or any(map(_has_affix, citation.cited))),
        )
        for number, (citation, note) in enumerate(zip(citations, notes, strict=False), 1)
    ]


def _mode(citation: CitationText, id_of: Mapping[str, str]) -> str:
    # The author of a work that nobody knows cannot stand in the sentence.
    return "composite" if citation.narrative and citation.cited[0].key in id_of else ""


def _has_affix(cited: Cited) -> bool:
    return bool(cited.prefix or cited.suffix)


def _cites(
    works: Iterable[Cited], id_of: Mapping[str, str], mark: Callable[[str], str]
) -> tuple[Cite, ...]:
    """The works that are known; where one is missing, its mark stands in an affix of the next."""
    cites: list[Cite] = []
    before = ""
    for work in works:
        if work.key not in id_of:
            if cites:
                cites[-1] = cites[-1]._replace(suffix=f"{cites[-1].suffix}; {mark(work.key)}")
            else:
                before += f"{mark(work.key)}; "
            continue
        cites.append(
            Cite(
                id_of[work.key],
                locator=work.locator,
                label=work.label,
                prefix=before + work.prefix,
                suffix=work.suffix,
                suppress_author=work.suppress_author,
            )
        )
        before = ""
    return tuple(cites)
