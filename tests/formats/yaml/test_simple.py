"""What is written plainly is read as the reader of YAML reads it, or not at all."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.errors import Place
from reportcite.formats.yaml.read import read_yaml
from reportcite.formats.yaml.simple import simple_record
from reportcite.record.assemble.notations import CSL, OWN
from reportcite.record.model import Record
from reportcite.record.untyped import Notation
from tests.conftest import ROOT

PLAIN = """\
# A comment, and a line with nothing in it.

type: report
title: Chancen statt „Krise“
author:
  - family: Nowicka
    given: 'Magdalena'
  - "DeZIM Institut"
editor:
- family: Beck
- literal: UNESCO
issued: 2024
publisher: none
keyword: [Kommune,  Resilienz , Stadt Land]
URL:   https://example.org/a:b#c
"""


def found(text: str, notation: Notation = OWN) -> Record | None:
    return simple_record(text, Place("file.yaml", 1), "file", first=True, notation=notation)


def slowly(text: str) -> list[object]:
    return list(read_yaml(BytesIO(text.encode()), "file.yaml"))


def test_a_plain_record_is_read_with_its_places() -> None:
    record = found(PLAIN)
    assert record is not None
    assert [record] == slowly(PLAIN)
    assert record.id == "file"
    assert record.stated_none == {"publisher"}
    assert record.fields["author"] == [
        {"family": "Nowicka", "given": "Magdalena"},
        {"literal": "DeZIM Institut"},
    ]
    assert record.place.line == 3
    assert record.places["author/2"] == (8, 5)
    assert record.places["editor/2"] == (11, 3)
    assert record.places["keyword/3"] == (14, 33)
    assert record.places["URL"] == (15, 1)


def test_the_shipped_record_is_plain() -> None:
    for path in (ROOT / "records").glob("*.yaml"):
        assert found(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "title: a\n---\ntitle: b\n",
        "title: a # comment\n",
        "# reportcite: ignore[isbn]\ntitle: a\n",
        "title: a\n  b\n",
        "title: a: b\n",
        "title: a:\n",
        "title: |\n  a\n",
        "title: null\n",
        "title: ~\n",
        "title:\n",
        "title:\nISBN: 1\n",
        "title:a\n",
        "title: a\ntitle: b\n",
        " title: a\n",
        "title: *a\n",
        "title: 'it's'\n",
        "title: 'it'''s'\n",
        "title: 'it''s\n",
        'title: "a\\nb"\n',
        'title: "a" b\n',
        "title: '\n",
        "title: a\tb\n",
        "title: a\r\n",
        "title: a\u00a0b\n",
        "title: a\u2028b\n",
        "title: a\x00b\n",
        "\ufefftitle: a\n",
        "- title: a\n",
        "Number of Pages: 3\n",
        "keyword: [a, 'b']\n",
        "keyword: [a, null]\n",
        "keyword: [a, , b]\n",
        "keyword: [a, b\n",
        "keyword: {a: b}\n",
        "author:\n  - family: a\n    family: b\n",
        "author:\n  - family: a\n      given: b\n",
        "author:\n  - family:\n",
        "author:\n  -   family: a\n",
        "author:\n  - none\n",
        "author:\n  - a:\n",
        "author:\n  family: a\n",
        "author:\n  - - a\n",
        "references:\n  - title: a\n",
        "custom: 1\n",
        f"{'a' * 100}: a\n",
        "1a: a\n",
        "title: a\n - b\n",
        "author:\n  -  a\n",
        "author:\n  - \n",
        "author:\n  - family: a\n     given: b\n",
    ],
)
def test_all_else_is_for_the_reader_of_yaml(text: str) -> None:
    assert found(text) is None


def test_places_are_counted_from_the_beginning_of_the_document() -> None:
    record = simple_record("\ntitle: a\nauthor:\n- b\n", Place("f.yaml", 7), "f", first=False)
    assert record is not None
    assert record.place == Place("f.yaml", 8, 1)
    assert record.places == {"title": (8, 1), "author/1": (10, 3), "author": (9, 1)}


def test_only_the_first_record_is_named_after_its_file_alone() -> None:
    place = Place("f.yaml", 7)
    first, other = (simple_record("title: a\n", place, "f", first=one) for one in (True, False))
    assert first is not None
    assert other is not None
    assert (first.id, other.id) == ("f", "f-7")


def test_an_apostrophe_is_doubled_in_single_quotes() -> None:
    record = found("title: 'it''s: ''so'''\n")
    assert record is not None
    assert record.fields["title"] == "it's: 'so'"


def test_in_other_notations_none_is_a_value() -> None:
    record = found("publisher: none\n", CSL)
    slow = list(read_yaml(BytesIO(b"publisher: none\n"), "file.yaml", notation=CSL))
    assert [record] == slow


PIECES = st.sampled_from(
    [
        *("title", "author", "family", "given", "literal", "keyword", "ISBN", "id", "custom"),
        *(": ", ":", ":\n", "\n", "\n", "\n  ", "\n- ", "\n  - ", "\n    ", "- ", " ", "  "),
        *("[", "]", ", ", ",", "{", "}", "'", '"', "\\", "#", " #", "# ", "&a", "*a", "|", ">"),
        *("none", "null", "~", "2024", "1e3", "a b", "é", "𝔸", "„x“", "\u00a0", "\t", "\r\n"),
        *("---\n", "...\n", "%", "@", "`", "!", "?", "? ", "<<", "-", "=", "https://a.b/c"),
    ]
)
ENTRIES = st.sampled_from(
    [
        *("title: a b\n", "ISBN: 1-2\n", "author:\n", "  - family: X\n", "    given: Y\n"),
        *("- Z\n", "- family: Z\n", "  given: Q\n", "publisher: none\n", "issued: 2024-05\n"),
        *("keyword: [a, b  ,c]\n", "note: 'q: r'\n", 'abstract: "s # t"\n', "# c\n", "\n", "  \n"),
    ]
)


@settings(max_examples=400)
@given(st.lists(st.one_of(ENTRIES, ENTRIES, PIECES), max_size=12).map("".join))
def test_what_is_read_is_what_the_reader_of_yaml_reads(text: str) -> None:
    record = found(text)
    if record is not None:
        assert [record] == slowly(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_so_is_any_character_in_a_value(text: str) -> None:
    for typed in (f"title: {text}\n", f"title: '{text}'\n", f"author:\n- {text}\n"):
        record = found(typed)
        if record is not None:
            assert [record] == slowly(typed)


def test_one_plain_record_is_cited_and_checked_without_pyyaml(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PLAIN.replace("publisher: none\n", ""), encoding="utf-8")
    for command in (["cite", "a.yaml"], ["check", "a.yaml"], ["export", "a.yaml", "--to", "ris"]):
        script = (
            "import sys; from reportcite.cli.main import main;"
            f"main({command!r}); sys.stderr.write(' '.join(sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, cwd=tmp_path, text=True
        )
        loaded = done.stderr.split()
        assert "reportcite.formats.yaml.simple" in loaded
        assert [name for name in loaded if name.partition(".")[0] in ("yaml", "_yaml")] == []
        # A citation needs neither.
        assert command[0] != "cite" or {"dataclasses", "json"}.isdisjoint(loaded)
