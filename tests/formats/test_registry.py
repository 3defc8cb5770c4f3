"""Formats are found by name and by file name, and imported only when asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.errors import UsageError
from reportcite.formats.registry import (
    FORMATS,
    UNMARKED,
    format_named,
    format_of,
    name_of,
    says_all,
)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_what_the_registry_says(name: str) -> None:
    found = format_named(name)
    assert found.name == name
    assert found.write or found.read


def test_spelling_of_a_name_is_taken_as_meant() -> None:
    assert format_named("BibTeX") is format_named("bibtex")
    assert format_named("csl_json").name == "csl-json"
    assert format_named("dublin-core").name == "oai-dc"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("csl", "did you mean csl-json or csl-yaml?"),
        ("EndNote", "did you mean endnote-xml?"),
        ("word", "name one such as bibtex, ris, csl-json"),
        ("", "name one such as bibtex"),
    ],
)
def test_a_name_that_there_is_not_leads_to_others(typed: str, hint: str) -> None:
    with pytest.raises(UsageError) as wrong:
        format_named(typed)
    assert hint in str(wrong.value)
    assert len(str(wrong.value)) < 160


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UsageError) as wrong:
        format_named("bibtext")
    assert "did you mean bibtex?" in str(wrong.value)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("refs.bib", "bibtex"),
        ("refs.biblatex.bib", "biblatex"),
        ("REFS.RIS", "ris"),
        ("refs.ris.gz", "ris"),
        ("refs.jsonl.zst", "jsonl"),
        ("refs.json", "csl-json"),
        ("refs.yml", "yaml"),
        ("refs.mods.xml", "mods"),
        ("CITATION.cff", "cff"),
        ("refs.txt", None),
        (".bib", None),
    ],
)
def test_the_suffix_tells_the_format(path: str, name: str | None) -> None:
    assert name_of(PurePath(path)) == name


def test_a_suffix_that_says_nothing_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        format_of(PurePath("refs.txt"))


def test_naming_formats_imports_none_of_them() -> None:
    script = (
        "import sys; import reportcite.formats.registry as f; list(f.FORMATS); "
        "print([m for m in sys.modules if m.startswith('reportcite.formats.')])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(
        [f"reportcite.formats.{name}" for name in ("format", "registry")]
    )


@pytest.mark.parametrize(("name", "expected"), [("bib", "bibtex"), ("JSON", "csl-json")])
def test_a_suffix_without_its_dot_names_the_format(name: str, expected: str) -> None:
    assert format_named(name).name == expected


@pytest.mark.parametrize(
    ("path", "tells"),
    [("refs.ris", True), ("refs.mods.xml.gz", True), ("refs.xml", False), ("refs.txt", False),
     ("refs", False)],
)  # fmt: skip
def test_a_suffix_that_two_formats_have_does_not_tell_them_apart(path: str, tells: bool) -> None:
    assert says_all(PurePath(path)) == tells


def test_what_has_no_name_and_no_signature_is_a_format_that_is_read() -> None:
    assert format_named(UNMARKED).read is not None
    assert not FORMATS[UNMARKED].signature


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.first])
@given(data=st.data())
@settings(max_examples=50)
def test_what_a_signature_matches_begins_as_said(name: str, data: st.DataObject) -> None:
    known = FORMATS[name]
    beginning = data.draw(st.from_regex(known.signature, fullmatch=True))
    assert beginning[:1] in known.first


@pytest.mark.parametrize(
    "name",
    [
        *("crossref-json", "crossref-xml", "datacite-json", "html", "openalex-json", "pica"),
        *("pica-xml", "pubmed-xml", "refworks", "wos"),
    ],
)
def test_what_databases_and_catalogues_answer_is_read_only(name: str) -> None:
    found = format_named(name)
    assert found.name == name
    assert found.read is not None and found.write is None
