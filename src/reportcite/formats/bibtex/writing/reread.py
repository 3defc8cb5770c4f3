"""Reports which values a reader of the entry takes for something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportcite.formats.bibtex.fields import CASED, Dialect, targets
from reportcite.formats.bibtex.latex.text import decode, decode_title, encode
from reportcite.formats.bibtex.values import published
from reportcite.formats.loss import Fields
from reportcite.formats.writing.one_line import one_line
from reportcite.formats.writing.reread import AS_USUAL, report_change, report_genre
from reportcite.values.doi import bare_doi
from reportcite.values.keywords import read_keywords
from reportcite.values.texts.entities import unescape
from reportcite.values.title import needed_protection

# Variable, what a value that is read otherwise holds, how it is read.
_REREAD: Final[tuple[tuple[str, str, Callable[[str], str]], ...]] = (
    ("keyword", ";", read_keywords),
    ("DOI", "%", bare_doi),
    ("DOI", "&", unescape),
    ("URL", "&", unescape),
)


def _decode_title(latex: str) -> str:
    return needed_protection(decode_title(latex, emphasis=False)[0])


def report_reread(fields: Fields, dialect: Dialect) -> None:
    """State what is read otherwise from the entry of a record."""
    held = fields.record.fields
    for name, value in held.items():
        if value.__class__ is str and "<span" in value:
            line = one_line(str(value))[0]
            cased = targets(fields.record.type, dialect)[name].field in CASED
            if (_decode_title if cased else decode)(encode(line)) != line:
                report_change(
                    fields, name, "markup is written as commands that are read in another way"
                )
    for name, sign, reread in _REREAD:
        text = held.get(name)
        if isinstance(text, str) and sign in text and reread(text) != text:
            report_change(fields, name, AS_USUAL)
    report_genre(fields)
    publisher = held.get("publisher")
    if isinstance(publisher, str) and ("://" in publisher or "www." in publisher.lower()):
        field = targets(fields.record.type, dialect)["publisher"].field
        if field == "howpublished" and published(encode(publisher)).url:
            report_change(fields, "publisher", "the link in it is read as the URL")
    if "archive" in held and str(held["archive"]).lower() == "pubmed":
        for name in ("archive", "archive_location"):
            if name in held:
                report_change(fields, name, "a number of PubMed is read as the PMID")
