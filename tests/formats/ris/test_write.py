"""The shape of RIS references, and what their writer says it does not carry."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from reportcite.formats.format import Fields
from reportcite.formats.registry import format_named
from reportcite.record.model import Record, Value
from reportcite.vocabulary import ITEM_TYPES
from tests.formats.files import a_report, read_record
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
    assert all(line.count(":") == 1 for line in labelled)
    years = [line[6:] for line in shown if line.startswith("PY")]
    assert all(re.fullmatch("[0-9]{4}", year) for year in years)


def test_the_isbn_of_a_report_is_not_its_number() -> None:
    record = a_report(ISBN=ISBN, number="WP 12/2024")
    assert lines(record)[3:] == ["SN  - WP 12/2024", f"M1  - ISBN: {ISBN}"]
    assert lines(record, "refman2001")[3:] == ["M1  - Number: WP 12/2024", f"SN  - {ISBN}"]
    for dialect in ("", "refman2001"):
        text = "\r\n".join([*lines(record, dialect), "ER  - "])
        assert read_record("ris", text).fields == {**record.fields, "citation-key": "k"}


def test_a_number_that_looks_like_an_isbn_is_told_apart() -> None:
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
        ({"literal": "DeZIM Institut"}, "DeZIM Institut", False),
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


@pytest.mark.parametrize("dash", "-–—")
def test_a_range_with_any_dash_is_written_as_its_first_and_last_page(dash: str) -> None:
    article = a_report(page=f"12{dash}34")._replace(type="article-journal")
    assert lines(article)[-2:] == ["SP  - 12", "EP  - 34"]
    assert losses(article) == ({} if dash == "-" else {"page": "changed"})


def test_what_delimits_two_urls_is_encoded_within_one() -> None:
    record = a_report(URL="https://a.de/x|https://b.de")
    assert lines(record)[-1] == "UR  - https://a.de/x%7Chttps://b.de"
    assert losses(record)["URL"] == "changed"
