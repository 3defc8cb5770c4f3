"""The keys that documents cite, told apart by the names of the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportcite.documents.cited_keys import cited_keys
from reportcite.errors import InputError, Place, UsageError

DOCUMENTS = {
    "a.md": "@doe",
    "a.qmd": "@doe",
    "a.Rmd": "@doe",
    "a.tex": r"\cite{doe}",
    "a.aux": r"\citation{doe}",
    "a.bcf": "<bcf:citekey>doe</bcf:citekey>",
    "a.typ": "@doe",
    "a.org": "[cite:@doe]",
    "a.ipynb": json.dumps(
        {
            "cells": [
                {"cell_type": "code", "source": ["@no"]},
                {"cell_type": "markdown", "source": ["See ", "@doe"]},
            ]
        }
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_kind_of_document_is_read(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(DOCUMENTS[name])
    line = 0 if name == "a.ipynb" else 1
    assert cited_keys([str(file)]) == {"doe": Place(str(file), line)}


def test_a_key_stands_where_it_is_cited_first(tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text("\n@doe")
    second.write_text("@roe @doe")
    found = cited_keys([str(first), str(second)])
    assert found == {"doe": Place(str(first), 2), "roe": Place(str(second), 1)}


def test_what_latex_includes_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_text(r"\input{part}\include{part.tex}\input{nothing}\cite{a}")
    (tmp_path / "part.tex").write_text(r"\input{main}\cite{b}")
    assert [*cited_keys([str(tmp_path / "main.tex")])] == ["a", "b"]


@pytest.mark.parametrize("content", [b"\xff", b"{", b"[]", b'{"cells": 1}', b"[" * 100_000])
def test_what_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.ipynb"
    file.write_bytes(content)
    with pytest.raises(InputError, match=r"a\.ipynb"):
        cited_keys([str(file)])


def test_a_document_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        cited_keys([str(tmp_path / "a.md")])


def test_other_documents_are_refused() -> None:
    with pytest.raises(UsageError, match=r"\.docx.*name a file of \.md"):
        cited_keys(["a.docx"])
