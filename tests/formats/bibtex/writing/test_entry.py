"""The shape of BibTeX and biblatex entries, and what their writers say they do not carry."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor
from reportcite.vocabulary import ITEM_TYPES
from tests.formats.files import a_report, file_of, read_record


def lines(record: Record, name: str = "bibtex") -> dict[str, str]:
    """Field → what stands behind its equals sign."""
    write = format_named(name).write
    assert write is not None
    entry = write(Fields(record), "k").splitlines()
    assert entry[-1] == "}"
    pairs = (line.strip().rstrip(",").split(" = ", 1) for line in entry[1:-1])
    return {pair[0]: pair[1] for pair in pairs}


def losses(record: Record, name: str = "bibtex") -> dict[str, str]:
    """Field → kind of loss."""
    fields = Fields(record)
    write = format_named(name).write
    assert write is not None
    write(fields, "k")
    return {loss.field: loss.kind for loss in fields.losses()}


FULL = a_report(
    subtitle="A subtitle",
    author=[{"literal": "DeZIM Institut and Partners"}],
    publisher="DeZIM Institut",
    publisher_place="Berlin",
    issued={"date-parts": [[2024, 3, 7]]},
    genre="Abschlussbericht",
    number="12",
    collection_title="DeZIM Reports",
    language="de-AT",
    DOI="10.5555/1_2",
    accessed={"date-parts": [[2024, 11, 22]]},
)


def test_a_report_in_bibtex() -> None:
    assert lines(FULL) == {
        "title": "{{A report: A subtitle}}",
        "author": "{{DeZIM Institut and Partners}}",
        "institution": "{DeZIM Institut}",
        "address": "{Berlin}",
        "year": "{2024}",
        "month": "mar",
        "day": "{7}",
        "type": "{Abschlussbericht}",
        "number": "{12}",
        "series": "{{DeZIM Reports}}",
        "doi": "{10.5555/1_2}",
        "urldate": "{2024-11-22}",
        "langid": "{naustrian}",
        "language": "{de}",
    }
    assert losses(FULL) == {"subtitle": "changed"}


def test_a_report_in_biblatex() -> None:
    found = lines(FULL, "biblatex")
    assert found["title"] == "{{A report}}" and found["subtitle"] == "{{A subtitle}}"
    assert found["institution"] == "{{DeZIM Institut}}" and found["location"] == "{{Berlin}}"
    assert found["date"] == "{2024-03-07}" and "year" not in found
    assert losses(FULL, "biblatex") == {}


def test_biblatex_prints_what_is_in_language_so_langid_alone_says_it_where_it_can() -> None:
    def of(language: str) -> dict[str, str]:
        found = lines(Record("r1", "book", {"language": language}, FULL.place), "biblatex")
        return {name: found[name] for name in ("langid", "language") if name in found}

    assert of("de") == {"langid": "{ngerman}"}
    assert of("en-US") == {"langid": "{american}"}
    assert of("tlh") == {"language": "{tlh}"}


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("R&D: 100 % of $5 #1 a_b", r"R\&D: 100 \% of \$5 \#1 a\_b"),
        ("a~b^c\\d", r"a{\textasciitilde}b{\textasciicircum}c{\textbackslash}d"),
        ("no\u00a0break <kept> | \"kept\"", 'no~break <kept> | "kept"'),
        ("1--2 ''x''", "1-{}-2 '{}'x'{}'"),
        ("{a} set", r"\{a\} set"),
        ("} open {", r"{\textbraceright} open {\textbraceleft}"),
        ("Größe, Zeković, 北京", "Größe, Zeković, 北京"),
    ],
)  # fmt: skip
def test_special_characters(text: str, latex: str) -> None:
    assert lines(a_report(publisher=text))["institution"] == f"{{{latex}}}"
    assert losses(a_report(publisher=text)) == {}


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("publisher", "Verlag"), ("publisher", "A and B"), ("publisher", "A AND B"),
        ("publisher", "A; B"), ("publisher", "resunpub"), ("genre", "Essay"),
        ("genre", "techreport"), ("genre", "Techreport"), ("keyword", "a, b"), ("keyword", "a;b"),
        ("language", "de"), ("language", "de-XX"), ("language", "tlh"), ("language", "German"),
    ],
)  # fmt: skip
def test_a_field_is_the_same_whether_all_texts_are_written_at_once_or_one_by_one(
    name: str, field: str, value: str
) -> None:
    record = a_report(**{field: value})
    one_by_one = record._replace(fields={**record.fields, "abstract": "a\tb"})
    beside = {key: text for key, text in lines(one_by_one, name).items() if key != "abstract"}
    assert lines(record, name) == beside
    lost = {key: kind for key, kind in losses(one_by_one, name).items() if key != "abstract"}
    assert losses(record, name) == lost


def test_a_line_break_is_folded_and_said_so() -> None:
    record = a_report(publisher="one\n}\n@book{x,\ny")
    latex = r"{one {\textbraceright} @book{\textbraceleft}x, y}"
    assert lines(record)["institution"] == latex
    assert losses(record) == {"publisher": "changed"}


def test_urls_are_verbatim() -> None:
    assert lines(a_report(URL="https://x.org/a_b?c=d&e=%20#f"))["url"] == (
        "{https://x.org/a_b?c=d&e=%20#f}"
    )
    assert lines(a_report(URL="https://x.org/ä {b}"))["url"] == "{https://x.org/%C3%A4%20%7Bb%7D}"
    assert losses(a_report(URL="https://x.org/ä {b}")) == {"URL": "changed"}
    assert lines(a_report(DOI="https://doi.org/10.5/x"))["doi"] == "{10.5/x}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ({"family": "Zeković", "given": "Denis"}, "Zeković, Denis"),
        ({"family": "Berg", "given": "Jan", "non-dropping-particle": "van"}, "van Berg, Jan"),
        ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "King, Jr., Martin Luther"),
        ({"family": "Ortega y Gasset", "given": "José"}, "{Ortega y Gasset}, José"),
        ({"family": "von der Leyen", "given": "Ursula"}, "{von der Leyen}, Ursula"),
        ({"family": "And", "given": "A, B"}, "{And}, {A, B}"),
        ({"literal": "Barnes and Noble, Inc."}, "{Barnes and Noble, Inc.}"),
        ({"family": "Plato"}, "Plato"),
    ],
)  # fmt: skip
def test_names(name: dict[str, str], text: str) -> None:
    record = a_report(author=[name])  # type: ignore[list-item]
    assert lines(record)["author"] == f"{{{text}}}"
    assert losses(record) == {}


def test_an_entry_says_once_whether_its_particles_drop() -> None:
    drops: Value = [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}]
    keeps: Value = [{"family": "Hoff", "given": "Jacobus", "non-dropping-particle": "van ’t"}]
    assert lines(a_report(author=drops))["options"] == "{useprefix=false}"
    assert lines(a_report(author=keeps))["options"] == "{useprefix=true}"
    assert losses(a_report(author=drops, editor=keeps)) == {"author": "changed"}
    assert "options" not in lines(a_report(author=[{"family": "A", "given": "B"}]))


def test_a_report_without_a_genre_is_not_called_technical() -> None:
    assert lines(a_report())["type"] == "{Report}"
    assert "genre" not in read_record("bibtex", "@techreport{k, type = {Report}}").fields
    assert lines(a_report(genre="Report"))["type"] == "{{Report}}"
    assert read_record("bibtex", "@techreport{k, type = {{Report}}}").fields["genre"] == "Report"


def test_newspapers_and_magazines_are_called_as_other_programs_call_them() -> None:
    article = Record("k", "article-newspaper", {"title": "x"}, a_report().place)
    assert lines(article)["entrysubtype"] == "{newspaper}"


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_every_type_comes_back(name: str, csl_type: str) -> None:
    record = Record("k", csl_type, {"title": "x"}, a_report().place)
    write = format_named(name).write
    assert write is not None
    assert read_record(name, write(Fields(record), "k")).type == csl_type


def test_a_field_without_a_place_of_its_own_is_kept_under_its_own_name() -> None:
    record = a_report(authority="Bundestag", original_date={"date-parts": [[1890]]})
    assert lines(record)["csl-authority"] == "{Bundestag}"
    assert lines(record)["origdate"] == "{1890}"
    assert losses(record) == {}


def test_what_is_no_variable_and_no_type_is_reported() -> None:
    record = Record("k", "blog", {"title": "x", "} @x{": "y"}, a_report().place)
    assert losses(record) == {"type": "changed", "} @x{": "dropped"}
    assert "@x" not in str(lines(record))


def test_an_edition_in_words_is_reported_as_it_is_read_as_a_number() -> None:
    assert losses(a_report(edition="Third")) == {"edition": "changed"}


def test_what_is_read_in_another_way_than_it_is_meant_is_reported() -> None:
    assert losses(a_report(keyword="a; b")) == {"keyword": "changed"}
    assert losses(a_report(ISBN="978-3-16-148410-0 3161484100")) == {"ISBN": "changed"}
    assert losses(a_report(DOI="10.1234/a%3Cb")) == {"DOI": "changed"}
    assert losses(a_report('<span class="nocase">iPhone</span>')) == {"title": "changed"}
    assert losses(a_report("<i>E. coli</i> &amp; more", keyword="a, b")) == {}


@pytest.mark.parametrize(
    ("csl_type", "variable", "number", "shown", "loss"),
    [
        ("report", "ISSN", "0378-5955", {"issn": "{0378-5955}"}, {}),
        ("report", "ISSN", "ISSN: 0378-5955", {"issn": "{0378-5955}"}, {"ISSN": "changed"}),
        ("report", "ISSN", "978-3-16-148410-0", {"csl-issn": "{978-3-16-148410-0}"}, {}),
        ("report", "ISSN", "978-3-16-148410-0 0-306-40615-2",
         {"csl-issn": "{978-3-16-148410-0, 0-306-40615-2}"}, {"ISSN": "changed"}),
        ("report", "ISBN", "0378-5955", {"isbn": "{0378-5955}"}, {}),
        ("report", "ISBN", "03064061570306406157x", {"isbn": "{03064061570306406157x}"}, {}),
        ("report", "ISBN", "0378-5955 0028-0836", {"isbn": "{0378-5955, 0028-0836}"},
         {"ISBN": "changed"}),
        ("report", "ISBN", "03785955 0028-0836", {"isbn": "{03785955, 0028-0836}"},
         {"ISBN": "changed"}),
        ("article-journal", "ISBN", "0378-5955", {"csl-isbn": "{0378-5955}"}, {}),
        ("article-journal", "ISBN", "none & one", {"isbn": r"{none \& one}"}, {}),
    ],
)  # fmt: skip
def test_a_number_stands_where_it_is_read_as_what_it_is_recorded_as(
    csl_type: str, variable: str, number: str, shown: dict[str, str], loss: dict[str, str]
) -> None:
    record = Record("r1", csl_type, {variable: number}, a_report().place)
    written = lines(record)
    assert {name: text for name, text in written.items() if name[-4:] in ("isbn", "issn")} == shown
    assert losses(record) == losses(record, "biblatex") == loss
    back = read_record("bibtex", file_of("bibtex", record)[0])
    assert back.fields.keys() - {"citation-key"} == {variable}


def test_a_particle_with_an_apostrophe_stands_close_to_the_family_name() -> None:
    name: Contributor = {
        "family": "Estaing", "non-dropping-particle": "d’", "given": "Valéry"
    }  # fmt: skip
    record = a_report(author=[name])
    assert lines(record)["author"] == "{d’Estaing, Valéry}"
    assert losses(record) == {"author": "changed"}


def report_with(field: str, value: Value) -> Record:
    return Record("r1", "report", {"title": "A", field: value}, a_report().place)


def reasons(record: Record, name: str = "bibtex") -> dict[str, tuple[str, str]]:
    """Field → what became of it, and why."""
    fields = Fields(record)
    write = format_named(name).write
    assert write is not None
    write(fields, "k")
    return {loss.field: (loss.kind, loss.reason) for loss in fields.losses()}


WHOLE: dict[str, Value] = {
    "title": "Risk", "subtitle": "A review", "author": [{"family": "Li", "given": "Na"}],
    "publisher": "DeZIM", "publisher-place": "Berlin", "issued": {"date-parts": [[2024, 3, 7]]},
    "genre": "Paper", "number": "WP 1", "collection-title": "Reports", "edition": "2",
    "page": "12-34", "DOI": "10.5/x", "URL": "https://x.org/a",
    "accessed": {"date-parts": [[2024, 12]]}, "language": "de", "keyword": "a, b",
    "note": "A note", "chair": [{"family": "Ode", "given": "Al"}],
}  # fmt: skip


@pytest.mark.parametrize("altered", ["", "  "])
def test_a_whole_entry_is_the_same_text_by_text_and_all_at_once(altered: str) -> None:
    values = WHOLE | {"note": f"A{altered or ' '}note"}
    record = Record("r1", "report", values, a_report().place)
    write, write_biblatex = format_named("bibtex").write, format_named("biblatex").write
    assert write is not None and write_biblatex is not None
    assert write(Fields(record), "li2024risk") == (
        "@techreport{li2024risk,\n"
        "  title = {{Risk: A review}},\n"
        "  author = {Li, Na},\n"
        "  institution = {DeZIM},\n"
        "  address = {Berlin},\n"
        "  year = {2024},\n"
        "  month = mar,\n"
        "  day = {7},\n"
        "  type = {Paper},\n"
        "  number = {WP 1},\n"
        "  series = {{Reports}},\n"
        "  edition = {2},\n"
        "  pages = {12--34},\n"
        "  doi = {10.5/x},\n"
        "  url = {https://x.org/a},\n"
        "  urldate = {2024-12},\n"
        "  langid = {ngerman},\n"
        "  language = {de},\n"
        "  keywords = {a, b},\n"
        "  note = {A note},\n"
        "  csl-chair = {Ode, Al},\n"
        "}\n"
    )
    assert write_biblatex(Fields(record), "k").startswith(
        "@report{k,\n  title = {{Risk}},\n  subtitle = {{A review}},\n  author = {Li, Na},\n"
        "  institution = {{DeZIM}},\n  location = {{Berlin}},\n  date = {2024-03-07},\n"
    )


@pytest.mark.parametrize(
    ("field", "value", "kind", "reason"),
    [
        ("subtitle", "S", "changed", "it is written as part of the title"),
        ("note", "a\nb", "changed", "line breaks and runs of spaces become one space"),
        ("note", "\x00", "dropped", "it holds nothing that can be written"),
        ("DOI", "doi:10.5/x", "changed", "all but the bare DOI is left out"),
        ("URL", "https://x.org/{", "changed", "characters a URL cannot hold are percent-encoded"),
        ("author", [{"literal": "\x00"}], "dropped", "it holds no name that can be written"),
        ("accessed", {"date-parts": [[2024]], "literal": "x"}, "changed",
         "only what EDTF can say of the date is written"),
        ("accessed", {"literal": "2024"}, "changed", "only the date's text is written"),
        ("issued", {"date-parts": [[2024, 13]]}, "changed", "only the year is written"),
        ("language", "de-DE", "changed", "the region is left out"),
        ("language", "deutsch", "changed",
         "the tag is read in another way than it is recorded"),
        ("edition", "second", "changed", "the word is read as a number"),
        ("citation-key", "a}b", "changed", "characters that would end a key are removed"),
    ],
)  # fmt: skip
def test_why_a_value_is_changed_or_dropped(
    field: str, value: Value, kind: str, reason: str
) -> None:
    assert reasons(report_with(field, value)) == {field: (kind, reason)}


@pytest.mark.parametrize(
    ("field", "value"),
    [("note", "a b"), ("DOI", "10.5/x"), ("URL", "https://x.org"), ("language", "de"),
     ("accessed", {"date-parts": [[2024, 3], [2024, 5]]}), ("accessed", {"literal": "May"}),
     ("genre", "Paper"), ("genre", "phdthesis"), ("edition", "2"), ("citation-key", "a:b"),
     ("page", "1-2")],
)  # fmt: skip
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_a_value_that_stands_as_it_is_is_no_loss(name: str, field: str, value: Value) -> None:
    assert reasons(report_with(field, value), name) == {}


def test_a_type_that_csl_does_not_know_is_misc() -> None:
    record = a_report()._replace(type="zine")
    assert "entrysubtype" not in lines(record)
    reason = "the type is not one of CSL's and is written as misc"
    assert reasons(record) == {"type": ("changed", reason)}


def test_a_subtitle_without_a_title_is_the_title() -> None:
    record = Record("r1", "book", {"subtitle": "R&D"}, a_report().place)
    assert lines(record) == {"title": r"{{R\&D}}"}


@pytest.mark.parametrize(
    ("csl_type", "values", "shown"),
    [
        ("book", {"publisher": "Sage and Sons"}, {"publisher": "{{Sage and Sons}}"}),
        ("book", {"publisher": "Sage AND Sons"}, {"publisher": "{{Sage AND Sons}}"}),
        ("book", {"publisher": "Sage & Sons"}, {"publisher": r"{Sage \& Sons}"}),
        ("book", {"publisher": "Brandand Sons"}, {"publisher": "{Brandand Sons}"}),
        ("book", {"page": "a-b, 1-2"}, {"pages": "{a-b, 1--2}"}),
        ("book", {"URL": "https://x.org/ü"}, {"url": "{https://x.org/%C3%BC}"}),
        ("book", {"DOI": "10.5/a_b"}, {"doi": "{10.5/a_b}"}),
        ("book", {"title": "a -- b"}, {"title": "{{a -{}- b}}"}),
        ("book", {"title": "a 'b'' c"}, {"title": "{{a 'b'{}' c}}"}),
        ("book", {"title": "a\u00a0b"}, {"title": "{{a~b}}"}),
        ("book", {"title": "it's a-b"}, {"title": "{{it's a-b}}"}),
        ("book", {"issued": {"date-parts": [[2024, 3]]}}, {"year": "{2024}", "month": "mar"}),
        ("book", {"issued": {"literal": "in press"}}, {"year": "{in press}"}),
        ("book", {"issued": {"date-parts": [[2024]]}}, {"year": "{2024}"}),
        ("book", {"publisher": "A AND B and C"}, {"publisher": "{{A AND B and C}}"}),
        ("book", {"event-date": {"literal": "in May"}}, {"eventdate": "{in May}"}),
        ("book", {"issued": {"date-parts": [[2023], [2024]]}},
         {"year": "{2023}", "date": "{2023/2024}"}),
        ("book", {"issued": {"date-parts": [[2024, 13]]}}, {"year": "{2024}"}),
        ("book", {"language": "en-US"}, {"langid": "{american}", "language": "{en}"}),
        ("book", {"language": "Kölsch & so"}, {"language": r"{Kölsch \& so}"}),
        ("book", {"edition": "2\n"}, {"edition": "{2}"}),
        ("thesis", {"genre": "Master Thesis"}, {"type": "{Master Thesis}"}),
        ("thesis", {"genre": "Thesis"}, {"type": "{{Thesis}}"}),
        ("thesis", {}, {"type": "{Thesis}"}),
        ("report", {}, {"type": "{Report}"}),
        ("report", {"genre": "Report"}, {"type": "{{Report}}"}),
        ("report", {"genre": "R&D"}, {"type": r"{R\&D}"}),
        ("entry", {}, {"entrysubtype": "{entry}"}),
        ("legal_case", {}, {"entrysubtype": r"{legal\_case}"}),
        ("manuscript", {"event-title": "Congress"},
         {"eventtitle": "{{Congress}}", "entrysubtype": "{manuscript}"}),
        ("manuscript", {"event-place": "Bonn"},
         {"venue": "{Bonn}", "entrysubtype": "{manuscript}"}),
        ("manuscript", {"publisher-place": "Bonn"}, {"address": "{Bonn}"}),
        ("article-journal", {"container-title": "J", "issue": "2"},
         {"journal": "{{J}}", "number": "{2}"}),
        ("book", {"citation-key": "x"}, {}),
    ],
)  # fmt: skip
def test_values_that_need_a_closer_look(
    csl_type: str, values: dict[str, Value], shown: dict[str, str]
) -> None:
    assert lines(Record("r1", csl_type, values, a_report().place)) == shown


@pytest.mark.parametrize(
    "field", ["title", "subtitle", "publisher", "page", "DOI", "URL", "language", "genre",
              "edition", "note"]
)  # fmt: skip
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_an_empty_value_leaves_no_line(name: str, field: str) -> None:
    record = Record("k", "book", {field: "\x00"}, a_report().place)
    write = format_named(name).write
    assert write is not None
    assert write(Fields(record), "k") == "@book{k,\n}\n"
    assert reasons(record, name)[field][0] == "dropped"


@pytest.mark.parametrize(
    ("field", "value"),
    [("citation-key", "k"), ("accessed", {"literal": "\x00"}), ("issued", {"literal": "\x00"}),
     ("author", [{"literal": "\x00"}]), ("chair", [{"literal": "\x00"}])],
)  # fmt: skip
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_a_value_that_says_nothing_leaves_no_line(name: str, field: str, value: Value) -> None:
    write = format_named(name).write
    assert write is not None
    record = Record("k", "book", {field: value}, a_report().place)
    assert write(Fields(record), "k") == "@book{k,\n}\n"


def test_a_subtitle_without_text_leaves_the_title_alone() -> None:
    assert lines(a_report("A", subtitle=" "))["title"] == "{{A}}"


@pytest.mark.parametrize(
    ("csl_type", "genre", "entry"),
    [("thesis", "Masterarbeit", "@mastersthesis{k,"), ("thesis", "PhD", "@phdthesis{k,"),
     ("report", "Master plan", "@techreport{k,")],
)  # fmt: skip
def test_a_masters_thesis_is_called_so(csl_type: str, genre: str, entry: str) -> None:
    write = format_named("bibtex").write
    assert write is not None
    record = Record("r1", csl_type, {"genre": genre}, a_report().place)
    assert write(Fields(record), "k").splitlines()[0] == entry


def test_a_machine_written_record_is_escaped_too() -> None:
    values: dict[str, Value] = {"title": "R&D - it's", "note": "plain", "publisher": "A and B"}
    record = Record("r1", "book", values, a_report().place, one_line=True)
    assert lines(record) == {
        "title": r"{{R\&D - it's}}", "note": "{plain}", "publisher": "{{A and B}}",
    }  # fmt: skip
    assert lines(record._replace(fields={"title": "it's"})) == {"title": "{{it's}}"}
    assert lines(record._replace(fields={"title": "a--b"})) == {"title": "{{a-{}-b}}"}
    assert lines(record._replace(fields={"title": "plain"})) == {"title": "{{plain}}"}


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_a_text_that_names_two_languages_is_no_list(name: str) -> None:
    record = a_report(language="German and English")
    text, [losses] = file_of(name, record)
    assert "language = {{German and English}}" in text and losses == []
    assert read_record(name, text).fields["language"] == "German and English"


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_who_performs_on_a_recording_is_cited_as_its_author(dialect: str) -> None:
    """As in APA 7, 10.13: BibTeX prints no name but those of authors and editors."""
    by: list[Contributor] = [{"family": "Coltrane", "given": "John"}]
    fields: dict[str, Value] = {"title": "Blue Train", "performer": by}
    entry = lines(Record("k", "song", fields, Place("t")), dialect)
    assert entry["author"] == "{Coltrane, John}"
    assert entry["authortype"] == "{performer}"
    assert "csl-performer" not in entry


@pytest.mark.parametrize(
    ("csl_type", "other"), [("song", "author"), ("song", "composer"), ("broadcast", "director")]
)
def test_performers_beside_others_keep_a_field_of_their_own(csl_type: str, other: str) -> None:
    by: list[Contributor] = [{"family": "Coltrane"}]
    fields: dict[str, Value] = {"title": "A", "performer": by, other: [{"family": "Kern"}]}
    entry = lines(Record("k", csl_type, fields, Place("t")))
    assert entry["csl-performer"] == "{Coltrane}"
    assert "authortype" not in entry
