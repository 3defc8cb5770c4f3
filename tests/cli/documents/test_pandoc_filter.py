"""`reportcite-filter` as a program: a document of pandoc in, one out."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from reportcite.documents.pandoc.ast import plain_text

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


@pytest.mark.parametrize(
    ("streams", "said"),
    [
        ("<&-", "<stdin>: is no document of pandoc"),
        (">&-", "<stdout>: cannot be written: Bad file descriptor"),
        ("> /dev/full", "<stdout>: cannot be written: No space left on device"),
        ("<&- >&- 2>&-", ""),
    ],
)
def test_streams_that_are_closed_or_full_are_named(streams: str, said: str) -> None:
    command = f"{shlex.join(RUN)} {streams}"
    done = subprocess.run(
        ["bash", "-c", command], input=json.dumps(EMPTY).encode(), capture_output=True, check=False
    )
    assert done.returncode == 3
    assert done.stderr.decode().count("\n") == bool(said)
    assert said in done.stderr.decode()


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


CITING = {
    **EMPTY,
    "meta": {
        "references": {
            "t": "MetaList",
            "c": [
                {
                    "t": "MetaMap",
                    "c": {
                        "id": {"t": "MetaString", "c": "doe"},
                        "type": {"t": "MetaString", "c": "book"},
                        "title": {"t": "MetaString", "c": "Soil"},
                        "issued": {"t": "MetaString", "c": "2020"},
                        "abstract": {"t": "MetaString", "c": "On soil."},
                    },
                }
            ],
        }
    },
    "blocks": [
        {
            "t": "Para",
            "c": [
                {
                    "t": "Cite",
                    "c": [
                        [
                            {
                                "citationId": key,
                                "citationPrefix": [],
                                "citationSuffix": [],
                                "citationMode": {"t": "NormalCitation"},
                                "citationNoteNum": 1,
                                "citationHash": 0,
                            }
                            for key in ("doe", "gone")
                        ],
                        [],
                    ],
                }
            ],
        }
    ],
}


def filtered(folder: Path, **variables: str) -> tuple[str, str]:
    """What the filter makes of a document that cites two works, of which it has one."""
    done = subprocess.run(
        RUN,
        input=json.dumps(CITING).encode(),
        capture_output=True,
        check=True,
        cwd=folder,
        env={**os.environ, **variables},
    )
    return plain_text(json.loads(done.stdout)["blocks"]), done.stderr.decode()


def test_what_the_document_does_not_say_is_as_it_is_set_for_cite(tmp_path: Path) -> None:
    assert filtered(tmp_path)[0].startswith("(Soil 2020; gone?)Soil. 2020.")
    settings = 'style = "mla"\n[cite]\ngroup-by = "type"\nannotated = true\nlocale = "de"\n'
    (tmp_path / "reportcite.toml").write_text(settings)
    text, _ = filtered(tmp_path)
    assert text.startswith("(Soil; gone?)Bücher") and text.endswith("On soil.")
    assert "Bücher" not in filtered(tmp_path, REPORTCITE_CONFIG="")[0]


def test_a_setting_that_there_is_not_is_named(tmp_path: Path) -> None:
    (tmp_path / "reportcite.toml").write_text("stlye = 'mla'")
    done = subprocess.run(
        RUN, input=json.dumps(EMPTY).encode(), capture_output=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 2
    assert b"reportcite.toml:1: there is no setting called 'stlye'" in done.stderr


def test_messages_are_for_programs_where_the_environment_says_so(tmp_path: Path) -> None:
    assert filtered(tmp_path)[1] == "warning: no record has the key 'gone'\n"
    message = json.loads(filtered(tmp_path, REPORTCITE_MESSAGES="json")[1])
    assert (message["kind"], message["severity"]) == ("note", "warning")
    assert message["message"] == "no record has the key 'gone'"
