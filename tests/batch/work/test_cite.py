"""Each record is cited for itself, by a style that is compiled once a process."""

from __future__ import annotations

import pickle

import pytest

from reportcite.batch.chunks import results
from reportcite.batch.work.cite import Citer, CiteSettings
from reportcite.csl import Processor
from reportcite.errors import StyleError, UsageError
from reportcite.limits import Limits
from reportcite.record.model import Record
from tests.batch.records import chunk_of, line

APA = CiteSettings("apa", "", "text")


def test_the_entries_come_in_the_order_of_the_input_and_without_suffixes() -> None:
    chunk = chunk_of(line("b", title="B") + line("x", publisher=None) + line("a", title="A"))
    cited = Citer(APA)(chunk)
    assert cited.entries == ["A. (2024). B. P.", "A. (2024). A. P."]
    assert (cited.written, cited.size) == (2, chunk.size)
    assert (cited.screening.read, cited.screening.with_errors) == (3, 1)


def test_fail_fast_stops_the_chunk() -> None:
    cited = Citer(APA._replace(on_error="stop"))(chunk_of(line("x", title=None) + line("a")))
    assert (cited.entries, cited.screening.stopped) == ([], True)


def test_locale_and_limits_hold() -> None:
    text = line("a", issued={"date-parts": [[2024, 5, 1]]}, type="webpage", URL="https://a.de")
    english, german = (Citer(APA._replace(locale=name)) for name in ("", "de-DE"))
    assert "May 1" in english(chunk_of(text)).entries[0]
    assert "Mai 1" in german(chunk_of(text)).entries[0]
    small = Citer(APA._replace(limits=Limits(20)))(chunk_of(text))
    assert [one.rule.name for one in small.screening.findings] == ["too-large"]


def test_in_another_process_the_style_is_compiled_anew() -> None:
    citer = Citer(APA._replace(locale="de-DE"))
    sent = pickle.loads(pickle.dumps(citer))
    assert sent.settings == citer.settings
    assert sent(chunk_of(line("a"))).entries == citer(chunk_of(line("a"))).entries


@pytest.mark.parametrize("language", ["text", "html", "rtf", "latex"])
def test_the_output_language_is_put_round_the_entries(language: str) -> None:
    citer = Citer(APA._replace(language=language))
    head, separator, tail = citer.wrapping()
    other = {"author": [{"literal": "B"}]}
    chunk = chunk_of(line("a", title="A") + line("b", title="B", **other))
    text = head + separator.join(citer(chunk).entries) + tail
    records = [one for one in results(chunk) if isinstance(one, Record)]
    whole = Processor("apa", output=language).document([record.item() for record in records])
    assert text == (whole if whole.endswith("\n") else whole + "\n")


def test_a_style_or_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(StyleError):
        Citer(APA._replace(style="nosuch"))
    with pytest.raises(UsageError):
        Citer(APA._replace(language="pdf"))
