"""What can be wrong with a file of records."""

from __future__ import annotations

from typing import Final

from reportcite.errors import ExitCode
from reportcite.problems import Judgement, Rule

YAML_SYNTAX: Final = Rule(
    "yaml-syntax",
    "error",
    "The text is not YAML.",
    "What follows the mistake cannot be understood, so the record is left out.",
    "Put quotes round a text that holds “: ” or begins with one of @ ` % * & [ { ! |, indent "
    "with spaces, and begin all fields of a record in the same column.",
    exit=ExitCode.UNREADABLE,
)
YAML_TAG: Final = Rule(
    "yaml-tag",
    "error",
    "A value has a YAML tag such as !!python/object.",
    "Tags make programs build things other than texts; a record holds texts only.",
    "Delete the tag.",
)
YAML_ALIAS: Final = Rule(
    "yaml-alias",
    "error",
    "An alias (*name) stands for nothing, or for something too large to repeat.",
    "Aliases of aliases can grow a small file into one that fills the memory.",
    "Write the value out, or put a short anchor (&name) before the alias.",
)
YAML_COMMENT: Final = Rule(
    "yaml-comment",
    "warning",
    "A value without quotes has “ #” in it.",
    "YAML takes the rest of the line for a comment: of “Study #3 of migration” only “Study” is "
    "left.",
    "Put the value in quotes; put a space behind the # of a comment.",
)
JSON_SYNTAX: Final = Rule(
    "json-syntax",
    "error",
    "The text is not JSON.",
    "What follows the mistake cannot be understood, so the record is left out.",
    "Check quotation marks, commas and brackets just before the place named.",
    exit=ExitCode.UNREADABLE,
)
ENCODING: Final = Rule(
    "encoding",
    "error",
    "A byte or character is not UTF-8 text.",
    "Letters would be lost or turned into others.",
    "Save the file as UTF-8 and correct the letter at the place named.",
    elsewhere=(
        Judgement(
            "file", "error", "Nothing of a file that is no text can be read.", ExitCode.UNREADABLE
        ),
        Judgement(
            "text",
            "warning",
            "Formats of other programs are often written in Latin-1 and are read as such.",
        ),
    ),
)
TOO_LARGE: Final = Rule(
    "too-large",
    "error",
    "A record is larger than the limit.",
    "Records are read one at a time so that a file may be of any size; one record may not.",
    "Shorten the record, or raise the limit with --max-record-size.",
    exit=ExitCode.UNREADABLE,
)
TOO_DEEP: Final = Rule(
    "too-deep",
    "error",
    "Lists or mappings stand one in another deeper than any record needs.",
    "Such files come from mistakes or are made to do harm.",
    "Write names as a list of mappings and nothing deeper.",
    exit=ExitCode.UNREADABLE,
)
EMPTY_FILE: Final = Rule(
    "empty-file",
    "error",
    "The file holds no record.",
    "Nothing can be cited from it.",
    "Write a record, at least its title.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
NOT_A_RECORD: Final = Rule(
    "not-a-record",
    "error",
    "A list or a single text stands where a record belongs.",
    "A record is a mapping from field names to values.",
    "Write “field: value” lines; begin each record of a list with “- ”.",
    exit=ExitCode.UNREADABLE,
)
NO_ENTRIES: Final = Rule(
    "no-entries",
    "error",
    "The file holds no BibTeX entry or no RIS reference.",
    "Nothing can be cited from it; it may be of another format.",
    "Check the file, or say with --from what it holds.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
NO_RECORDS: Final = Rule(
    "no-records",
    "error",
    "The XML or Parquet file holds no record of the format it was read as.",
    "Nothing can be cited from it; it may be of another format.",
    "Check the file, or say with --from what it holds.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
XML_SYNTAX: Final = Rule(
    "xml-syntax",
    "error",
    "The text is not XML, or holds what makes XML unsafe to read.",
    "What follows the mistake cannot be understood and is left out.",
    "Export the file anew, or fix it at the place named.",
    exit=ExitCode.UNREADABLE,
)
CFF_SCHEMA: Final = Rule(
    "cff-schema",
    "warning",
    "A CITATION.cff is not as the schema of the Citation File Format 1.2.0 wants it.",
    "Other programs, such as GitHub and Zenodo, may refuse the file.",
    "Write the key as the guide to the schema says: "
    "https://github.com/citation-file-format/citation-file-format.",
)
BIBTEX_SYNTAX: Final = Rule(
    "bibtex-syntax",
    "error",
    "An entry is not BibTeX: a brace, a quotation mark or a comma is missing.",
    "The entry cannot be understood and is left out.",
    "Check braces and commas in the entry named, and at the end of the one before.",
    exit=ExitCode.UNREADABLE,
    elsewhere=(
        Judgement(
            "a field",
            "warning",
            "The entry is read, but for what is said to be left out of it.",
        ),
    ),
)
BIBTEX_STRING: Final = Rule(
    "bibtex-string",
    "warning",
    "A name without quotation marks or braces stands for no @string.",
    "The name itself is taken for the text.",
    "Define it with @string, or put the text in braces.",
)
BIBTEX_CROSSREF: Final = Rule(
    "bibtex-crossref",
    "warning",
    "The entry that crossref or xdata names is not there.",
    "What the entry was to inherit, such as the book's title, is missing.",
    "Add the other entry to the file, or correct its key.",
)
DUPLICATE_FIELD: Final = Rule(
    "duplicate-field",
    "warning",
    "A field of an entry is given twice.",
    "Only the first is taken, as BibTeX does it.",
    "Delete one of them.",
)
RIS_SYNTAX: Final = Rule(
    "ris-syntax",
    "error",
    "A line or reference is not RIS.",
    "It cannot be understood and is left out.",
    "Begin each reference with “TY  - ”, end it with “ER  - ”, and write each tag "
    "with two spaces, a hyphen and a space behind it.",
    exit=ExitCode.UNREADABLE,
)
TAGGED_SYNTAX: Final = Rule(
    "tagged-syntax",
    "error",
    "A line of a file of tagged lines (NBIB, ENW, Web of Science, RefWorks, MARC) is of no record.",
    "It cannot be understood and is left out.",
    "Begin each record with its first tag: PMID, %0, PT or RT.",
    exit=ExitCode.UNREADABLE,
)
RIS_UNCLOSED: Final = Rule(
    "ris-unclosed",
    "notice",
    "A RIS reference does not end in ER.",
    "It is read as far as the next reference; other programs may leave it out.",
    "End it with a line “ER  - ”.",
)
MARC_STRUCTURE: Final = Rule(
    "marc-structure",
    "error",
    "A MARC record is not whole, or its leader and directory do not fit its fields.",
    "It cannot be understood and is left out; the next record is read.",
    "Export the record anew.",
    exit=ExitCode.UNREADABLE,
    elsewhere=(
        Judgement(
            "a record that is read",
            "warning",
            "Only lengths are wrong: the marks at the ends of fields say where they are.",
        ),
    ),
)
MARC_CHARACTERS: Final = Rule(
    "marc-characters",
    "warning",
    "A MARC record has characters of a set that is not read, or that its encoding has not.",
    "U+FFFD stands in their place.",
    "Export the record in UTF-8.",
)
UNKNOWN_FIELD: Final = Rule(
    "unknown-field",
    "notice",
    "A field of the file has no place in a record.",
    "It is left out of citations, and of files of other formats.",
    "Nothing need be done; keep the file if the field matters.",
)
SECOND_VALUE: Final = Rule(
    "second-value",
    "notice",
    "Two fields of the file mean the same field of a record, and differ.",
    "The second is left out.",
    "Delete the one that is wrong.",
)
LATEX_COMMAND: Final = Rule(
    "latex-command",
    "notice",
    "A text holds a LaTeX command that prints nothing here.",
    "What it stood for, such as a footnote or a symbol, is missing from the text.",
    "Write the symbol itself, or delete the command.",
)
NO_REFERENCE: Final = Rule(
    "no-reference",
    "error",
    "A pasted text is no reference in the form of APA, Chicago, DIN or ISO 690.",
    "No record can be made of it.",
    "Paste whole references, each on a line of its own, or begin a record with `reportcite new`.",
)
PASTED_REST: Final = Rule(
    "pasted-rest",
    "warning",
    "A part of a pasted reference is not understood.",
    "It is kept as the note of the record.",
    "Move it to the field where it belongs, or delete it.",
)
