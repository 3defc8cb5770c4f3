"""Files as people and programs write them, and files that are broken, read as records."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.bibtex.read import read
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, read_record

FILE = r"""
This text before an entry is a comment; so is a mail address, jo@example.org.
@comment{@book{hidden, title = {Not an entry}}}
@preamble{"\newcommand{\noopsort}[1]{}"}
@STRING{dezim = "DeZIM " # {Institut}}

@TechReport{Ratzmann:2024,
  author      = {Nora Ratzmann and Zekovi{\'c}, Denis and {DeZIM Institut} and
                 van der Berg, Jr., Jan and others},
  title       = "Chancen statt {\glqq}Krise{\grqq} -- {R}esiliente
                 Kommunen",
  institution = dezim,
  address     = {Berlin},
  year        = 2024, month = mar # "~7",
  type        = {Abschlussbericht}, number = {R\&D 12},
  url         = {https://example.org/a_b%20c?d=e&f#g},
  isbn        = {978-3-948289-82-9},
  langid      = {ngerman},
  keywords    = {a, b},
  owner       = {somebody}, bdsk-url-1 = {https://example.org}, mendeley-tags = {x},
  coloured    = {3},
}
@incollection(kapitel,
  author = {Ortega y Gasset, Jos\'e},
  title = {Ein Kapitel}, pages = {12--34}, crossref = {Band},
)
@collection{band, title = {Der Band}, subtitle = {Teil 1}, editor = {Doe, Jane},
  date = {2020-05/2020-06}, publisher = {Verlag}, location = {Bern}, isbn = {3-16-148410-0},
  eprint = {1234}, eprinttype = {pubmed}}
"""  # fmt: skip


def records_in(text: str) -> list[Record]:
    found = read_file("bibtex", text)
    assert all(isinstance(one, Record) for one in found), found
    return [one for one in found if isinstance(one, Record)]


def test_a_file_as_people_write_it() -> None:
    report, chapter, book = records_in(FILE)
    assert (report.id, report.type, report.place.line) == ("Ratzmann:2024", "report", 7)
    assert report.fields == {
        "citation-key": "Ratzmann:2024",
        "author": [
            {"given": "Nora", "family": "Ratzmann"},
            {"family": "Zeković", "given": "Denis"},
            {"literal": "DeZIM Institut"},
            {"non-dropping-particle": "van der", "family": "Berg", "given": "Jan", "suffix": "Jr."},
        ],
        "title": "Chancen statt „Krise“ – Resiliente Kommunen",
        "publisher": "DeZIM Institut",
        "publisher-place": "Berlin",
        "issued": {"date-parts": [[2024, 3, 7]]},
        "genre": "Abschlussbericht",
        "number": "R&D 12",
        "URL": "https://example.org/a_b%20c?d=e&f#g",
        "ISBN": "978-3-948289-82-9",
        "language": "de",
        "keyword": "a, b",
    }
    assert report.place_of("title").line == 10
    said = [(problem.rule.name, problem.place.line) for problem in report.problems]
    assert said == [("names-truncated", 8)]
    assert report.custom == {
        "bibtex": {
            "owner": "somebody",
            "bdsk-url-1": "https://example.org",
            "mendeley-tags": "x",
            "coloured": "3",
        }
    }

    assert chapter.type == "chapter"
    assert chapter.fields["author"] == [{"family": "Ortega y Gasset", "given": "José"}]
    assert chapter.fields["container-title"] == "Der Band: Teil 1"
    assert chapter.fields["editor"] == [{"family": "Doe", "given": "Jane"}]
    assert chapter.fields["page"] == "12-34"
    assert chapter.fields["issued"] == {"date-parts": [[2020, 5], [2020, 6]]}

    assert (book.type, book.fields["subtitle"], book.fields["PMID"]) == ("book", "Teil 1", "1234")


@pytest.mark.parametrize(
    ("entry", "csl_type"),
    [
        ("@article{k, title={x}}", "article-journal"),
        ("@article{k, title={x}, entrysubtype={newspaper}}", "article-newspaper"),
        ("@online{k, title={x}}", "webpage"),
        ("@mastersthesis{k, title={x}}", "thesis"),
        ("@unpublished{k, title={x}, note={y}}", "manuscript"),
        ("@unpublished{k, title={x}, eventtitle={Congress}}", "speech"),
        ("@unpublished{k, title={x}, eventdate={2024-05-07}}", "speech"),
        ("@unpublished{k, title={x}, venue={Bonn}}", "speech"),
        ("@unpublished{k, title={x}, venue={Bonn}, entrysubtype={manuscript}}", "manuscript"),
        ("@misc{k, title={x}, eventtitle={Congress}}", "document"),
        ("@whatever{k, title={x}}", "document"),
    ],
)
def test_types(entry: str, csl_type: str) -> None:
    assert read_record("bibtex", entry).type == csl_type


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = {2024}", {"date-parts": [[2024]]}),
        ("year = 2024, month = {March}, day = {7}", {"date-parts": [[2024, 3, 7]]}),
        ("year = 2024, month = {02}, day = {31}", {"date-parts": [[2024, 2]]}),
        ("year = {2020--2021}", {"date-parts": [[2020], [2021]]}),
        ("date = {05/2024}", {"literal": "05/2024"}),
        ("date = {1890~}", {"date-parts": [[1890]], "circa": True}),
        ("date = {2024-21}", {"date-parts": [[2024]], "season": 1}),
        ("date = {-0043-03-15}", {"date-parts": [[-44, 3, 15]]}),
        ("year = {in press}", {"literal": "in press"}),
    ],
)
def test_dates(fields: str, date: object) -> None:
    assert read_record("bibtex", f"@book{{k, {fields}}}").fields["issued"] == date


def test_no_date_is_stated_as_such() -> None:
    record = read_record("bibtex", "@book{k, author = {A, B}, year = {n.d.}}")
    assert record.stated_none == {"issued"} and not record.problems


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ludwig van Beethoven",
         {"given": "Ludwig", "non-dropping-particle": "van", "family": "Beethoven"}),
        ("{von der Leyen}, Ursula", {"family": "von der Leyen", "given": "Ursula"}),
        ("Jean {de La Fontaine}", {"given": "Jean", "family": "de La Fontaine"}),
        ("{Barnes and Noble}", {"literal": "Barnes and Noble"}),
        ("family=Humboldt, given=Alexander, prefix=von, useprefix=false",
         {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}),
        ("Plato", {"family": "Plato"}),
    ],
)  # fmt: skip
def test_names(text: str, name: object) -> None:
    assert read_record("bibtex", f"@book{{k, author = {{{text}}}}}").fields["author"] == [name]


def test_particles_drop_where_the_entry_says_so() -> None:
    entry = "@book{k, author = {von Humboldt, Alexander}, options = {useprefix=false}}"
    assert read_record("biblatex", entry).fields["author"] == [
        {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}
    ]


def test_fields_in_capitals_and_escaped_urls() -> None:
    record = read_record("bibtex", r"@misc{k, TITLE = {x}, URL = {http://x.org/a\_b\%20\~{}c}}")
    assert record.fields["URL"] == "http://x.org/a_b%20~c"
    record = read_record("bibtex", r"@misc{k, howpublished = {\url{http://x.org/a_b}}}")
    assert record.fields["URL"] == "http://x.org/a_b"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_ending(encoding: str, ending: str) -> None:
    data = ending.join(["@misc{k,", "title = {Größe},", "}"]).encode(encoding)
    record = read_record("bibtex", data)
    assert record.fields["title"] == "Größe"
    assert [one.rule.name for one in record.problems] == (
        ["encoding"] if encoding == "cp1252" else []
    )


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        ("@book{bad, title = {open,", 3, "not closed"),
        ("@book{bad, title {x}}", 3, "equals sign"),
        ("@book{bad, title = {x} year}", 3, "comma"),
        ("@book{bad, title = # {x}}", 3, "value is missing"),
        ("@book{title {x}}", 3, "key"),
        ('@book{bad, title = "x}', 3, "not closed"),
        ("@string{x}", 3, "@string"),
    ],
)
def test_a_broken_entry_is_named_and_the_others_come_through(
    broken: str, line: int, says: str
) -> None:
    text = f"@book{{first, title = {{A}}}}\n\n{broken}\n@book{{last,\n title = {{B}}}}\n"
    first, problem, last = read_file("bibtex", text)
    assert isinstance(first, Record) and isinstance(last, Record)
    assert isinstance(problem, Problem) and problem.severity == "error"
    assert (first.id, last.id, problem.place.line) == ("first", "last", line)
    assert says in problem.message


def test_an_undefined_string_and_a_lost_parent_are_warnings() -> None:
    [record] = records_in(
        "@manual{k, series = jacm, crossref = {nowhere}, year = 2024, editor = {A}}"
    )
    assert record.fields["collection-title"] == "jacm"
    assert {problem.rule.name for problem in record.problems} == {
        "bibtex-string",
        "bibtex-crossref",
    }


def test_entries_that_inherit_from_each_other_end() -> None:
    a, b = records_in("@book{a, crossref = {b}, title={A}}\n@book{b, crossref = {a}, title={B}}")
    assert (a.fields["title"], b.fields["title"]) == ("A", "B")


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("bibtex", data))


PIECES = [
    "@book{k,",
    "@string{",
    "a",
    "=",
    "{",
    "}",
    '"',
    ",",
    "#",
    "\n",
    "%",
    "\\",
    " and ",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_pieces_of_entries(text: str) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file("bibtex", text))


BOMBS = {
    "open braces": "@book{k, title = {" + "{" * 200_000,
    "groups": "@book{k, title = {" + "{" * 100_000 + "}" * 100_000 + "}}",
    "accents": "@book{k, title = {" + r"\'{" * 50_000 + "}" * 50_000 + "}}",
    "entries never closed": "@book{k, title = {\n" * 20_000,
    "strings that double": "".join(
        f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(60)
    ).replace("a0 # a0", '"xxxxxxxxxx"') + "@book{k, title = a60}",
    "names": "@book{k, author = {" + " and ".join(["a"] * 50_000) + "}}",
    "commas": "@book{k, author = {" + "," * 200_000 + "}}",
    "joins": "@book{k, title = " + " # ".join(["{x}"] * 50_000) + "}",
    "spaces": "@book{k, title" + " " * 500_000 + "= {x}}",
    "at signs": "@" * 300_000,
    "one long line": "@book{k, title = {" + "x" * 3_000_000 + "}}",
    "parents": "\n".join(
        f"@book{{k{n}, crossref = {{k{n + 1}}}, title = {{x}}}}" for n in range(5000)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_input_made_to_be_slow_is_read_to_its_end(name: str) -> None:
    """Each takes about a second; were the reader quadratic, some would take hours."""
    assert read_file("bibtex", BOMBS[name])


@pytest.mark.parametrize(
    ("entry", "genre"), [("mastersthesis", "Master’s thesis"), ("phdthesis", "PhD thesis")]
)
def test_what_kind_of_thesis_it_is_is_kept(entry: str, genre: str) -> None:
    record = read_record("bibtex", f"@{entry}{{k, title = {{A}}}}")
    assert (record.type, record.fields["genre"]) == ("thesis", genre)
    assert file_of("bibtex", record)[0].startswith(f"@{entry}{{")
    own = read_record("bibtex", f"@{entry}{{k, title = {{A}}, type = {{Habilitation}}}}")
    assert own.fields["genre"] == "Habilitation"


def test_an_entry_type_nobody_knows_is_a_warning() -> None:
    record = read_record("bibtex", "@weird{k, title = {A}}")
    assert record.type == "document"
    [problem] = record.problems
    assert (problem.rule.name, problem.severity) == ("unknown-type", "warning")
    assert "@weird" in problem.message
    assert not read_record("bibtex", "@misc{k, title = {A}}").problems


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("Third", "3"),
        ("tenth edition", "10"),
        ("Zweite Auflage", "2"),
        ('f{\\"u}nfte', "5"),
        ("2nd", "2"),
        ("Revised", "Revised"),
    ],
)
def test_an_edition_in_words_is_a_number(text: str, edition: str) -> None:
    record = read_record("bibtex", f"@book{{k, title = {{A}}, edition = {{{text}}}}}")
    assert record.fields["edition"] == edition


def test_an_empty_file_says_what_was_expected() -> None:
    [problem] = read_file("bibtex", "")
    assert isinstance(problem, Problem) and "@book{key" in problem.suggestion


def fields_of(fields: str, entry: str = "misc") -> dict[str, object]:
    return dict(read_record("bibtex", f"@{entry}{{k, {fields}}}").fields)


def rules_of(fields: str, entry: str = "misc") -> list[str]:
    """The rules of what is reported of an entry, but for what it lacks."""
    record = read_record("bibtex", f"@{entry}{{k, {fields}}}")
    return [one.rule.name for one in record.problems if one.rule.name != "recommended-field"]


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2020, month = {1--3}", {"date-parts": [[2020, 1], [2020, 3]]}),
        ("year = 2020, month = {Januar/Februar}", {"date-parts": [[2020, 1], [2020, 2]]}),
        ('year = 2019, month = dec # "/" # jan', {"date-parts": [[2019, 12], [2020, 1]]}),
        ("year = 2020, month = {Feb.-March}", {"date-parts": [[2020, 2], [2020, 3]]}),
        ("year = 2020, month = {JUL-AUG}", {"date-parts": [[2020, 7], [2020, 8]]}),
        ("year = 2020, month = {Mai}", {"date-parts": [[2020, 5]]}),
        ('year = 2020, month = {M{\\"a}rz}', {"date-parts": [[2020, 3]]}),
        ("year = 2020, month = {Oktober}, day = 3", {"date-parts": [[2020, 10, 3]]}),
        ("year = 2020, month = {Spring}", {"date-parts": [[2020]], "season": 1}),
        ("year = {2019/20}", {"date-parts": [[2019], [2020]]}),
        ("date = {2019/20}", {"date-parts": [[2019], [2020]]}),
        ("year = {2019--20}", {"date-parts": [[2019], [2020]]}),
        ("date = {05.03.2021}", {"date-parts": [[2021, 3, 5]]}),
        ("date = {5. März 2021}", {"date-parts": [[2021, 3, 5]]}),
        ("year = {[2020]}", {"date-parts": [[2020]]}),
        ("year = {c2020}", {"date-parts": [[2020]]}),
        ("year = {©2020}", {"date-parts": [[2020]]}),
        ("year = {[2020?]}", {"date-parts": [[2020]], "circa": True}),
    ],
)
def test_dates_as_people_write_them(fields: str, date: object) -> None:
    assert fields_of(fields)["issued"] == date
    assert rules_of(fields) == []


@pytest.mark.parametrize(
    ("fields", "date", "severity"),
    [
        ("year = 2020, month = {Nonember}", {"date-parts": [[2020]]}, "notice"),
        ("year = 2020, month = 2, day = 31", {"date-parts": [[2020, 2]]}, "notice"),
        ("year = {after Easter}", {"literal": "after Easter"}, "warning"),
    ],
)
def test_a_date_that_is_not_understood_is_reported(
    fields: str, date: object, severity: str
) -> None:
    record = read_record("bibtex", f"@misc{{k, {fields}}}")
    assert record.fields["issued"] == date
    assert ("date-syntax", severity) in [(one.rule.name, one.severity) for one in record.problems]


def test_no_year_in_german_is_an_absence() -> None:
    assert read_record("bibtex", "@book{k, author = {A, B}, year = {o.~J.}}").stated_none == {
        "issued"
    }


@pytest.mark.parametrize(
    ("raw", "url", "publisher"),
    [
        (r"Online at \url{https://ex.org/a_b}", "https://ex.org/a_b", None),
        (r"\href{https://ex.org/a}{The text}", "https://ex.org/a", "The text"),
        ("https://ex.org/a_b", "https://ex.org/a_b", None),
        ("Verfügbar unter: https://ex.org/a.", "https://ex.org/a", None),
        ("Self-published", None, "Self-published"),
    ],
)
def test_a_link_in_howpublished_is_the_url(
    raw: str, url: str | None, publisher: str | None
) -> None:
    fields = fields_of(f"howpublished = {{{raw}}}")
    assert (fields.get("URL"), fields.get("publisher")) == (url, publisher)


@pytest.mark.parametrize(
    "raw",
    [
        r"\url{https://ex.org/a_b} (accessed 3 May 2021)",
        "https://ex.org/a_b, [Online; accessed 3-May-2021]",
        r"Available at \url{https://ex.org/a_b}. Last accessed: 2021-05-03",
        "Accessed: 2021-05-03}, url = {https://ex.org/a_b",
    ],
)
def test_when_a_page_was_seen_may_stand_in_howpublished(raw: str) -> None:
    fields = fields_of(f"howpublished = {{{raw}}}")
    assert (fields["URL"], fields["accessed"]) == (
        "https://ex.org/a_b",
        {"date-parts": [[2021, 5, 3]]},
    )
    assert "publisher" not in fields
    dated = fields_of(f"howpublished = {{{raw}}}, urldate = {{2020}}")
    assert dated["accessed"] == {"date-parts": [[2020]]} and "2021" in str(dated["publisher"])


def test_the_url_of_an_entry_is_preferred_to_a_link_in_howpublished() -> None:
    fields = r"howpublished = {\url{https://a.org}}, url = {https://b.org}"
    assert fields_of(fields)["URL"] == "https://b.org"
    assert "second-value" in rules_of(fields)


def test_percent_encoded_characters_of_a_doi_are_decoded() -> None:
    fields = fields_of("doi = {10.1002/1099(2000)6:1%3C11::AID-E%3E3.0.CO;2-8}")
    assert fields["DOI"] == "10.1002/1099(2000)6:1<11::AID-E>3.0.CO;2-8"


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_eprints_come_back_with_their_archive_and_class(dialect: str) -> None:
    arxiv = "eprint = {2101.00001}, archiveprefix = {arXiv}, primaryclass = {cs.CL}"
    record = read_record("bibtex", f"@misc{{k, title = {{x}}, {arxiv}}}")
    assert record.fields["archive"] == "arXiv"
    assert record.fields["archive_location"] == "2101.00001"
    text, [losses] = file_of(dialect, record)
    names = ["archiveprefix", "primaryclass"] if dialect == "bibtex" else [
        "eprinttype", "eprintclass"]  # fmt: skip
    assert all(f"{name} = {{" in text for name in ["eprint", *names])
    assert losses == [] and read_record(dialect, text).fields == record.fields
    assert read_record("bibtex", "@misc{k, arxivid = {1}}").fields["archive"] == "arXiv"


def test_several_isbns_with_blanks_between_are_several() -> None:
    fields = fields_of("isbn = {978-3-16-148410-0 3161484100}")
    assert fields["ISBN"] == "978-3-16-148410-0, 3161484100"
    assert fields_of("isbn = {978 3 16 148410 0}")["ISBN"] == "978 3 16 148410 0"


def test_keywords_parted_by_semicolons_are_several() -> None:
    assert fields_of("keywords = {migration; work;a b}")["keyword"] == "migration, work, a b"
    assert fields_of("keywords = {migration, work; a b}")["keyword"] == "migration, work; a b"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"R&amp;D", "R&D"),
        (r"R{\&}amp$\mathsemicolon$D", "R&D"),
        (r"In &lt;i&gt;E. coli&lt;/i&gt; gr&#246;&szlig;er", "In <i>E. coli</i> größer"),
        (r"A {\&}amp; B", "A & B"),
        (r"The entity \&amp; itself", "The entity &amp; itself"),
    ],
)
def test_html_entities_of_databases_are_decoded(latex: str, text: str) -> None:
    assert fields_of(f"title = {{{latex}}}")["title"] == text


def test_a_command_that_leaves_nothing_is_a_notice() -> None:
    assert "latex-command" in rules_of(r"title = {A title\footnote{Revised.}}")
    assert "latex-command" not in rules_of(r"title = {$O(n \log n)$ {\small x}}")


@pytest.mark.parametrize(
    ("text", "names", "rule"),
    [
        ("Müller, A.; Schmidt, B.",
         [{"family": "Müller", "given": "A."}, {"family": "Schmidt", "given": "B."}], "name-list"),
        ("{Müller, A.; Schmidt, B.}", [{"literal": "Müller, A.; Schmidt, B."}], "name-list"),
        (r"Müller, A., Schmidt, B., \& Foo, C.",
         [{"literal": "Müller, A., Schmidt, B., & Foo, C."}], "name-list"),
        (r"{Müller, A., Schmidt, B., \& Foo, C.}",
         [{"literal": "Müller, A., Schmidt, B., & Foo, C."}], "name-list"),
        ("Müller, A. and et al.", [{"family": "Müller", "given": "A."}], "names-truncated"),
        ("Müller, A. et al.", [{"family": "Müller", "given": "A."}], "names-truncated"),
        ("World Bank", [{"literal": "World Bank"}], "name-split"),
        ("Anna von der Leyen",
         [{"given": "Anna", "non-dropping-particle": "von der", "family": "Leyen"}], None),
    ],
)  # fmt: skip
def test_doubtful_names_are_reported(text: str, names: object, rule: str | None) -> None:
    fields = f"author = {{{text}}}, year = 2020"
    assert fields_of(fields)["author"] == names
    assert rules_of(fields) == ([rule] if rule else [])


def test_the_type_of_editors_is_their_part() -> None:
    fields = fields_of("editor = {A, B}, editortype = {compiler}", "collection")
    assert fields["compiler"] == [{"family": "A", "given": "B"}]


def test_a_type_that_says_nothing_new_is_no_genre() -> None:
    assert "genre" not in fields_of("type = {Article}", "article")
    assert "genre" not in fields_of("type = {Conference paper}", "inproceedings")
    assert fields_of("type = {Article}", "techreport")["genre"] == "Article"


def test_the_booktitle_of_a_volume_is_no_container() -> None:
    same = fields_of("title = {Proc.}, booktitle = {Proc.}", "proceedings")
    assert "container-title" not in same
    assert fields_of("booktitle = {Proc.}", "proceedings")["title"] == "Proc."


@pytest.mark.parametrize("name", ["deutsch", "German", "ger", "ngerman"])
def test_languages_by_name_and_code(name: str) -> None:
    assert fields_of(f"language = {{{name}}}")["language"] == "de"


def test_fields_of_databases_and_reference_managers_are_passed_over() -> None:
    assert rules_of("unique-id = {WOS:1}, times-cited = 3, local-url = {x}, bdsk-url-1 = {x}, "
                    "qualityassured = {x}, ranking = {1}, relevance = {x}") == []  # fmt: skip


def test_a_location_beside_an_address_is_where_the_conference_was() -> None:
    acm = fields_of("address = {New York}, location = {Berlin}", "inproceedings")
    assert (acm["publisher-place"], acm["event-place"]) == ("New York", "Berlin")
    assert fields_of("location = {Berlin}", "inproceedings")["publisher-place"] == "Berlin"


class Stream(io.RawIOBase):
    """A stream that cannot be gone back in, and gives few bytes at once."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = io.BytesIO(data)
        self._size = size

    def read(self, size: int | None = -1) -> bytes:
        return self._data.read(self._size)

    def readline(self, size: int | None = -1) -> bytes:
        return self._data.readline(size)


ENTRIES = (
    b"\xef\xbb\xbf@string{p = {P}}\n", b"@book{a, title={A}, publisher=p}\r\n",
    b"@book{\n  b,\n  title = {B\n @ C},\n}\n\n", b"@misc{c, title={\xe9}}\n",
    b"@book{d, title={D\n",
    b"@book{, author={X}, title={E}}\n", b"@xdata{x, publisher={Q}}\n", b"TY  - BOOK\n",
    b"@book{f, title={F}, xdata={x, y}}\n", b"@xdata{y, note={N}}\n",
    b"@inbook{g, title={G}, crossref={b}}", b"\n@book{, author={X}, title={E}}",
)  # fmt: skip


@given(st.lists(st.sampled_from(ENTRIES), max_size=8), st.sampled_from([1, 9, 70, 5000]))
def test_a_stream_holds_the_records_of_the_same_file(pieces: list[bytes], size: int) -> None:
    data = b"".join(pieces)
    stream = cast(BinaryIO, Stream(data, size))
    assert [*read(stream, "a.bib")] == [*read(io.BytesIO(data), "a.bib")]


def test_a_very_long_line_of_a_stream_is_read_in_pieces() -> None:
    text = "é" * (1 << 20)
    data = f"@book{{a, title={{{text}}}}} @book{{b, title={{B}}}}".encode()
    stream = cast(BinaryIO, Stream(data, 1 << 16))
    assert [*read(stream, "a.bib")] == [*read(io.BytesIO(data), "a.bib")]
