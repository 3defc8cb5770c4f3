"""What is read otherwise than Zotero reads it, each kind with its reason.

Zotero's import code is the reader that most people compare with. Where it does better it is
followed; these are the kinds where what is read here serves whoever cites the record better.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.formats.files import read_file
from tests.formats.marc.catalogue import record_from


class Kind(NamedTuple):
    """A file of a format, what is read in it here and by Zotero (None for nothing), and why."""

    format: str
    text: str
    here: dict[str, object]
    zotero: dict[str, object]
    why: str


NBIB = "PMID- 12\nTI  - Tides.\n"
WOS = "PT J\nAU Ng, B.\nTI Tides\nSO SEAS\n"
ARTICLE = "@article{k, title={Tides}, author={Ng, Bo}, journal={Seas}"
MODS = "<mods><titleInfo><title>Tides</title></titleInfo>{}</mods>"
ENDNOTE = (
    '<xml><records><record><ref-type name="{}">{}</ref-type><titles><title>Tides</title></titles>'
    "{}</record></records></xml>"
)
CROSSREF = (
    "<doi_records><doi_record><crossref><conference><event_metadata><conference_name>Tides"
    "</conference_name><conference_location>Kiel</conference_location></event_metadata>"
    "<proceedings_metadata><proceedings_title>Seas</proceedings_title></proceedings_metadata>"
    "<conference_paper><titles><title>Ebb</title></titles></conference_paper></conference>"
    "</crossref></doi_record></doi_records>"
)

PREPRINT = (
    "<doi_records><doi_record><crossref><posted_content><titles><title>Tides</title></titles>"
    "<doi_data><doi>10.1234/ab</doi><resource>https://example.org/ab</resource></doi_data>"
    "</posted_content></crossref></doi_record></doi_records>"
)
DATACITE = (
    '{{"doi": "10.1234/ab", "titles": [{{"title": "Ebb"}}], "creators": [], '
    '"types": {{"citeproc": "article-journal"}}, {}}}'
)
ENGLISH = "CSL wants codes of ISO 639-1, and engines know no others"

KINDS = [
    Kind(
        "nbib", f"{NBIB}LA  - eng\n", {"language": "en"}, {"language": "eng"},
        f"{ENGLISH}; LA is written as it was",
    ),
    Kind("wos", f"{WOS}LA English\nER\n", {"language": "en"}, {"language": "English"}, ENGLISH),
    Kind(
        "ris", "TY  - BOOK\nTI  - Ebbe\nLA  - ger\nER  - \n", {"language": "de"},
        {"language": "ger"}, ENGLISH,
    ),
    Kind(
        "enw", "%0 Book\n%T 潮\n%G chi\n", {"language": "zh"}, {"language": "chi"}, ENGLISH,
    ),
    Kind(
        "refworks", "RT Book, Whole\nT1 Tides\nLA English\n", {"language": "en"},
        {"language": "English"}, ENGLISH,
    ),
    Kind(
        "pubmed-xml",
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Tides</ArticleTitle>"
        "<Language>swe</Language></Article></MedlineCitation></PubmedArticle>",
        {"language": "sv"}, {"language": "swe"}, ENGLISH,
    ),
    Kind(
        "bibtex", "@book{k, title={Tides}, language={isl}}", {"language": "is"},
        {"language": "isl"}, ENGLISH,
    ),
    Kind(
        "mods",
        MODS.format("<language><languageTerm>ita</languageTerm></language>"
                    "<language><languageTerm>eng</languageTerm></language>"),
        {"language": "it"}, {"language": "ita; eng"}, f"{ENGLISH}, nor two at once",
    ),
    Kind(
        "nbib", NBIB, {"PMID": "12", "note": None}, {"note": "PMID: 12"},
        "CSL has a variable for it, and styles that print notes would print the line",
    ),
    Kind(
        "nbib", "OWN - ERIC\nTI  - Tides\nOID - ED12\n",
        {"archive": "ERIC", "archive_location": "ED12", "note": None},
        {"note": "ERIC Number: ED12"},
        "styles print documents of ERIC with the archive and its number (APA 7, 10.4)",
    ),
    Kind(
        "nbib", f"{NBIB}PST - aheadofprint\nLID - S0140-6736(22)00139-9 [pii]\n",
        {"page": None}, {"page": "S0140-6736(22)00139-9"},
        "the publisher's number of a manuscript is no page, and is gone when the issue is out",
    ),
    Kind(
        "wos", f"{WOS}UT WOS:1\nER\n", {"note": None}, {"note": "Web of Science ID: WOS:1"},
        "a number of a database is no note that readers are to see; it is kept as RIS has it (AN)",
    ),
    Kind(
        "wos", f"{WOS}BP 82\nEP 82\nER\n", {"page": "82"}, {"page": "82-82"},
        "one page is no range",
    ),
    Kind(
        "enw", "%0 Journal Article\n%T 潮\n%J 海\n%J SEAS\n%H Ng\n%W Host\n",
        {"container-title": "海", "note": None, "archive_location": None},
        {"container-title": "SEAS", "note": "Ng", "archive_location": "Host"},
        "the first title of the journal is in the language of the article; EndNote's translated "
        "author is no note, and who provides the database no shelf of an archive",
    ),
    Kind(
        "bibtex", "@inproceedings{k, title={A}, location={Kiel}, address={Bern}}",
        {"event-place": "Kiel", "publisher-place": "Bern", "note": None},
        {"note": "event-place: Kiel"},
        "the place of a conference has a variable",
    ),
    Kind(
        "bibtex", f"{ARTICLE}, mrnumber={{MR1}}, lccn={{L1}}}}", {"note": None},
        {"note": "LCCN: L1\nMR: MR1"},
        "numbers that CSL has no variable for are kept as fields of BibTeX",
    ),
    Kind(
        "bibtex", f"{ARTICLE}, mrnumber={{MR1}}, doi={{10.1234/ab}}, pmid={{1}}, pmcid={{PMC1}}}}",
        {"DOI": "10.1234/ab", "PMID": "1", "PMCID": "PMC1", "note": None},
        {"note": "DOI: 10.1234/ab\nMR: MR1\nPMID: 1\nPMCID: PMC1"},
        "what has a variable is no note, whatever the type of the work",
    ),
    Kind(
        "bibtex", r"@book{k, title={Tides}, author={Xavier D\\'ecoret}}",
        {"author": [{"family": "D 'ecoret", "given": "Xavier"}]},
        {"author": [{"family": r"D\écoret", "given": "Xavier"}]},
        r"\\ begins a line in LaTeX and is no accent: it is a space, and no backslash stays",
    ),
    Kind(
        "endnote-xml", ENDNOTE.format("Report", 27, "<pages>32</pages>"),
        {"number-of-pages": "32", "page": None}, {"page": "32"},
        "a number alone is how many pages a report has",
    ),
    Kind(
        "endnote-xml",
        ENDNOTE.format(
            "Book", 6,
            "<contributors><secondary-authors><author>Ng, Bo</author></secondary-authors>"
            "</contributors>",
        ),
        {"editor": [{"family": "Ng", "given": "Bo"}]},
        {"collection-editor": [{"family": "Ng", "given": "Bo"}]},
        "who alone is named, with no series, edited the book",
    ),
    Kind(
        "endnote-xml", ENDNOTE.format("Book", 6, "<label>ng20</label>"), {"note": None},
        {"note": "citation-key: ng20"}, "the label is the key of the record, and no note",
    ),
    Kind(
        "crossref-xml", CROSSREF, {"event-place": "Kiel", "publisher-place": None},
        {"publisher-place": "Kiel"}, "where a conference was is not where its book was published",
    ),
    Kind(
        "crossref-xml", CROSSREF.replace("Ebb", ""), {"title": None},
        {"title": "[No title found]"}, "what has no title is cited without one, in any language",
    ),
    Kind(
        "crossref-xml", PREPRINT, {"DOI": "10.1234/ab", "note": None},
        {"note": "DOI: 10.1234/ab"}, "every work may have a DOI, and styles print it as a link",
    ),
    Kind(
        "datacite-json", DATACITE.format('"sizes": ["42-79 Seiten"]'), {"page": "42-79"},
        {"page": "42-79 Seiten"}, "styles write the word for pages themselves",
    ),
    Kind(
        "datacite-json",
        DATACITE.format('"container": {"title": "Seas", "firstPage": "Seas"}'),
        {"container-title": "Seas", "page": None}, {"page": "Seas"},
        "a page has a number, and the title of the journal is none",
    ),
    Kind(
        "mods", MODS.format("<typeOfResource>notated music</typeOfResource>"),
        {"type": "musical_score"}, {"type": "document"}, "CSL has the type",
    ),
    Kind(
        "mods",
        MODS.format(
            "<typeOfResource>cartographic</typeOfResource><subject><cartographics><scale>"
            "Scale [ca. 1:50,000].</scale></cartographics></subject>"
        ),
        {"scale": "ca. 1:50,000"}, {"scale": "1:50,000"}, "that it is not exact is said",
    ),
    Kind(
        "mods",
        MODS.format("<location><physicalLocation>NO-1</physicalLocation></location>"),
        {"archive": "NO-1", "archive_location": None}, {"archive_location": "NO-1"},
        "CSL's archive is who holds it, its location the shelf there",
    ),
    Kind(
        "mods",
        MODS.format(
            '<relatedItem type="host"><titleInfo><title>Seas</title></titleInfo><name><namePart>'
            "Ng, Bo</namePart></name></relatedItem>"
        ),
        {"container-author": [{"family": "Ng", "given": "Bo"}], "contributor": None},
        {"contributor": [{"family": "Ng", "given": "Bo"}]},
        "who wrote the whole has a variable",
    ),
    Kind(
        "mods",
        MODS.format(
            "<physicalDescription><extent>1 sound disc : analog ; 12 in.</extent>"
            "</physicalDescription>"
        ),
        {"number-of-volumes": None}, {"number-of-volumes": "1"}, "a disc is no volume",
    ),
    Kind(
        "mods",
        MODS.format(
            "<originInfo><dateIssued>1998-</dateIssued><issuance>continuing</issuance></originInfo>"
        ),
        {"issued": {"date-parts": [[1998], []]}}, {"issued": {"date-parts": [[1998]]}},
        "what goes on has no end, and citations show it",
    ),
    Kind(
        "mods",
        MODS.format(
            '<relatedItem type="isReferencedBy"><titleInfo><title>United States Code</title>'
            "<partNumber>Title 38 Section 1701(6)</partNumber></titleInfo></relatedItem>"
        ),
        {"container-title": None, "volume": None, "page": None},
        {"container-title": "U.S.C.", "volume": "38", "page": "1701"},
        "a code that quotes an act is not where the act appeared",
    ),
    Kind(
        "mods",
        MODS.format('<titleInfo type="alternative"><title>TIDE Act</title></titleInfo>'),
        {"title": "Tides"}, {"title": "TIDE Act"},
        "another title is not the one that the work itself has, but of bills",
    ),
    Kind(
        "mods",
        MODS.format(
            '<name type="corporate"><namePart>Bern</namePart><namePart>Rat</namePart><role>'
            "<roleTerm>author</roleTerm></role></name>"
        ),
        {"author": [{"literal": "Bern. Rat"}], "contributor": None},
        {"contributor": [{"literal": "Bern: Rat"}]}, "who is called an author is one",
    ),
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=[f"{one.format}: {one.why[:40]}" for one in KINDS])
def test_what_is_read_otherwise_than_zotero_reads_it(kind: Kind) -> None:
    assert kind.why and kind.here != kind.zotero
    [record] = read_file(kind.format, kind.text)
    known = {"type": record.type, **record.fields}  # type: ignore[union-attr]
    assert {name: known.get(name) for name in kind.here} == kind.here


@pytest.mark.parametrize(
    ("lines", "here", "zotero"),
    [
        # Zotero takes the first number, which counts the leaves before the text.
        (["300 ## $a[24], 432 p. ;"], {"number-of-pages": "432"}, {"number-of-pages": "24"}),
        # No variable holds a number of OCLC; the field is kept.
        (["035 ## $a(OCoLC)ocm1"], {"note": None}, {"note": "OCLC: ocm1"}),
        # What goes on has no end.
        (["260 ## $c1994-"], {"issued": {"date-parts": [[1994], []]}}, {"issued": [1994]}),
        # A body that nobody stands beside is who is cited, and edited nothing.
        (["710 2# $aTide Group"], {"author": [{"literal": "Tide Group"}]}, {"editor": []}),
        # A heading is one keyword, with its parts behind it.
        (["610 10 $aBern.$bRat.", "650 #0 $aTides$y1951-1960."],
         {"keyword": "Bern. Rat, Tides, 1951-1960"}, {"keyword": "Bern, Rat, Tides, 1951-1960"}),
        # Two headings that say the same are one keyword.
        (["650 #0 $aTides.", "650 #7 $aTides$2gnd"], {"keyword": "Tides"},
         {"keyword": "Tides, Tides"}),
        # CSL wants tags of languages (BCP 47), in which German is de.
        (["041 ## $ager"], {"language": "de"}, {"language": "ger"}),
        # A note of the cataloguer is the record's, and not one apart from it.
        (["500 ## $aBrief record."], {"note": "Brief record."}, {"note": None}),
    ],
)  # fmt: skip
def test_what_is_read_otherwise_in_marc(
    lines: list[str], here: dict[str, object], zotero: dict[str, object]
) -> None:
    record = record_from("245 00 $aTides", *lines)
    assert {name: record.fields.get(name) for name in here} == here != zotero


def test_what_is_on_the_web_is_no_book_because_it_is_described_as_one() -> None:
    """The leader says that it is a computer file, and field 008 that it is a document; Zotero has a
    book."""
    lines = ("008 000407m19949999dcu####g###m########eng#d", "245 04 $aThe Tides")
    assert record_from(*lines, leader="00000cmm a2200000 a 4500").type == "webpage"


def test_an_artist_is_the_performer_and_where_a_recording_appeared_no_event() -> None:
    """Zotero has the artist as author, as citations do here, and the town as that of an event."""
    record = record_from(
        "245 00 $aTides$h[sound recording]", "260 ## $aKiel :$bQuay", "700 1# $aNg, Bo$4prf",
        leader="00000njm a2200000 a 4500",
    )  # fmt: skip
    assert record.fields["publisher-place"] == "Kiel"
    assert "performer" in record.fields and "event-place" not in record.fields
    assert record.item()["author"] == record.fields["performer"]
