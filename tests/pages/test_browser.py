"""The pages in a real browser: search, copying, languages, narrow screens, paper, and WCAG's rules.

Driven by Playwright (the extra `browser`) with the Chromium of the system.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from reportcite.pages.folder import write_site
from reportcite.pages.made import SiteSettings, site_files
from reportcite.record.model import Record
from tests.formats.files import a_report, reports
from tests.npm import npm_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.programs, pytest.mark.slow]

OWN_STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>'
    "<title>Small capitals</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>"
    '<citation><layout><text value="x"/></layout></citation><bibliography><layout>'
    '<names variable="author" font-variant="small-caps"/>'
    '<text variable="title" prefix=", " font-style="italic"/></layout></bibliography></style>'
)
SOIL = a_report(
    "Über den Boden",
    author=[{"family": "Çelik", "given": "Ayşe"}, {"family": "Weiß", "given": "Łukasz"}],
    issued={"date-parts": [[2021, 3, 7]]},
    keyword="Böden, Wasser",
    publisher="Acker",
    abstract="Ein Satz.\n\nNoch ein Satz.",
    language="de",
    URL="https://example.org/soil",
)._replace(id="soil")
EVIL = a_report(
    "</title><script>document.title='broken'</script>",
    author=[{"literal": "<img src=x onerror=document.title='broken'>"}],
    abstract="<script>document.title='broken'</script>",
    keyword="<b>",
    URL="javascript:document.title='broken'",
)._replace(id="../evil")


class Log(NamedTuple):
    """What pages complained of, and what they asked other servers for."""

    said: list[str]
    elsewhere: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="pip install '.[browser]'")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium")
    with api.sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield found
        found.close()


def collection() -> list[Record]:
    return [*reports(), SOIL, EVIL]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    style = tmp_path_factory.mktemp("styles") / "caps.csl"
    style.write_text(OWN_STYLE, encoding="utf-8")
    request = SiteSettings("Works", ("en", "de"), ("apa", "ieee", str(style)))
    write_site(str(folder), site_files(collection(), request), remove=True)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site from a server, which is quiet."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def context_of(browser: Browser, log: Log, **options: Any) -> BrowserContext:
    context = browser.new_context(**options)
    context.on("console", lambda message: log.said.append(message.text))
    context.on("weberror", lambda error: log.said.append(str(error.error)))

    def note(url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "file://", "data:")):
            log.elsewhere.append(url)

    context.on("request", lambda request: note(request.url))
    return context


@pytest.fixture
def page(browser: Browser) -> Generator[Page]:
    """A page; at the end, none has complained, and nobody else was asked for anything."""
    log = Log([], [])
    context = context_of(browser, log, viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()
    assert log == Log([], [])


def shown(page: Page) -> list[str]:
    """The titles of a list that are seen."""
    return [
        one.inner_text() for one in page.locator(".publications .title").all() if one.is_visible()
    ]


def test_the_search_finds_words_in_any_order_and_without_accents(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    assert len(shown(page)) == len(collection())
    page.get_by_label("Search").fill("uber BODEN")
    assert shown(page) == ["Über den Boden"]
    page.get_by_label("Search").fill("weiss ayse")
    assert shown(page) == ["Über den Boden"]
    assert page.locator(".count").inner_text() == "1 publication"
    assert page.locator("h2:visible").count() == 1
    assert [one.inner_text() for one in page.locator(".jumps a:visible").all()] == ["2021"]
    assert page.locator("h2:visible .number").text_content() == "1 publication"
    page.get_by_label("Search").fill("no such thing")
    assert shown(page) == []
    assert page.locator(".count").inner_text() == "No publication fits."
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("document.querySelectorAll('.publications li:not([hidden])').length > 1")
    assert len(shown(page)) == len(collection())


def test_choices_go_together_and_are_kept_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_label("Year").select_option("2021")
    page.get_by_label("Keyword").select_option("k-wasser")
    page.get_by_label("Author").select_option("p-çelik-ayşe")
    assert shown(page) == ["Über den Boden"]
    page.reload()
    assert shown(page) == ["Über den Boden"]
    assert page.get_by_label("Year").input_value() == "2021"
    page.get_by_label("Year").select_option("undated")
    assert shown(page) == []
    page.get_by_label("Keyword").select_option("")
    page.get_by_label("Author").select_option("")
    assert len(shown(page)) >= 1


READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async (type) => (await item.getType(type)).text();
  return [item.types, await text("text/html"), await text("text/plain")];
}"""


def copied(browser: Browser, page: Page) -> Any:
    """The types of what is on the clipboard, the HTML and the text: read by another page, because
    a browser holds what it reads to the policy of the page."""
    context = browser.new_context(permissions=["clipboard-read"])
    reading = context.new_page()
    reading.goto(page.url.partition("/records/")[0] + "/assets/icon.svg")
    reading.bring_to_front()
    found = reading.evaluate(READ)
    context.close()
    page.bring_to_front()
    return found


def test_both_kinds_of_a_citation_are_copied(browser: Browser, page: Page, address: str) -> None:
    page.goto(f"{address}/records/soil.html")
    page.get_by_role("button", name="Copy").nth(0).click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.locator("#status").inner_text() == "Copied"
    types, html, text = copied(browser, page)
    assert {*types} == {"text/html", "text/plain"}
    assert "<i>Über den Boden</i>. Acker." in html and 'href="https://example.org/soil"' in html
    assert text == ("Çelik, A., & Weiß, Ł. (2021). Über den Boden. Acker. https://example.org/soil")
    page.get_by_role("button", name="Copied").wait_for(state="detached")
    assert page.locator("#status").inner_text() == ""


def test_what_is_copied_has_the_form_that_word_processors_take(
    browser: Browser, page: Page, address: str
) -> None:
    page.goto(f"{address}/de/records/soil.html")
    buttons = page.get_by_role("button", name="Kopieren")
    buttons.nth(1).click()
    _, html, text = copied(browser, page)
    assert text.startswith("[1] A. Çelik und Ł. Weiß, „Über den Boden“")
    assert "<div" not in html and "[1] A. Çelik" in html
    page.locator("button.copy").nth(2).click()
    _, html, text = copied(browser, page)
    assert "small-caps" in html and "<i>Über den Boden</i>" in html
    assert text == "Ayşe Çelik, Łukasz Weiß, Über den Boden"


def test_where_the_event_is_gone_the_clipboard_is_asked(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/records/soil.html")
    page.evaluate("document.execCommand = () => false")
    page.locator("button.copy").nth(0).click()
    page.get_by_role("button", name="Copied").wait_for()
    types, html, _ = copied(browser, page)
    assert {*types} == {"text/html", "text/plain"} and "<i>Über den Boden</i>" in html
    page.evaluate("delete Navigator.prototype.clipboard")
    page.locator("button.copy").nth(1).click()
    page.get_by_role("button", name="Not copied: select the text").wait_for()
    context.close()


def test_the_language_changes_on_the_same_page(page: Page, address: str) -> None:
    page.goto(f"{address}/records/soil.html")
    assert page.get_by_text("Report · March 7, 2021").is_visible()
    page.get_by_role("link", name="Deutsch").click()
    assert page.url == f"{address}/de/records/soil.html"
    assert page.get_by_role("heading", name="Zusammenfassung").is_visible()
    assert page.get_by_text("Bericht · 7. März 2021").is_visible()
    page.get_by_role("link", name="Nach Personen").click()
    assert page.url == f"{address}/de/authors.html"
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}/authors.html"


def test_a_name_leads_to_all_that_it_has_written(page: Page, address: str) -> None:
    page.goto(f"{address}/records/soil.html")
    page.get_by_role("link", name="Ayşe Çelik").first.click()
    heading = page.get_by_role("heading", name="Çelik, Ayşe")
    assert heading.is_visible()
    top = heading.bounding_box()
    assert top is not None and 0 <= top["y"] < 900


@pytest.mark.parametrize("path", ["index.html", "de/authors.html", "records/soil.html"])
def test_narrow_screens_need_no_scrolling_sideways(
    browser: Browser, address: str, path: str
) -> None:
    log = Log([], [])
    context = context_of(browser, log, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
    assert log == Log([], [])


def test_without_javascript_everything_is_there_but_the_search(
    browser: Browser, address: str
) -> None:
    log = Log([], [])
    context = context_of(browser, log, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/index.html")
    assert not page.get_by_role("search").is_visible()
    page.get_by_role("link", name="By keyword").click()
    page.get_by_role("link", name="Über den Boden").first.click()
    assert page.get_by_text("Çelik, A., & Weiß, Ł. (2021).").is_visible()
    assert not page.locator("button.copy").first.is_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=".ris").first.click()
    assert waiting.value.path().read_text(encoding="utf-8").startswith("TY  - ")
    context.close()
    assert log == Log([], [])


def test_pages_work_from_disk(page: Page, site: Path) -> None:
    page.goto((site / "de" / "index.html").as_uri())
    page.get_by_label("Suche").fill("boden")
    assert shown(page) == ["Über den Boden"]
    page.get_by_role("link", name="Über den Boden").click()
    colour = "getComputedStyle(document.querySelector('header.site')).backgroundColor"
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"


def test_paper_has_the_text_and_none_of_the_buttons(page: Page, address: str) -> None:
    page.goto(f"{address}/records/soil.html")
    page.emulate_media(media="print")
    assert page.get_by_text("Noch ein Satz.").is_visible()
    assert page.get_by_role("heading", name="Details").is_visible()
    for gone in ("button.copy", ".views", ".languages", ".downloads", "a.button"):
        assert not page.locator(gone).first.is_visible()


def test_no_value_runs(page: Page, address: str) -> None:
    for path in ("index.html", "authors.html", "keywords.html", "records/evil.html"):
        page.goto(f"{address}/{path}")
        assert page.title() != "broken"
        assert page.locator("[href^='javascript:']").count() == 0
    assert page.get_by_role("heading", level=1).inner_text().startswith("</title><script>")


@pytest.mark.parametrize(
    "path",
    ["index.html", "de/types.html", "authors.html", "records/soil.html", "records/evil.html"],
)
def test_pages_keep_the_rules_of_wcag_aa(browser: Browser, address: str, path: str) -> None:
    axe = npm_file("axe-core/axe.min.js").read_text(encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.evaluate(axe)
    broken = []
    for width, scheme in ((1200, "light"), (1200, "dark"), (320, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = page.evaluate(f"axe.run({json.dumps({'runOnly': tags})})")
        assert len(found["passes"]) > 20
        broken += [
            (scheme, width, one["id"], one["help"], [node["html"] for node in one["nodes"][:3]])
            for one in found["violations"]
        ]
    context.close()
    assert broken == []
