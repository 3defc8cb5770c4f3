"""What nearly every run needs is prepared when the package is built: it is what the XML says."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportcite.csl import archive, locale, preparing
from reportcite.csl.archive import FORMAT, content, prepared
from reportcite.csl.preparing import LOCALE, STYLE, prepare
from reportcite.csl.style.style import load_style
from reportcite.csl.style.xml import Element, Stored, from_stored, read_xml
from reportcite.shipped import packed_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An archive beside which only that is prepared which a test puts there."""
    for name in ("csl-index.tsv.gz", "csl-files.xz"):
        (tmp_path / name).symlink_to(packed_folder() / name)
    (tmp_path / "prepared").mkdir()
    monkeypatch.setattr(archive, "packed_folder", lambda: tmp_path)
    locale._read.cache_clear()
    yield tmp_path / "prepared"
    locale._read.cache_clear()


def said(whole: Iterable[object]) -> tuple[object, ...]:
    """A style or locale as a value to compare: elements are compared by identity."""

    def stored(part: object) -> object:
        if isinstance(part, Element):
            return part.stored()
        if isinstance(part, tuple):
            return tuple(map(stored, part))
        return {k: stored(v) for k, v in part.items()} if isinstance(part, dict) else part

    return tuple(map(stored, whole))


def test_what_is_shipped_is_prepared_of_what_is_in_the_archive(tmp_path: Path) -> None:
    """Where this fails after a change: `pip install -e .` prepares it anew."""
    prepare(tmp_path)
    for name in (STYLE, LOCALE):
        assert (packed_folder() / "prepared" / name).is_file()
        assert prepared(name) == marshal.loads((tmp_path / name).read_bytes())[1]


def test_the_default_style_and_language_are_the_same_prepared_and_read(folder: Path) -> None:
    read = said(load_style("apa")), said(locale._read("en-US"))
    prepare(folder)
    locale._read.cache_clear()
    assert (said(load_style("apa")), said(locale._read("en-US"))) == read


def test_what_is_prepared_is_taken_and_no_xml_is_read(folder: Path) -> None:
    root = read_xml(content(STYLE), STYLE)
    name, _, *rest = root.stored()
    other: Any = (name, {"class": "note"}, *rest)
    (folder / STYLE).write_bytes(marshal.dumps((FORMAT, other)))
    assert load_style("apa").attributes == {"class": "note"}


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\0",
        b"()",
        marshal.dumps((FORMAT + 1, ())),
        marshal.dumps(7),
        marshal.dumps((1, 2, 3)),
    ],
)
def test_a_file_of_another_version_or_a_damaged_one_is_passed_over(
    folder: Path, damaged: bytes
) -> None:
    (folder / STYLE).write_bytes(damaged)
    assert prepared(STYLE) is None
    assert load_style("apa").title == "APA Style 7th edition"


def test_a_style_with_problems_is_not_prepared_as_nobody_would_name_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = content(STYLE).replace(b"class=", b"color=")
    monkeypatch.setattr(preparing, "content", lambda name: source)
    with pytest.raises(ValueError, match=r"apa\.csl cannot be prepared: "):
        prepare(folder)


def test_an_element_is_what_it_was_after_it_was_plain() -> None:
    stored: Stored = ("a", {"b": "c"}, (("d", {}, (), 2, "e"),), 1, "")
    element = from_stored(stored)
    assert element.stored() == stored
    assert element.children[0].text == "e"
