"""PubMed Central: CSL-JSON by NCBI's Literature Citation Exporter (api.ncbi.nlm.nih.gov/lit/ctxp).

Articles that PubMed does not have are among them, so that a PMCID is not looked up by its PMID.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.format import Read
from reportcite.limits import LIMITS, Limits
from reportcite.lookup.source import Source, reader_of
from reportcite.problems import Problem
from reportcite.record.model import Record


def _path(pmcid: str) -> str:
    """What stands behind the address: the digits alone, without a version."""
    digits = re.sub(r"^PMC|\.[0-9]+$", "", pmcid)
    return f"?format=csl&id={digits}"


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of an answer. One without a title is what says that the number is not known;
    `accessed` is the day of the question, on which nobody looked at the article."""
    for result in reader_of("csl-json")()(stream, name, limits):
        if isinstance(result, Problem):
            yield result
        elif "title" in result.fields:
            kept = {name: value for name, value in result.fields.items() if name != "accessed"}
            yield result._replace(fields=kept)


def _reader() -> Read:
    return read


SOURCE: Final = Source(
    "PUBMED_CENTRAL",
    "PubMed Central",
    "https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pmc/",
    _path,
    "application/vnd.citationstyles.csl+json, application/json",
    b"{[",
    _reader,
)
