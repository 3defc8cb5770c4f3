"""What kind of work a DOI of DataCite stands for, as a CSL type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.record.spelling import type_name
from reportcite.vocabulary import ITEM_TYPES

# resourceTypeGeneral of DataCite Metadata Schema 4.6, appendix 1.
_GENERAL: Final = {
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "Collection": "collection",
    "ComputationalNotebook": "software",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "DataPaper": "article-journal",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Event": "event",
    "Film": "motion_picture",
    "Image": "graphic",
    "InteractiveResource": "webpage",
    "Journal": "periodical",
    "JournalArticle": "article-journal",
    "OutputManagementPlan": "report",
    "PeerReview": "review",
    "Poster": "speech",
    "Preprint": "article",
    "Presentation": "speech",
    "Report": "report",
    "Software": "software",
    "Sound": "song",
    "Standard": "standard",
}
# What depositors write for the kind of a text; letter case and spaces do not matter.
_FREE: Final = {
    **dict.fromkeys(("article", "journalarticle", "researcharticle", "scholarlyarticle",
                     "reviewarticle", "zeitschriftenartikel"), "article-journal"),
    **dict.fromkeys(("bookchapter", "chapter", "booksection", "bookpart", "buchkapitel",
                     "inbook"), "chapter"),
    **dict.fromkeys(("book", "monograph", "buch", "monographie"), "book"),
    **dict.fromkeys(("report", "technicalreport", "workingpaper", "researchreport",
                     "projectreport", "projectdeliverable", "policypaper", "policybrief",
                     "discussionpaper", "forschungsbericht", "bericht", "arbeitspapier",
                     "deliverable", "whitepaper"), "report"),
    **dict.fromkeys(("thesis", "dissertation", "doctoralthesis", "phdthesis", "masterthesis",
                     "mastersthesis", "bachelorthesis", "habilitation"), "thesis"),
    **dict.fromkeys(("conferencepaper", "conferencecontribution", "proceedingspaper",
                     "inproceedings"), "paper-conference"),
    **dict.fromkeys(("poster", "presentation", "conferenceposter", "lecture", "talk", "slides"),
                    "speech"),
    **dict.fromkeys(("preprint", "eprint"), "article"),
    **dict.fromkeys(("review", "bookreview"), "review"),
    **dict.fromkeys(("patent",), "patent"),
}  # fmt: skip


def csl_type(types: Mapping[str, Any]) -> str:
    """The CSL type in DataCite's `types`.

    >>> csl_type({"resourceTypeGeneral": "Text", "resourceType": "Working Paper"})
    'report'
    >>> csl_type({"resourceTypeGeneral": "Dataset", "citeproc": "dataset"})
    'dataset'
    """
    general = str(types.get("resourceTypeGeneral") or "").replace(" ", "")
    if general in _GENERAL:
        return _GENERAL[general]
    free = str(types.get("resourceType") or "")
    if known := _FREE.get("".join(filter(str.isalpha, free.lower()))) or type_name(free):
        return known
    citeproc = str(types.get("citeproc") or "")
    # DataCite itself calls everything an article that it knows nothing better for.
    return citeproc if citeproc in ITEM_TYPES and citeproc != "article" else "document"


_GENRES: Final = frozenset({"report", "thesis"})
_PLAIN: Final = frozenset(
    "dissertation document other publication report reports text thesis".split()
)


def genre_of(types: Mapping[str, Any], csl_type: str) -> str:
    """What kind of report or thesis it is, as whoever registered it says; "" for no more than that.

    >>> genre_of({"resourceType": "Working Paper"}, "report")
    'Working Paper'
    >>> genre_of({"resourceType": "Report"}, "report"), genre_of({"resourceType": "X"}, "book")
    ('', '')
    """
    free = str(types.get("resourceType") or "").strip()
    says_more = free.lower() not in _PLAIN
    return free if csl_type in _GENRES and says_more else ""
