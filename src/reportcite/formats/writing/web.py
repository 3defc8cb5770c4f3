"""What may stand in a web page: safe links only."""

from __future__ import annotations

from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_text
from reportcite.record.fields import Value
from reportcite.values.doi import bare_doi, says_it_is_doi
from reportcite.values.language import language_tag
from reportcite.values.url import is_web_link


def carry_language(fields: Fields) -> str:
    """The language as its tag (BCP 47), as which readers take it."""
    language = carry_text(fields, "language")
    tag = language_tag(language)
    if tag != language:
        fields.change("language", "it is written as the tag of the language")
    return tag


def carry_page(fields: Fields, values: dict[str, Value]) -> str:
    """The URL, as `carry_link` has it; one that leads to a DOI is the DOI of the `values`, unless
    they have one, since readers take it for that."""
    link = carry_link(fields)
    if not link or not says_it_is_doi(link):
        return link
    fields.drop("URL", "it is read as the DOI that it leads to")
    values.setdefault("DOI", bare_doi(link))
    return ""


def carry_link(fields: Fields, name: str = "URL") -> str:
    """The URL in `name`, if it is a web link; `javascript:` and its like are dropped."""
    url = carry_text(fields, name)
    if not url or is_web_link(url):
        return url
    fields.drop(name, "only http, https and ftp links are written into a web page")
    return ""
