"""The pages in docs/ are true: their commands print what is shown, their links lead somewhere."""

from __future__ import annotations

import doctest
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pytest_httpserver import HTTPServer

import reportcite
from reportcite.cli.main import COMMANDS
from reportcite.lookup.find import SOURCES
from tests.conftest import ROOT
from tests.console import blocks, prints_what_is_shown
from tests.lookup import answers

DOCS = ROOT / "docs"
PAGES = sorted(page for page in DOCS.rglob("*.md") if page.parent.name != "examples")
BY_HAND = [page for page in PAGES if page.parent.name != "reference"]
LINKED = [
    *PAGES,
    *(ROOT / f"{name}.md" for name in ("README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")),
]
NAMES = [page.relative_to(ROOT).as_posix() for page in LINKED]
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def name_of(page: Path) -> str:
    return page.relative_to(DOCS).with_suffix("").as_posix()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample record and the files that pages link to."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    for example in (DOCS / "examples").iterdir():
        shutil.copy(example, tmp_path)
    return tmp_path


@pytest.fixture
def _sources(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A server of this machine in place of each source, which knows one record."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name in (one.name for several in SOURCES.values() for one in several):
        monkeypatch.setenv(f"REPORTCITE_ADDRESS_{name}", httpserver.url_for(f"/{name}/"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for path, answer in answers.ONE_EACH.items():
        httpserver.expect_request(path).respond_with_data(answer)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_print_what_the_page_shows(
    page: Path, folder: Path, request: pytest.FixtureRequest
) -> None:
    if name_of(page) == "recipes/add":
        request.getfixturevalue("_sources")
    for block in blocks(page.read_text(encoding="utf-8"), "console"):
        prints_what_is_shown(block, folder)


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_python_runs_as_it_is_shown(
    page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for block in blocks(page.read_text(encoding="utf-8"), "python"):
        exec(block, {})


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_python_prints_what_is_shown(
    page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    text = "".join(blocks(page.read_text(encoding="utf-8"), "pycon"))
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert not doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed


def test_the_record_that_is_explained_has_no_errors(tmp_path: Path) -> None:
    path = tmp_path / "record.yaml"
    [shown] = blocks((DOCS / "record.md").read_text(encoding="utf-8"), "yaml")
    path.write_text(shown, encoding="utf-8")
    (record,) = reportcite.load(path)
    assert reportcite.check(record) == []
    assert [next(iter(name)) for name in record.fields["author"]] == ["family", "family", "literal"]


def test_the_document_that_is_shown_is_the_one_that_is_converted() -> None:
    [shown] = blocks((DOCS / "researcher.md").read_text(encoding="utf-8"), "markdown")
    assert shown == (DOCS / "examples" / "paper.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_used_on_a_page_written_by_hand(command: str) -> None:
    assert any(f"reportcite {command}" in page.read_text(encoding="utf-8") for page in BY_HAND)


def links_of(page: Path) -> Iterator[str]:
    yield from _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """Those that GitHub and the site give to the headings of `page`."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    plain = (re.sub(r"[^\w\- ]", "", one).lower().strip() for one in _HEADING.findall(text))
    return {one.replace(" ", "-") for one in plain}


@pytest.mark.parametrize("page", LINKED, ids=NAMES)
def test_links_lead_somewhere(page: Path) -> None:
    """To other servers nothing is asked: their addresses are held to be whole."""
    for link in links_of(page):
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme == "https" and "." in parts.netloc, link
            continue
        target = page.parent / parts.path if parts.path else page
        assert target.exists(), link
        assert not parts.fragment or parts.fragment in anchors(target), link


def test_every_page_can_be_reached_from_the_first() -> None:
    reached, todo = set(), [DOCS / "index.md"]
    while todo:
        page = todo.pop()
        if page in reached:
            continue
        reached.add(page)
        paths = (urlsplit(link).path for link in links_of(page) if not urlsplit(link).scheme)
        todo += [(page.parent / path).resolve() for path in paths if path.endswith(".md")]
    assert {page for page in PAGES if page not in reached} == set()
