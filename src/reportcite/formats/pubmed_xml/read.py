"""Reads PubMed XML: articles, books and chapters.

Source: the DTD of 1 January 2025 (dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd) and the
descriptions of its elements (nlm.nih.gov/bsd/licensee/elements_descriptions.html).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.format import Format
from reportcite.formats.reading.placed import PlacedFields
from reportcite.formats.reading.xml import (
    found_at,
    line_of,
    line_text,
    marked_text,
    name_of,
    read_elements,
    text_at,
)
from reportcite.limits import LIMITS, Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.keywords import join_keywords
from reportcite.values.language import language_tag
from reportcite.values.names.parts import contributor
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.pages import full_range, join_pages

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ARTICLE: Final = "MedlineCitation/Article"
_ISSUE: Final = f"{_ARTICLE}/Journal/JournalIssue"
_ARTICLE_TEXTS: Final = {
    "volume": f"{_ISSUE}/Volume",
    "issue": f"{_ISSUE}/Issue",
    "container-title-short": f"{_ARTICLE}/Journal/ISOAbbreviation",
    "ISSN": f"{_ARTICLE}/Journal/ISSN",
    "language": f"{_ARTICLE}/Language",
    "PMID": "MedlineCitation/PMID",
}
_BOOK: Final = "BookDocument/Book"
_BOOK_TEXTS: Final = {
    "publisher": f"{_BOOK}/Publisher/PublisherName",
    "publisher-place": f"{_BOOK}/Publisher/PublisherLocation",
    "volume": f"{_BOOK}/Volume",
    "volume-title": f"{_BOOK}/VolumeTitle",
    "edition": f"{_BOOK}/Edition",
    "ISBN": f"{_BOOK}/Isbn",
    "number": f"{_BOOK}/ReportNumber",
    "medium": f"{_BOOK}/Medium",
    "language": "BookDocument/Language",
    "PMID": "BookDocument/PMID",
}
_TYPES: Final = {
    "Preprint": "article",
    "Dataset": "dataset",
    "Newspaper Article": "article-newspaper",
    "Technical Report": "report",
}
"""Publication type → CSL type; all others are articles of a journal."""

_ROLES: Final = {"editors": "editor", "authors": "author"}
# What is read, and what is about the entry in PubMed; all else is said to be left out.
_KNOWN: Final = frozenset(
    """PMID DateCompleted DateCreated DateRevised Article MedlineJournalInfo CitationSubset
    MeshHeadingList NumberOfReferences OtherID KeywordList Journal ArticleTitle Pagination
    ELocationID Abstract AuthorList Language PublicationTypeList VernacularTitle ArticleDate
    History PublicationStatus ArticleIdList Book LocationLabel PublicationType ContributionDate
    PublisherName PublisherLocation Publisher BookTitle PubDate BeginningDate EndingDate Volume
    VolumeTitle Edition CollectionTitle Isbn Medium ReportNumber GeneralNote
    ReferenceList""".split()
)
# Of an article without pages the publisher's item identifier is its number, where it is short.
_ARTICLE_NUMBER: Final = pattern(r"[A-Za-z]{0,5}[0-9]{0,8}")
_NO_TITLE: Final = frozenset({"", "[Not Available]"})
_ORCID: Final = "ORCID"


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a PubMed XML file, one at a time."""
    stem = stem_of(name)
    tags = ("PubmedArticle", "PubmedBookArticle")
    for number, element in enumerate(read_elements(stream, name, tags, "PubMed", limits), 1):
        if isinstance(element, Problem):
            yield element
            continue
        is_book = element.tag == "PubmedBookArticle"
        found = _book(element) if is_book else _article(element)
        id_ = str(found.fields.get("PMID", "")) or numbered_id(stem, number)
        yield found.record(id_, Place(name, line_of(element)), _NOTATION)


def _article(element: Element) -> PlacedFields:
    kinds = [line_text(one) for one in found_at(element, f"{_ARTICLE}/PublicationTypeList/*")]
    types = [_TYPES[kind] for kind in kinds if kind in _TYPES]
    found = PlacedFields(types[0] if types else "article-journal")
    _put_title(found, element, _ARTICLE)
    journal = _first(element, f"{_ARTICLE}/Journal/Title")
    if found.type == "article":  # a preprint stands on a server, and not in a journal
        found.put("publisher", journal)
        for variable in ("volume", "issue", "PMID", "language"):
            found.put(variable, _first(element, _ARTICLE_TEXTS[variable]))
    else:
        found.put("container-title", journal)
        _put_texts(found, element, _ARTICLE_TEXTS)
        found.put("container-title-short", _first(element, "MedlineCitation/*/MedlineTA"))
    _put_date(found, _first(element, f"{_ISSUE}/PubDate"))
    _put_date(found, _first(element, f"{_ARTICLE}/ArticleDate"))
    _put_identifiers(found, element, "PubmedData", _ARTICLE)
    _put_pages(found, _first(element, f"{_ARTICLE}/Pagination"))
    item = _first(element, f"{_ARTICLE}/ELocationID EIdType=pii")
    if item is not None and found.type == "article":
        found.put("number", item)
    elif item is not None and _ARTICLE_NUMBER.fullmatch(line_text(item)):
        found.put("page", item)
    _put_names(found, found_at(element, f"{_ARTICLE}/AuthorList"))
    _put_abstract(found, _first(element, f"{_ARTICLE}/Abstract"))
    _put_keywords(found, element, "MedlineCitation")
    notes = found_at(element, "MedlineCitation/GeneralNote")
    found.put("note", next(iter(notes), None), "\n".join(map(line_text, notes)))
    _tell_others(found, element, "MedlineCitation/*", f"{_ARTICLE}/*", "PubmedData/*")
    return found


def _book(element: Element) -> PlacedFields:
    chapter = _first(element, "BookDocument/ArticleTitle")
    is_chapter = chapter is not None and bool(line_text(chapter))
    has_number = _first(element, f"{_BOOK}/ReportNumber") is not None
    found = PlacedFields("chapter" if is_chapter else "report" if has_number else "book")
    if is_chapter:
        _put_title(found, element, "BookDocument")
    book = _first(element, f"{_BOOK}/BookTitle")
    found.put("container-title" if is_chapter else "title", book, _without_stop(marked_text(book)))
    collection = _first(element, f"{_BOOK}/CollectionTitle")
    found.put("collection-title", collection, _without_stop(marked_text(collection)))
    _put_texts(found, element, _BOOK_TEXTS)
    _put_date(found, _first(element, "BookDocument/ContributionDate") if is_chapter else None)
    _put_date(found, _first(element, f"{_BOOK}/PubDate"))
    _put_identifiers(found, element, "BookDocument", _BOOK)
    _put_pages(found, _first(element, "BookDocument/Pagination"))
    _put_names(found, found_at(element, "BookDocument/AuthorList"))
    of_book = found_at(element, f"{_BOOK}/AuthorList")
    _put_names(found, of_book, "container-author" if is_chapter else "author")
    _put_abstract(found, _first(element, "BookDocument/Abstract"))
    _put_keywords(found, element, "BookDocument")
    _tell_others(found, element, "BookDocument/*", f"{_BOOK}/*", "PubmedBookData/*")
    return found


def _tell_others(found: PlacedFields, element: Element, *paths: str) -> None:
    """Say what stands at `paths` that is not read."""
    names = (name_of(one) for path in paths for one in found_at(element, path))
    found.leave_out(name for name in names if name and name not in _KNOWN)


def _first(element: Element, path: str) -> Element | None:
    return next(iter(found_at(element, path)), None)


def _put_texts(found: PlacedFields, element: Element, paths: dict[str, str]) -> None:
    for variable, path in paths.items():
        found.put(variable, _first(element, path))


def _put_title(found: PlacedFields, element: Element, inside: str) -> None:
    """The title, and that in the language of the article where it was translated.

    PubMed closes titles with a full stop, and puts its own translations in brackets.
    """
    title = _first(element, f"{inside}/ArticleTitle")
    original = _first(element, f"{inside}/VernacularTitle")
    bare, own = _without_stop(marked_text(title)), _without_stop(marked_text(original))
    if bare in _NO_TITLE:
        found.put("title", original, own)
    else:
        found.put("title", title, bare)
        found.put("original-title", original, own)


def _without_stop(title: str) -> str:
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _put_date(found: PlacedFields, element: Element | None) -> None:
    if element is None:
        return
    texts = [text_at(element, tag).strip() for tag in ("Year", "Month", "Day", "Season")]
    if texts[1].isdecimal():
        texts = ["-".join(filter(None, texts[:3]))]
    date = text_at(element, "MedlineDate").strip() or " ".join(filter(None, texts))
    if date:
        found.put("issued", element, date)


def _put_identifiers(found: PlacedFields, element: Element, inside: str, location: str) -> None:
    """DOI and PMCID; those of works that the article refers to stand elsewhere."""
    for one in found_at(element, f"{location}/ELocationID EIdType=doi"):
        if one.get("ValidYN") != "N":
            found.put("DOI", one)
    for kind, variable in (("doi", "DOI"), ("pmc", "PMCID"), ("pubmed", "PMID")):
        found.put(variable, _first(element, f"{inside}/ArticleIdList/ArticleId IdType={kind}"))


def _put_pages(found: PlacedFields, element: Element | None) -> None:
    if element is None:
        return
    first, last = text_at(element, "StartPage").strip(), text_at(element, "EndPage").strip()
    pages = text_at(element, "MedlinePgn").strip() or join_pages(first, last)
    if pages:
        found.put("page", element, full_range(pages))


def _put_names(found: PlacedFields, lists: Iterable[Element], otherwise: str = "author") -> None:
    """The names of lists, each of which says who they are; one may be incomplete."""
    for names in lists:
        role = _ROLES.get(names.get("Type", ""), otherwise)
        variable = otherwise if role == "author" else role
        for name in names:
            if name_of(name) == "Author" and (value := _name(name)):
                found.add_name(variable, name, value)
        if names.get("CompleteYN") == "N" and variable in found.fields:
            found.add_name(variable, names, {"others": True})


def _name(element: Element) -> dict[str, Untyped]:
    texts = {name_of(child): line_text(child) for child in element}
    orcid = next((line_text(one) for one in found_at(element, f"Identifier Source={_ORCID}")), "")
    places = [line_text(one) for one in found_at(element, "AffiliationInfo/Affiliation")]
    name: dict[str, Untyped] = {
        "family": texts.get("LastName", ""),
        "given": texts.get("ForeName") or texts.get("Initials", ""),
        "suffix": texts.get("Suffix", ""),
        "literal": texts.get("CollectiveName", ""),
        "ORCID": orcid,
        "affiliation": "; ".join(filter(None, places)) or texts.get("Affiliation", ""),
    }
    return name if any((name["family"], name["given"], name["literal"])) else {}


def _read_name(field: str, value: Untyped) -> NamesReading:
    if not isinstance(value, dict) or "others" in value:
        return NamesReading([], (), True)
    return NamesReading([contributor(**{part: str(text) for part, text in value.items()})])


def _put_abstract(found: PlacedFields, element: Element | None) -> None:
    if element is None:
        return
    pieces = []
    for part in found_at(element, "AbstractText"):
        label, text = part.get("Label", ""), marked_text(part)
        pieces.append(f"{label}: {text}" if label and text else text)
    if abstract := "\n".join(filter(None, pieces)):
        found.put("abstract", element, abstract)


def _put_keywords(found: PlacedFields, element: Element, inside: str) -> None:
    """Medical subject headings, and the keywords of the authors."""
    headings = found_at(element, f"{inside}/MeshHeadingList/MeshHeading/DescriptorName")
    words = [*headings, *found_at(element, f"{inside}/KeywordList/Keyword")]
    if words:
        found.put("keyword", words[0], join_keywords(dict.fromkeys(map(line_text, words))))


def _read_date(field: str, value: Untyped) -> Reading:
    return read_date(str(value))


_NOTATION: Final = Notation(_read_name, _read_date, {"language": language_tag})


FORMAT: Final = Format("pubmed-xml", "PubMed XML", read=read)
