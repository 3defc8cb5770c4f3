"""Cites records: as a bibliography, entry by entry, or with the citations of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, overload

from reportcite.csl.document.bibliography import Entry
from reportcite.errors import Place, UsageError
from reportcite.library.writing import several, to_write
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.work.sound import OnError
    from reportcite.csl import Processor
    from reportcite.documents.citation_syntax import CitationText, Cited

_CITATIONS: Final = Place("citations")
_PRINT_CITES: Final = "cite(…, citations=[…]) prints citations"


class Cite(NamedTuple):
    """One work in a citation, with what is said of this mention.

    `id` is the record's id, its citation key, or the key that it is exported under. `locator` is
    the place cited as one writes it ("p. 12", "S. 12", "ch. 3", "§ 4"; a number alone is a page).
    `prefix` and `suffix` stand before and behind the cite, with a space between.

    >>> import reportcite
    >>> cite = reportcite.Cite("beck1986", "pp. 12-14", prefix="see", suffix="passim")
    >>> lit = reportcite.load("lit.bib")
    >>> reportcite.cite(lit, citations=[reportcite.Citation((cite,))]).citations
    ('(see Beck, 1986, pp. 12–14 passim)',)
    """

    id: str
    locator: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False


class Citation(NamedTuple):
    """One or more works cited at one place of a document.

    With `narrative` the author of the first work is part of the sentence. `note` is the number of
    the note that it is in, 0 for the text; by itself, None, each is the next note in a style of
    notes, and in the text in any other.

    >>> import reportcite
    >>> from reportcite import Citation, Cite
    >>> both = Citation((Cite("beck1986", "p. 12", prefix="see"), Cite("portes1998")))
    >>> said = Citation((Cite("portes1998", "p. 4"),), narrative=True)
    >>> reportcite.cite(reportcite.load("lit.bib"), citations=[both, said]).citations
    ('(see Beck, 1986, p. 12; Portes, 1998)', 'Portes (1998, p. 4)')
    """

    cites: tuple[Cite, ...]
    narrative: bool = False
    note: int | None = None


class Document(NamedTuple):
    """What is printed for a document: its citations in order, and the bibliography of what they
    cite, once as a text and once as entries. Both are empty in a style without a bibliography.

    >>> import reportcite
    >>> records = reportcite.load("lit.bib")
    >>> document = reportcite.cite(records, "ieee", citations=["[@portes1998]", "[@beck1986]"])
    >>> document.citations, [entry.id for entry in document.entries]
    (('[1]', '[2]'), ['portes1998', 'beck1986'])
    """

    citations: tuple[str, ...]
    bibliography: str
    entries: tuple[Entry, ...]


@overload
def cite(
    records: Record | Iterable[Record],
    style: str | Path | bytes = "apa",
    locale: str | None = None,
    output: str = "text",
    *,
    citations: None = None,
    group_by: str = "",
    links: bool = True,
    entry_language: bool = False,
    annotated: bool = False,
    on_error: OnError | None = None,
    problems: list[Problem] | None = None,
) -> str: ...


@overload
def cite(
    records: Record | Iterable[Record],
    style: str | Path | bytes = "apa",
    locale: str | None = None,
    output: str = "text",
    *,
    citations: Iterable[str | Citation],
    group_by: str = "",
    links: bool = True,
    entry_language: bool = False,
    annotated: bool = False,
    on_error: OnError | None = None,
    problems: list[Problem] | None = None,
) -> Document: ...


def cite(  # noqa: PLR0913 - what the options of the command are
    records: Record | Iterable[Record],
    style: str | Path | bytes = "apa",
    locale: str | None = None,
    output: str = "text",
    *,
    citations: Iterable[str | Citation] | None = None,
    group_by: str = "",
    links: bool = True,
    entry_language: bool = False,
    annotated: bool = False,
    on_error: OnError | None = None,
    problems: list[Problem] | None = None,
) -> str | Document:
    """The records, or the one record, as a bibliography in the style's order; with `citations`,
    those of a document and the bibliography of what they cite.

    It is what `reportcite cite` prints. `style` is a name, the path of a .csl file or its bytes;
    `locale` is a language tag such as `de-DE`; `output` is text, html, markdown, rtf, latex, typst,
    org or rst. `group_by` (type, language, keyword, year, script) parts the bibliography into
    sections; DOIs and the like are links unless `links` is false; with `entry_language` each entry
    has the terms of its own language; with `annotated` notes or abstracts stand below entries.

    `citations` are the citations of the document in its order, written as in pandoc or as
    `Citation`, so that positions (ibid.), numbers and year-suffixes are right. A work that no
    record describes raises InputError; with a list of `problems` it is named there and leaves
    `[???]`. On records with errors, `on_error` and `problems` see `export`.

    Raises StyleError for a style that is unknown, cannot be used or has no bibliography; UsageError
    for an unknown output, a wrong word, or a text that is no citation.

    >>> import reportcite
    >>> records = reportcite.load("lit.bib")
    >>> print(reportcite.cite(records[0], style="mla", locale="de-DE"), end="")
    Beck, Ulrich. Risikogesellschaft: Auf dem Weg in eine andere Moderne. Suhrkamp, 1986.
    >>> paper = ["[see @beck1986, p. 12; -@portes1998]", "@portes1998 [p. 4]"]
    >>> reportcite.cite(records, citations=paper).citations
    ('(see Beck, 1986, p. 12; 1998)', 'Portes (1998, p. 4)')
    """
    from reportcite.library import printing

    processor = _processor(style, locale, output, links, entry_language, annotated)
    if group_by:
        from reportcite.documents.sections import GROUPINGS
        from reportcite.suggest import choose

        choose("group_by", group_by, GROUPINGS)
    if citations is None:
        if not _registered(processor, several(records), on_error, problems):
            return ""
        text = printing.bibliography(processor, group_by=group_by)
        if not text:
            raise processor.style.prints_none(_PRINT_CITES)
        _add(processor.problems, problems)
        return text
    _add(processor.style.problems, problems)
    given = [*citations]
    texts = [_text(one, processor) for one in given]
    found = to_write(_cited(texts, several(records)), on_error, problems)
    printed = printing.citations(processor, texts, found, _notes(given, processor))
    text = printing.bibliography(processor, group_by=group_by) if len(processor) else ""
    _add(processor.problems, problems)
    return Document(tuple(printed), text, tuple(processor.bibliography()))


def entries(  # noqa: PLR0913 - what the options of the command are
    records: Record | Iterable[Record],
    style: str | Path | bytes = "apa",
    locale: str | None = None,
    output: str = "text",
    *,
    links: bool = True,
    entry_language: bool = False,
    annotated: bool = False,
    on_error: OnError | None = None,
    problems: list[Problem] | None = None,
) -> list[Entry]:
    """The entries of the bibliography in the style's order, each with the id of its record, for
    who lays them out on their own.

    They are without what the output language puts round an entry. Of records that share an id, the
    later get a number behind it. All else is as for `cite`.

    >>> import reportcite
    >>> found = reportcite.entries(reportcite.load("lit.bib"), style="mla", output="html")
    >>> [entry.id for entry in found]
    ['beck1986', 'portes1998', 'ratzmann2024']
    >>> print(found[2].text)
    Ratzmann, Nora, et al. <i>Chancen statt „Krise“</i>. DeZIM Institut, 2024.
    """
    processor = _processor(style, locale, output, links, entry_language, annotated)
    if not _registered(processor, several(records), on_error, problems):
        return []
    found = processor.bibliography()
    if not found:
        raise processor.style.prints_none(_PRINT_CITES)
    _add(processor.problems, problems)
    return found


def _processor(  # noqa: PLR0913, PLR0917 - what the options of the command are
    style: str | Path | bytes,
    locale: str | None,
    output: str,
    links: bool,
    entry_language: bool,
    annotated: bool,
) -> Processor:
    from reportcite.csl import Processor

    return Processor(
        style,
        locale=locale,
        output=output,
        links=links,
        entry_language=entry_language,
        annotated=annotated,
    )


def _registered(
    processor: Processor,
    records: Sequence[Record],
    on_error: OnError | None,
    problems: list[Problem] | None,
) -> bool:
    """Registers the records that are to be cited; whether there are any."""
    from reportcite.record.items import items

    _add(processor.style.problems, problems)
    processor.register(items(to_write(records, on_error, problems)))
    return len(processor) > 0


def _add(found: Iterable[Problem], problems: list[Problem] | None) -> None:
    """Adds what is doubtful about the style, or about the order of entries."""
    if problems is not None:
        problems += found


def _text(citation: str | Citation, processor: Processor) -> CitationText:
    """The citation as it is written, of which the engine's is made."""
    from reportcite.documents.citation_syntax import CitationText
    from reportcite.library.printing import citation_in

    if isinstance(citation, str):
        return citation_in(citation, processor.locator_labels.get)
    if not citation.cites:
        raise UsageError("a citation cites nothing", suggestion="give it one Cite or more")
    cited = tuple(_cited_work(one, processor) for one in citation.cites)
    return CitationText(cited, citation.narrative)


def _cited_work(cite: Cite, processor: Processor) -> Cited:
    from reportcite.documents.citation_syntax import Cited
    from reportcite.values.locators.typed import parse_locator

    label, locator = "page", ""
    if cite.locator.strip():
        label, locator = parse_locator(cite.locator, processor.locator_labels)
    prefix, suffix = cite.prefix, cite.suffix
    if prefix and not prefix[-1].isspace():
        prefix += " "
    if suffix and not suffix[0].isspace() and suffix[0] not in ",;.:":
        suffix = f" {suffix}"
    return Cited(cite.id, prefix, label, locator, suffix, cite.suppress_author)


def _cited(texts: Sequence[CitationText], records: list[Record]) -> Iterator[Record | Problem]:
    """The records that are cited, and a problem for each key that is nobody's."""
    from reportcite.batch.chunks import Chunk, results
    from reportcite.batch.selecting import Selection, selected
    from reportcite.documents.citing import cited_keys_of

    wanted = Selection(cited=dict.fromkeys(cited_keys_of(texts), _CITATIONS))
    for chunk in selected([Chunk([[*records]], 0)], wanted):
        yield from results(chunk)


def _notes(citations: Sequence[str | Citation], processor: Processor) -> Iterator[int]:
    """The number of the note of each citation, 0 for the text."""
    from reportcite.library.printing import has_notes

    notes = has_notes(processor)
    last = 0
    for one in citations:
        number = None if isinstance(one, str) else one.note
        if number is None:
            number = last + 1 if notes else 0
        last = number or last
        yield number
