"""The rules that records are held to: what each says, why, and how to mend what breaks it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.errors import Rule

_LOADING: Final = (
    Rule(
        "yaml-syntax",
        "error",
        "The text is not YAML.",
        "What follows the mistake cannot be understood, so the record is left out.",
        "Put quotes round a text that holds “: ” or begins with one of @ ` % * & [ { ! |, indent "
        "with blanks, and begin all fields of a record in the same column.",
    ),
    Rule(
        "yaml-tag",
        "error",
        "A value has a YAML tag such as !!python/object.",
        "Tags make programs build things other than texts; a record holds texts only.",
        "Delete the tag.",
    ),
    Rule(
        "yaml-alias",
        "error",
        "An alias (*name) stands for nothing, or for something too large to repeat.",
        "Aliases of aliases can grow a small file into one that fills the memory.",
        "Write the value out, or put a short anchor (&name) before the alias.",
    ),
    Rule(
        "yaml-comment",
        "warning",
        "A value without quotes has “ #” in it.",
        "YAML takes the rest of the line for a comment: of “Study #3 of migration” only “Study” is "
        "left.",
        "Put the value in quotes; put a blank behind the # of a comment.",
    ),
    Rule(
        "json-syntax",
        "error",
        "The text is not JSON.",
        "What follows the mistake cannot be understood, so the record is left out.",
        "Check quotation marks, commas and brackets just before the place named.",
    ),
    Rule(
        "encoding",
        "error",
        "A byte or character is not UTF-8 text.",
        "Letters would be lost or turned into others.",
        "Save the file as UTF-8 and correct the letter at the place named.",
    ),
    Rule(
        "too-large",
        "error",
        "A record is larger than the limit.",
        "Records are read one at a time so that a file may be of any size; one record may not.",
        "Shorten the record, or raise the limit with --max-record-size.",
    ),
    Rule(
        "too-deep",
        "error",
        "Lists or mappings stand one in another deeper than any record needs.",
        "Such files come from mistakes or are made to do harm.",
        "Write names as a list of mappings and nothing deeper.",
    ),
    Rule(
        "empty-file",
        "error",
        "The file holds no record.",
        "Nothing can be cited from it.",
        "Write a record, at least its title.",
    ),
    Rule(
        "not-a-record",
        "error",
        "A list or a single text stands where a record belongs.",
        "A record is a mapping from field names to values.",
        "Write “field: value” lines; begin each record of a list with “- ”.",
    ),
    Rule(
        "duplicate-key",
        "error",
        "A field is given twice.",
        "It is not clear which of the two values is meant.",
        "Keep one of them; several authors belong in one list.",
    ),
    Rule(
        "unknown-key",
        "warning",
        "A field has a name that reportcite does not know.",
        "The field is left out of citations and exports.",
        "Use the name of the CSL variable; the message names the nearest.",
    ),
    Rule(
        "other-data",
        "notice",
        "A record holds members that Crossref or another program keeps for its own use.",
        "They are no part of a citation and are left out.",
        "Nothing need be done.",
    ),
    Rule(
        "several-values",
        "warning",
        "A field that has one value holds a list of several.",
        "Only the first is cited and exported.",
        "Write the one that counts as a text.",
    ),
    Rule(
        "unknown-type",
        "error",
        "The type of the record is not one of CSL.",
        "The type decides how the record is cited.",
        "Use a type such as report, book, chapter, article-journal, thesis or webpage.",
    ),
    Rule(
        "wrong-shape",
        "error",
        "A list or mapping stands where one text belongs, or the other way round.",
        "The value cannot be read as the field's kind: text, date or names.",
        "Write texts as “field: text”, names as a list of “family”/“given” mappings or of "
        "“Family, Given”, dates as 2024-05-07.",
    ),
    Rule(
        "name-list",
        "warning",
        "A name holds several names, “et al.”, or an editor's mark such as “(Hg.)”.",
        "It is printed as it stands: no style can invert, shorten or sort it. “et al.” alone is "
        "left out.",
        "Write one name to a list item, “- Family, Given”; put editors under “editor:”.",
    ),
    Rule(
        "name-split",
        "warning",
        "A name without a comma was taken for a person's and split at its last blank.",
        "The name of a body would be printed like a person's: “Hilfe, R.” for “Rote Hilfe”.",
        "Write persons as “Family, Given” and bodies as “literal: Rote Hilfe”.",
    ),
    Rule(
        "name-halves",
        "warning",
        "A list holds names of one word each, as the two halves of one name would be.",
        "In YAML, [Ratzmann, Nora] is a list of two: “Ratzmann & Nora” would be cited.",
        "Write “- Ratzmann, Nora” on a line of its own; whole names of one word as “literal:”.",
    ),
    Rule(
        "name-initials",
        "warning",
        "A given name is two or three capitals without full stops, as PubMed writes initials.",
        "Styles take them for one word and keep its first letter only: “Smith, J.” for “JA”.",
        "Write “Smith, J. A.”.",
    ),
    Rule(
        "name-title",
        "warning",
        "A name holds a title such as Dr. or Prof.",
        "Citations leave titles out; this one is printed, or shortened to a false initial.",
        "Delete the title.",
    ),
    Rule(
        "name-unknown",
        "warning",
        "A name says that nobody is known: “unknown”, “anonymous”, “n/a”.",
        "It is printed and sorted as the name of somebody.",
        "Write “author: none”: styles then begin with the title.",
    ),
    Rule(
        "date-impossible",
        "error",
        "A date is not in the calendar, or a range ends before it begins.",
        "It would be printed as it stands.",
        "Correct the date; write ranges with a stroke: 2023/2024.",
    ),
    Rule(
        "date-season",
        "warning",
        "A date such as 2019-21 is a season in EDTF, but a range of years to many readers.",
        "It is cited as “Spring 2019”, not “2019–2021”.",
        "Write 2019/2021 for the years, or “spring 2019” for the season.",
    ),
    Rule(
        "date-early",
        "warning",
        "A date has a year of one to three digits.",
        "It is printed as a year of antiquity: “24 AD”.",
        "Write the year in full, 2024; if the year 24 is meant, write 0024.",
    ),
    Rule(
        "date-syntax",
        "warning",
        "A date is written in a way that is not understood.",
        "It is printed as it stands and cannot be sorted or shortened by a style.",
        "Write 2024, 2024-05, 2024-05-07, 2024-05/2024-06, 2024~ for circa, or n.d.",
    ),
)

_CHECKING: Final = (
    Rule(
        "required-field",
        "error",
        "A field is missing that every record of its type needs.",
        "A citation without it does not lead a reader to the publication.",
        "Add the field. Where the publication itself lacks it, say so: “author: none”, "
        "“issued: n.d.”, “publisher: none”.",
    ),
    Rule(
        "recommended-field",
        "warning",
        "A field is missing that helps to find the publication.",
        "Catalogues and readers find a report by its ISBN, number, URL or DOI.",
        "Add the field; “ISBN: none” says that there is none.",
    ),
    Rule(
        "isbn-syntax",
        "error",
        "The ISBN has the wrong length, prefix or characters.",
        "No catalogue will find it.",
        "Compare it with the printed ISBN; it has 13 digits, or 10 before 2007.",
    ),
    Rule(
        "isbn-checksum",
        "error",
        "The last digit of the ISBN does not follow from the others.",
        "A digit is mistyped, or two are swapped: the ISBN is another book's or nobody's.",
        "Compare it with the printed ISBN; the message names the likeliest one.",
    ),
    Rule(
        "isbn-range",
        "warning",
        "The ISBN lies in a range that has not been given to any group or publisher.",
        "It is probably mistyped in two places, or newer than the range table.",
        "Compare it with the printed ISBN.",
    ),
    Rule(
        "isbn-hyphens",
        "warning",
        "The hyphens of the ISBN do not stand where its group and publisher end.",
        "Readers and some catalogues tell the publisher by them.",
        "Write the ISBN as the message shows it, or without hyphens.",
    ),
    Rule(
        "url-syntax",
        "error",
        "The URL is not complete or holds characters that a URL cannot.",
        "A reader cannot follow it.",
        "Copy it anew from the browser; write a blank as %20.",
    ),
    Rule(
        "url-incomplete",
        "warning",
        "The URL does not begin with https://.",
        "It is cited as it stands; programs do not take it for a link.",
        "Write https:// before it, if that leads to the page.",
    ),
    Rule(
        "url-list",
        "warning",
        "Several URLs stand in the field, or a link into a database.",
        "Only the first of several is cited; a link into a database is left out.",
        "Give the address of the publication's page alone.",
    ),
    Rule(
        "url-scheme",
        "error",
        "The URL does not begin with http, https, ftp or ftps.",
        "Other schemes do not lead to a page, and javascript: runs as a program.",
        "Give the address of the publication's page.",
    ),
    Rule(
        "doi-syntax",
        "error",
        "The DOI is not of the form 10.1234/something.",
        "It cannot be resolved.",
        "Copy it anew from the publication.",
    ),
    Rule(
        "doi-prefix",
        "warning",
        "The DOI has https://doi.org/ or doi: before it, which is taken off.",
        "Styles put their own prefix before a DOI; other programs would print it twice.",
        "Write the DOI alone, beginning with 10.",
    ),
    Rule(
        "edition-number",
        "warning",
        "An edition is spelled out: “2nd edition”, “2. Auflage”, “second”.",
        "Styles add the words of their language to a number. Citations use the number; exports "
        "keep what was typed.",
        "Write the number alone.",
    ),
    Rule(
        "language-tag",
        "warning",
        "A language is not given as the tag of one language.",
        "Styles and catalogues know languages by tags only: de, en-GB, zh-Hant.",
        "Write the tag that the message names; of several languages that of the text.",
    ),
    Rule(
        "page-label",
        "warning",
        "Pages have a label before or behind them: “S. 12”, “45 S.”.",
        "Styles add the label of their language. Citations leave this one out; exports keep it.",
        "Write the numbers alone.",
    ),
    Rule(
        "publisher-author",
        "notice",
        "The publisher is the author, too.",
        "APA 7 and MLA 9 then leave the publisher out; Chicago and other styles print both.",
        "Write “publisher: none” if the record is for APA or MLA.",
    ),
    Rule(
        "quotation-mark",
        "warning",
        "A quotation mark is opened and not closed, or closed and not opened.",
        "It is usually a slip, and swaps inner and outer marks in citations.",
        "Add the missing mark, or delete the one there is.",
    ),
    Rule(
        "control-character",
        "error",
        "A field holds a control character, such as the start of a terminal's escape sequence.",
        "It cannot be seen, can make a terminal do things, and is forbidden in most formats.",
        "Delete it; it usually comes with text pasted from a PDF file.",
    ),
)

_DUPLICATES: Final = (
    Rule(
        "duplicate-id",
        "error",
        "Two records have the same id.",
        "Citations refer to a record by its id.",
        "Give one of them another id.",
    ),
    Rule(
        "duplicate-isbn",
        "error",
        "Two records have the same ISBN.",
        "An ISBN names one edition of one publication.",
        "Delete one of the records, or correct its ISBN.",
    ),
    Rule(
        "duplicate-doi",
        "warning",
        "Two records have the same DOI.",
        "They are probably the same publication.",
        "Delete one of the records, or correct its DOI.",
    ),
    Rule(
        "duplicate-title",
        "warning",
        "Two records have the same title and year, apart from case, accents and punctuation.",
        "They are probably the same publication.",
        "Delete one of the records, or leave both if they are different publications.",
    ),
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in (*_LOADING, *_CHECKING, *_DUPLICATES)}
)
"""Every rule of loading and checking records, by its name."""
