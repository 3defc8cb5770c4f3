"""RIS of either specification, as programs and databases export it, and what is broken in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, read_record

FILE = """\

1.
TY  - RPRT
ID  - key1
T1  - A title that a program has
wrapped onto a second line
A1  - Ratzmann, Nora
AU  - van der Berg, Jan, Jr.
AU  - Humboldt, Alexander von
AU  - DeZIM Institut
PB  - DeZIM Institut
CY  - Berlin
Y1  - 2024/03/07/
SN  - 978-3-948289-82-9
SN  - WP 12/2024
T2  - Working papers
M1  - Series Number: 12
M3  - Working paper
SP  - 47
KW  - a
KW  - b, c
N2  - First paragraph.
N2  - Second paragraph.
N1  - One note
N1  - Another note
N1  - Event Title: Berlin: a conference
DO  - 10.5555/12345678
UR  - https://example.org/a
UR  - https://example.org/b
Y2  - 2024/11/22/
LA  - de
C5  - something
ER  - 

TY  - JOUR
TI  - An article
JO  - The Journal
PY  - 2020
DA  - March 7
SP  - 12
EP  - 34
VL  - 3
IS  - 2
SN  - 0378-5955
ER  -
"""  # noqa: W291 - the space after ER belongs to the format


def test_both_specifications() -> None:
    report, article = (one for one in read_file("ris", FILE) if isinstance(one, Record))
    assert (report.id, report.type, report.place.line) == ("key1", "report", 3)
    assert report.fields == {
        "citation-key": "key1",
        "title": "A title that a program has wrapped onto a second line",
        "author": [
            {"family": "Ratzmann", "given": "Nora"},
            {"non-dropping-particle": "van der", "family": "Berg", "given": "Jan", "suffix": "Jr."},
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            {"literal": "DeZIM Institut"},
        ],
        "publisher": "DeZIM Institut",
        "publisher-place": "Berlin",
        "issued": {"date-parts": [[2024, 3, 7]]},
        "ISBN": "978-3-948289-82-9",
        "number": "WP 12/2024",
        "collection-title": "Working papers",
        "collection-number": "12",
        "genre": "Working paper",
        "number-of-pages": "47",
        "keyword": "a; b, c",
        "abstract": "First paragraph. Second paragraph.",
        "note": "One note\nAnother note",
        "event-title": "Berlin: a conference",
        "DOI": "10.5555/12345678",
        "URL": "https://example.org/a",
        "accessed": {"date-parts": [[2024, 11, 22]]},
        "language": "de",
    }
    assert [(one.rule.name, one.place.line) for one in report.problems] == [("second-value", 29)]
    assert report.custom == {"ris": {"L2": "https://example.org/b", "C5": "something"}}
    assert article.fields == {
        "title": "An article",
        "container-title": "The Journal",
        "issued": {"date-parts": [[2020, 3, 7]]},
        "page": "12-34",
        "volume": "3",
        "issue": "2",
        "ISSN": "0378-5955",
    }
    assert article.id == "anon2020article"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_ending(encoding: str, ending: str) -> None:
    data = ending.join(["TY  - GEN", "TI  - Größe", "ER  - ", ""]).encode(encoding)
    record = read_record("ris", data)
    assert record.fields["title"] == "Größe"
    assert [one.rule.name for one in record.problems] == (
        ["encoding"] if encoding == "cp1252" else []
    )


def test_a_missing_end_is_noticed_and_costs_nothing() -> None:
    first, second = read_file("ris", "TY  - GEN\nTI  - A\nTY  - GEN\nTI  - B")
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.fields["title"], second.fields["title"]) == ("A", "B")
    assert [one.rule.name for one in first.problems] == ["ris-unclosed"]


def test_what_stands_outside_a_reference_is_named_and_the_others_come_through() -> None:
    text = (
        "TY  - BOOK\nTI  - A\nER  - \nTI  - lost\nAU  - lost\nER  - \nTY  - BOOK\nTI  - B\nER  - "
    )
    first, problem, last = read_file("ris", text)
    assert isinstance(first, Record) and isinstance(last, Record)
    assert isinstance(problem, Problem) and problem.place.line == 4


@pytest.mark.parametrize("data", ["", "no RIS at all", b"\x00\xff\x00"])
def test_a_file_without_references_is_a_problem(data: str | bytes) -> None:
    [problem] = read_file("ris", data)
    assert isinstance(problem, Problem) and problem.rule.name == "no-entries"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2024"], {"date-parts": [[2024]]}),
        (["PY  - 2024///"], {"date-parts": [[2024]]}),
        (["PY  - 1998///Spring"], {"date-parts": [[1998]], "season": 1}),
        (["PY  - 2024", "DA  - 2024/05//"], {"date-parts": [[2024, 5]]}),
        (["PY  - 2024", "DA  - 2023/05/01/"], {"date-parts": [[2023, 5, 1]]}),
        (["PY  - 2024", "Y1  - 2024/05/07/"], {"date-parts": [[2024, 5, 7]]}),
        (["PY  - 0000//", "DA  - 2024"], {"date-parts": [[2024]]}),
        (["DA  - 2024-05-07"], {"date-parts": [[2024, 5, 7]]}),
        (["PY  - 2024", "M1  - Issued: 2024/2025"], {"date-parts": [[2024], [2025]]}),
        (["PY  - in press"], {"literal": "in press"}),
    ],
)
def test_dates(lines: list[str], date: object) -> None:
    text = "\n".join(["TY  - RPRT", *lines, "ER  - "])
    assert read_record("ris", text).fields["issued"] == date


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("ris", data))


PIECES = ["TY  - RPRT\n", "ER  - \n", "TI  - ", "M1  - ", "AU  - ", "PY  - ", "a", "\n", ",", ":",
          "2024", "Type: ", "/", " || "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_pieces_of_references(text: str) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("ris", text))


BOMBS = {
    "no end": "TY  - RPRT\n" + "TI  - x\n" * 200_000,
    "wrapped lines": "TY  - RPRT\nTI  - x\n" + "x\n" * 300_000,
    "one long line": "TY  - RPRT\nTI  - " + "x" * 5_000_000,
    "keywords": "TY  - RPRT\n" + "KW  - x\n" * 100_000 + "ER  - \n",
    "notes": "TY  - RPRT\n" + "N1  - x\n" * 100_000 + "ER  - \n",
    "references": "TY  - RPRT\n" * 50_000,
    "commas": "TY  - RPRT\nAU  - " + "a, " * 200_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_input_made_to_be_slow_is_read_to_its_end(name: str) -> None:
    """Each takes about a second; were the reader quadratic, some would take hours."""
    assert read_file("ris", BOMBS[name])


def test_tags_with_single_blanks_are_taken() -> None:
    proper = "TY  - BOOK\nTI  - A\nER  - \n"
    loose = "TY - BOOK\nTI - B\nAU - Smith, Jo\nUR -\nAB - One - two\nthree\nER -\n"
    first, second = read_file("ris", proper + loose)
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.fields["title"], second.fields["title"]) == ("A", "B")
    assert second.fields["author"] == [{"family": "Smith", "given": "Jo"}]
    assert second.fields["abstract"] == "One - two three"
    assert (second.type, second.place.line) == ("book", 4)
    assert len(read_file("ris", loose + loose)) == 2


def test_a_wrapped_line_that_looks_loosely_tagged_belongs_to_its_text() -> None:
    record = read_record("ris", "TY  - BOOK\nAB  - Plan\nAB - or plan B\nER  - ")
    assert record.fields["abstract"] == "Plan AB - or plan B"


def test_a_type_nobody_knows_is_a_warning() -> None:
    record = read_record("ris", "TY  - XYZW\nTI  - A\nER  - ")
    assert record.type == "document"
    [problem] = record.problems
    assert (problem.rule.name, problem.severity) == ("unknown-type", "warning")
    assert "XYZW" in problem.message


def test_an_empty_file_says_what_was_expected() -> None:
    [problem] = read_file("ris", "")
    assert isinstance(problem, Problem) and "TY  - BOOK" in problem.suggestion


def reference(type_: str, *lines: str) -> Record:
    return read_record("ris", "\n".join([f"TY  - {type_}", *lines, "ER  - "]))


def rules_of(record: Record) -> list[str]:
    """The rules of what is reported of a reference, but for what it lacks."""
    return [one.rule.name for one in record.problems if one.rule.name != "recommended-field"]


@pytest.mark.parametrize(
    ("type_", "number", "fields"),
    [
        ("BOOK", "978-3-16-148410-1", {"ISBN": "978-3-16-148410-1"}),  # mistyped: for `check`
        ("CHAP", "3-16-148410-0 (Broschur : EUR 10.00)", {"ISBN": "3-16-148410-0"}),
        ("BOOK", "978-3-16-148410-0 3161484100", {"ISBN": "978-3-16-148410-0, 3161484100"}),
        ("BOOK", "ISBN 978-3-16-148410-0; ISSN 0378-5955",
         {"ISBN": "978-3-16-148410-0", "ISSN": "0378-5955"}),
        ("JOUR", "0378-5955 (Print) 1234-5678 (Electronic)", {"ISSN": "0378-5955, 1234-5678"}),
        ("JOUR", "0378-5954", {"ISSN": "0378-5954"}),
        ("BOOK", "Bd. 12", {"number": "Bd. 12"}),
        ("RPRT", "978-3-16-148410-1", {"ISBN": "978-3-16-148410-1"}),
        ("RPRT", "978-3-16-148410-0 (pdf)", {"ISBN": "978-3-16-148410-0"}),
        ("RPRT", "2024-0012", {"number": "2024-0012"}),
        ("RPRT", "WP 12/2024", {"number": "WP 12/2024"}),
    ],
)  # fmt: skip
def test_the_number_in_sn_is_reported_by_type_and_shape(
    type_: str, number: str, fields: dict[str, str]
) -> None:
    found = reference(type_, f"SN  - {number}").fields
    assert {name: found.get(name) for name in ("ISBN", "ISSN", "number") if name in found} == fields


def test_lines_without_a_tag_are_further_values_where_endnote_lists_them() -> None:
    record = reference(
        "BOOK", "AU  - Müller, Anna", "Schmidt, Bernd", "KW  - migration", "labour market",
        "SN  - 978-3-16-148410-0", "3161484100", "UR  - https://a.org", "https://b.org",
        "AB  - A text that", "goes on.", "TI  - A title", "  that goes on",
    )  # fmt: skip
    assert [name["family"] for name in record.fields["author"]] == ["Müller", "Schmidt"]  # type: ignore[index]
    assert record.fields["keyword"] == "migration, labour market"
    assert record.fields["ISBN"] == "978-3-16-148410-0, 3161484100"
    assert record.fields["URL"] == "https://a.org"
    assert record.fields["abstract"] == "A text that goes on."
    assert record.fields["title"] == "A title that goes on"
    assert rules_of(record) == ["second-value"]


def test_a_wrapped_name_of_a_body_is_one_name() -> None:
    record = reference("RPRT", "AU  - Deutsches Zentrum für Integrations-", "und Migration")
    assert record.fields["author"] == [
        {"literal": "Deutsches Zentrum für Integrations- und Migration"}
    ]


@pytest.mark.parametrize(
    ("text", "names", "rules"),
    [
        ("A. Müller", [{"given": "A.", "family": "Müller"}], []),
        ("J.-P. de la Tour",
         [{"given": "J.-P.", "non-dropping-particle": "de la", "family": "Tour"}], []),
        ("Smith J", [{"given": "J", "family": "Smith"}], []),
        ("van der Berg JA",
         [{"given": "JA", "non-dropping-particle": "van der", "family": "Berg"}], []),
        ("Müller, Anna; Schmidt, Bernd",
         [{"family": "Müller", "given": "Anna"}, {"family": "Schmidt", "given": "Bernd"}], []),
        ("Müller, Anna, 1960-", [{"family": "Müller", "given": "Anna"}], ["name-dates"]),
        ("DeZIM Institut", [{"literal": "DeZIM Institut"}], []),
        ("Greenpeace UK", [{"literal": "Greenpeace UK"}], ["name-split"]),
        ("Anna Müller", [{"literal": "Anna Müller"}], ["name-split"]),
        ("Müller, A., Schmidt, B., & Foo, C.",
         [{"literal": "Müller, A., Schmidt, B., & Foo, C."}], ["name-list"]),
    ],
)  # fmt: skip
def test_names_of_other_programs(text: str, names: object, rules: list[str]) -> None:
    record = reference("RPRT", f"AU  - {text}", "PY  - 2020")
    assert record.fields["author"] == names
    assert rules_of(record) == rules


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2019/20"], {"date-parts": [[2019], [2020]]}),
        (["PY  - 2019/12"], {"date-parts": [[2019, 12]]}),
        (["PY  - 2021", "DA  - 5. März 2021"], {"date-parts": [[2021, 3, 5]]}),
        (["PY  - 2021", "DA  - 5. März"], {"date-parts": [[2021, 3, 5]]}),
        (["PY  - 2021", "DA  - Jan-Feb"], {"date-parts": [[2021, 1], [2021, 2]]}),
        (["DA  - 05.03.2021"], {"date-parts": [[2021, 3, 5]]}),
        (["PY  - c2020"], {"date-parts": [[2020]]}),
    ],
)
def test_dates_as_people_write_them(lines: list[str], date: object) -> None:
    record = reference("RPRT", *lines)
    assert record.fields["issued"] == date and rules_of(record) == []


def test_a_date_that_is_not_understood_is_reported() -> None:
    record = reference("RPRT", "PY  - 2021", "DA  - yesterday")
    assert record.fields["issued"] == {"date-parts": [[2021]]}
    assert rules_of(record) == ["date-syntax"]
    assert rules_of(reference("RPRT", "PY  - after Easter")) == ["date-syntax"]


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (["SP  - 1-47"], {"page": "1-47"}),
        (["SP  - 1", "EP  - 47"], {"page": "1-47"}),
        (["SP  - 1-47", "EP  - 47"], {"page": "1-47"}),
        (["SP  - 47"], {"number-of-pages": "47"}),
    ],
)
def test_pages_of_a_report(lines: list[str], fields: dict[str, str]) -> None:
    found = reference("RPRT", *lines).fields
    assert {name: found[name] for name in ("page", "number-of-pages") if name in found} == fields


@pytest.mark.parametrize(
    "lines",
    [["SP  - No", "EP  - Specified"], ["SP  - No Pagination Specified"], ["SP  - no pagination"]],
)
def test_that_there_are_no_pages_is_no_page(lines: list[str]) -> None:
    assert "page" not in reference("JOUR", *lines).fields
    assert reference("JOUR", "SP  - No", "EP  - 7").fields["page"] == "No-7"


def test_a_number_without_a_label() -> None:
    assert reference("RPRT", "M1  - 12").fields["number"] == "12"
    both = reference("RPRT", "M1  - 12", "SN  - WP 3")
    assert (both.fields["number"], both.custom) == ("WP 3", {"ris": {"M1": "12"}})
    assert reference("BOOK", "T2  - Series", "M1  - 12").fields["collection-number"] == "12"
    assert reference("JOUR", "M1  - 12").fields["issue"] == "12"


def test_the_second_authors_of_a_report_in_a_series_are_the_editors_of_the_series() -> None:
    series = reference("RPRT", "AU  - A, B", "A2  - C, D", "T2  - Series")
    assert series.fields["collection-editor"] == [{"family": "C", "given": "D"}]
    assert "editor" in reference("RPRT", "A2  - C, D").fields
    assert "editor" in reference("RPRT", "AU  - A, B", "ED  - C, D", "T2  - Series").fields


def test_languages_keywords_entities_and_genres_as_databases_write_them() -> None:
    record = reference("JOUR", "LA  - ger", "KW  - migration; work",
                       "TI  - R&amp;D &lt;i&gt;x&lt;/i&gt;",
                       "M3  - Article", "AD  - Berlin", "DB  - PubMed", "AN  - 123", "C2  - PMC12",
                       "J9  - J ABC", "JI  - J. Abc.")  # fmt: skip
    assert record.fields["language"] == "de"
    assert record.fields["keyword"] == "migration, work"
    assert record.fields["title"] == "R&D <i>x</i>"
    assert "genre" not in record.fields
    assert (record.fields["PMID"], record.fields["PMCID"]) == ("123", "PMC12")
    assert record.fields["container-title-short"] == "J ABC"
    assert rules_of(record) == []
    assert reference("RPRT", "M3  - Article").fields["genre"] == "Article"


def test_a_line_that_ends_the_file_is_passed_over() -> None:
    [record] = read_file("ris", "TY  - BOOK\nTI  - A\nER  - \nEF  -\n")
    assert isinstance(record, Record)


def test_of_several_urls_the_first_is_taken_and_the_others_are_reported() -> None:
    record = reference("BOOK", "UR  - https://a.org;b;https://b.org https://c.org")
    assert record.fields["URL"] == "https://a.org;b"
    assert rules_of(record) == ["second-value", "second-value"]


def test_a_list_of_names_may_go_on() -> None:
    record = reference("RPRT", "AU  - Ng, Ann", "AU  - et al.", "M1  - Chair: et al.")
    assert record.fields["author"] == [{"family": "Ng", "given": "Ann"}]
    assert record.truncated == {"author"}


@pytest.mark.parametrize(
    ("lines", "fields", "kept"),
    [
        (["DB  - PMC", "AN  - 12", "U1  - 3"], {"source": "PMC"}, {"AN": "12", "U1": "3"}),
        (["DB  - PubMed", "AN  - 12", "AN  - 13"], {"source": "PubMed", "PMID": "12"},
         {"AN": "13"}),
        # The American Chemical Society has its rights where others have the issue.
        (["M1  - Copyright (C) 2016 Tide Society"], {}, {"M1": "Copyright (C) 2016 Tide Society"}),
    ],
)  # fmt: skip
def test_what_is_no_value_of_a_field_is_kept(
    lines: list[str], fields: dict[str, object], kept: dict[str, object]
) -> None:
    record = reference("JOUR", *lines)
    assert (record.fields, record.custom) == (fields, {"ris": kept})


@pytest.mark.parametrize(
    ("type_", "lines", "fields"),
    [
        ("JOUR", ["M3  - doi:10.1234/a"], {"DOI": "10.1234/a"}),
        ("RPRT", ["M3  - 10.1234/a"], {"DOI": "10.1234/a"}),
        ("JOUR", ["DO  - 10.1234/A", "M3  - 10.1234/a", "N1  - doi: 10.1234/a",
                  "UR  - doi:10.1234/a"], {"DOI": "10.1234/A"}),
        ("JOUR", ["UR  - https://doi.org/10.1234/a"], {"URL": "https://doi.org/10.1234/a"}),
        ("JOUR", ["T2  - J", "JO  - j"], {"container-title": "J", "container-title-short": "j"}),
        ("JOUR", ["JO  - Journal"], {"container-title": "Journal"}),
        ("JOUR", ["JO  - J. of A"],
         {"container-title": "J. of A", "container-title-short": "J. of A"}),
        ("JOUR", ["AB  - a", "N2  - a"], {"abstract": "a"}),
        ("JOUR", ["C2  - PMC1", "C7  - e12"], {"PMCID": "PMC1", "number": "e12"}),
        ("JOUR", ["ET  - 2024/05/07"], {"available-date": {"date-parts": [[2024, 5, 7]]}}),
        ("JOUR", ["ET  - 2nd"], {"edition": "2nd"}),
        ("JOUR", ["SP  - 12-34", "M2  - 12"], {"page": "12-34"}),
        ("JOUR", ["M2  - 12"], {"page": "12"}),
        ("BOOK", ["N1  - Call Number: QA 1"], {"call-number": "QA 1"}),
        ("BOOK", ["DB  - Scopus", "AN  - 12", "DP  - X"],
         {"source": "Scopus"}),
        # As PubMed Central exports it.
        ("JOUR", ["DB  - PMC", "AN  - PMC3654245", "U1  - 23690738[pmid]"],
         {"source": "PMC", "PMCID": "PMC3654245", "PMID": "23690738"}),
        ("JOUR", ["M1  - Copyrights"], {"issue": "Copyrights"}),
        ("RPRT", ["DB  - ERIC", "AN  - ED12"],
         {"source": "ERIC", "archive": "ERIC", "archive_location": "ED12"}),
        ("GEN", ["AV  - Box 3"], {"archive_location": "Box 3"}),
        ("COMP", ["ET  - 2.1", "M1  - Linux"], {"version": "2.1", "medium": "Linux"}),
        ("PAT", ["SN  - US 1", "M1  - 2"], {"number": "US 1", "call-number": "2"}),
        ("CONF", ["T2  - Proc."], {"container-title": "Proc."}),
        ("CONF", ["T2  - Meeting", "C3  - Proc.", "CY  - Bonn", "C1  - New York"],
         {"event-title": "Meeting", "container-title": "Proc.", "event-place": "Bonn",
          "publisher-place": "New York"}),
        ("CPAPER", ["T2  - Meeting"], {"event-title": "Meeting"}),
        ("EBOOK", ["PY  - 2019", "DA  - 2021/01/02"],
         {"issued": {"date-parts": [[2019]]}, "accessed": {"date-parts": [[2021, 1, 2]]}}),
        ("CHAP", ["M1  - 3"], {"number-of-volumes": "3"}),
        ("CHAP", ["T3  - Series", "M1  - 3"], {"collection-title": "Series",
                                               "collection-number": "3"}),
        ("CHAP", ["SV  - 4", "IS  - 2"], {"collection-number": "4", "number-of-volumes": "2"}),
        ("RPRT", ["NV  - 4"], {"collection-number": "4"}),
        ("STAT", ["M1  - 1-2", "VL  - 3", "T2  - Code"],
         {"number": "1-2", "volume": "3", "container-title": "Code"}),
    ],
)  # fmt: skip
def test_what_a_tag_means_depends_on_the_type(
    type_: str, lines: list[str], fields: dict[str, object]
) -> None:
    assert reference(type_, *lines).fields == fields


@pytest.mark.parametrize(
    ("type_", "lines", "roles"),
    [
        ("BOOK", ["AU  - A, B", "A2  - C, D", "A3  - E, F"],
         {"A": "author", "C": "collection-editor", "E": "editor"}),
        ("BOOK", ["A2  - C, D"], {"C": "editor"}),
        ("BOOK", ["A2  - C, D", "T2  - Series"], {"C": "collection-editor"}),
        ("EDBOOK", ["AU  - A, B"], {"A": "editor"}),
        ("EDBOOK", ["AU  - A, B", "A3  - E, F"], {"A": "author", "E": "editor"}),
        ("CHAP", ["A2  - C, D", "A3  - E, F"], {"C": "editor", "E": "collection-editor"}),
        ("PCOMM", ["A2  - C, D"], {"C": "recipient"}),
    ],
)  # fmt: skip
def test_who_stands_behind_a_tag_depends_on_the_type(
    type_: str, lines: list[str], roles: dict[str, str]
) -> None:
    fields = reference(type_, *lines).fields
    found = {
        name["family"]: role
        for role, names in fields.items()
        for name in (names if isinstance(names, list) else ())
    }
    assert found == roles


def test_what_csl_has_nothing_for_is_kept_and_written_again() -> None:
    lines = ["TY  - BOOK", "ID  - k", "TI  - A", "AU  - Ng, A", "PY  - 2020", "AD  - Berlin",
             "LB  - 3", "U1  - a", "U1  - b", "L1  - file.pdf", "ER  - ", ""]  # fmt: skip
    record = read_record("ris", "\r\n".join(lines))
    kept = {"AD": "Berlin", "LB": "3", "U1": ["a", "b"], "L1": "file.pdf"}
    assert record.custom == {"ris": kept}
    text, [losses] = file_of("ris", record)
    assert (text.split("\r\n"), losses) == (lines, [])


def test_a_kept_value_that_would_be_read_as_a_field_is_reported_lost() -> None:
    record = read_record("ris", "TY  - BOOK\nID  - k\nTI  - A\nAU  - Ng, A\nPY  - 2020\nER  - ")
    for tag in ("VL", "AU", "N1", "zz"):
        _, [losses] = file_of("ris", record._replace(custom={"ris": {tag: "x"}}))
        assert [(one.field, one.kind) for one in losses] == [(f"custom/ris/{tag}", "dropped")]


@pytest.mark.parametrize("link", ["<Go to ISI>://WOS:1", "internal-pdf://0123/Ng 1999.pdf"])
def test_what_only_endnote_can_follow_is_kept_beside_the_url(link: str) -> None:
    record = read_record("ris", f"TY  - JOUR\nUR  - {link}\nUR  - https://a.example\nER  - \n")
    assert record.fields["URL"] == "https://a.example"
    assert record.custom == {"ris": {"UR": link}}
    assert f"UR  - {link}\r\n" in file_of("ris", record)[0]
    assert read_record("ris", file_of("ris", record)[0]).custom == record.custom
