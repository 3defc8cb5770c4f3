"""Records that are made at once are those that are made field by field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.bibtex.reading.at_once import record_at_once
from reportcite.formats.bibtex.reading.entry import Manner, record_of
from reportcite.formats.bibtex.reading.parse import RawEntry
from reportcite.record.model import Record


def made(
    fields: dict[str, str], kind: str = "article", key: str = "k", *, manner: Manner | None = None
) -> Record | None:
    """What is made at once of an entry with these fields, a line each: what is made field by field,
    or nothing."""
    at_once, one_by_one = manner or Manner(), Manner()
    one_by_one.assumed_language, one_by_one.told = at_once.assumed_language, at_once.told
    raw = RawEntry(kind, key, 7, (*fields,), [*fields.values()], range(1, len(fields) + 1))
    record = record_at_once(raw, "refs.bib", at_once)
    if record is not None:
        want = record_of(raw.entry(), "refs.bib", one_by_one, lambda _: "no key")
        assert record == want
        assert [*record.fields] == [*want.fields]
        assert not one_by_one.told or at_once.told
    return record


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("article", {"title": "Tide", "author": "Ng, Ann and Roe, Bo", "year": "2024",
                     "month": "may", "journal": "Nature", "number": "2", "pages": "1--9"}),
        ("book", {"title": "{Rise of Tides}", "author": "Ann Ng and {World Bank}", "year": "1999",
                  "publisher": "Simon and Schuster", "edition": "Second", "isbn": "3161484100"}),
        ("book", {"title": "The Rise of {Tides}", "langid": "english", "language": "en"}),
        ("report", {"title": "Tide", "institution": "Alder and {Birch and Sons}",
                    "location": "countryde", "date": "2020/2022", "urldate": "2024-05-01"}),
        ("techreport", {"title": "Tide", "type": "Report", "year": "2020"}),
        ("techreport", {"title": "Tide", "year": "2020"}),
        ("phdthesis", {"title": "Tide", "school": "Bern", "year": "2020"}),
        ("article", {"title": "Tide", "eprint": "2301.01234", "archiveprefix": "arXiv"}),
        ("article", {"title": "Tide", "eprint": "123", "eprinttype": "pubmed"}),
        ("article", {"title": "Tide", "issue": "4", "fjournal": "Journal of X", "journal": "J. X"}),
        ("inproceedings", {"title": "A", "booktitle": "B", "address": "Bern", "location": "Wien"}),
        ("article", {"title": "Tide", "journal": r"{\aap}", "note": r"R\&D -- 5\% of $x$"}),
        ("article", {"title": "Tide", "keywords": "a; b", "file": "a  b.pdf", "groups": ""}),
        ("article", {"title": "Tide", "doi": "10.1234/%41", "issn": "0028-0836"}),
        ("article", {"title": "Tide", "pubstate": "inpress", "abstract": "One\nand\n  two"}),
        ("article", {"title": "Tide", "author": r"Garc{\'i}a, B.~P. and van der Berg, Jan"}),
        ("unpublished", {"title": "Tide", "venue": "Bern", "eventdate": "2020-01"}),
        ("misc", {"author": "Ng, Ann"}),
        ("article", {"title": r"{The Rise \& Fall of Tides}", "editor": "Ng, Ann", "year": "2020",
                     "eprint": "2301.01234", "archiveprefix": "arXiv"}),
    ],
)  # fmt: skip
def test_what_is_read_without_a_doubt_is_made_at_once(kind: str, fields: dict[str, str]) -> None:
    assert made(fields, kind) is not None


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("whatever", {"title": "A"}),
        ("article", {"title": ""}),
        ("article", {"title": "A  b"}),
        ("article", {"title": "R&amp;D"}),
        ("article", {"title": "A\x07"}),
        ("article", {"title": r"A \weird b"}),
        ("article", {"title": "The Rise of Tides"}),
        ("article", {"title": "A", "titlesubtitle": "b"}),
        ("article", {"title": "A", "note": r"\weird"}),
        ("article", {"title": "A", "note": "~"}),
        ("article", {"title": "A", "note": ""}),
        ("article", {"title": "A", "pages": "1 – 9"}),
        ("article", {"title": "A", "pages": "1---9"}),
        ("article", {"title": "A", "doi": "doi:10.1234/a"}),
        ("article", {"title": "A", "isbn": "0028-0836"}),
        ("article", {"title": "A", "author": "Ng, Ann and others"}),
        ("article", {"title": "A", "author": "Ng, Ann; Roe, Bo"}),
        ("article", {"title": "A", "author": "Ng,  Ann"}),
        ("article", {"title": "A", "author": r"Ng\ and Roe, Bo"}),
        ("article", {"title": "A", "author": r"Ng \c and Roe"}),
        ("article", {"title": "A", "author": "{Ng and Roe}"}),
        ("article", {"title": "A", "author": "{Ng}, {A and B}"}),
        ("article", {"title": "A", "author": "Ng, A and~Roe, B"}),
        ("article", {"title": "A", "author": "Ng, Ann et al."}),
        ("article", {"title": "A", "author": "Ng &amp; Co, Ann"}),
        ("article", {"title": "A", "author": "<<Ng>>, Ann", "langid": "french"}),
        ("article", {"title": "A", "author": r"\enquote{Ng}, Ann", "langid": "german"}),
        ("article", {"title": "A", "author": r"N\ifmmode \acute{n}\else \'{n}\fi{}ski, R."}),
        ("article", {"title": "A", "year": "2024", "month": "Maybe"}),
        ("article", {"title": "A", "author": "World Bank"}),
        ("article", {"title": "A", "author": ""}),
        ("article", {"title": "A", "year": "soon"}),
        ("article", {"title": "A", "date": "2024~"}),
        ("article", {"title": "A", "urldate": "5 May 2024"}),
        ("article", {"title": "A", "language": ""}),
        ("article", {"title": "A", "issue": "4", "number": "3"}),
        ("article", {"title": "A", "journal": "B", "journaltitle": "B"}),
        ("book", {"title": "A", "booktitle": "B"}),
        ("book", {"title": "A", "editor": "Ng, Ann", "editortype": "translator"}),
        ("audio", {"title": "A", "author": "Ng, Ann", "authortype": "performer"}),
        ("misc", {"title": "A", "howpublished": r"\url{https://example.org}"}),
    ],
)  # fmt: skip
def test_all_else_is_looked_at_more_closely(kind: str, fields: dict[str, str]) -> None:
    assert made(fields, kind) is None


def test_an_entry_without_a_key_is_looked_at_more_closely() -> None:
    assert made({"title": "A"}, key="") is None
    assert made({"title": "A"}, key="{}") is None


def test_it_is_said_once_that_no_language_is_stated() -> None:
    title = {"title": "The Rise of Tides"}
    manner = Manner()
    assert made(title, manner=manner) is None
    manner.told = True
    assert made(title, manner=manner) is not None
    assert made(title, manner=Manner("de")) is not None
    english = made(title, manner=Manner("en-GB"))
    assert english is not None and english.fields["title"] == "The rise of tides"


@pytest.mark.parametrize(
    ("text", "one_line"),
    [("plain", True), (r"R\&D", True), ("a~b", False), ("a\u00a0b", False), ("ü", True)],
)
def test_texts_of_one_line_are_known_as_such(text: str, one_line: bool) -> None:
    for fields in ({"title": text}, {"title": "A", "note": text}):
        record = made(fields)
        assert record is not None and record.one_line == one_line
    record = made({"title": "A"}, key="k\u200b")
    assert record is not None and not record.one_line


def test_places_are_those_of_the_fields() -> None:
    record = made({"title": "A", "year": "2020", "type": "Report"}, "report")
    assert record is not None
    assert record.places == {"title": (8, 1), "issued": (9, 1)}
    assert record.place_of("issued").line == 9
    assert record.place_of("author/1").line == 7


NAMES = st.lists(
    st.sampled_from(
        [" and ", "Ng, Ann", "Ng", "{World Bank}", "others", "van der Ng", " ", ", ", "~", ";", "&",
         r"\'e", r"\c", "\\", "{", "}", "et al.", "<<",
         r"\ifmmode a\else b\fi", r"\enquote{a}", ">>", "And", "and", "\n", "ü", "--"]
    ),
    max_size=8,
).map("".join)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(
        ["a", "Tide", "The Rise of", " ", "  ", "{", "}", "{DNA}", "{as is}", "--", "---", "~", "$",
         r"\&", "&amp;", r"\'{e}", r"\weird", "<<", ">>", "\n", "\x07", "\xa0", "none", " and ",
         "countryde", "patentus", r"\enquote{x}", "Report", ":", "''", "“", r"\aap", "12", "2024"]
    ),
    max_size=5,
).map("".join)  # fmt: skip
NUMBERS = st.sampled_from(
    ["12", "1--9", "1-9", "1 -- 9", "S. 4", "0028-0836", "978-3-16-148410-0", "3161484100", "",
     "978-3-16-148410-0 0028-0836", "10.1234/a", "doi:10.1234/a", "10.1234/%41", "Second", "x"]
)  # fmt: skip
DATES = st.sampled_from(["2024", "2024-05", "2020/2022", "2024~", "soon", "may", "{2024}", "", "5"])
LANGUAGES = st.sampled_from(["en", "english", "german", "de", "latin and greek", "langlatin", ""])
FIELDS: dict[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(["author", "editor", "editora", "translator"], NAMES),
    **dict.fromkeys(
        ["title", "subtitle", "booktitle", "journal", "fjournal", "publisher", "institution",
         "address", "location", "note", "series", "type", "pubstate", "keywords", "url", "file",
         "abstract", "maintitle", "howpublished", "eprint", "archiveprefix", "csl-archive",
         "shorttitle", "venue", "eventtitle"],
        TEXTS,
    ),
    **dict.fromkeys(
        ["pages", "isbn", "issn", "doi", "number", "issue", "volume", "edition", "csl-isbn"],
        NUMBERS,
    ),
    **dict.fromkeys(["year", "month", "day", "date", "urldate", "eventdate"], DATES),
    **dict.fromkeys(["language", "langid", "hyphenation"], LANGUAGES),
    "entrysubtype": st.sampled_from(["newspaper", "speech", ""]),
    "editortype": st.sampled_from(["translator", ""]),
    "authortype": st.sampled_from(["performer", ""]),
    "options": st.sampled_from(["useprefix=false", ""]),
}  # fmt: skip


@given(
    st.sampled_from(
        ["article", "book", "incollection", "inproceedings", "techreport", "report", "phdthesis",
         "misc", "periodical", "unpublished", "online", "whatever"]
    ),
    st.dictionaries(st.sampled_from([*FIELDS]), st.none(), max_size=6).flatmap(
        lambda names: st.fixed_dictionaries({name: FIELDS[name] for name in names})
    ),
    st.sampled_from(["k", "", "a b", "ü\u200b"]),
    st.sampled_from(["", "en", "de"]),
    st.booleans(),
)  # fmt: skip
def test_any_entry_is_the_same_either_way(
    kind: str, fields: dict[str, str], key: str, language: str, told: bool
) -> None:
    manner = Manner(language)
    manner.told = told
    made(fields, kind, key, manner=manner)
