"""One entry: which field holds which variable, what is kept besides, how titles are cased."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.read import read
from reportcite.limits import Limits
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, read_record


def fields_of(entry: str) -> dict[str, object]:
    """The fields of the one entry but for its key."""
    record = read_record("bibtex", entry)
    return {name: value for name, value in record.fields.items() if name != "citation-key"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("number={3}", {"issue": "3"}),
        ("issue={4}", {"issue": "4"}),
        ("number={3}, issue={Summer}", {"issue": "3, Summer"}),
        ("number={3}, issue={3}", {"issue": "3"}),
        ("isbn={0028-0836}", {"ISSN": "0028-0836"}),
        ("issn={0028-0836}, isbn={0028-0836}", {"ISSN": "0028-0836"}),
        ("csl-issn={978-3-16-148410-0}", {"ISSN": "978-3-16-148410-0"}),
        ("isbn={978-3-16-148410-0}", {"ISBN": "978-3-16-148410-0"}),
        ("journal={Phys. Rev.}, fjournal={Physical Review}",
         {"container-title": "Physical Review", "container-title-short": "Phys. Rev."}),
        ("fjournal={Physical Review}", {"container-title": "Physical Review"}),
        (r"journal={\apj}", {"container-title": "Astrophysical Journal"}),
        (r"journal=\solphys", {"container-title": "Solar Physics"}),
        ("eid={e12}", {"number": "e12"}),
        ("eprint={2301.01234}, archiveprefix={arXiv}, primaryclass={hep-th}",
         {"archive": "arXiv", "archive_location": "2301.01234", "archive_collection": "hep-th",
          "URL": "https://arxiv.org/abs/2301.01234"}),
        ("eprint={2301.01234}, eprinttype={arxiv}, doi={10.1234/x}",
         {"archive": "arxiv", "archive_location": "2301.01234", "DOI": "10.1234/x"}),
        (r"author={Nowi\ifmmode \acute{n}\else \'{n}\fi{}ski, R.}",
         {"author": [{"family": "Nowiński", "given": "R."}]}),
    ],
)  # fmt: skip
def test_what_the_fields_of_an_article_mean(fields: str, expected: dict[str, object]) -> None:
    assert fields_of(f"@article{{k, {fields}}}") == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@misc{k, publisher={Alder}}", {"publisher": "Alder"}),
        ("@misc{k, howpublished={Alder}}", {"publisher": "Alder"}),
        ("@patent{k, type={patentus}, location={countryus}}",
         {"genre": "U.S. patent", "publisher-place": "United States"}),
        ("@patent{k, type={{patentus}}}", {"genre": "patentus"}),
        ("@article{k, pubstate={inpress}}", {"status": "in press"}),
        ("@book{k, language={langlatin}}", {"language": "la"}),
        ("@book{k, language={latin and greek}}", {"language": "la"}),
        ("@book{k, publisher={Alder and {Birch and Sons}}, location={Bern and Wien}}",
         {"publisher": "Alder; Birch and Sons", "publisher-place": "Bern; Wien"}),
        ("@book{k, publisher={Simon and Schuster}, address={Bern}}",
         {"publisher": "Simon and Schuster", "publisher-place": "Bern"}),
        ("@book{k, maintitle={Works}, mainsubtitle={All}, volume=2}",
         {"container-title": "Works: All", "volume": "2"}),
        ("@inbook{k, booktitle={Volume}, booksubtitle={A}, maintitle={Works}}",
         {"container-title": "Works", "volume-title": "Volume: A"}),
        ("@book{k, editora={Doe, Jane}, editoratype={compiler}}",
         {"compiler": [{"family": "Doe", "given": "Jane"}]}),
    ],
)  # fmt: skip
def test_what_the_fields_of_others_mean(entry: str, expected: dict[str, object]) -> None:
    assert fields_of(entry) == expected


@pytest.mark.parametrize(
    ("role", "variable"),
    [
        ("podcaster", "host"), ("Host", "host"), ("guest", "guest"), ("director", "director"),
        ("scriptwriter", "script-writer"), ("script-writer", "script-writer"),
        ("executiveproducer", "executive-producer"), ("castmember", "performer"),
        ("collaborator", "contributor"), ("translator", "translator"), ("editor", "editor"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("entry", ["audio", "video", "book"])
def test_editors_with_a_role_that_csl_knows_are_those(entry: str, role: str, variable: str) -> None:
    record = read_record("bibtex", f"@{entry}{{k, editor={{Doe, Jane}}, editortype={{{role}}}}}")
    assert record.fields[variable] == [{"family": "Doe", "given": "Jane"}]
    assert variable == "editor" or "editor" not in record.fields


def test_editors_with_another_role_stay_editors_and_it_is_kept() -> None:
    record = read_record("bibtex", "@book{k, editor={Doe, Jane}, editortype={redactor}}")
    assert record.fields["editor"] == [{"family": "Doe", "given": "Jane"}]
    assert record.custom["bibtex"] == {"editortype": "redactor"}


def test_authors_that_are_performers_are_those_and_all_others_stay_authors() -> None:
    people = [{"family": "Doe", "given": "Jane"}]
    record = read_record("bibtex", "@audio{k, author={Doe, Jane}, authortype={ Performer}}")
    assert record.fields["performer"] == people
    assert "author" not in record.fields
    assert not record.custom
    for role in ("translator", "collective"):
        record = read_record("bibtex", f"@book{{k, author={{Doe, Jane}}, authortype={{{role}}}}}")
        assert record.fields["author"] == people
        assert record.custom["bibtex"] == {"authortype": role}


def test_who_has_a_role_already_counts_before_editors_with_it() -> None:
    text = "@book{k, translator={Roe, Max}, editor={Doe, Jane}, editortype={translator}}"
    record = read_record("bibtex", text)
    assert record.fields["translator"] == [{"family": "Roe", "given": "Max"}]
    assert record.fields["editor"] == [{"family": "Doe", "given": "Jane"}]
    assert record.custom["bibtex"] == {"editortype": "translator"}


@pytest.mark.parametrize("role", ["director", "translator"])
def test_editors_of_the_second_class_have_roles_too(role: str) -> None:
    fields = fields_of(f"@video{{k, editora={{Doe, Jane}}, editoratype={{{role}}}}}")
    assert fields == {role: [{"family": "Doe", "given": "Jane"}]}


@pytest.mark.parametrize(
    ("entry", "csl_type"),
    [
        ("webpage", "webpage"), ("newspaper_article", "article-newspaper"),
        ("book_section", "chapter"), ("film", "motion_picture"), ("legal_case", "legal_case"),
        ("whatever", "document"),
    ],
)  # fmt: skip
def test_types_of_other_programs_mean_what_they_say(entry: str, csl_type: str) -> None:
    record = read_record("bibtex", f"@{entry}{{k, title={{x}}, year=2020}}")
    assert record.type == csl_type
    doubted = "unknown-type" in [problem.rule.name for problem in record.problems]
    assert doubted == (entry == "whatever")


KEPT = r"""file = {a  b.pdf}, groups = {x, y}, copyright = {R\&D}, holder = {Roe, Max},
  addendum = {In {part}}, note = {n}, titleaddon = {Speech}, options = {skipbib=true},
  editora = {Poe, Cy}, editoratype = {redactor}"""


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_what_csl_has_no_variable_for_comes_out_again(name: str) -> None:
    record = read_record(
        "bibtex", f"@book{{k, title={{x}}, author={{van Ng, Bo}}, date=2020, {KEPT}}}"
    )
    assert record.custom["bibtex"] == {
        "file": "a  b.pdf", "groups": "x, y", "copyright": r"R\&D", "holder": "Roe, Max",
        "addendum": "In {part}", "titleaddon": "Speech", "options": "skipbib=true",
        "editora": "Poe, Cy", "editoratype": "redactor",
    }  # fmt: skip
    text, [losses] = file_of(name, record)
    assert losses == []
    assert "options = {skipbib=true,useprefix=true}" in text
    back = read_record(name, text)
    assert (back.custom, back.fields) == (record.custom, record.fields)


def test_a_second_value_is_told_and_kept() -> None:
    record = read_record("bibtex", "@misc{k, publisher={Alder}, howpublished={Print}, year=2020}")
    assert record.custom["bibtex"] == {"howpublished": "Print"}
    assert "second-value" in [problem.rule.name for problem in record.problems]
    text, [losses] = file_of("bibtex", record)
    assert losses == []
    assert read_record("bibtex", text).fields == record.fields


def test_entries_without_a_key_are_named_by_what_they_hold() -> None:
    first, second = read_file(
        "bibtex",
        "@book{, author={Doe, Jane}, title={Soil}, year=2021}\n"
        "@book{\n author={Doe, Jane}, title={Soil}, year=2021}",
    )
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.id, second.id) == ("doe2021soil", "doe2021soil2")
    assert "citation-key" not in first.fields


# --- titles --------------------------------------------------------------------------------------


def titles(fields: str, assumed_language: str = "") -> list[str]:
    """The title of each of two entries with these fields, and the rules that the file breaks."""
    import io

    text = "".join(f"@book{{k{n}, author={{Ng, Bo}}, year=2020, {fields}}}\n" for n in "ab")
    limits = Limits(assumed_language=assumed_language)
    found = [one for one in read(io.BytesIO(text.encode()), "x", limits) if isinstance(one, Record)]
    rules = [problem.rule.name for one in found for problem in one.problems]
    return [
        str(found[0].fields["title"]),
        *(rule for rule in rules if rule == "title-language"),
    ]


LONG = "title={The Rise of {Numpy} and {scikit-learn} in Bern}"


def test_an_english_title_is_set_in_sentence_case_but_for_what_is_in_braces() -> None:
    protected = '<span class="nocase">scikit-learn</span>'
    for language in ("langid={english}", "langid={american}", "language={en-GB}"):
        assert titles(f"{LONG}, {language}") == [f"The rise of Numpy and {protected} in bern"]
    assert titles(LONG, "en") == [f"The rise of Numpy and {protected} in bern"]


@pytest.mark.parametrize(
    "fields",
    [
        "title={The Rise of Soil}, langid={ngerman}",
        "title={{The Rise of Soil}}, langid={english}",
        "title={The Rise of soil}, langid={english}",
        "title={The rise of soil}",
    ],
)
def test_other_titles_stay_as_they_are(fields: str) -> None:
    [title] = titles(fields)
    assert title.lower() == "the rise of soil" and title in fields


def test_where_no_language_is_stated_it_is_said_once_what_follows() -> None:
    assert titles("title={The Rise of Soil}") == ["The Rise of Soil", "title-language"]
    assert titles("title={The Rise of Soil}", "de") == ["The Rise of Soil"]


def test_the_book_of_a_chapter_is_cased_like_it_and_a_journal_is_not() -> None:
    chapter = fields_of("@inbook{k, booktitle={The Big Book}, langid={english}}")
    assert chapter["container-title"] == "The big book"
    article = fields_of("@article{k, journal={The Big Journal}, langid={english}}")
    assert article["container-title"] == "The Big Journal"


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_a_title_stays_the_same_when_it_is_written_and_read_again(name: str) -> None:
    record = read_record(
        "bibtex", f"@book{{k, author={{Ng, Bo}}, date=2020, {LONG}, langid={{english}}}}"
    )
    text, [losses] = file_of(name, record)
    assert losses == []
    assert "{scikit-learn}" in text
    assert read_record(name, text).fields == record.fields


def test_a_letter_of_maths_has_no_case() -> None:
    assert fields_of("@misc{k, title={On $k$-means}}") == {
        "title": 'On <span class="nocase">k</span>-means'
    }


def test_a_second_isbn_in_the_field_of_the_issn_is_kept() -> None:
    entry = "@book{k, isbn={978-3-16-148410-0}, issn={0-306-40615-2}}"
    record = read_record("bibtex", entry)
    assert record.fields["ISBN"] == "978-3-16-148410-0"
    assert "ISSN" not in record.fields
    assert record.custom == {"bibtex": {"issn": "0-306-40615-2"}}
    assert "second-value" in {problem.rule.name for problem in record.problems}


def test_a_control_character_that_is_left_out_is_told() -> None:
    record = read_record(
        "bibtex",
        "@misc{k, author={Ng, B.}, title={A\n \x01 title}, url={http://a.de/\x02}, year=2020}",
    )
    assert (record.fields["title"], record.fields["URL"]) == ("A title", "http://a.de/")
    assert [str(problem) for problem in record.problems] == [
        "refs:1:1: error control-character: a control character in title is left out (delete it)",
        "refs:2:1: error control-character: a control character in url is left out (delete it)",
    ]


@pytest.mark.parametrize(
    ("entry", "field", "title"),
    [
        ("@book{k, title={A},\n titlesubtitle={B\x01}}", "titlesubtitle", "A: B"),
        ("@book{k, title={A}, maintitle={M},\n mainsubtitle={N\x01}}", "mainsubtitle", "M: N"),
        ("@book{k, title={A},\n maintitle={M\x01}}", "maintitle", "M"),
        ("@inbook{k, booktitle={A},\n booksubtitle={B\x01}}", "booksubtitle", "A: B"),
        ("@inbook{k, booktitle={A}, maintitle={M},\n mainsubtitle={N\x01}}", "mainsubtitle",
         "M: N"),
        ("@inbook{k, maintitle={M},\n booktitle={A\x01}}", "booktitle", "M"),
        ("@article{k, journaltitle={A},\n journalsubtitle={B\x01}}", "journalsubtitle", "A: B"),
        ("@periodical{k, issuetitle={I}, title={A},\n subtitle={B\x01}}", "subtitle", "A: B"),
        ("@periodical{k, title={A},\n issuetitle={I\x01}}", "issuetitle", "A"),
    ],
)  # fmt: skip
def test_a_control_character_is_told_of_titles_that_are_joined(
    entry: str, field: str, title: str
) -> None:
    record = read_record("bibtex", entry)
    assert title in (record.fields.get("container-title"), record.fields.get("title"))
    assert [str(problem) for problem in record.problems if "control" in problem.rule.name] == [
        f"refs:2:1: error control-character: a control character in {field} is left out (delete it)"
    ]


ISSUE = """@periodical{k, title={Journal of Grids}, subtitle={And Maps}, issuetitle={Grids of
  the {North}}, issuesubtitle={A Survey}, volume=3, number=4, year=2020, langid={english}}"""


def test_an_issue_with_a_title_stands_in_its_journal() -> None:
    record = read_record("bibtex", ISSUE)
    assert record.type == "periodical"
    assert record.fields["title"] == "Grids of the North"
    assert record.fields["subtitle"] == "A survey"
    assert record.fields["container-title"] == "Journal of Grids: And Maps"
    assert (record.fields["volume"], record.fields["issue"]) == ("3", "4")
    text, [losses] = file_of("biblatex", record)
    assert losses == []
    assert "\n  title = {{Journal of Grids: And Maps}}" in text
    assert "issuetitle = {{Grids of the North}},\n  issuesubtitle = {{A survey}}" in text
    assert read_record("biblatex", text).fields == record.fields
    assert "journal = {{Journal of Grids: And Maps}}" in file_of("bibtex", record)[0]


def test_a_periodical_is_called_by_a_name_that_keeps_its_capitals() -> None:
    entry = "@periodical{k, title={Grids and Maps}, number=4, year=2020, langid={english}}"
    record = read_record("bibtex", entry)
    assert (record.fields["title"], record.fields["issue"]) == ("Grids and Maps", "4")
    assert read_record("biblatex", file_of("biblatex", record)[0]).fields == record.fields


def test_angles_are_quotation_marks_in_all_texts_of_an_entry_in_such_a_language() -> None:
    fields = fields_of(
        "@book{k, language={russian}, title={О <<Мире>>}, author={{ООО <<Роза>>}},"
        " publisher={Изд. <<Мир>>}, note={<<A>>}}"
    )
    del fields["language"]
    assert fields == {
        "title": "О «Мире»", "author": [{"literal": "ООО «Роза»"}], "publisher": "Изд. «Мир»",
        "note": "«A»",
    }  # fmt: skip
    assert (
        fields_of("@book{k, language={english}, note={a << b, <<c>>}}")["note"] == "a << b, <<c>>"
    )


def test_angles_that_a_record_holds_stay_angles() -> None:
    record = read_record("csl-json", '[{"id": "k", "type": "book", "title": "О <<Мире>>"}]')
    text, _ = file_of("biblatex", record)
    assert read_record("bibtex", text).fields["title"] == "О <<Мире>>"


@pytest.mark.parametrize(
    ("entry", "genre"),
    [
        ("@phdthesis{k, langid={ngerman}}", "Dissertation"),
        ("@thesis{k, type={mathesis}, langid={austrian}}", "Masterarbeit"),
        ("@thesis{k, type={{mathesis}}, langid={ngerman}}", "mathesis"),
        ("@mastersthesis{k, language={english}}", "Master’s thesis"),
        ("@phdthesis{k}", "PhD thesis"),
    ],
)
def test_what_a_thesis_is_stands_in_the_language_of_its_entry(entry: str, genre: str) -> None:
    assert fields_of(entry)["genre"] == genre


def test_quotation_marks_that_latex_chooses_are_those_of_the_language() -> None:
    title = r"title={Der \enquote{Gast} und \enquotes}"
    assert fields_of(f"@book{{k, {title}, langid={{ngerman}}}}")["title"] == "Der „Gast“ und"
    assert fields_of(f"@book{{k, {title}}}")["title"] == "Der “Gast” und"


@pytest.mark.parametrize("series", ["3", "newseries", "{3}", "Seas"])
def test_what_a_series_is_called_is_the_same_one_by_one_and_with_others(series: str) -> None:
    entry = f"@article{{k%d, title={{A}}, journal={{J}}, series={{{series}}}, year=2001}}\n"
    found = [one for one in read_file("bibtex", entry % 1 + entry % 2) if isinstance(one, Record)]
    meant = {"3": "3rd series", "newseries": "New series", "{3}": "3", "Seas": "Seas"}[series]
    assert [one.fields["collection-title"] for one in found] == [meant, meant]


def test_the_year_of_the_original_is_read() -> None:
    record = read_record("bibtex", "@book{k, title={A}, year=2001, origyear=1960}")
    assert record.fields["original-date"] == {"date-parts": [[1960]]}
