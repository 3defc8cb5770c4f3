"""What can be wrong with a record: its fields, its type, what it lacks, what it repeats."""

from __future__ import annotations

from typing import Final

from reportcite.problems import Judgement, Rule

UNUSED_IGNORE: Final = Rule(
    "unused-ignore",
    "notice",
    "A comment has something ignored that is not found, or is not understood.",
    "What it was written for is corrected, or its name is mistyped; it may hide a mistake later.",
    "Delete it, or write `# reportcite: ignore[rule]` with the name that `check` prints.",
)
DUPLICATE_KEY: Final = Rule(
    "duplicate-key",
    "error",
    "A field is given twice.",
    "It is not clear which of the two values is meant.",
    "Keep one of them; several authors belong in one list.",
)
UNKNOWN_KEY: Final = Rule(
    "unknown-key",
    "warning",
    "A field has a name that reportcite does not know.",
    "The field is left out of citations and exports.",
    "Use the name of the CSL variable; the message names the nearest.",
)
OTHER_DATA: Final = Rule(
    "other-data",
    "notice",
    "A record holds members that Crossref or another program keeps for its own use.",
    "They are no part of a citation and are left out.",
    "Nothing need be done.",
)
SEVERAL_VALUES: Final = Rule(
    "several-values",
    "warning",
    "A field that has one value holds a list of several.",
    "Only the first is cited and exported.",
    "Write the one that counts as a text.",
)
UNKNOWN_TYPE: Final = Rule(
    "unknown-type",
    "error",
    "The type of the record is not one of CSL.",
    "The type decides how the record is cited.",
    "Use a type such as report, book, chapter, article-journal, thesis or webpage.",
    elsewhere=(
        Judgement(
            "bibtex",
            "warning",
            "Programs add types of their own; the record is kept as a document.",
        ),
        Judgement(
            "ris", "warning", "Programs add types of their own; the record is kept as a document."
        ),
    ),
)
REQUIRED_FIELD: Final = Rule(
    "required-field",
    "error",
    "A field is missing that every record of its type needs.",
    "A citation without it does not lead a reader to the publication.",
    "Add the field. Where the publication itself lacks it, say so: “author: none”, "
    "“issued: n.d.”, “publisher: none”.",
)
RECOMMENDED_FIELD: Final = Rule(
    "recommended-field",
    "warning",
    "A field is missing that helps to find the publication.",
    "Catalogues and readers find a report by its ISBN, number, URL or DOI.",
    "Add the field; “ISBN: none” says that there is none.",
)
NAMES_TRUNCATED: Final = Rule(
    "names-truncated",
    "notice",
    "A list of names ends in “and others” or “et al.”.",
    "Every style prints “et al.” behind it, and the number of names is not known.",
    "Write out all names.",
)
TITLE_CASE: Final = Rule(
    "title-case",
    "notice",
    "An English title is in title case.",
    "CSL wants titles in sentence case: styles can make title case of it, but not the other way "
    "round, since nothing tells names from other words.",
    "Write all but the first word and names in small letters.",
)
TITLE_LANGUAGE: Final = Rule(
    "title-language",
    "warning",
    "A file does not state the language of titles whose case depends on it.",
    "CSL wants English titles in sentence case, since styles can make title case of that, but not "
    "the other way round. In BibTeX, where English titles are written in title case, stating the "
    "language makes sentence case of them. Titles in other languages stay as they are, once their "
    "language is stated: without it “Lage und Aussichten” becomes “Lage Und Aussichten” in MLA.",
    "In BibTeX state the language (langid = {english}) or say --assume-language en, and put what "
    "is to keep its capitals in braces; elsewhere state the language and write the titles in "
    "sentence case.",
    once=True,
)
PUBLISHER_AUTHOR: Final = Rule(
    "publisher-author",
    "notice",
    "The publisher is the author, too.",
    "APA 7 and MLA 9 then leave the publisher out; Chicago and other styles print both.",
    "Write “publisher: none” if the record is for APA or MLA; in formats of other programs leave "
    "the publisher out.",
)
DOI_AND_URL: Final = Rule(
    "doi-and-url",
    "warning",
    "The URL leads to another DOI than the one in the field for it.",
    "One of the two is another publication's, and readers follow either.",
    "Follow both links, and delete or correct the wrong one.",
)
CONTROL_CHARACTER: Final = Rule(
    "control-character",
    "error",
    "A field holds a control character, such as the start of a terminal's escape sequence.",
    "It cannot be seen, can make a terminal do things, and is forbidden in most formats.",
    "Delete it; it usually comes with text pasted from a PDF file.",
)
DUPLICATE_ID: Final = Rule(
    "duplicate-id",
    "error",
    "Two records have the same id.",
    "Citations refer to a record by its id.",
    "Give one of them another id.",
    elsewhere=(
        Judgement(
            "cite and export",
            "warning",
            "Both records are written, since neither is wrong by itself.",
        ),
    ),
)
DUPLICATE_ISBN: Final = Rule(
    "duplicate-isbn",
    "error",
    "Two records have the same ISBN.",
    "An ISBN names one edition of one publication.",
    "Delete one of the records, or correct its ISBN.",
)
DUPLICATE_DOI: Final = Rule(
    "duplicate-doi",
    "warning",
    "Two records have the same DOI.",
    "They are probably the same publication.",
    "Delete one of the records, or correct its DOI.",
)
DUPLICATE_PMID: Final = Rule(
    "duplicate-pmid",
    "warning",
    "Two records have the same PMID or PMCID.",
    "They are about one article.",
    "Delete one of the records, or correct its number.",
)
DUPLICATE_TITLE: Final = Rule(
    "duplicate-title",
    "warning",
    "Two records are about one work by title, year and first author, as far as both have them.",
    "A list would name the work twice.",
    "Make one of the two (`reportcite merge` does), or leave both if they are different works.",
)
MERGE_CONFLICT: Final = Rule(
    "merge-conflict",
    "warning",
    "Two records of one work say different things, of which one was kept.",
    "One of the two is wrong, or they are of two works after all.",
    "Compare both with the publication, and correct the wrong one.",
)
NOT_MERGED: Final = Rule(
    "not-merged",
    "notice",
    "Two records have an identifier in common and were kept apart all the same.",
    "They differ in what two records of one work never differ in, such as the volume, another "
    "identifier or the kind of work.",
    "Correct the identifier, or what differs, if they are of one work.",
)
