"""COinS: one harmless span, whose title is an OpenURL with everything in it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given

from reportcite.formats.reading.note_lines import read_lines
from reportcite.record.model import Record
from reportcite.values.title import join_title
from tests.formats.files import a_report, file_of, reports
from tests.formats.strategies import records
from tests.formats.web_pages import Seen


def context(record: Record) -> dict[str, list[str]]:
    """The keys of the ContextObject, after a browser has read the span."""
    seen = Seen(file_of("coins", record)[0])
    [(tag, attributes)] = seen.elements
    assert tag == "span" and attributes.keys() == {"class", "title"} and not seen.text.strip()
    assert attributes["class"] == "Z3988"
    return parse_qs(attributes["title"], keep_blank_values=True, strict_parsing=True)


def test_a_report_is_written_in_the_keys_of_the_book_format() -> None:
    keys = context(reports()[0])
    assert keys["ctx_ver"] == ["Z39.88-2004"]
    assert keys["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert keys["rft.genre"] == ["report"]
    assert keys["rft.btitle"][0].startswith("Chancen statt „Krise“: Resiliente Kommunen")
    assert (keys["rft.aulast"], keys["rft.aufirst"]) == (["Ratzmann"], ["Nora"])
    assert len(keys["rft.au"]) == 5
    assert (keys["rft.date"], keys["rft.isbn"]) == (["2024"], ["978-3-948289-82-9"])
    assert (keys["rft.pub"], keys["rft.place"]) == (["DeZIM Institut"], ["Berlin"])


@given(record=records())
def test_every_carried_text_is_in_it(record: Record) -> None:
    _, [losses] = file_of("coins", record)
    lost = {loss.field for loss in losses}
    keys = context(record)
    lines = read_lines(keys["rft_dat"][0]) if "rft_dat" in keys else None
    written = {value for values in keys.values() for value in values}
    written |= {value.removeprefix("info:doi/") for value in written}
    for name, value in record.fields.items():
        if isinstance(value, str) and name not in {"title", *lost}:
            assert value in written or (lines and lines.fields.get(name) == value), name
    title, subtitle = (str(record.fields.get(name, "")) for name in ("title", "subtitle"))
    assert lost & {"title", "subtitle"} or join_title(title, subtitle) in written


@given(record=records())
def test_every_link_is_one_a_browser_only_fetches(record: Record) -> None:
    for link in context(record).get("rft_id", []):
        assert urlsplit(link).scheme in {"http", "https", "ftp", "ftps", "info"}


def test_a_link_that_would_run_is_dropped_and_that_is_said() -> None:
    text, [losses] = file_of("coins", a_report(URL="javascript:alert(1)"))
    assert "javascript" not in text
    assert [(loss.field, loss.kind) for loss in losses] == [("URL", "dropped")]
