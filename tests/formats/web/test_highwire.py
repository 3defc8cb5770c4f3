"""Highwire tags: only meta elements, whatever is in the fields."""

from __future__ import annotations

from hypothesis import given

from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, reports
from tests.formats.strategies import records
from tests.formats.web_pages import Seen


def tags(record: Record) -> list[tuple[str, str]]:
    """Name and content of the tags, after a browser has read them."""
    seen = Seen(file_of("highwire", record)[0])
    assert not seen.text.strip()
    for tag, attributes in seen.elements:
        assert tag == "meta" and attributes.keys() == {"name", "content"}
    return [(one["name"], one["content"]) for _, one in seen.elements]


def test_a_report_is_written_as_google_scholar_asks() -> None:
    found = tags(reports()[0])
    assert found[0][0] == "citation_title"
    assert [content for name, content in found if name == "citation_author"] == [
        "Ratzmann, Nora",
        "Zeković, Denis",
        "Blunert, Janin",
        "Kokonowskyj, Larissa",
        "Nowicka, Magdalena",
    ]
    assert ("citation_publication_date", "2024") in found
    assert ("citation_technical_report_institution", "DeZIM Institut") in found
    assert ("citation_isbn", "978-3-948289-82-9") in found
    assert ("citation_keywords", "Kommune") in found


def test_a_day_is_written_with_slashes() -> None:
    record = a_report(issued={"date-parts": [[2024, 3, 7]]})
    assert ("citation_publication_date", "2024/03/07") in tags(record)


@given(record=records())
def test_there_are_only_citation_tags_and_one_title(record: Record) -> None:
    found = tags(record)
    assert all(name.startswith("citation_") for name, _ in found)
    title = str(record.fields.get("title", ""))
    titles = sum(name == "citation_title" for name, _ in found)
    assert titles == bool(title.strip()) or not title.isprintable()


@given(record=records())
def test_every_text_that_is_not_lost_is_there(record: Record) -> None:
    _, [losses] = file_of("highwire", record)
    lost = {loss.field for loss in losses}
    if "subtitle" in lost:
        lost.add("title")
    written = {content for _, content in tags(record)}
    for name, value in record.fields.items():
        if isinstance(value, str) and name not in {"keyword", "page", *lost}:
            assert value in written, name


def test_a_link_that_would_run_is_dropped() -> None:
    text, [losses] = file_of("highwire", a_report(URL="javascript:alert(1)"))
    assert "javascript" not in text and [loss.field for loss in losses] == ["URL"]
