"""Languages in BibTeX: the bare tag in `language`, babel's name in `langid`."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.language import LANGIDS, read_language, write_language


@pytest.mark.parametrize("tag", LANGIDS)
def test_every_language_babel_knows_comes_back(tag: str) -> None:
    primary, _, region = tag.partition("-")
    typed = f"{primary}-{region.upper()}" if region else primary
    assert write_language(typed) == (primary, LANGIDS[tag], True)
    assert read_language(primary, LANGIDS[tag]) == typed


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de-DE", ("de", "ngerman", False)),
        ("de_AT", ("de", "naustrian", False)),
        ("sw", ("sw", "", True)),
        ("Kölsch", ("Kölsch", "", True)),
        ("", ("", "", True)),
    ],
)
def test_what_is_written_of_others(language: str, written: tuple[str, str, bool]) -> None:
    assert write_language(language) == written


@pytest.mark.parametrize(
    ("language", "langid", "tag"),
    [
        ("en-GB", "american", "en-GB"),  # a region of its own counts
        ("en", "ngerman", "en"),  # and so does the language where the two differ
        ("en", "", "en"),
        ("german", "", "de"),
        ("german", "naustrian", "de-AT"),
        ("langenglish", "", "en"),
        ("brazil", "", "pt-BR"),
        ("mexican", "", "es-MX"),
        ("", " NGerman ", "de"),
        ("", "swahili", "swahili"),
        ("Kölsch", "ngerman", "Kölsch"),
        ("", "", ""),
    ],
)
def test_what_is_read(language: str, langid: str, tag: str) -> None:
    assert read_language(language, langid) == tag
