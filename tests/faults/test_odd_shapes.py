"""Documents of pandoc and settings of which one part has another shape, each part in turn."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from reportcite.cli.configuration.applying import settings_in
from reportcite.cli.documents.pandoc_filter import _document, _text, run
from reportcite.errors import ReportciteError

CITATION = {
    "citationId": "a", "citationPrefix": [{"t": "Str", "c": "see"}],
    "citationSuffix": [{"t": "Str", "c": ",p.3"}], "citationMode": {"t": "NormalCitation"},
    "citationNoteNum": 1, "citationHash": 0,
}  # fmt: skip
CITED = {"t": "Cite", "c": [[CITATION], [{"t": "Str", "c": "[@a]"}]]}
DOCUMENT: dict[str, Any] = {
    "pandoc-api-version": [1, 23, 1],
    "meta": {
        "references": {
            "t": "MetaList",
            "c": [{"t": "MetaMap", "c": {"id": {"t": "MetaString", "c": "a"}}}],
        },
        "csl": {"t": "MetaString", "c": "apa"},
        "lang": {"t": "MetaInlines", "c": [{"t": "Str", "c": "en"}]},
        "nocite": {"t": "MetaInlines", "c": [CITED]},
    },
    "blocks": [
        {"t": "Para", "c": [{"t": "Space"}, CITED, {"t": "Note", "c": [{"t": "Para", "c": []}]}]},
        {"t": "Div", "c": [["refs", [], []], []]},
    ],
}
OTHERS: tuple[Any, ...] = (
    *(None, True, -1, 1.5, 10**30, "", "other", "\0", "\ud800", [], [[]], [None], ["other"]),
    *({}, {"t": "Str"}, {"t": "Cite", "c": []}, {"t": 1}, {"c": "x"}),
)


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to `value` and to all of its parts."""
    yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from paths(value[key], (*path, key))


def replaced(whole: Any, path: tuple[Any, ...], other: Any) -> Any:
    """`whole` with `other` as its part at `path`."""
    if not path:
        return other
    changed = deepcopy(whole)
    part = changed
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = other
    return changed


@pytest.mark.slow
def test_a_document_with_any_other_part_is_filtered_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answered = 0
    for path in paths(DOCUMENT):
        for other in OTHERS:
            data = json.dumps(replaced(DOCUMENT, path, other)).encode()
            try:
                answered += json.loads(_text(run(_document(data)))) is not None
            except ReportciteError as error:
                assert str(error)
    assert answered > 100


def test_half_a_character_in_a_document_becomes_a_question_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    where = ("blocks", 0, "c", 1, "c", 0, 0, "citationPrefix", 0, "c")
    data = json.dumps(replaced(DOCUMENT, where, "\ud800")).encode()
    assert b"?" in _text(run(_document(data)))


SETTINGS = """
style = "apa"
jobs = 2
quiet = true
exclude = ["old/"]
[rules]
isbn = "off"
[[overrides]]
files = ["a.bib"]
rules = { doi = "error" }
[cite]
links = true
[export]
key-format = "author-year"
"""
WORDS = ('""', "true", "-1", "1e999", "nan", "[]", "[[]]", "{}", "{a = 1}", '"\\u001b[2J"',
         "1979-05-27T07:32:00Z", "9" * 400, '["a", 1]')  # fmt: skip


def as_toml(value: Any) -> str:
    """`value` on one line of TOML."""
    if isinstance(value, dict):
        members = ", ".join(f"{json.dumps(key)} = {as_toml(one)}" for key, one in value.items())
        return f"{{{members}}}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return value[1:] if isinstance(value, str) and value[:1] == "\0" else json.dumps(value)


def test_settings_with_any_other_part_are_taken_or_refused_with_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    settings = tomllib.loads(SETTINGS)
    file = tmp_path / "reportcite.toml"
    file.write_text(SETTINGS)
    assert settings_in({}) is not None
    for path in paths(settings):
        for word in WORDS if path else ():
            changed = replaced(settings, path, "\0" + word)
            file.write_text(
                "".join(f"{json.dumps(k)} = {as_toml(v)}\n" for k, v in changed.items())
            )
            try:
                settings_in({})
            except ReportciteError as error:
                assert "reportcite.toml:" in str(error), path
