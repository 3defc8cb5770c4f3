"""ENW: what EndNote has a field for, and the rest in its research notes."""

from __future__ import annotations

import pytest

from reportcite.record.fields import Value
from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, read_record


def lines(record: Record) -> list[str]:
    text, _ = file_of("enw", record)
    return text.rstrip("\n").split("\n")


def test_a_report() -> None:
    record = a_report(
        author=[{"family": "Roe", "given": "Jane"}, {"literal": "Tidal Group"}],
        issued={"date-parts": [[2012, 2, 7]]}, number="WP 12", publisher="Quay",
        keyword="a, b", DOI="10.1234/a", subtitle="More", scale="1:50",
    )  # fmt: skip
    assert lines(record) == [
        "%0 Report", "%F r1", "%T A report: More", "%A Roe, Jane", "%A Tidal Group,", "%I Quay",
        "%D 2012", "%8 2012-02-07", "%@ WP 12", "%R 10.1234/a", "%K a", "%K b", "%< scale: 1:50",
        "%< subtitle: More",
    ]  # fmt: skip
    text, [losses] = file_of("enw", record)
    assert losses == [] and read_record("enw", text).fields == record.fields


def test_an_article_has_its_journal() -> None:
    fields: dict[str, Value] = {"title": "A", "container-title": "J", "page": "1-9", "issue": "2"}
    article = Record("r1", "article-journal", fields, a_report().place)
    assert lines(article) == ["%0 Journal Article", "%F r1", "%T A", "%J J", "%N 2", "%P 1-9"]


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"ISBN": "978-3-16-148410-0"}, "%< ISBN: 978-3-16-148410-0"),
        ({"number": "978-3-16-148410-0"}, "%< number: 978-3-16-148410-0"),
        ({"number-of-pages": "1-9"}, "%< number-of-pages: 1-9"),
        ({"DOI": "WP 1"}, "%< DOI: WP 1"),
        ({"issued": {"literal": "soon"}}, None),
    ],
)
def test_what_reads_as_something_else_stands_in_the_notes(
    fields: dict[str, Value], note: str | None
) -> None:
    record = Record("r1", "report", fields, a_report().place)
    assert (note in lines(record)) == (note is not None)
    text, _ = file_of("enw", record)
    assert read_record("enw", text).fields == fields


def test_what_does_not_fit_a_line_is_folded_and_reported() -> None:
    text, [losses] = file_of("enw", a_report(abstract="one\ntwo", note="\x07"))
    assert "%X one two" in text
    kinds = {one.field: one.kind for one in losses}
    assert (kinds["abstract"], kinds["note"]) == ("changed", "dropped")


def test_what_a_reader_kept_is_written_again_also_from_ris() -> None:
    ris = "TY  - RPRT\nID  - k\nTI  - A\nAD  - Kiel\nU1  - x\nER  - "
    record = read_record("ris", ris)
    text, [losses] = file_of("enw", record)
    assert "%+ Kiel" in text.split("\n")
    assert "custom/ris/U1" in {one.field for one in losses}
    assert read_record("enw", text).custom == {"ris": {"AD": "Kiel"}}


def test_a_list_of_names_that_goes_on_says_so() -> None:
    record = a_report(author=[{"family": "Roe", "given": "Jane"}])
    record = record._replace(truncated=frozenset({"author"}))
    assert lines(record)[-2:] == ["%A Roe, Jane", "%A et al."]
