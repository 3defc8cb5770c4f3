"""What each field of a record is, with an example: the words editors show beside it.

The meaning of variables follows the CSL 1.0.2 specification (Appendix IV).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from reportcite.tuples import NamedTuple


class Field(NamedTuple):
    """A sentence about a field, and a value it may have."""

    description: str
    example: Any


_NAME: Final = [{"family": "Ratzmann", "given": "Nora"}, "Zeković, Denis"]


def _people(who: str) -> Field:
    return Field(f"{who}, a list of names.", _NAME)


_PEOPLE: Final = {
    "author": Field("Who wrote it: a list of names, or none if nobody is named.", _NAME),
    "chair": _people("Who chaired the session of a conference"),
    "collection-editor": _people("The editors of the series"),
    "compiler": _people("Who compiled a selection of works"),
    "composer": _people("Who composed the music"),
    "container-author": _people("The authors of the book that a chapter is in"),
    "contributor": _people("Who contributed in another way than by writing"),
    "curator": _people("Who curated an exhibition"),
    "director": _people("Who directed a film"),
    "editor": _people("Who edited it"),
    "editor-translator": _people("Who edited and translated it, in one person"),
    "editorial-director": _people("Who is responsible for a series of broadcasts or the like"),
    "executive-producer": _people("The executive producers of a broadcast"),
    "guest": _people("The guests of a broadcast"),
    "host": _people("Who hosts a broadcast"),
    "illustrator": _people("Who drew the illustrations"),
    "interviewer": _people("Who asked the questions"),
    "narrator": _people("Who reads an audio book"),
    "organizer": _people("Who organized an event"),
    "original-author": _people("Who wrote the work that this one is made of"),
    "performer": _people("Who performs the work"),
    "producer": _people("Who produced a film or broadcast"),
    "recipient": _people("Whom a letter is written to"),
    "reviewed-author": _people("Who wrote what is reviewed"),
    "script-writer": _people("Who wrote the script"),
    "series-creator": _people("Who created a series of broadcasts"),
    "translator": _people("Who translated it"),
}

_DATES: Final = {
    "accessed": Field("The day on which the URL was looked at.", "2024-05-07"),
    "available-date": Field("When it could be read first, before it was published.", "2024-03"),
    "event-date": Field("When the event took place.", "2023-09-25/2023-09-27"),
    "issued": Field("When it was published; n.d. if it gives no date.", "2024-05"),
    "original-date": Field("When the original was published.", 1986),
    "submitted": Field("When it was handed in.", "2023-11"),
}

_NUMBERS: Final = {
    "chapter-number": Field("The number of the chapter.", 3),
    "citation-number": Field("The number in a bibliography, which styles give by themselves.", 1),
    "collection-number": Field("The number in the series.", 12),
    "edition": Field("The edition: a number, or words.", 2),
    "first-reference-note-number": Field("The note of the first citation; styles find it.", 1),
    "issue": Field("The issue of a journal.", 4),
    "locator": Field("The place in the work that a citation names; it stands there.", "12-34"),
    "number": Field("The number of a report, law or patent.", "2024-05"),
    "number-of-pages": Field("How many pages it has: the last number printed.", 47),
    "number-of-volumes": Field("How many volumes the whole work has.", 3),
    "page": Field("The pages it stands on.", "12-34"),
    "page-first": Field("The first page; it follows from the pages.", 12),
    "part-number": Field("The number of the part.", 2),
    "printing-number": Field("The number of the printing.", 5),
    "section": Field("The section of a newspaper or law.", "A"),
    "supplement-number": Field("The number of the supplement.", 1),
    "version": Field("The version of software or a data set.", "2.1.0"),
    "volume": Field("The volume of a journal, or of a work of several.", 17),
}

_TITLES: Final = {
    "collection-title": Field("The title of the series.", "DeZIM Project Report"),
    "container-title": Field("The journal, newspaper, book or site it is in.", "Soziale Welt"),
    "container-title-short": Field("The abbreviation of the journal.", "Soz Welt"),
    "original-title": Field("The title of the original.", "Risk Society"),
    "part-title": Field("The title of the part.", "Zweiter Teil"),
    "reviewed-title": Field("The title of what is reviewed.", "Risikogesellschaft"),
    "subtitle": Field("What follows the colon of the title.", "Resiliente Kommunen"),
    "title": Field("The title as on the title page; in quotes if it holds “: ”.", "Walden"),
    "title-short": Field("A short form of the title, for later citations.", "Walden"),
    "volume-title": Field("The title of the volume.", "Band 2: Die Praxis"),
}

_TEXTS: Final = {
    "abstract": Field("A summary.", "What makes a municipality resilient."),
    "annote": Field("A note of your own on the work.", "Compare chapter 3."),
    "archive": Field("The archive that keeps it.", "Bundesarchiv"),
    "archive_collection": Field("The collection within the archive.", "Nachlass Seghers"),
    "archive_location": Field("The shelf mark within the archive.", "R 58/3"),
    "archive-place": Field("The city of the archive.", "Koblenz"),
    "authority": Field("The court, parliament or body that issued it.", "BVerfG"),
    "call-number": Field("The call number in a library.", "QA76.9"),
    "citation-key": Field("The key it is cited by, if that is not the id.", "ratzmann2024chancen"),
    "citation-label": Field("The label that some styles cite by; they make it.", "Rat24"),
    "dimensions": Field("The size or the running time.", "90 min"),
    "division": Field("The part of the institution: faculty, department.", "Fakultät III"),
    "DOI": Field("The DOI, bare or as a link.", "10.1234/abc"),
    "event": Field("The conference; event-title is the newer name.", "Soziologiekongress"),
    "event-place": Field("The city of the event.", "Bielefeld"),
    "event-title": Field("The conference or exhibition.", "41. Kongress der DGS"),
    "genre": Field("What kind of work it is.", "Dissertation"),
    "ISBN": Field("The ISBN as printed, or none.", "978-3-948289-82-9"),
    "ISSN": Field("The ISSN of the journal or series.", "0378-5955"),
    "jurisdiction": Field("Where the law holds.", "de"),
    "keyword": Field("Keywords, a list or a text with commas.", ["Kommune", "Resilienz"]),
    "language": Field("The language it is in, as a tag.", "de-DE"),
    "license": Field("The licence it is published under.", "CC BY 4.0"),
    "medium": Field("What it is on.", "DVD"),
    "note": Field("Anything else that some styles print.", "Sonderdruck"),
    "original-publisher": Field("The publisher of the original.", "Suhrkamp"),
    "original-publisher-place": Field("The city of the original’s publisher.", "Frankfurt"),
    "PMCID": Field("The number in PubMed Central.", "PMC1234567"),
    "PMID": Field("The number in PubMed.", "23456789"),
    "publisher": Field("The institution that published it, or none.", "DeZIM Institut"),
    "publisher-place": Field("The city of the publisher: the first that is named.", "Berlin"),
    "references": Field("Laws and cases that belong to a law.", "BGBl. I S. 1"),
    "reviewed-genre": Field("What kind of work is reviewed.", "film"),
    "scale": Field("The scale of a map.", "1:25000"),
    "source": Field("The catalogue or database it was found in.", "K10plus"),
    "status": Field("How far it is.", "in press"),
    "URL": Field("The address of its page.", "https://www.dezim-institut.de/"),
    "year-suffix": Field("The letter behind the year; styles find it.", "a"),
}

FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {**_PEOPLE, **_DATES, **_NUMBERS, **_TITLES, **_TEXTS}
)
"""Field → what it is. All fields of a record are here."""

NAME_PARTS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        "family": Field("The family name.", "Beethoven"),
        "given": Field("The given names.", "Ludwig"),
        "dropping-particle": Field("A particle that falls away with the given name.", "de"),
        "non-dropping-particle": Field("A particle that stays with the family name.", "van"),
        "suffix": Field("What stands behind the name.", "Jr."),
        "comma-suffix": Field("Whether a comma stands before the suffix.", True),
        "static-ordering": Field("Whether the family name always stands first.", True),
        "literal": Field("The name of an organization, whole.", "Stadt Berlin"),
    }
)
"""Part of a name → what it is."""
