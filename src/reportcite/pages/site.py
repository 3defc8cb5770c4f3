"""What all pages of a site share: its title, its languages, and where they stand in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from reportcite.csl.write.writer import printable
from reportcite.formats.registry import format_named
from reportcite.pages.publication import Terms
from reportcite.pages.words import WORDS
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE: Final = Path(__file__).parent
STATIC: Final = _HERE / "static"
"""The folder with the style sheet, the script and the icon of a site."""
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
"""The Content-Security-Policy of all pages (CSP level 3): what they load is their own, and nothing
in them runs or styles but the files of the site."""
DOWNLOADS: Final = {"bib": "bibtex", "ris": "ris", "json": "csl-json"}
"""The suffixes of downloads, each with its format."""


class Site(NamedTuple):
    """What is asked for, and what all publications have in common.

    `title` is "" for the word that a language has; the first of `languages` stands at the top of
    the site; `base_url` ends in a slash, "" where the address is not known.
    """

    title: str
    languages: tuple[str, ...]
    styles: tuple[str, ...]
    base_url: str
    people: Terms
    keywords: Terms


class Page(NamedTuple):
    """One page: `path` is its place below that of its language, such as `records/x.html`."""

    site: Site
    language: str
    path: str

    @property
    def file(self) -> str:
        """Its place in the site."""
        return folder_of(self.site, self.language) + self.path

    @property
    def top(self) -> str:
        """The way from here to the top of the site."""
        return "../" * self.file.count("/")

    @property
    def home(self) -> str:
        """The way from here to the pages of the same language."""
        return "../" * self.path.count("/")

    @property
    def title(self) -> str:
        """The title of the site, in the language of the page."""
        return self.site.title or WORDS[self.language]["publications"]

    @property
    def canonical(self) -> str:
        """The address of the page, "" where it is not known."""
        return address(self.site, self.file)

    def alternates(self) -> list[dict[str, str]]:
        """This page in all languages of the site: code, name and the way to it."""
        return [
            {
                "language": language,
                "name": WORDS[language]["self"],
                "href": self.top + quote(folder_of(self.site, language) + self.path),
                "address": address(self.site, folder_of(self.site, language) + self.path),
            }
            for language in self.site.languages
        ]


def folder_of(site: Site, language: str) -> str:
    """Where the pages of a language stand: "" or `de/`."""
    return "" if language == site.languages[0] else f"{language}/"


def address(site: Site, file: str) -> str:
    """The address of a file of the site, "" where that of the site is not known."""
    if not site.base_url:
        return ""
    return site.base_url + quote(file.removesuffix("index.html"))


def format_titles() -> dict[str, str]:
    """What the formats of the downloads are called, by their suffixes."""
    return {suffix: format_named(name).title for suffix, name in DOWNLOADS.items()}


def templates() -> Environment:
    """The templates, which escape all that is not said to be HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(environment: Environment, template: str, page: Page, **values: Any) -> str:
    """A page from the template of that name, without control characters."""
    text = environment.get_template(template).render(
        page=page, words=WORDS[page.language], policy=POLICY, **values
    )
    return printable(text)
