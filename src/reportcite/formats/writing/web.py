"""What may stand in a web page: safe links only."""

from __future__ import annotations

from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_text
from reportcite.values.url import is_web_link


def carry_link(fields: Fields, name: str = "URL") -> str:
    """The URL in `name`, if it is a web link; `javascript:` and its like are dropped."""
    url = carry_text(fields, name)
    if not url or is_web_link(url):
        return url
    fields.drop(name, "only http, https and ftp links are written into a web page")
    return ""
