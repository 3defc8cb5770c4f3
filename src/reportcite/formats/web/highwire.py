"""Highwire Press meta tags, `citation_*`, as Google Scholar's inclusion guidelines list them.

Beside those: the tags for abstract, keywords, language, DOI and editors that journal and
repository software has long put beside them.
"""

from __future__ import annotations

from html import escape
from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_date, carry_names, carry_text
from reportcite.formats.writing.names import declare_names
from reportcite.formats.writing.web import carry_language, carry_link
from reportcite.values.dates.questions import simple_parts, start_year
from reportcite.values.dates.slashed import write_short_slashed
from reportcite.values.keywords import split_keywords
from reportcite.values.names.display import name_text
from reportcite.values.pages import page_ends
from reportcite.values.shapes import Date
from reportcite.values.title import join_title
from reportcite.vocabulary import ARTICLE_TYPES

_TEXTS: Final = {
    "volume": "citation_volume",
    "issue": "citation_issue",
    "ISSN": "citation_issn",
    "ISBN": "citation_isbn",
    "DOI": "citation_doi",
    "PMID": "citation_pmid",
    "abstract": "citation_abstract",
}
_REPORTS: Final = frozenset({"report", "standard", "pamphlet"})
_TYPED: Final = frozenset({"report", "article-journal", "thesis", "paper-conference", "chapter"})

Tags = list[tuple[str, str]]


def write(fields: Fields, key: str) -> str:
    """One `meta` tag a line, for the head of the page that shows the record."""
    tags = _title(fields) + _names(fields) + _date(fields)
    texts = _TEXTS | _texts_of(fields.record.type)
    tags += [(tag, carry_text(fields, variable)) for variable, tag in texts.items()]
    tags.append(("citation_language", carry_language(fields)))
    tags += _pages(fields) + _keywords(fields)
    tags.append(("citation_abstract_html_url", carry_link(fields)))
    if fields.record.type not in _TYPED:
        fields.drop("type", "the tags do not say the type")
    return "".join(
        f'<meta name="{tag}" content="{escape(content)}">\n' for tag, content in tags if content
    )


def _texts_of(csl_type: str) -> dict[str, str]:
    """The tags that depend on the type."""
    if csl_type in _REPORTS:
        return {
            "publisher": "citation_technical_report_institution",
            "number": "citation_technical_report_number",
        }
    if csl_type == "thesis":
        return {"publisher": "citation_dissertation_institution"}
    tags = {"publisher": "citation_publisher"}
    if csl_type in ARTICLE_TYPES:
        return tags | {
            "container-title": "citation_journal_title",
            "container-title-short": "citation_journal_abbrev",
        }
    if csl_type == "paper-conference":
        return tags | {"container-title": "citation_conference_title"}
    return tags | {"container-title": "citation_inbook_title"}


def _title(fields: Fields) -> Tags:
    title, subtitle = carry_text(fields, "title"), carry_text(fields, "subtitle")
    if subtitle:
        fields.change("subtitle", "it is joined to the title")
    return [("citation_title", join_title(title, subtitle))]


def _names(fields: Fields) -> Tags:
    tags: Tags = []
    for variable, tag in (("author", "citation_author"), ("editor", "citation_editor")):
        names = carry_names(fields, variable)
        declare_names(fields, variable, names)
        tags += [(tag, name_text(name)) for name in names]
    return tags


def _date(fields: Fields) -> Tags:
    tags = []
    for variable, tag in (
        ("issued", "citation_publication_date"),
        ("available-date", "citation_online_date"),
    ):
        if date := carry_date(fields, variable):
            if simple_parts(date) is None:
                fields.change(variable, "the tag holds one certain date, after Christ")
            tags.append((tag, _slashed(date)))
    return tags


def _slashed(date: Date) -> str:
    """`2024/03/07`, or shorter; any other date by its year alone."""
    parts = simple_parts(date)
    if parts is None:
        year = start_year(date)
        parts = [] if year is None else [year]
    return write_short_slashed(parts)


def _pages(fields: Fields) -> Tags:
    pages = carry_text(fields, "page")
    if not pages:
        return []
    ends = page_ends(pages)
    if ends is None:
        fields.drop("page", "it is not one page or one range of pages")
        return []
    return [("citation_firstpage", ends[0]), ("citation_lastpage", ends[1])]


def _keywords(fields: Fields) -> Tags:
    words = dict.fromkeys(split_keywords(carry_text(fields, "keyword")))
    return [("citation_keywords", word) for word in words]


FORMAT: Final = Format(
    name="highwire",
    title="Highwire meta tags",
    write=write,
    separator="\n",
)
