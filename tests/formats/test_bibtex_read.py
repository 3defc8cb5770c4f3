"""Files as people and programs write them, and files that are broken, read as records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.errors import Problem
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
  owner       = {somebody},
  bdsk-color  = {3},
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
    said = [(problem.rule, problem.place.line) for problem in report.problems]
    assert said == [("names-truncated", 8), ("unknown-field", 21)]

    assert chapter.type == "chapter"
    assert chapter.fields["author"] == [
        {"non-dropping-particle": "Ortega y", "family": "Gasset", "given": "José"}
    ]
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
    assert record.absent == {"issued"} and not record.problems


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
    assert [one.rule for one in record.problems] == (["encoding"] if encoding == "cp1252" else [])


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        ("@book{bad, title = {open,", 3, "not closed"),
        ("@book{bad, title {x}}", 3, "equals sign"),
        ("@book{bad, title = {x} year = 2020}", 3, "comma"),
        ("@book{bad, title = }", 3, "value is missing"),
        ("@book{title = {x}}", 3, "key"),
        ('@book{bad, title = "x}', 3, "not closed"),
        ("@book{, title = {x}}", 3, "no key"),
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
    assert {problem.rule for problem in record.problems} == {"bibtex-string", "bibtex-crossref"}


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
    "blanks": "@book{k, title" + " " * 500_000 + "= {x}}",
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
    assert (problem.rule, problem.severity) == ("unknown-type", "warning")
    assert "@weird" in problem.message
    assert not read_record("bibtex", "@misc{k, title = {A}}").problems


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("Third", "3"),
        ("tenth edition", "10"),
        ("Zweite Auflage", "2"),
        ('f{\\"u}nfte', "5"),
        ("2nd", "2nd"),
        ("Revised", "Revised"),
    ],
)
def test_an_edition_in_words_is_a_number(text: str, edition: str) -> None:
    record = read_record("bibtex", f"@book{{k, title = {{A}}, edition = {{{text}}}}}")
    assert record.fields["edition"] == edition


def test_an_empty_file_says_what_was_expected() -> None:
    [problem] = read_file("bibtex", "")
    assert isinstance(problem, Problem) and "@book{key" in problem.suggestion
