"""Sites of a few records, as tests ask for them."""

from __future__ import annotations

from reportcite.pages.made import SiteSettings, site_files
from reportcite.pages.publication import keywords_of, people_of, terms
from reportcite.pages.site import Site
from reportcite.record.model import Record
from reportcite.values.names.display import name_text


def a_site(*records: Record, **asked: object) -> Site:
    """The site of these records, in English and in APA unless something else is asked for."""
    people = terms((name_text(one) for record in records for one in people_of(record)), "p-")
    keywords = terms((word for record in records for word in keywords_of(record)), "k-")
    return Site("", ("en",), ("apa",), "", people, keywords)._replace(**asked)  # type: ignore[arg-type]


def files_of(*records: Record, **asked: object) -> dict[str, str]:
    """The files of that site: path → text."""
    settings = SiteSettings("", ("en",), ("apa",))._replace(**asked)  # type: ignore[arg-type]
    return {file.path: file.text for file in site_files(records, settings)}
