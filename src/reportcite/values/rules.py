"""What can be doubtful or wrong about a value, whatever record it stands in."""

from __future__ import annotations

from typing import Final

from reportcite.problems import Judgement, Rule

NAME_LIST: Final = Rule(
    "name-list",
    "warning",
    "A name holds several names, “et al.”, or an editor's mark such as “(Hg.)”.",
    "It is printed as it stands: no style can invert, shorten or sort it. “et al.” alone is "
    "left out.",
    "Write one name to a list item, “- Family, Given”; put editors under “editor:”.",
)
NAME_SPLIT: Final = Rule(
    "name-split",
    "warning",
    "A name without a comma was taken for a person's and split at its last space.",
    "The name of an organization would be printed like a person's: “Hilfe, R.” for “Rote Hilfe”.",
    "Write persons as “Family, Given” and organizations as “literal: Rote Hilfe”.",
    elsewhere=(
        Judgement(
            "ris",
            "notice",
            "RIS writes organizations without a comma, so most of these names are right.",
        ),
    ),
)
NAME_HALVES: Final = Rule(
    "name-halves",
    "warning",
    "A list holds names of one word each, as the two halves of one name would be.",
    "In YAML, [Ratzmann, Nora] is a list of two: “Ratzmann & Nora” would be cited.",
    "Write “- Ratzmann, Nora” on a line of its own; whole names of one word as “literal:”.",
)
NAME_INITIALS: Final = Rule(
    "name-initials",
    "warning",
    "A given name is two or three capitals without full stops, as PubMed writes initials.",
    "Styles take them for one word and keep its first letter only: “Smith, J.” for “JA”.",
    "Write “Smith, J. A.”.",
)
NAME_TITLE: Final = Rule(
    "name-title",
    "warning",
    "A name holds a title such as Dr. or Prof.",
    "Citations leave titles out; this one is printed, or shortened to a false initial.",
    "Delete the title.",
)
NAME_UNKNOWN: Final = Rule(
    "name-unknown",
    "warning",
    "A name says that nobody is known: “unknown”, “anonymous”, “n/a”.",
    "It is printed and sorted as the name of somebody.",
    "Write “author: none”: styles then begin with the title.",
)
NAME_DATES: Final = Rule(
    "name-dates",
    "notice",
    "The dates of a person's life stand behind the name, as in catalogues.",
    "They are no part of the name and are left out.",
    "Nothing need be done.",
)
DATE_IMPOSSIBLE: Final = Rule(
    "date-impossible",
    "error",
    "A date is not in the calendar, or a range ends before it begins.",
    "It would be printed as it stands.",
    "Correct the date; write ranges with a stroke: 2023/2024.",
)
DATE_SEASON: Final = Rule(
    "date-season",
    "warning",
    "A date such as 2019-21 is a season in EDTF, but a range of years to many readers.",
    "It is cited as “Spring 2019”, not “2019–2021”.",
    "Write 2019/2021 for the years, or “spring 2019” for the season.",
)
DATE_EARLY: Final = Rule(
    "date-early",
    "warning",
    "A date has a year of one to three digits.",
    "It is printed as a year of antiquity: “24 AD”.",
    "Write the year in full, 2024; if the year 24 is meant, write 0024.",
)
DATE_FUTURE: Final = Rule(
    "date-future",
    "warning",
    "A date of publication or access lies in a year to come.",
    "It is cited as it stands; a digit is probably mistyped.",
    "Correct the year. What is not yet out has “status: forthcoming” and no date.",
)
DATE_SYNTAX: Final = Rule(
    "date-syntax",
    "warning",
    "A date is written in a way that is not understood.",
    "It is printed as it stands and cannot be sorted or shortened by a style.",
    "Write 2024, 2024-05, 2024-05-07, 2024-05/2024-06, 2024~ for circa, or n.d.",
    elsewhere=(
        Judgement("bibtex", "notice", "The year is read all the same."),
        Judgement("ris", "notice", "What can be read of the date is read all the same."),
    ),
)
DATE_NOTATION: Final = Rule(
    "date-notation",
    "notice",
    "A date is written in words, or day first: “5. März 2021”, “05.03.2021”.",
    "It is read all the same, but programs that know other languages may not read it.",
    "Write the date as the message shows it, as ISO 8601 has it.",
    fixable=True,
)
ISBN_SYNTAX: Final = Rule(
    "isbn-syntax",
    "error",
    "The ISBN has the wrong length, prefix or characters.",
    "No catalogue will find it.",
    "Compare it with the printed ISBN; it has 13 digits, or 10 before 2007.",
)
ISBN_CHECKSUM: Final = Rule(
    "isbn-checksum",
    "error",
    "The last digit of the ISBN does not follow from the others.",
    "A digit is mistyped, or two are swapped: the ISBN is another book's or nobody's.",
    "Compare it with the printed ISBN; the message names the likeliest one.",
)
ISBN_RANGE: Final = Rule(
    "isbn-range",
    "warning",
    "The ISBN lies in a range that has not been given to any group or publisher.",
    "It is probably mistyped in two places, or newer than the range table.",
    "Compare it with the printed ISBN.",
)
ISBN_HYPHENS: Final = Rule(
    "isbn-hyphens",
    "warning",
    "The hyphens of the ISBN do not stand where its group and publisher end.",
    "Readers and some catalogues see the publisher by them.",
    "Write the ISBN as the message shows it, or without hyphens.",
    fixable=True,
)
IDENTIFIER_WRONG: Final = Rule(
    "identifier-wrong",
    "error",
    "An identifier of a list is of no kind that is known, or does not hold.",
    "It leads nowhere, or to something else.",
    "Compare it with where it was copied from; write its kind before a number alone.",
)
ISSN_WRONG: Final = Rule(
    "issn-wrong",
    "warning",
    "The ISSN does not have eight digits, or the last does not follow from the others.",
    "No catalogue of journals will find it.",
    "Compare it with the journal; write several with commas between.",
)
ORCID_WRONG: Final = Rule(
    "orcid-wrong",
    "warning",
    "The ORCID of a contributor does not hold: its length, its check digit, or its range.",
    "Its link leads to nobody, or to somebody else.",
    "Copy it anew from the contributor's page on orcid.org.",
)
PUBMED_WRONG: Final = Rule(
    "pubmed-wrong",
    "warning",
    "A PMID or PMCID is not a number of PubMed or PubMed Central.",
    "Its link leads to no article.",
    "Write the digits of the PMID alone, up to eight, and the PMCID as PMC3531190.",
)
URL_SYNTAX: Final = Rule(
    "url-syntax",
    "error",
    "The URL is not complete or holds characters that a URL cannot.",
    "A reader cannot follow it.",
    "Copy it anew from the browser; write a space as %20.",
    fixable=True,
)
URL_INCOMPLETE: Final = Rule(
    "url-incomplete",
    "warning",
    "The URL does not begin with https://.",
    "It is cited as it stands; programs do not take it for a link.",
    "Write https:// before it, if that leads to the page.",
    fixable=True,
)
URL_LIST: Final = Rule(
    "url-list",
    "warning",
    "Several URLs stand in the field, or a link into a database.",
    "Only the first of several is cited; a link into a database is left out.",
    "Give the address of the publication's page alone.",
)
URL_SCHEME: Final = Rule(
    "url-scheme",
    "error",
    "The URL does not begin with http, https, ftp or ftps.",
    "Other schemes do not lead to a page, and javascript: runs as a program.",
    "Give the address of the publication's page.",
    fixable=True,
)
DOI_SYNTAX: Final = Rule(
    "doi-syntax",
    "error",
    "The DOI is not of the form 10.1234/something.",
    "It cannot be resolved.",
    "Copy it anew from the publication.",
)
DOI_PREFIX: Final = Rule(
    "doi-prefix",
    "warning",
    "The DOI has a link or a label before it, https://doi.org/ or doi:, which is taken off.",
    "Styles put their own prefix before a DOI; other programs would print it twice.",
    "Write the DOI alone, beginning with 10.",
    fixable=True,
)
EDITION_NUMBER: Final = Rule(
    "edition-number",
    "warning",
    "An edition is spelled out: “2nd edition”, “2. Auflage”, “second”.",
    "Styles add the words of their language to a number. Citations use the number; exports "
    "keep what was typed.",
    "Write the number alone.",
    fixable=True,
)
LANGUAGE_TAG: Final = Rule(
    "language-tag",
    "warning",
    "A language is not given as the tag of one language.",
    "Styles and catalogues know languages by tags only: de, en-GB, zh-Hant.",
    "Write the tag that the message names; of several languages that of the text.",
    fixable=True,
)
PAGE_LABEL: Final = Rule(
    "page-label",
    "warning",
    "Pages have a label before or behind them: “S. 12”, “45 S.”.",
    "Styles add the label of their language. Citations leave this one out; exports keep it.",
    "Write the numbers alone.",
    fixable=True,
)
PAGE_DASH: Final = Rule(
    "page-dash",
    "notice",
    "A range of pages is not written with one hyphen: “12–34”, “12 -- 34”.",
    "Styles choose the dash themselves, and other programs look for a hyphen.",
    "Write 12-34, in BibTeX 12--34.",
    fixable=True,
)
PAGE_ORDER: Final = Rule(
    "page-order",
    "warning",
    "A range of pages ends before it begins.",
    "One of the two numbers is mistyped, or they are swapped; the range is cited as it stands.",
    "Compare it with the publication.",
)
HTML_ENTITY: Final = Rule(
    "html-entity",
    "warning",
    "A text holds an entity of HTML, such as “&amp;” or “&#8211;”.",
    "It was left by a database or a web page, and is printed as it stands by most programs.",
    "Write the character itself.",
    fixable=True,
)
DOUBLE_SPACE: Final = Rule(
    "double-space",
    "notice",
    "A text holds two spaces in a row.",
    "Citations have one; searching and sorting may see another text.",
    "Delete one of them.",
    fixable=True,
)
QUOTATION_MARK: Final = Rule(
    "quotation-mark",
    "warning",
    "A quotation mark is opened and not closed, or closed and not opened.",
    "It is usually a slip, and swaps inner and outer marks in citations.",
    "Add the missing mark, or delete the one there is.",
)
WRONG_SHAPE: Final = Rule(
    "wrong-shape",
    "error",
    "A list or mapping stands where one text belongs, or the other way round.",
    "The value cannot be read as the field's kind: text, date or names.",
    "Write texts as “field: text”, names as a list of “family”/“given” mappings or of "
    "“Family, Given”, dates as 2024-05-07.",
)
