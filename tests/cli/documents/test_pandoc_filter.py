"""`reportcite-filter` as a program: a document of pandoc in, one out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUN = [sys.executable, "-c", "from reportcite.cli.start import filter_script; filter_script()"]
EMPTY = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": []}


def test_a_document_without_citations_stays_as_it_is() -> None:
    done = subprocess.run(RUN, input=json.dumps(EMPTY).encode(), capture_output=True, check=True)
    assert json.loads(done.stdout) == EMPTY
    assert done.stderr == b""


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b"\xff", b"text", b'{"meta": [], "blocks": 1}']
)
def test_what_is_no_document_is_named(text: bytes) -> None:
    done = subprocess.run(RUN, input=text, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"reportcite: <stdin>: is no document of pandoc")


@pytest.mark.parametrize("depth", [200, 100_000])
def test_a_document_too_deep_to_walk_is_named(depth: int) -> None:
    opening, closing = '{"t": "Emph", "c": [' * depth, "]}" * depth
    text = f'{{"meta": {{}}, "blocks": [{{"t": "Para", "c": [{opening}{closing}]}}]}}'
    done = subprocess.run(RUN, input=text.encode(), capture_output=True, check=False)
    assert done.returncode == (0 if depth == 200 else 3)
    assert done.stderr.startswith(b"" if depth == 200 else b"reportcite: <stdin>: elements stand")


def test_a_style_that_there_is_not_is_named() -> None:
    text = json.dumps({**EMPTY, "meta": {"csl": {"t": "MetaString", "c": "chikago"}}}).encode()
    done = subprocess.run(RUN, input=text, capture_output=True, check=False)
    assert done.returncode == 3
    assert b"chikago" in done.stderr


def test_an_empty_bibliography_is_named_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "empty.bib"
    file.touch()
    document = {**EMPTY, "meta": {"bibliography": {"t": "MetaString", "c": str(file)}}}
    text = json.dumps(document).encode()
    done = subprocess.run(RUN, input=text, capture_output=True, check=True)
    assert json.loads(done.stdout) == document
    assert b"empty.bib: error no-entries: there is no BibTeX entry in it" in done.stderr


def test_a_word_to_group_by_that_there_is_not_is_named() -> None:
    text = json.dumps({**EMPTY, "meta": {"group-by": {"t": "MetaString", "c": "typ"}}}).encode()
    done = subprocess.run(RUN, input=text, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"group-by cannot be 'typ' (did you mean 'type'?)" in done.stderr
