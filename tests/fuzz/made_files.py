"""Makes files of a format of any bytes: each byte chooses what comes next, so that most of these
files have the right tags and elements, with values and an order that nobody has thought of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

VALUES = (
    *("", "Doe, Jane", "Doe J", "van der Berg, A. B., Jr.", "Doe", "{", "}", '"', "<i>a", "&amp;"),
    *("2001", "2001 May-Jun", "20010230", "2001-13-40", "9999999999", "-5", "n.d.", "ca. 1900"),
    *("1-20", "1-", "e12-e13", "S. 5", "10.1000/a(b)c", "https://doi.org/10.1/", "http://", "none"),
    *("978-3-948289-82-9", "9783948289828", "1234-5678", "eng", "deu;eng", "*Soil/chemistry", ":"),
    *("a\tb", "\u202ea", "é", "e\u0301", "\ufeff", "\x1f", "#0;", "ER", "  a  ", "a\n      b"),
    *("9" * 400, "(" * 300, "ä" * 300, "; " * 200, "[doi] [pii]", "10.1/a [doi]", "0", "none", "|"),
)
_LINES: Mapping[str, tuple[str, str, str]] = {
    # How a line is written, the tags that begin and end a record and all others.
    "nbib": (
        "{:<4}- {}\n",
        "PMID",
        "PMID STAT DP TI IP VI PG LA AU FAU AUID AD CN PT TA JT AB LID AID PMC MH OT IS SO ED "
        "FED BTI CTI PB PL CI COI GR NM TT XX",
    ),
    "enw": ("%{} {}\n", "0 Journal Article", "0 A B C D E F G I J K L M N P R S T U V X Y Z 1 6 7 8"
            " 9 ? @ ! # $ ] & ( ) * + ^ > < [ = ~"),
    "wos": (
        "{} {}\n",
        "PT J",
        "FN VR PT AU AF BA BE GP CA TI SO SE BS LA DT CT CY CL DE ID AB C1 RP EM RI OI CR NR TC "
        "PU PI PA SN EI BN J9 JI PD PY VL IS SI BP EP AR DI PG WC SC GA UT PM ER EF XX",
    ),
}  # fmt: skip
_MARC_TAGS = (
    "001 003 005 007 008 010 020 022 024 040 041 044 050 082 084 100 110 111 240 245 246 250 260 "
    "264 300 336 347 490 500 502 504 505 520 546 600 650 651 653 655 700 710 711 720 740 760 765 "
    "773 775 776 787 800 810 830 856 880 887 999"
).split()
_SUBFIELDS = "abcdefghijklnopqrstuvwxyz0124678"
_PUBMED: Mapping[str, str] = {
    "PubmedArticleSet": "PubmedArticle PubmedBookArticle DeleteCitation",
    "PubmedArticle": "MedlineCitation PubmedData",
    "PubmedBookArticle": "BookDocument PubmedBookData",
    "MedlineCitation": "PMID Article MedlineJournalInfo MeshHeadingList KeywordList OtherAbstract",
    "BookDocument": "PMID Book ArticleTitle AuthorList Abstract ArticleIdList Sections Language",
    "Book": "Publisher BookTitle PubDate AuthorList Isbn Volume Edition CollectionTitle",
    "Publisher": "PublisherName PublisherLocation",
    "Article": "Journal ArticleTitle Pagination ELocationID Abstract AuthorList Language "
    "PublicationTypeList VernacularTitle ArticleDate",
    "Journal": "ISSN JournalIssue Title ISOAbbreviation",
    "JournalIssue": "Volume Issue PubDate",
    "PubDate": "Year Month Day Season MedlineDate",
    "ArticleDate": "Year Month Day",
    "Pagination": "StartPage EndPage MedlinePgn",
    "Abstract": "AbstractText CopyrightInformation",
    "AbstractText": "i sup sub",
    "ArticleTitle": "i sup b",
    "AuthorList": "Author Author",
    "Author": "LastName ForeName Initials Suffix CollectiveName Identifier AffiliationInfo",
    "AffiliationInfo": "Affiliation Identifier",
    "MeshHeadingList": "MeshHeading",
    "MeshHeading": "DescriptorName QualifierName",
    "KeywordList": "Keyword",
    "PublicationTypeList": "PublicationType",
    "PubmedData": "ArticleIdList History",
    "ArticleIdList": "ArticleId",
}
_ATTRIBUTES = (
    *(' Type="editors"', ' Type="authors"', ' IdType="doi"', ' IdType="pmc"', ' EIdType="doi"'),
    *(' Source="ORCID"', ' ValidYN="N"', ' CompleteYN="N"', ' MajorTopicYN="Y"', ' Label="A"'),
    *(' IssnType="Electronic"', ' DateType="Electronic"', ' book="x"', ' UI="D1"', "", "", ""),
)
_CITATION = (
    *(
        "@a",
        "-@a",
        "@{a b}",
        "@b",
        "@",
        "[",
        "]",
        ";",
        ",",
        "p. 3",
        "pp. 3-4",
        "S. 12 f.",
        "{",
        "}",
    ),
    *(
        " ",
        "see",
        "vgl. ",
        "ch. iv, § 2",
        "\\[",
        "\\;",
        "et passim",
        "[@a]",
        "*x*",
        "[-@b, {p. 3}]",
    ),
)
_CELLS = (*VALUES, ";", ",", "isbn", "ISBN", '"a"', '""', "'", "\r", "978 3 948289 82 9 978")
_TOML = (
    *("style", "rules", "overrides", "exclude", "check", "cite", "export", "files", "jobs", "x"),
    *(
        "=",
        "=",
        "=",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        '"apa"',
        '"error"',
        "1",
        "true",
        "[]",
        "0x",
        ",",
    ),
    *(
        "'''",
        "\n",
        "\n",
        "\n",
        ".",
        "inf",
        "2001-02-30",
        '["*.bib"]',
        "#",
        '"off"',
        "tool.reportcite",
    ),
)
_PASTED = (
    *(
        "Doe, J.",
        "Doe, Jane",
        "J. Doe",
        " & ",
        " and ",
        "; ",
        "(2001)",
        "(2001, May 3)",
        "2001",
        ". ",
    ),
    *(
        ": ",
        ", ",
        "“",
        "”",
        "In ",
        "Eds.",
        "(Hrsg.)",
        "3rd ed.",
        "pp. 3-4",
        "S. 1–5",
        "12(3)",
        "Berlin",
    ),
    *(
        "https://doi.org/10.1000/a",
        "ISBN 978-3-948289-82-9",
        "\n",
        "\n\n",
        "Soil",
        "[Online]",
        "(",
        ")",
    ),
)
T = TypeVar("T")


def chosen(several: Sequence[T], choices: Iterator[int]) -> T:
    return several[next(choices, 0) % len(several)]


def count(choices: Iterator[int]) -> int:
    return next(choices, 0) % 12


def _of_lines(name: str, data: bytes) -> bytes:
    line, first, others = _LINES[name]
    choices = iter(data)
    tags = others.split(" ")
    text = ""
    for _ in range(1 + count(choices) % 4):
        tag, _, value = first.partition(" ")
        text += line.format(tag, value or chosen(VALUES, choices))
        for _ in range(count(choices)):
            text += line.format(chosen(tags, choices), chosen(VALUES, choices))
            text += chosen(("", "", "", "   more\n", "\n", "      more\n"), choices)
        text += chosen(("\n", "ER\n\n", ""), choices)
    return text.encode("utf-8", "replace")


def _marc(data: bytes) -> bytes:
    choices = iter(data)
    fields: list[tuple[str, bytes]] = []
    for _ in range(2 * count(choices)):
        tag = chosen(_MARC_TAGS, choices)
        text = chosen(("  ", "1 ", "00", "2", ""), choices) if tag >= "010" else ""
        for _ in range(count(choices) % 5):
            text += f"\x1f{chosen(_SUBFIELDS, choices)}{chosen(VALUES, choices)}"
        fields.append((tag, text.encode("utf-8", "replace") + b"\x1e"))
    directory, start = "", 0
    for tag, content in fields:
        wrong = chosen((0, 0, 0, 0, 0, 1, 99999), choices)
        directory += f"{tag}{len(content) % 10000:04}{(start + wrong) % 100000:05}"
        start += len(content)
    base = 25 + len(directory)
    kind = chosen(("am", "as", "em", "ab", "ja", "gm", "  ", "aa"), choices)
    leader = f"{(base + start + 1) % 100000:05}n{kind} a22{base % 100000:05} a 4500"
    return (leader + directory).encode() + b"\x1e" + b"".join(c for _, c in fields) + b"\x1d"


def _pubmed(data: bytes) -> bytes:
    choices = iter(data)
    return _element("PubmedArticleSet", choices, 0).encode("utf-8", "replace")


def _element(tag: str, choices: Iterator[int], depth: int) -> str:
    inside = ""
    children = _PUBMED.get(tag, "").split()
    if not children or next(choices, 0) % 9 == 0:
        inside = chosen(VALUES, choices).replace("&amp;", "&").replace("&", "&amp;")
        inside = inside.replace("<", "&lt;").replace("\x1f", "")
    for child in children * (depth < 9):
        if next(choices, 0) % 3:
            inside += _element(child, choices, depth + 1)
    return f"<{tag}{chosen(_ATTRIBUTES, choices)}>{inside}</{tag}>"


def _joined(words: Sequence[str], delimiter: str = "") -> Callable[[bytes], bytes]:
    def made(data: bytes) -> bytes:
        return delimiter.join(chosen(words, iter([one])) for one in data).encode("utf-8", "replace")

    return made


def _table(data: bytes) -> bytes:
    choices = iter(data)
    delimiter = chosen((",", ";", "\t", "|"), choices)
    rows = [
        delimiter.join(chosen(_CELLS, choices) for _ in range(1 + count(choices) % 4))
        for _ in range(1 + count(choices))
    ]
    return chosen(("\n", "\r\n", "\r"), choices).join(rows).encode("utf-8", "replace")


MADE: Mapping[str, Callable[[bytes], bytes]] = {
    "nbib": lambda data: _of_lines("nbib", data),
    "enw": lambda data: _of_lines("enw", data),
    "wos": lambda data: _of_lines("wos", data),
    "marc": _marc,
    "pubmed-xml": _pubmed,
    "citation": _joined(_CITATION),
    "table": _table,
    "settings": _joined(_TOML, " "),
    "pasted": _joined(_PASTED, " "),
}
"""What is made → the file of it that some bytes choose."""
