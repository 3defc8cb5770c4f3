"""The rules of reading exchange formats, explained, beside those of records."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.errors import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule(
                "no-entries",
                "error",
                "The file holds no BibTeX entry or no RIS reference.",
                "Nothing can be cited from it; it may be of another format.",
                "Check the file, or say with --from what it holds.",
            ),
            Rule(
                "no-records",
                "error",
                "The XML file holds no record of the format it was read as.",
                "Nothing can be cited from it; it may be of another format.",
                "Check the file, or say with --from what it holds.",
            ),
            Rule(
                "xml-syntax",
                "error",
                "The text is not XML, or holds what makes XML unsafe to read.",
                "What follows the mistake cannot be understood and is left out.",
                "Export the file anew, or mend it at the place named.",
            ),
            Rule(
                "bibtex-syntax",
                "error",
                "An entry is not BibTeX: a brace, a quotation mark or a comma is missing.",
                "The entry cannot be understood and is left out.",
                "Check braces and commas in the entry named, and at the end of the one before.",
            ),
            Rule(
                "bibtex-key",
                "error",
                "A BibTeX entry has no key.",
                "Citations refer to an entry by its key.",
                "Write a key and a comma behind the opening brace: @book{miller2024, …}.",
            ),
            Rule(
                "bibtex-string",
                "warning",
                "A name without quotation marks or braces stands for no @string.",
                "The name itself is taken for the text.",
                "Define it with @string, or put the text in braces.",
            ),
            Rule(
                "bibtex-crossref",
                "warning",
                "The entry that crossref or xdata names is not there.",
                "What the entry was to inherit, such as the book's title, is missing.",
                "Add the other entry to the file, or correct its key.",
            ),
            Rule(
                "duplicate-field",
                "warning",
                "A field of an entry is given twice.",
                "Only the first is taken, as BibTeX does it.",
                "Delete one of them.",
            ),
            Rule(
                "ris-syntax",
                "error",
                "A line or reference is not RIS.",
                "It cannot be understood and is left out.",
                "Begin each reference with “TY  - ”, end it with “ER  - ”, and write each tag "
                "with two blanks, a hyphen and a blank behind it.",
            ),
            Rule(
                "ris-unclosed",
                "notice",
                "A RIS reference does not end in ER.",
                "It is read as far as the next reference; other programs may leave it out.",
                "End it with a line “ER  - ”.",
            ),
            Rule(
                "unknown-field",
                "notice",
                "A field of the file has no place in a record.",
                "It is left out of citations and exports.",
                "Nothing need be done; keep the file if the field matters.",
            ),
            Rule(
                "second-value",
                "notice",
                "Two fields of the file mean the same field of a record, and differ.",
                "The second is left out.",
                "Delete the one that is wrong.",
            ),
            Rule(
                "latex-command",
                "notice",
                "A text holds a LaTeX command that prints nothing here.",
                "What it stood for, such as a footnote or a symbol, is missing from the text.",
                "Write the symbol itself, or delete the command.",
            ),
            Rule(
                "name-dates",
                "notice",
                "The dates of a person's life stand behind the name, as in catalogues.",
                "They are no part of the name and are left out.",
                "Nothing need be done.",
            ),
            Rule(
                "names-truncated",
                "notice",
                "A list of names ends in “and others”.",
                "Styles that print all names cannot, and the number of names is not known.",
                "Write out all names.",
            ),
        )
    }
)
"""By name."""
