"""The shape of RIS references, and what their writer says it does not carry."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.vocabulary import ITEM_TYPES
from tests.formats.files import a_report, file_of, read_record
from tests.formats.strategies import records

ISBN = "978-3-948289-82-9"


def lines(record: Record, dialect: str = "") -> list[str]:
    ris = format_named("ris")
    write = ris.dialects[dialect] if dialect else ris.write
    assert write is not None
    text = write(Fields(record), "k")
    assert text.endswith("ER  - \r\n")
    return text.split("\r\n")[:-2]


def losses(record: Record) -> dict[str, str]:
    fields = Fields(record)
    write = format_named("ris").write
    assert write is not None
    write(fields, "k")
    return {loss.field: loss.kind for loss in fields.losses()}


@given(records())
def test_any_reference_is_one_tag_and_one_line_per_value(record: Record) -> None:
    shown = lines(record)
    assert shown[0].startswith("TY  - ") and shown[1] == "ID  - k"
    for line in shown:
        assert re.match("[A-Z][A-Z0-9]  - .", line)
        assert len(line.splitlines()) == 1 and "  " not in line[6:]
    tags = [line[:2] for line in shown]
    assert tags.count("TY") == 1 and "ER" not in tags
    assert tags.count("UR") <= 1 and tags.count("AB") <= 1
    labelled = [line for line in shown if line.startswith("M1")]
    assert all(line.count(":") <= 1 for line in labelled)
    years = [line[6:] for line in shown if line.startswith("PY")]
    assert all(re.fullmatch("[0-9]{4}", year) for year in years)


def test_the_isbn_of_a_report_is_not_its_number() -> None:
    record = a_report(ISBN=ISBN, number="WP 12/2024")
    assert lines(record)[3:] == ["SN  - WP 12/2024", f"M1  - ISBN: {ISBN}"]
    assert lines(record, "refman2001")[3:] == ["M1  - Number: WP 12/2024", f"SN  - {ISBN}"]
    for dialect in ("", "refman2001"):
        text = "\r\n".join([*lines(record, dialect), "ER  - "])
        assert read_record("ris", text).fields == {**record.fields, "citation-key": "k"}


def test_a_number_that_looks_like_an_isbn_is_distinguished() -> None:
    assert lines(a_report(number=ISBN))[3:] == [f"M1  - Number: {ISBN}"]
    book = Record("k", "book", {"ISBN": ISBN}, a_report().place)
    assert lines(book)[2:] == [f"SN  - {ISBN}"]
    # A mistyped one stays an ISBN, so that whoever reads it can find it.
    book = Record("k", "book", {"ISBN": "978-0-00-000000-0"}, a_report().place)
    assert lines(book)[2:] == ["SN  - 978-0-00-000000-0"]
    assert lines(a_report(**{"number-of-pages": "1-47"}))[3:] == ["M1  - Number Of Pages: 1-47"]


@pytest.mark.parametrize(
    ("name", "text", "lost"),
    [
        ({"family": "Zeković", "given": "Denis"}, "Zeković, Denis", False),
        ({"family": "Berg", "given": "Jo", "non-dropping-particle": "van"}, "van Berg, Jo", False),
        ({"family": "Arnim", "given": "Jo", "dropping-particle": "von"}, "Arnim, Jo von", False),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, "King, Martin, Jr.", False),
        ({"literal": "DeZIM Institut"}, "DeZIM Institut,", False),
        ({"literal": "DeZIM"}, "DeZIM", False),
        ({"given": "Anna Maria"}, "Anna Maria,", True),
        ({"literal": "Ministry of Labour, Berlin"}, "Ministry of Labour, Berlin", True),
        ({"family": "Plato"}, "Plato", True),
    ],
)  # fmt: skip
def test_names(name: dict[str, str], text: str, lost: bool) -> None:
    record = a_report(author=[name])  # type: ignore[list-item]
    assert lines(record)[3:] == [f"AU  - {text}"]
    assert losses(record) == ({"author": "changed"} if lost else {})


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ({"date-parts": [[2024]]}, ["PY  - 2024"]),
        ({"date-parts": [[2024, 3]]}, ["PY  - 2024", "DA  - 2024/03//"]),
        ({"date-parts": [[2024, 3, 7]]}, ["PY  - 2024", "DA  - 2024/03/07/"]),
        ({"date-parts": [[2023], [2024]]}, ["PY  - 2023", "M1  - Issued: 2023/2024"]),
        ({"date-parts": [[1890]], "circa": True}, ["PY  - 1890", "M1  - Issued: 1890~"]),
        ({"date-parts": [[-44]]}, ["M1  - Issued: -0043"]),
        ({"literal": "in press"}, ["M1  - Issued: in press"]),
    ],
)
def test_dates(date: Value, shown: list[str]) -> None:
    assert lines(a_report(issued=date))[3:] == shown
    assert losses(a_report(issued=date)) == {}


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("keyword", "a, b c", ["KW  - a", "KW  - b c"]),
        ("URL", "https://x.org/a;b", ["UR  - https://x.org/a%3Bb"]),
        ("DOI", "https://doi.org/10.5/x", ["DO  - 10.5/x"]),
        ("language", "de-DE", ["LA  - de"]),
        ("note", "A note: more", ["N1  - A note: more"]),
        ("note", "Edition: second", ["RN  - Edition: second"]),
        ("note", "Event Title: a: b", ["RN  - Event Title: a: b"]),
        ("event-place", "Bonn", ["M1  - Event Place: Bonn"]),
        ("event-title", "Bonn: a talk", ["N1  - Event Title: Bonn: a talk"]),
        ("collection-number", "12", ["M1  - Series Number: 12"]),
        ("abstract", "one\nER  - \nTY  - BOOK", ["AB  - one ER - TY - BOOK"]),
    ],
)
def test_fields(field: str, value: str, shown: list[str]) -> None:
    record = Record("k", "report", {field: value}, a_report().place)
    assert lines(record)[2:] == shown


@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_every_type_comes_back(csl_type: str) -> None:
    record = Record("k", csl_type, {"title": "x"}, a_report().place)
    assert read_record("ris", "\r\n".join([*lines(record), "ER  - "])).type == csl_type


def test_what_is_read_in_another_way_than_it_is_meant_is_reported() -> None:
    assert losses(a_report(keyword="a; b")) == {"keyword": "changed"}
    assert losses(a_report(keyword="a; b, c")) == {}
    assert losses(a_report(language="ger")) == {"language": "changed"}
    assert losses(a_report(issued={"literal": "R&amp;D"})) == {"issued": "changed"}
    assert losses(a_report("R&amp;D")) == {"title": "changed"}
    assert losses(a_report("R&D", keyword="a, b", language="de", number="WP 1")) == {}


def test_numbers_that_their_tags_would_make_something_else_of_have_a_label() -> None:
    record = a_report(number="978-3-16-148410-1", number_of_pages="1-47")
    assert "M1  - Number: 978-3-16-148410-1" in lines(record)
    assert "M1  - Number Of Pages: 1-47" in lines(record)
    assert losses(record) == {}
    write = format_named("ris").write
    assert write is not None
    assert read_record("ris", write(Fields(record), "k")).fields["number-of-pages"] == "1-47"


def report_with(field: str, value: Value) -> Record:
    return Record("r1", "report", {"title": "A", field: value}, a_report().place)


def reasons(record: Record) -> dict[str, tuple[str, str]]:
    """Field → what became of it, and why."""
    fields = Fields(record)
    write = format_named("ris").write
    assert write is not None
    write(fields, "k")
    return {loss.field: (loss.kind, loss.reason) for loss in fields.losses()}


FULL: dict[str, Value] = {
    "title": "Risk", "subtitle": "A review", "title-short": "Risk",
    "author": [{"family": "Li", "given": "Na"}, {"literal": "DeZIM"}],
    "editor": [{"family": "Berg", "given": "Jo"}], "collection-title": "Reports",
    "collection-number": "7", "publisher": "DeZIM", "publisher-place": "Berlin",
    "issued": {"date-parts": [[2024, 3]]}, "number": "WP 1", "number-of-pages": "47",
    "DOI": "10.5/x", "URL": "https://x.org/a", "accessed": {"date-parts": [[2024, 12, 1]]},
    "language": "de", "keyword": "a, b", "abstract": "Short.", "note": "A note",
    "chair": [{"family": "Ode", "given": "Al"}, {"literal": "UN"}],
    "event-date": {"date-parts": [[2023, 5]]},
}  # fmt: skip


def test_a_whole_reference() -> None:
    write = format_named("ris").write
    assert write is not None
    fields = Fields(Record("r1", "report", FULL, a_report().place))
    assert write(fields, "li2024risk").split("\r\n") == [
        "TY  - RPRT", "ID  - li2024risk", "TI  - Risk: A review", "ST  - Risk", "AU  - Li, Na",
        "AU  - DeZIM", "ED  - Berg, Jo", "T2  - Reports", "M1  - Series Number: 7", "PB  - DeZIM",
        "CY  - Berlin", "PY  - 2024", "DA  - 2024/03//", "SN  - WP 1", "SP  - 47", "DO  - 10.5/x",
        "UR  - https://x.org/a", "Y2  - 2024/12/01/", "LA  - de", "KW  - a", "KW  - b",
        "AB  - Short.", "N1  - A note", "M1  - Chair: Ode || Al", "M1  - Chair: UN",
        "M1  - Event Date: 2023-05", "ER  - ", "",
    ]  # fmt: skip
    [loss] = fields.losses()
    assert loss == ("subtitle", "changed", "it is written as part of the title")


def test_an_article_has_its_journal_and_first_and_last_page() -> None:
    values: dict[str, Value] = {"title": "T", "container-title": "J", "page": "12-34"}
    article = Record("r1", "article-journal", values, a_report().place)
    assert lines(article)[2:] == ["TI  - T", "T2  - J", "SP  - 12", "EP  - 34"]
    one_page = article._replace(fields={"page": "e12"})
    assert lines(one_page)[2:] == ["SP  - e12"]
    several = article._replace(fields={"page": "1-2, 5"})
    assert lines(several)[2:] == ["SP  - 1-2, 5"]


def test_a_text_that_is_no_clean_line_is_written_like_the_others() -> None:
    record = a_report("One\ntitle", subtitle="and  more", genre="Paper", note="\x00")
    assert lines(record)[2:] == ["TI  - One title: and more", "M3  - Paper"]
    assert reasons(record) == {
        "title": ("changed", "line breaks and runs of spaces become one space"),
        "subtitle": ("changed", "it is written as part of the title"),
        "note": ("dropped", "it holds nothing that can be written"),
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("URL", "https://a.de/b"), ("URL", "https://a.de/b;c"), ("URL", "https://a.de/b c"),
        ("URL", "https://a.de/b|c"), ("URL", "https://a.de/\u00a0"), ("URL", "https://a.de/\u00fc"),
        ("URL", "https://doi.org/10.1234/x"), ("URL", "10.1234/x"),
        ("genre", "Essay"), ("genre", "10.1234/x"), ("number-of-pages", "12"),
        ("number-of-pages", "xii, 12"), ("number-of-pages", "1-3"), ("number", "12"),
        ("number", ISBN), ("ISBN", ISBN), ("ISBN", "a: b"), ("language", "de"),
        ("language", "de-DE"), ("language", "German"),
    ],
)  # fmt: skip
def test_a_line_is_the_same_whether_all_texts_are_written_at_once_or_one_by_one(
    field: str, value: str
) -> None:
    record = report_with(field, value)
    one_by_one = record._replace(fields={**record.fields, "abstract": "a\tb"})
    assert lines(record) == [line for line in lines(one_by_one) if line[:2] != "AB"]
    assert losses(record) == {
        name: kind for name, kind in losses(one_by_one).items() if name != "abstract"
    }


def test_a_subtitle_without_a_title_is_the_title() -> None:
    record = Record("r1", "report", {"subtitle": "Alone"}, a_report().place)
    assert lines(record)[2:] == ["TI  - Alone"]


@pytest.mark.parametrize("csl_type", ["article-newspaper", "classic", "event"])
def test_a_type_that_shares_its_ris_type_is_named(csl_type: str) -> None:
    named = f"M1  - Type: {csl_type}" in lines(Record("r1", csl_type, {}, a_report().place))
    assert named == (csl_type == "event")


@pytest.mark.parametrize(
    ("field", "value", "kind", "reason"),
    [
        ("DOI", "https://doi.org/10.5/x", "changed", "all but the bare DOI is left out"),
        ("URL", "https://x.org/a;b", "changed", "spaces, semicolons and bars are percent-encoded"),
        ("URL", "https://x.org/a b", "changed", "spaces, semicolons and bars are percent-encoded"),
        ("language", "de-DE", "changed", "the region is left out"),
        ("keyword", "a,b", "changed", "the commas between keywords are written anew"),
        ("keyword", "a , b", "changed", "the commas between keywords are written anew"),
        ("chair", [{"literal": "\x00"}], "dropped", "it holds no name that can be written"),
        ("author", [{"literal": "\x00"}], "dropped", "it holds no name that can be written"),
        ("issued", {"literal": "\x00"}, "dropped", "it holds no date that can be written"),
        ("accessed", {"literal": " "}, "dropped", "it holds no date that can be written"),
        ("accessed", {"date-parts": [[2024]], "literal": "x"}, "changed",
         "only what EDTF can say of the date is written"),
        ("citation-key", "a}b", "changed", "characters that would end a key are removed"),
    ],
)  # fmt: skip
def test_why_a_value_is_changed_or_dropped(
    field: str, value: Value, kind: str, reason: str
) -> None:
    assert reasons(report_with(field, value)) == {field: (kind, reason)}


@pytest.mark.parametrize(
    ("field", "value"),
    [("DOI", "10.5/x"), ("URL", "https://x.org/a"), ("language", "de"), ("keyword", "a, b"),
     ("citation-key", "a:b"), ("issued", {"date-parts": [[2023], [2024]]}), ("title", "A")],
)  # fmt: skip
def test_a_value_that_stands_as_it_is_is_no_loss(field: str, value: Value) -> None:
    assert reasons(report_with(field, value)) == {}


def test_a_type_that_csl_does_not_know_is_generic() -> None:
    record = a_report()._replace(type="zine")
    assert lines(record)[0] == "TY  - GEN" and len(lines(record)) == 3
    reason = "the type is not one of CSL's and is written as GEN"
    assert reasons(record) == {"type": ("changed", reason)}


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"keyword": "a,,b , c"}, ["KW  - a", "KW  - b", "KW  - c"]),
        ({"keyword": ","}, []),
        ({"URL": "https://x.org/a b;c"}, ["UR  - https://x.org/a%20b%3Bc"]),
        ({"language": "Deutsch"}, ["LA  - de"]),
        ({"language": "zh_Hant-TW"}, ["LA  - zh"]),
        ({"note": "Volume ID: 3"}, ["RN  - Volume ID: 3"]),
        ({"note": "Language: x"}, ["RN  - Language: x"]),
        ({"note": "Call Number: x"}, ["RN  - Call Number: x"]),
        ({"note": "place of publication: x"}, ["RN  - place of publication: x"]),
        ({"note": "Notes: x"}, ["RN  - Notes: x"]),
        ({"note": "Series: 3"}, ["N1  - Series: 3"]),
        ({"number-of-pages": "xii, 47"}, ["SP  - xii, 47"]),
        ({"number-of-pages": "12–34"}, ["M1  - Number Of Pages: 12–34"]),
        ({"event-title": "A: b"}, ["N1  - Event Title: A: b"]),
        ({"issued": {"literal": "in\npress"}}, ["M1  - Issued: in press"]),
        ({"issued": {"date-parts": [[2024]], "season": 1, "literal": "x"}},
         ["PY  - 2024", "M1  - Issued: 2024-21"]),
        ({"accessed": {"literal": "\x00"}}, []),
        ({"author": [{"literal": "\x00"}]}, []),
        ({"chair": [{"literal": "\x00"}]}, []),
        ({"citation-key": "other"}, []),
    ],
)  # fmt: skip
def test_values_that_need_a_closer_look(values: dict[str, Value], shown: list[str]) -> None:
    assert lines(Record("k", "report", values, a_report().place))[2:] == shown


@pytest.mark.parametrize(
    "field", ["title", "subtitle", "keyword", "page", "DOI", "URL", "language", "note", "number",
              "number-of-pages", "genre", "event-place"]
)  # fmt: skip
@pytest.mark.parametrize("csl_type", ["report", "article-journal"])
def test_an_empty_value_leaves_no_line(field: str, csl_type: str) -> None:
    record = Record("k", csl_type, {field: "\x00"}, a_report().place)
    assert nothing_between(record)
    assert reasons(record)[field][0] == "dropped"


@pytest.mark.parametrize(
    ("field", "value"),
    [("keyword", ","), ("citation-key", "k"), ("accessed", {"literal": "\x00"}),
     ("author", [{"literal": "\x00"}]), ("chair", [{"literal": "\x00"}]),
     ("issued", {"literal": "\x00"})],
)  # fmt: skip
def test_a_value_that_says_nothing_leaves_no_line(field: str, value: Value) -> None:
    assert nothing_between(Record("k", "report", {field: value}, a_report().place))


def nothing_between(record: Record) -> bool:
    write = format_named("ris").write
    assert write is not None
    head, key, *rest = write(Fields(record), "k").split("\r\n")
    return head.startswith("TY  - ") and key == "ID  - k" and rest == ["ER  - ", ""]


def test_a_subtitle_without_text_leaves_the_title_alone() -> None:
    assert lines(a_report("A", subtitle=" "))[2:] == ["TI  - A"]


def test_a_machine_written_record_is_written_as_it_stands() -> None:
    values: dict[str, Value] = {"title": "A", "note": "x", "keyword": "a, b"}
    record = Record("r1", "report", values, a_report().place, one_line=True)
    assert lines(record)[2:] == ["TI  - A", "KW  - a", "KW  - b", "N1  - x"]


def test_a_date_of_which_only_the_year_is_known_is_that_year() -> None:
    record = a_report(issued={"date-parts": [[2024, 13]]})
    assert lines(record)[3:] == ["PY  - 2024"]
    assert reasons(record) == {
        "issued": ("changed", "only what EDTF can say of the date is written")
    }


@pytest.mark.parametrize("dash", "-–—")
def test_a_range_with_any_dash_is_written_as_its_first_and_last_page(dash: str) -> None:
    article = a_report(page=f"12{dash}34")._replace(type="article-journal")
    assert lines(article)[-2:] == ["SP  - 12", "EP  - 34"]
    assert losses(article) == ({} if dash == "-" else {"page": "changed"})


def test_what_delimits_two_urls_is_encoded_within_one() -> None:
    record = a_report(URL="https://a.de/x|https://b.de")
    assert lines(record)[-1] == "UR  - https://a.de/x%7Chttps://b.de"
    assert losses(record)["URL"] == "changed"


def test_typographic_spaces_round_a_url_are_left_out() -> None:
    record = a_report(URL="https://a.de/x\u00a0")
    assert lines(record)[-1] == "UR  - https://a.de/x"
    assert losses(record)["URL"] == "changed"


def test_keywords_with_semicolons_stand_on_lines_of_their_own() -> None:
    record = a_report(keyword="work; migration;")
    assert lines(record)[-2:] == ["KW  - work", "KW  - migration"]
    assert losses(record) == {"keyword": "changed"}


def test_one_page_is_no_range_from_the_first_file_on() -> None:
    record = Record("r1", "article-journal", {"title": "A", "page": "14-14"}, a_report().place)
    text, [losses] = file_of("ris", record)
    assert "SP  - 14\r\n" in text and "EP" not in text
    assert [one.field for one in losses] == ["page"]
    assert file_of("ris", read_record("ris", text)._replace(id="r1"))[0] == text


@pytest.mark.parametrize(
    ("held", "shown", "lost"),
    [
        ({"U1": "x", "ZZ": ["a", "b"]}, ["U1  - x", "ZZ  - a", "ZZ  - b"], {}),
        ({"L2": "https://a.de"}, ["L2  - https://a.de"], {}),
        ({"ZZ": "a  b"}, ["ZZ  - a b"], {"ZZ": "changed"}),
        ({"ZZ": ["a", " "]}, ["ZZ  - a"], {"ZZ": "changed"}),
        ({"ZZ": ["a", 1]}, [], {"ZZ": "dropped"}),
        ({"zz": "a", "ZZZ": "b"}, [], {"zz": "dropped", "ZZZ": "dropped"}),
        # These would be read as fields, alone or with what else there is of them.
        ({"VL": "3"}, [], {"VL": "dropped"}),
        ({"AU": "Doe, Jane"}, [], {"AU": "dropped"}),
        ({"KW": "Air"}, [], {"KW": "dropped"}),
        ({"AB": "About"}, [], {"AB": "dropped"}),
        ({"M1": "3"}, [], {"M1": "dropped"}),
    ],
)
def test_tags_that_a_reader_kept_are_written_again(
    held: dict[str, object], shown: list[str], lost: dict[str, str]
) -> None:
    record = a_report()._replace(custom={"ris": held})
    assert lines(record)[3:] == shown
    assert losses(record) == {f"custom/ris/{tag}": kind for tag, kind in lost.items()}
    held_again = read_record("ris", "\r\n".join([*lines(record), "ER  - "])).custom
    assert held_again.get("ris", {}).keys() == {line[:2] for line in shown}


def test_a_second_value_of_a_field_is_kept_apart_beside_the_first() -> None:
    record = a_report(publisher="A", abstract="B")._replace(
        custom={"ris": {"PB": "C", "AB": "D", "KW": "E"}}
    )
    assert [line for line in lines(record) if line[:2] in {"PB", "AB", "KW"}] == [
        "PB  - A", "AB  - B", "PB  - C",
    ]  # fmt: skip
    assert losses(record) == {"custom/ris/AB": "dropped", "custom/ris/KW": "dropped"}


def test_only_a_list_that_goes_on_says_so() -> None:
    names: Value = [{"family": "Doe", "given": "Jo"}]
    record = a_report(author=names, editor=names, illustrator=names, interviewer=names)
    goes_on = record._replace(truncated=frozenset({"editor", "interviewer"}))
    assert lines(goes_on)[3:] == [
        "AU  - Doe, Jo",
        "ED  - Doe, Jo", "ED  - et al.",
        "M1  - Illustrator: Doe || Jo",
        "M1  - Interviewer: Doe || Jo", "M1  - Interviewer: et al.",
    ]  # fmt: skip
