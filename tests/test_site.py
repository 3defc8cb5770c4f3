"""The site of docs/ is built without a warning, holds every page, and asks no other server."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(
    page.relative_to(DOCS) for page in DOCS.rglob("*.md") if page.parent.name != "examples"
)
LOADED = re.compile(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=[\"']?(https?:[^\"'\s>]+)")


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the site is made of."""
    pytest.importorskip("zensical")
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(DOCS, folder / "docs")
    for name in ("zensical.toml", "ARCHITECTURE.md"):
        shutil.copy(ROOT / name, folder)
    return folder


def named(nav: list[dict[str, object]]) -> Iterator[str]:
    for entry in nav:
        for value in entry.values():
            yield from named(value) if isinstance(value, list) else [str(value)]


def test_every_page_has_its_place_in_the_navigation() -> None:
    settings = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))
    assert sorted(named(settings["project"]["nav"])) == sorted(page.as_posix() for page in PAGES)


@pytest.mark.programs
def test_the_site_is_built_without_a_warning(checkout: Path) -> None:
    done = build(checkout)
    assert (done.returncode, done.stderr) == (0, "No issues found\n")
    for page in PAGES:
        html = (checkout / "site" / page.with_suffix(".html")).read_text(encoding="utf-8")
        assert "<h1" in html, page
        assert LOADED.findall(html) == [], page
        assert re.findall(r'href="?[^">]*\.md\b', html) == [], page
    architecture = (checkout / "site" / "architecture.html").read_text(encoding="utf-8")
    assert "compile once, render many" in architecture


@pytest.mark.programs
@pytest.mark.parametrize("link", ["nowhere.md", "record.md#nowhere"])
def test_a_link_that_leads_nowhere_fails_the_build(
    checkout: Path, tmp_path: Path, link: str
) -> None:
    shutil.copytree(checkout, tmp_path / "checkout")
    (tmp_path / "checkout/docs/files.md").write_text(f"# Files\n\n[x]({link})\n", "utf-8")
    assert build(tmp_path / "checkout").returncode != 0
