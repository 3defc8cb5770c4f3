"""What may stand in a web page: safe links, and pages and dates as the conventions spell them."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_text

_WEB_LINK: Final = re.compile(r"(?:https?|ftps?)://[^\s\"'<>]+", re.IGNORECASE)
_PAGES: Final = re.compile(r"([^\s,;–-]+)(?:[–-]([^\s,;–-]+))?")


def is_web_link(text: str) -> bool:
    """Whether a browser would only fetch `text`, and never run it."""
    return _WEB_LINK.fullmatch(text) is not None


def carry_link(fields: Fields, name: str = "URL") -> str:
    """The URL in `name`, if it is a web link; `javascript:` and its like are dropped."""
    url = carry_text(fields, name)
    if not url or is_web_link(url):
        return url
    fields.drop(name, "only http, https and ftp links are written into a web page")
    return ""


def doi_link(doi: str) -> str:
    """The address that resolves `doi`, which may have one already."""
    from urllib.parse import quote

    return "https://doi.org/" + quote(bare_doi(doi), safe="/:;()")


def bare_doi(doi: str) -> str:
    """`doi` without the resolver or label before it."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s?)", "", doi, flags=re.IGNORECASE)


def page_ends(pages: str) -> tuple[str, str] | None:
    """The first and last page of `12–34` (the last "" of a single page); None of anything else."""
    match = _PAGES.fullmatch(pages)
    return (match[1], match[2] or "") if match else None
