"""What nearly every run needs is prepared when the package is built: it is what the XML says."""

from __future__ import annotations

import gzip
import marshal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportcite.csl import archive, locale, preparing
from reportcite.csl.archive import content, head_of, prepared
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


def written(made: Any) -> bytes:
    """The file of what is prepared."""
    data = marshal.dumps(made)
    return head_of(data) + b"\n" + data


def test_what_is_shipped_is_prepared_of_what_is_in_the_archive(tmp_path: Path) -> None:
    """Where this fails after a change: `pip install -e .` prepares it anew."""
    prepare(tmp_path)
    for name in (STYLE, LOCALE):
        assert (packed_folder() / "prepared" / name).is_file()
        assert prepared(name)
        assert (tmp_path / name).read_bytes() == (packed_folder() / "prepared" / name).read_bytes()


def test_the_default_style_and_language_are_the_same_prepared_and_read(folder: Path) -> None:
    read = said(load_style("apa")), said(locale._read("en-US"))
    prepare(folder)
    locale._read.cache_clear()
    assert (said(load_style("apa")), said(locale._read("en-US"))) == read


def test_what_is_prepared_is_taken_and_no_xml_is_read(folder: Path) -> None:
    root = read_xml(content(STYLE), STYLE)
    name, _, *rest = root.stored()
    other: Any = (name, {"class": "note"}, *rest)
    (folder / STYLE).write_bytes(written(other))
    assert load_style("apa").attributes == {"class": "note"}


def damaged(content: bytes) -> Iterator[bytes]:
    """As disks, copies and people leave a file."""
    yield from (b"", b"\0", b"()", content[:-1], content + b"x", content[: len(content) // 2])
    yield from (content.partition(b"\n")[2], content.replace(b"\n", b"", 1))
    for at in range(0, len(content), len(content) // 50):
        yield content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :]


def test_a_damaged_file_is_passed_over(folder: Path) -> None:
    prepare(folder)
    whole = (folder / STYLE).read_bytes()
    for broken in damaged(whole):
        (folder / STYLE).write_bytes(broken)
        assert prepared(STYLE) is None
    assert load_style("apa").title == "APA Style 7th edition"


def test_a_file_of_another_format_or_made_of_other_styles_is_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(folder)
    assert prepared(STYLE)
    monkeypatch.setattr(archive, "FORMAT", archive.FORMAT + 1)
    assert prepared(STYLE) is None
    monkeypatch.undo()
    monkeypatch.setattr(archive, "packed_folder", lambda: folder.parent)
    index = folder.parent / "csl-index.tsv.gz"
    unpacked = gzip.decompress(index.read_bytes())
    index.unlink()
    index.write_bytes(gzip.compress(b"# other " + unpacked))
    assert prepared(STYLE) is None
    assert load_style("apa").title == "APA Style 7th edition"
    index.unlink()
    assert prepared(STYLE) is None


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
